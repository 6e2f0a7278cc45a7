import type { Command } from 'commander'
import { ChanceryError } from '../../model/error.ts'
import { type LastPull, lastPulls, type Pulled, pullFiles, pullFrom } from '../../run/pull.ts'
import { pullReport, sourceLine } from '../../show/pull.ts'
import { allSources, openSource } from '../../sources/catalogue.ts'
import { folderFiles } from '../../sources/files.ts'
import type { OpenSource } from '../../sources/source.ts'
import { explain } from '../failure.ts'
import { filled } from '../input.ts'
import { oneOf, withLedger } from '../options.ts'
import { note, paint, print, printJson } from '../output.ts'

interface Options {
  from?: string
  all?: true
  again?: true
  findings?: string
  format: 'text' | 'json'
  ledger?: string
}

export function define(command: Command): void {
  command
    .argument('[name]', 'a source; without one, the sources are listed')
    .option('--from <path>', "the user's own copy: a folder, or one file", filled('--from'))
    .option('--all', 'every source that is recognised in the folder of --from')
    .option('--again', 'also where the files are those of the last pull')
    .option('--findings <path>', 'where to write what is doubtful, as lines of JSON', filled('--findings'))
    .option('--format <format>', 'text or json', oneOf('--format', ['text', 'json'] as const), 'text')
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .action(run)
}

async function run(name: string | undefined, options: Options): Promise<void> {
  if (options.all) return pullAll(options)
  if (name === undefined) return list(options)
  const source = await openSource(name)
  if (options.from === undefined)
    throw new ChanceryError('unsupported', name, 'nothing is fetched yet: give your own copy with --from PATH')
  const folder = folderFiles(options.from)
  await withLedger(options.ledger, async (ledger) => tell(await pullFrom(ledger, source, folder, at(options)), options))
}

const at = (options: Options) => ({ now: new Date().toISOString(), ...(options.again && { again: true }) })

async function pullAll(options: Options): Promise<void> {
  if (options.from === undefined)
    throw new ChanceryError('incorrect', '--all', 'no folder is named: give it with --from DIR')
  const folder = folderFiles(options.from)
  const sources = await allSources()
  const there = sources.flatMap((source) => {
    const files = source.recognise(folder)
    return files ? [{ source, files }] : []
  })
  if (!there.length)
    throw new ChanceryError(
      'not-found',
      options.from,
      `no source is recognised there: ${sources.map((s) => s.name).join(', ')}`,
    )
  await withLedger(options.ledger, async (ledger) => {
    for (const { source, files } of there) {
      try {
        await tell(await pullFiles(ledger, source, files, at(options)), options)
      } catch (error) {
        if (!(error instanceof ChanceryError) || error.code === 'fault') throw error
        process.exitCode = 1
        note(`${source.name}: ${explain(error).line.replace(/^chancery: /, '')}`)
      }
    }
  })
}

async function tell(pulled: Pulled, options: Options): Promise<void> {
  if (options.findings) await writeFindings(options.findings, pulled)
  if (options.format === 'json') return printJson(pulled)
  await print(pullReport(pulled, (text) => paint('bold', text)))
}

async function writeFindings(path: string, { source, findings }: Pulled): Promise<void> {
  const { appendFileSync } = await import('node:fs')
  appendFileSync(path, findings.map((finding) => `${JSON.stringify({ source, ...finding })}\n`).join(''))
}

async function list(options: Options): Promise<void> {
  const sources = await allSources()
  await withLedger(options.ledger, async (ledger) => {
    const last = await lastPulls(ledger)
    if (options.format === 'json')
      for (const source of sources) await printJson(described(source, last.get(source.name)))
    else await print(sources.map((s) => sourceLine(s, last.get(s.name), (text) => paint('bold', text))).join('\n'))
  })
}

function described(source: OpenSource, last: LastPull | undefined) {
  const { recognise: _, tell: __, ...rest } = source
  return { ...rest, ...(last && { last }) }
}
