import { createHash } from 'node:crypto'
import type { Added, Batch, Ledger, Mark } from '../keep/port.ts'
import { ChanceryError } from '../model/error.ts'
import type { Files, Finding, OpenSource, Told } from '../sources/source.ts'
import { validTold } from '../sources/valid.ts'

/** Counts up when the files of a data set are told differently, so that a ledger takes them up anew. */
const FORMAT = 2

/** The author under which a data set's rows are kept. */
export const pullAuthor = (source: string): string => `pull/${source}`

export interface PullOptions {
  /** When the ledger is to record what is new: a day or instant. */
  now: string
  /** Reads the files also where they are those of the last pull. */
  again?: boolean
}

/** What a pull did. */
export interface Pulled {
  source: string
  /** Where the files were read. */
  from: string
  /** `unchanged`: the files are those of the last pull, and nothing was read. */
  outcome: 'filed' | 'unchanged'
  rows: number
  facts: number
  added: number
  unchanged: number
  withdrawn: number
  findings: Finding[]
  seconds: number
}

/** What the ledger notes of a pull, in the stamp of its mark. */
export interface LastPull {
  at: string
  from: string
  rows: number
  facts: number
  findings: number
}

/** Files a data set from a user's own copy, whole or not at all. Throws `not-found` where there is nothing of it. */
export async function pullFrom(
  ledger: Ledger,
  source: OpenSource,
  folder: Files,
  options: PullOptions,
): Promise<Pulled> {
  const files = source.recognise(folder)
  if (files) return pullFiles(ledger, source, files, options)
  throw new ChanceryError(
    'not-found',
    folder.at,
    `there are no files of ${source.name} (${source.title}) in ${folder.at}`,
  )
}

/** Files of a data set that are known to be its own. */
export async function pullFiles(
  ledger: Ledger,
  source: OpenSource,
  files: Files,
  options: PullOptions,
): Promise<Pulled> {
  const started = performance.now()
  const by = pullAuthor(source.name)
  const content = contentOf(files)
  const mark = (await ledger.marks()).find((one) => one.by === by)
  const done = { source: source.name, from: files.at, findings: [] }
  if (mark?.content === content && !options.again) {
    const { rows = 0, facts = 0 } = lastPullOf(mark) ?? {}
    return {
      ...done,
      outcome: 'unchanged',
      rows,
      facts,
      added: 0,
      unchanged: facts,
      withdrawn: 0,
      seconds: since(started),
    }
  }
  const told = validTold(await asRead(source.tell(files)))
  requireSomething(source, files, told)
  const facts = factsIn(told)
  if (mark && !options.again) requireNoLoss(source, files, facts, lastPullOf(mark))
  const last: LastPull = { at: options.now, from: files.at, rows: told.rows, facts, findings: told.findings.length }
  const added = await file(ledger, told, by, options.now, {
    content: mark?.content === content ? `${content} again ${options.now}` : content,
    stamp: JSON.stringify(last),
  })
  return {
    ...done,
    outcome: 'filed',
    rows: told.rows,
    facts,
    ...counts(added),
    findings: told.findings,
    seconds: since(started),
  }
}

/** With what a source tells in words alone, read by Chancery's own reader. */
const asRead = async (told: Told): Promise<Told> =>
  told.prose?.length ? (await import('./read-source.ts')).withReadings(told) : told

const since = (started: number): number => (performance.now() - started) / 1000

const factsIn = (told: Told): number =>
  told.facts.length + told.ballots.reduce((sum, ballot) => sum + ballot.votes.length, 0)

const counts = ({ added, unchanged, retracted }: Added) => ({ added, unchanged, withdrawn: retracted })

/** Nothing at all from files that are there is a layout that was not understood; it must not empty the ledger. */
function requireSomething(source: OpenSource, files: Files, told: Told): void {
  if (factsIn(told) || told.names.length) return
  const first = told.findings[0]
  throw new ChanceryError(
    'incorrect',
    files.at,
    `the files of ${source.name} tell nothing (${told.rows} rows read${first ? `; first finding: ${first.message}` : ''}): is this the publisher's layout?`,
  )
}

/** Fewer facts than this part of the last pull's are a file that is cut rather than corrected. */
const MOST_OF_THEM = 0.8

function requireNoLoss(source: OpenSource, files: Files, facts: number, last: LastPull | undefined): void {
  if (!last || facts >= last.facts * MOST_OF_THEM) return
  throw new ChanceryError(
    'conflict',
    files.at,
    `the files of ${source.name} tell ${facts} facts, where the last pull told ${last.facts}, so they may be cut and nothing was changed: if they are whole, say --again`,
  )
}

function file(
  ledger: Ledger,
  told: Told,
  by: string,
  now: string,
  mark: { content: string; stamp: string },
): Promise<Added> {
  const { sources, facts, coverage, names, ballots } = told
  const batch: Batch = { sources, facts, coverage, names, ballots }
  return ledger.replace(batch, { recordedAt: now, by, note: `pulled from ${JSON.parse(mark.stamp).from}` }, mark)
}

function contentOf(files: Files): string {
  const hash = createHash('sha256').update(`${FORMAT}`)
  for (const path of files.list()) {
    const bytes = files.bytes(path)
    hash.update(`\n${path} ${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex').slice(0, 32)
}

function lastPullOf(mark: Mark): LastPull | undefined {
  try {
    return JSON.parse(mark.stamp) as LastPull
  } catch {
    return undefined
  }
}

/** When each data set was pulled last, by its name. */
export async function lastPulls(ledger: Ledger): Promise<Map<string, LastPull>> {
  const marks = (await ledger.marks()).filter(({ by }) => by.startsWith(pullAuthor('')))
  return new Map(
    marks.flatMap((mark) => {
      const last = lastPullOf(mark)
      return last ? [[mark.by.slice(pullAuthor('').length), last] as const] : []
    }),
  )
}
