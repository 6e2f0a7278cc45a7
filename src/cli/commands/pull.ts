import { appendFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import type { Command } from 'commander'
import type { Ledger } from '../../keep/port.ts'
import { ChanceryError } from '../../model/error.ts'
import type { Progress } from '../../net/download.ts'
import { fetchSource } from '../../run/fetch.ts'
import { defaultPath, folderOf } from '../../run/ledger.ts'
import { type LastPull, lastPulls, type Pulled, pullAuthor, pullFiles, pullFrom } from '../../run/pull.ts'
import { labels } from '../../show/en/label.ts'
import { sayFact } from '../../show/en/say.ts'
import { changesReport, pullReport, sourceLine } from '../../show/pull.ts'
import { allSources, openSource } from '../../sources/catalogue.ts'
import { folderFiles } from '../../sources/files.ts'
import type { Files, OpenSource } from '../../sources/source.ts'
import { comparison } from '../changes.ts'
import { explain } from '../failure.ts'
import { filled } from '../input.ts'
import { oneOf, withLedger } from '../options.ts'
import { note, paint, print, printJson, width } from '../output.ts'
import { progressOn } from '../progress.ts'
import { asksWikidata, type WikidataOptions, wikidataCommand } from '../pull-wikidata.ts'

interface Options extends WikidataOptions {
  from?: string
  all?: true
  recommended?: true
  changes?: true
  again?: true
  findings?: string
  format: 'text' | 'json'
  ledger?: string
}

export function define(command: Command): void {
  command
    .argument('[name]', 'a source; without one, the sources are listed')
    .option('--from <path>', "the user's own copy: a folder, or one file", filled('--from'))
    .option('--pair <states...>', 'of Wikidata: what it tells of two states')
    .option('--state <state>', 'of Wikidata: what it tells of one state', filled('--state'))
    .option('--queries', 'of Wikidata: print the queries, to be asked by hand')
    .option('--all', 'every source that is recognised in the folder of --from')
    .option('--recommended', 'the open core: every source marked *, fetched or from the folder of --from')
    .option('--changes', 'what the last pull of a source filed and withdrew')
    .option('--again', 'fetches and reads also what is there, and files that tell far less than before')
    .option(
      '--findings <path>',
      'where to write what is doubtful, as lines of JSON; by default beside the ledger',
      filled('--findings'),
    )
    .option('--format <format>', 'text or json', oneOf('--format', ['text', 'json'] as const), 'text')
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .action(run)
}

async function run(name: string | undefined, options: Options): Promise<void> {
  if (name !== undefined && (options.all || options.recommended))
    throw new ChanceryError('incorrect', name, 'one source or several: leave the name out, or --all and --recommended')
  if (options.all || options.recommended) return pullSeveral(options)
  if (name === undefined) return list(options)
  if (options.changes) return changes(name, options)
  if (asksWikidata(name, options)) return wikidataCommand(options, (pulled) => tell(pulled, options))
  const source = await openSource(name)
  const folder = options.from === undefined ? undefined : folderFiles(options.from)
  await withLedger(options.ledger, async (ledger) => {
    const pull = async (one: OpenSource, tries?: number) =>
      tell(await pullOne(ledger, one, folder, options, tries), options)
    await inReach([source], pull, (error) => Promise.reject(error))
    await comparison(ledger, options)
  })
}

const at = (options: Options) => ({ now: new Date().toISOString(), ...(options.again && { again: true }) })

/** From the user's own copy or, without one, from the publisher. */
async function pullOne(
  ledger: Ledger,
  source: OpenSource,
  folder: Files | undefined,
  options: Options,
  tries?: number,
): Promise<Pulled> {
  if (folder) return pullFrom(ledger, source, folder, at(options))
  const progress = progressOn()
  const heard = (file: string, state: Progress) => progress.heard(`${source.name}: ${file}`, state)
  const place = fetchFolder(source, options.ledger)
  try {
    const files = await fetchSource(source, place, {
      ...(options.again && { again: true }),
      ...(tries && { tries }),
      heard,
    })
    return await pullFiles(ledger, source, files, at(options))
  } finally {
    progress.end()
  }
}

async function pullSeveral(options: Options): Promise<void> {
  const chosen = (await allSources()).filter((source) => options.all || source.recommended)
  if (options.all && options.from === undefined)
    throw new ChanceryError('incorrect', '--all', 'no folder is named: give it with --from DIR, or say --recommended')
  const folder = options.from === undefined ? undefined : folderFiles(options.from)
  const there = chosen.filter((source) =>
    folder ? source.recognise(folder) : !['by-hand', 'asked'].includes(source.publisher.kind),
  )
  if (!there.length)
    throw new ChanceryError(
      'not-found',
      options.from ?? '',
      `no source is recognised: ${chosen.map((s) => s.name).join(', ')}`,
    )
  await withLedger(options.ledger, async (ledger) => {
    const pull = async (source: OpenSource, tries?: number) =>
      tell(await pullOne(ledger, source, folder, options, tries), options)
    await inReach(there, pull, async (error, source) => {
      process.exitCode = 1
      note(`${source.name}: ${explain(error).line.replace(/^chancery: /, '')}`)
    })
    await comparison(ledger, options)
  })
}

type Refused = (error: ChanceryError, source: OpenSource) => Promise<void>

/**
 * Pulls each source, and gives those that fail to `refused`. Each publisher is called once before any is called again: without a
 * network that is one answer, at once.
 */
async function inReach(
  sources: readonly OpenSource[],
  pull: (source: OpenSource, tries?: number) => Promise<void>,
  refused: Refused,
): Promise<void> {
  const unreached: { source: OpenSource; error: ChanceryError }[] = []
  await eachOf(
    sources,
    (source) => pull(source, 1),
    async (error, source) => {
      if (!isOutOfReach(error)) return refused(error, source)
      unreached.push({ source, error })
    },
  )
  const errors = unreached.map(({ error }) => error)
  if (unreached.length === sources.length && errors.every(isUnknownHost)) throw nobodyReached(errors)
  await eachOf(
    unreached.map(({ source }) => source),
    (source) => pull(source),
    refused,
  )
}

async function eachOf(
  sources: readonly OpenSource[],
  pull: (source: OpenSource) => Promise<void>,
  refused: Refused,
): Promise<void> {
  for (const source of sources) {
    try {
      await pull(source)
    } catch (error) {
      if (!(error instanceof ChanceryError)) throw error
      await refused(error, source)
    }
  }
}

/** The address of a publisher that could not be reached, or did not answer. */
const isOutOfReach = ({ code, at }: ChanceryError): boolean => code === 'fault' && /^https?:/.test(at)

/** No name is found, or no way leads there: no other try will do better now. */
const isUnknownHost = ({ message }: ChanceryError): boolean => /ENOTFOUND|EAI_AGAIN|ENETUNREACH|ENETDOWN/.test(message)

function nobodyReached(errors: readonly ChanceryError[]): ChanceryError {
  const hosts = [...new Set(errors.map(({ at }) => new URL(at).host))].join(', ')
  return new ChanceryError(
    'fault',
    hosts,
    `without a network no publisher can be reached, and nothing is changed: connect it, or give your own copy with --from PATH`,
  )
}

async function changes(name: string, options: Options): Promise<void> {
  const source = await openSource(name)
  await withLedger(options.ledger, async (ledger) => {
    const changed = await ledger.changes(pullAuthor(source.name))
    if (!changed) throw new ChanceryError('not-found', name, `${name} was never pulled into this ledger`)
    if (options.format === 'json') return printJson(changed)
    const names = await ledger.allNames()
    const label = labels(new Map(names.map((n) => [n.id, n.label])))
    await print(
      changesReport(
        name,
        changed,
        (fact) => sayFact(fact, label),
        (text) => paint('bold', text),
      ),
    )
  })
}

async function tell(pulled: Pulled, options: Options): Promise<void> {
  const path = writeFindings(pulled, options)
  if (options.format === 'json') return printJson(pulled)
  await print(pullReport(pulled, (text) => paint('bold', text)))
  if (path) await print(`  all ${pulled.findings.length} in ${path}\n`)
}

/** Everything doubtful, in the file asked for, or in one of this pull's own beside the ledger; its path, if there is any. */
function writeFindings({ source, findings, outcome }: Pulled, options: Options): string | undefined {
  const path = options.findings ?? findingsFile(source, options.ledger)
  if (!path || outcome === 'unchanged' || !findings.length) return undefined
  mkdirSync(dirname(path), { recursive: true })
  const lines = findings.map((finding) => `${JSON.stringify({ source, ...finding })}\n`).join('')
  if (options.findings) appendFileSync(path, lines)
  else writeFileSync(path, lines)
  return path
}

/** `pulled/findings/LEDGER.SOURCE.20261122T214005.123Z.jsonl`: two ledgers of one folder, or two pulls, never share one. */
function findingsFile(source: string, ledger = defaultPath()): string | undefined {
  const beside = besideLedger(ledger)
  const when = new Date().toISOString().replace(/[-:]/g, '')
  const name = `${basename(ledger, extname(ledger))}.${source.replaceAll('/', '-')}.${when}.jsonl`
  return beside && join(beside, 'findings', name)
}

/** Where fetched files and findings stand: a folder beside the ledger's file, or the user's own for a ledger on a server. */
function besideLedger(ledger = defaultPath()): string | undefined {
  const folder = folderOf(ledger)
  return folder && join(folder, 'pulled')
}

const fetchFolder = (source: OpenSource, ledger: string | undefined): string =>
  join(besideLedger(ledger) ?? mkdtempSync(join(tmpdir(), 'chancery-')), source.name)

async function list(options: Options): Promise<void> {
  const sources = await allSources()
  await withLedger(options.ledger, async (ledger) => {
    const last = await lastPulls(ledger)
    if (options.format === 'json')
      for (const source of sources) await printJson(described(source, lastOf(last, source.name)))
    else
      await print(
        sources.map((s) => sourceLine(s, lastOf(last, s.name), (text) => paint('bold', text), width())).join('\n'),
      )
  })
}

/** The last pull of a data set; of one that is asked about pairs, the last of any, with the facts of all. */
function lastOf(last: ReadonlyMap<string, LastPull>, name: string): LastPull | undefined {
  const own = [...last].flatMap(([of, pull]) => (of === name || of.startsWith(`${name}/`) ? [pull] : []))
  const latest = own.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1)
  return latest && { ...latest, facts: own.reduce((sum, { facts }) => sum + facts, 0) }
}

function described(source: OpenSource, last: LastPull | undefined) {
  const { recognise: _, tell: __, ...rest } = source
  return { ...rest, ...(last && { last }) }
}
