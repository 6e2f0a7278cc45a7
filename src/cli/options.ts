import { userInfo } from 'node:os'
import type { Ledger } from '../keep/port.ts'
import { ChanceryError } from '../model/error.ts'
import type { Outcome } from '../model/verdict.ts'
import type { Day } from '../model/when.ts'
import { openLedger } from '../run/ledger.ts'
import { paint } from './output.ts'

/** The day it is, in UTC; `--today` fixes it. */
export const todayIs = (): Day => new Date().toISOString().slice(0, 10)

/** Who is at the machine, as its system calls them. */
export function userName(): string {
  try {
    return userInfo().username.trim() || 'somebody'
  } catch {
    return process.env.USER?.trim() || 'somebody'
  }
}

/** One of a few words; throws `incorrect` naming them. */
export const oneOf =
  <T extends string>(flag: string, values: readonly T[]) =>
  (value: string): T => {
    const found = values.find((v) => v === value)
    if (found) return found
    throw new ChanceryError('incorrect', flag, `no such choice, ${JSON.stringify(value)}: write ${values.join(', ')}`)
  }

/** A whole number within bounds; throws `incorrect` naming them. */
export const wholeNumber =
  (flag: string, least: number, most: number) =>
  (value: string): number => {
    const n = /^\d{1,9}$/.test(value) ? Number(value) : -1
    if (n >= least && n <= most) return n
    throw new ChanceryError('incorrect', flag, `no such number, ${JSON.stringify(value)}: write ${least} to ${most}`)
  }

/** Runs with an open ledger and closes it, whatever happens. */
export async function withLedger<T>(path: string | undefined, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await openLedger(path === undefined ? {} : { path })
  try {
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}

const STYLES = {
  refuted: 'red',
  disputed: 'magenta',
  'not-covered': 'yellow',
  'not-understood': 'yellow',
  supported: 'green',
  'not-checkable': 'gray',
  dim: 'gray',
  strong: 'bold',
} as const

export const paintOutcome = (outcome: Outcome | 'dim' | 'strong', text: string): string => paint(STYLES[outcome], text)
