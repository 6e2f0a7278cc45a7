import type { Decision, Entry, Instant } from './port.ts'
import type { Filed } from './record.ts'

export interface Transaction {
  at: Instant
  by: string
  note?: string
}

/** One author's filing of a record, in force from transaction `added` until before `retracted`. */
export interface Filing {
  by: string
  added: number
  retracted: number
  retractedBy?: string
}

export interface Kept extends Filed {
  filings: Filing[]
  decisions: { decision: Decision; tx: number }[]
}

export const OPEN = Number.POSITIVE_INFINITY
/** The last transaction that a reader may see. */
export const NOW = Number.MAX_SAFE_INTEGER

/** Whether an author's telling needs no new filing: it is in force, or another withdrew it and so it stays. */
export const stillTold = (filings: readonly Filing[], by: string): boolean => {
  const last = filings.findLast((f) => f.by === by)
  return last !== undefined && (last.retracted === OPEN || last.retractedBy !== by)
}

export function close(filing: Filing, tx: number, by: string): void {
  if (filing.retracted !== OPEN) return
  filing.retracted = tx
  filing.retractedBy = by
}

export const entryOf = (t: Transaction): Omit<Entry, 'act'> => ({
  at: t.at,
  by: t.by,
  ...(t.note !== undefined && { note: t.note }),
})
