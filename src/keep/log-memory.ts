import type { Act } from './ballots.ts'
import { entryOf, type Kept, NOW, type Transaction } from './filing.ts'
import type { LogAsked, LogEntry } from './log.ts'

/** The log of a ledger in memory, the latest first. */
export function logIn(
  transactions: readonly Transaction[],
  records: readonly Kept[],
  acts: readonly Act[],
  { before = NOW, most }: LogAsked,
): LogEntry[] {
  const count = (end: 'added' | 'retracted', tx: number): number =>
    records.reduce((sum, r) => sum + r.filings.filter((f) => f[end] === tx).length, 0)
  const decided = records.flatMap((r) => r.decisions.map(({ tx, decision }) => ({ tx, act: decision, id: r.id })))
  const done = new Map([...acts, ...decided].map(({ tx, act, id }) => [tx, { act, id }]))
  const wanted = transactions.map((t, tx) => ({ t, tx })).filter(({ tx }) => tx + 1 < before)
  return wanted
    .reverse()
    .slice(0, most)
    .map(({ t, tx }) => ({
      ...{ n: tx + 1, ...entryOf(t) },
      ...{ filed: count('added', tx), withdrawn: count('retracted', tx) },
      ...(done.has(tx) && { did: done.get(tx)! }),
    }))
}
