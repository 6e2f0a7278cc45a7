/**
 * `node scripts/regression.ts LEDGER [--show] [--every N]`: sentences made from the raw files of $CHANCERY_SHARED/data, near misses among
 * them, whose truth plain loops over those files tell, and neither the importers nor the algebra. Each is checked twice: as a question
 * in the algebra, and as English. LEDGER holds every source (`chancery pull --all --from $CHANCERY_SHARED/data`).
 */
import { join } from 'node:path'
import { checkerOf, outcomeOf } from '../src/run/check.ts'
import { documentOf } from '../src/run/document.ts'
import { holdersOf } from '../src/run/holders.ts'
import { openLedger } from '../src/run/ledger.ts'
import { agreements } from './regression/agreements.ts'
import { outcomesOf, questionsOf } from './regression/ask.ts'
import { envoys } from './regression/envoys.ts'
import type { Sentence } from './regression/raw.ts'
import { travels } from './regression/travels.ts'
import { visits } from './regression/visits.ts'
import { votes } from './regression/votes.ts'

const data = join(process.env.CHANCERY_SHARED ?? join(import.meta.dirname, '../../shared'), 'data')
const flag = process.argv.indexOf('--every')
const every = flag > 0 ? Number(process.argv[flag + 1]) : 1
const show = process.argv.includes('--show')
/** Of a domain with more sentences, these are spread over it. */
const MOST = 400
const all = [travels, votes, visits, envoys, agreements].flatMap((make) => make(data))
const spread = (list: readonly Sentence[]): Sentence[] => {
  const step = Math.max(1, Math.ceil(list.length / MOST)) * every
  return list.filter((_, i) => i % step === 0)
}
const sentences = [...Map.groupBy(all, (s) => s.domain).values()].flatMap(spread)

const path = process.argv[2]
const ledger = await openLedger(path && !path.startsWith('--') ? { path } : {})
const checker = await checkerOf(ledger)
const holders = await holdersOf(ledger)
const blank = () => ({ all: 0, false: 0, algebra: { right: 0, wrong: 0 }, english: { right: 0, wrong: 0 } })
const table = new Map<string, ReturnType<typeof blank>>()
const sum = blank()

const RIGHT = ({ holds }: Sentence): string => (holds === undefined ? 'not-covered' : holds ? 'supported' : 'refuted')

const decided = (outcomes: readonly string[]): string =>
  outcomes.find((o) => o === 'supported') ?? outcomes.find((o) => o !== 'not-covered') ?? outcomes[0] ?? 'no question'

for (const s of sentences) {
  const row = table.get(s.domain) ?? blank()
  table.set(s.domain, row)
  const told = {
    algebra: decided(await outcomesOf(ledger, questionsOf(s, holders))),
    english: outcomeOf(await checker.check(documentOf(s.text, { date: s.date }), { today: '2026-11-22' })) as string,
  }
  for (const n of [row, sum]) {
    n.all++
    if (!s.holds) n.false++
  }
  for (const way of ['algebra', 'english'] as const) {
    const right = told[way] === RIGHT(s)
    const wrong = !right && (told[way] === 'supported' || told[way] === 'refuted')
    for (const n of [row, sum]) n[way][right ? 'right' : 'wrong'] += right || wrong ? 1 : 0
    if (show && !right) console.log(`${wrong ? 'WRONG' : 'open '} ${way} ${told[way]}: ${s.text} (${RIGHT(s)})`)
  }
}
await ledger.close()

const percent = (n: number, of: number): string => `${((100 * n) / Math.max(1, of)).toFixed(1)} %`
for (const [domain, n] of [...table, ['all', sum] as const])
  console.log(
    `${domain}: ${n.all} sentences, ${n.false} not true; algebra right ${percent(n.algebra.right, n.all)}, wrong ${n.algebra.wrong}; English right ${percent(n.english.right, n.all)}, wrong ${n.english.wrong}`,
  )
