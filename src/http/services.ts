import type { Token } from '../keep/access.ts'
import type { Ledger } from '../keep/port.ts'
import type { Day } from '../model/when.ts'
import { type Checker, checkerOf } from '../run/check.ts'
import { documentOf } from '../run/document.ts'
import { rollTable } from '../run/roll-table.ts'
import type { WebFiles } from './assets.ts'
import type { Metrics } from './metrics.ts'
import type { Pool } from './pool.ts'
import type { Writing } from './turn.ts'

/** What every route works with. */
export interface Services {
  ledger: Ledger
  /** The instant it is. */
  now(): string
  /** The day it is, in UTC. */
  today(): Day
  /** Who decides, where a request names nobody. */
  by: string
  /** Beyond this machine: every request needs a token, and the server goes by `names`. */
  beyond?: { names: readonly string[] }
  /** Requests a minute that one token, or one address where none is needed, may make; absent: any number. */
  rate?: number
  /** Threads for what takes long; absent: it is done here, to its end. */
  pool?: Pool
  /** In a thread: has others write one after another, and is not cancelled amid it; absent: the work is simply done. */
  writing?: Writing
  /** Answers an assistant; absent: none is served. */
  mcp?(request: Request, who: { mayWrite: boolean; by: string }): Promise<Response>
  /** Whether assistants may file articles: of those who bear a token, those whose scope allows it. */
  mcpWrites?: boolean
  /** In a thread: whose request it is that was let in. */
  bearer?(): Token | undefined
  /** What is counted of the requests; the app counts for itself unless it is given. */
  metrics?: Metrics
  /** The page's files; absent: the API alone is served. */
  web?: WebFiles
}

/** Does what writes. */
export const written = <T>({ writing }: Pick<Services, 'writing'>, work: () => Promise<T>): Promise<T> =>
  writing ? writing(work) : work()

interface Kept {
  made: number
  /** The head of the ledger as it was loaded; absent: it is being loaded. */
  head?: number
  checker: Promise<Checker>
}
const checkers = new WeakMap<Ledger, Kept>()
/** What reading needs of the ledger is compared with it after so long, in ms: another process may have pulled a source. */
const FRESH = 60_000

/** A checker on what the ledger holds, kept between requests and renewed behind them; `forget` after a write that it must know of. */
export function checkerFor(ledger: Ledger): Promise<Checker> {
  const known = checkers.get(ledger)
  if (!known) return load(ledger).checker
  if (performance.now() - known.made > FRESH) {
    known.made = performance.now()
    setTimeout(() => void renew(ledger, known).catch(() => {}), 100).unref()
  }
  return known.checker
}

function load(ledger: Ledger): Kept {
  const made = async () => {
    const head = await ledger.head()
    const checker = await checkerOf(ledger)
    kept.head = head
    return checker
  }
  const kept: Kept = { made: performance.now(), checker: made() }
  checkers.set(ledger, kept)
  kept.checker.catch(() => checkers.get(ledger) === kept && checkers.delete(ledger))
  return kept
}

/** Loads it anew where something was done to the ledger since; until it is loaded, the one before serves. */
async function renew(ledger: Ledger, known: Kept): Promise<void> {
  const head = await ledger.head()
  if (head === known.head) return
  const checker = await checkerOf(ledger)
  if (checkers.get(ledger) === known)
    checkers.set(ledger, { made: performance.now(), head, checker: Promise.resolve(checker) })
}

/** The head of the ledger of which the checker is; absent: none is loaded. */
export const checkerHead = (ledger: Ledger): number | undefined => checkers.get(ledger)?.head

const others = new WeakMap<Ledger, () => void>()
/** Has `tell` called whenever what is kept of a ledger is to be loaded anew. */
export const onForget = (ledger: Ledger, tell: () => void): void => void others.set(ledger, tell)

export const forget = (ledger: Ledger): void => {
  checkers.delete(ledger)
  others.get(ledger)?.()
}

/** Loads what the first page would wait for: the ledger's names and its roll calls. */
export async function ready({ ledger }: Pick<Services, 'ledger'>): Promise<Checker> {
  const checker = await checkerFor(ledger)
  await rollTable(ledger, { ids: checker.labels.keys() })
  return checker
}

/** Loads what the first article would wait for: the ledger's names and the weights of the grammar. */
export async function warm({ ledger, today }: Services): Promise<void> {
  const checker = await checkerFor(ledger)
  await checker.check(documentOf('The president of Ecuador visited Israel for the first time.'), { today: today() })
}
