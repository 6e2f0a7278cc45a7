import type { Ledger } from '../keep/port.ts'
import type { Day } from '../model/when.ts'
import { type Checker, checkerOf } from '../run/check.ts'
import type { WebFiles } from './assets.ts'

/** What every route works with. */
export interface Services {
  ledger: Ledger
  /** The instant it is. */
  now(): string
  /** The day it is, in UTC. */
  today(): Day
  /** Who decides, where a request names nobody. */
  by: string
  /** The page's files; absent: the API alone is served. */
  web?: WebFiles
}

const checkers = new WeakMap<Ledger, { made: number; checker: Promise<Checker> }>()
/** What reading needs of the ledger is loaded anew after so long, in ms: another process may have pulled a source. */
const FRESH = 60_000

/** A checker on what the ledger holds now, kept between requests; `forget` after a write of our own. */
export function checkerFor(ledger: Ledger): Promise<Checker> {
  const known = checkers.get(ledger)
  if (known && performance.now() - known.made < FRESH) return known.checker
  const checker = checkerOf(ledger)
  checkers.set(ledger, { made: performance.now(), checker })
  checker.catch(() => checkers.delete(ledger))
  return checker
}

export const forget = (ledger: Ledger): void => {
  checkers.delete(ledger)
}
