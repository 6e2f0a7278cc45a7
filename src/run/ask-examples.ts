import type { Ledger } from '../keep/port.ts'
import type { Day } from '../model/when.ts'
import { askLedger } from './ask.ts'
import { holdersOf } from './holders.ts'

/** Questions of every form; those are shown that the ledger answers. */
const CANDIDATES: readonly string[] = [
  'Which states abstained on the partition of Palestine?',
  'Who was the first president of the United States to visit Cuba?',
  'How many states voted against the partition of Palestine?',
  'Which of the states that abstained on the partition of Palestine have diplomatic relations with Israel?',
  'When did the United States and Cuba break off diplomatic relations?',
  'Which presidents of the United States have visited Cuba?',
  'Did Ecuador vote for the partition of Palestine?',
  'Which states voted against the embargo on Cuba in 2022?',
  'When did Barack Obama visit Cuba?',
  'Which states are members of ASEAN?',
]
const MOST = 6

const known = new WeakMap<Ledger, Promise<string[]>>()

/** Questions that what is loaded answers, tried once for an open ledger. */
export function examplesOf(ledger: Ledger, today: Day): Promise<string[]> {
  const made = known.get(ledger) ?? tried(ledger, today)
  known.set(ledger, made)
  made.catch(() => known.delete(ledger))
  return made
}

async function tried(ledger: Ledger, today: Day): Promise<string[]> {
  const holders = await holdersOf(ledger)
  const out: string[] = []
  for (const text of CANDIDATES) {
    const { readings } = await askLedger(ledger, text, { today, holders })
    if (readings[0] && readings[0].answer.outcome !== 'not-covered') out.push(text)
    if (out.length === MOST) break
  }
  return out
}
