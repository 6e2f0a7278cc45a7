/**
 * `node bench/factbench.ts LEDGER`: dated claims of office of FactBench ($CHANCERY_SHARED/corpora/factbench-leader-train.tsv), as
 * sentences with a year: "Golda Meir was prime minister of Israel in 1971". A row with wrong dates is false where its year lies
 * outside the right row's. The set tells one term of each person and no office but head of government, so that what it calls false
 * may be another term; every wrong verdict is printed for a reader to judge.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkerOf, outcomeOf } from '../src/run/check.ts'
import { documentOf } from '../src/run/document.ts'
import { holdersOf } from '../src/run/holders.ts'
import { openLedger } from '../src/run/ledger.ts'

const shared = process.env.CHANCERY_SHARED ?? '../shared'
const rows = readFileSync(join(shared, 'corpora/factbench-leader-train.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
const yearOf = (day = ''): number => Number(day.slice(0, 4))
const right = new Map(rows.filter((r) => r[1] === 'correct').map((r) => [r[2], r]))

interface Sentence {
  text: string
  person: string
  holds: boolean
}

function sentenceOf([, kind, file, person = '', , country, from, to]: string[]): Sentence | undefined {
  const middle = Math.floor((yearOf(from) + yearOf(to)) / 2)
  const told = right.get(file)
  if ((kind !== 'correct' && kind !== 'date') || !told || !middle) return undefined
  const holds = yearOf(told[6]) <= middle && middle <= yearOf(told[7])
  const the = /^(?:United|Netherlands|Philippines|Czech)/.test(country ?? '') ? 'the ' : ''
  return { text: `${person} was prime minister of ${the}${country} in ${middle}.`, person, holds }
}

const ledger = await openLedger({ path: process.argv[2] ?? ':memory:' })
const checker = await checkerOf(ledger)
const holders = await holdersOf(ledger)
const count = { found: 0, decided: 0, right: 0, unknown: 0, unknownRefuted: 0 }
for (const s of rows.flatMap((r) => sentenceOf(r) ?? [])) {
  const outcome = outcomeOf(await checker.check(documentOf(s.text, { date: '2020-01-01' }), { today: '2026-11-22' }))
  if (!holders.persons(s.person).length) {
    count.unknown++
    if (outcome === 'refuted') count.unknownRefuted++
    continue
  }
  count.found++
  if (outcome !== 'supported' && outcome !== 'refuted') {
    if (process.argv.includes('--open')) console.log(`open (${outcome}): ${s.text}`)
    continue
  }
  count.decided++
  if ((outcome === 'supported') === s.holds) count.right++
  else console.log(`${outcome}, by the set ${s.holds ? 'true' : 'false'}: ${s.text}`)
}
await ledger.close()
const share = (n: number, of: number): string => `${n} of ${of} (${((100 * n) / Math.max(1, of)).toFixed(1)} %)`
console.log(
  `person found: decided ${share(count.decided, count.found)}; of those right ${share(count.right, count.decided)}`,
)
console.log(`person not found: ${count.unknown}, refuted ${count.unknownRefuted}`)
