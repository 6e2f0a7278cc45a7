import type { Decision, Instant } from './port.ts'

/** One entry of the ledger: what somebody did at once. */
export interface LogEntry {
  /** Its place: 1 is the first. */
  n: number
  at: Instant
  by: string
  note?: string
  /** Records that it filed, and that it withdrew. */
  filed: number
  withdrawn: number
  /** What was decided on one record, or done to a vote of a roll call. A record that is redacted is `retract`ed. */
  did?: { act: Decision | 'retract'; id: string }
  /** Its link in the chain; absent in a ledger that is kept in memory alone. */
  link?: string
}

export interface LogAsked {
  /** Entries before this place alone. */
  before?: number
  most: number
}

/** An entry as the tables of a ledger have it. */
export interface LogRow {
  n: number
  at: string
  by: string
  note: string | null
  link: string | null
  act: string | null
  id: string | null
}

export type Counts = readonly { n: number; of: number }[]

/** Entries of rows, with what each filed and withdrew. */
export function logOf(rows: readonly LogRow[], filed: Counts, withdrawn: Counts): LogEntry[] {
  const [added, gone] = [filed, withdrawn].map((counts) => new Map(counts.map(({ n, of }) => [Number(n), Number(of)])))
  return rows.map(({ n, at, by, note, link, act, id }) => ({
    ...{ n, at, by },
    ...(note !== null && { note }),
    ...{ filed: added!.get(n) ?? 0, withdrawn: gone!.get(n) ?? 0 },
    ...(act !== null && id !== null && { did: { act: act as Decision | 'retract', id } }),
    ...(link !== null && { link }),
  }))
}

/** The rows of a log, for SQL that names its values as it does: the place before which, then how many. */
export const logSql = (before: string, most: string): string => `SELECT t.seq AS n, t.at, t.by, t.note, l.hash AS link,
  coalesce(d.decision, a.act) AS act, coalesce(r.id, a.id) AS id
  FROM tx t LEFT JOIN link l ON l.tx = t.seq LEFT JOIN decision d ON d.tx = t.seq LEFT JOIN record r ON r.seq = d.record
  LEFT JOIN act a ON a.tx = t.seq WHERE t.seq < ${before} ORDER BY t.seq DESC LIMIT ${most}`

/** How many filings began, or ended, from one place to another. */
export const countSql = (column: 'added' | 'retracted', from: string, to: string): string =>
  `SELECT ${column} AS n, count(*) AS of FROM filing WHERE ${column} >= ${from} AND ${column} <= ${to} GROUP BY ${column}`

export const HEAD = 'SELECT seq AS n FROM tx ORDER BY seq DESC LIMIT 1'
