/**
 * `node bench/claims.ts [LEDGER]`: claims a second on one core, sentence in to verdict out, on a ledger (the starter packs if none is
 * given), beside the time to parse and stringify a verdict's JSON as a ratio that a noisy machine leaves alone.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stateLabel } from '../src/atlas/index.ts'
import { checkerOf } from '../src/run/check.ts'
import { documentOf } from '../src/run/document.ts'
import { openLedger } from '../src/run/ledger.ts'

type Row = Record<string, string>
const rows = (file: string): Row[] =>
  parse(readFileSync(join(import.meta.dirname, '../data', file)), { columns: true, skip_empty_lines: true })

const label = (id: string): string => stateLabel(id, 'short') ?? id
const named = new Map(
  [...rows('us-travels/names.csv'), ...rows('us-travels/names-early.csv')].map((r) => [r.id!, r.label!]),
)
const visits = rows('us-travels/visits-of-presidents.csv').filter((_, i) => i % 4 === 0)
const sentences = visits.flatMap((r) => {
  const [who, where, year] = [named.get(r.visitor!), label(r.to!), r.when!.slice(0, 4)]
  if (!who || !r.to!.startsWith('state:')) return []
  return [
    `${who} visited ${where} in ${year}.`,
    `No president of the United States has ever visited ${where}.`,
    `${who} was the first president of the United States to visit ${where}.`,
    `${where} voted for the partition of Palestine.`,
    `${where} has diplomatic relations with Israel.`,
  ]
})

const at = (list: readonly number[], share: number): number => list[Math.floor(share * (list.length - 1))]!
const path = process.argv[2]
const ledger = await openLedger(path ? { path } : {})
const loading = performance.now()
const checker = await checkerOf(ledger)
const loaded = performance.now() - loading
const spent: number[] = []
let json = 0
for (const [i, text] of sentences.entries()) {
  const start = performance.now()
  const checked = await checker.check(documentOf(text, { date: '2020-01-01' }), { today: '2026-01-01' })
  const took = performance.now() - start
  if (i < 50) continue
  spent.push(took)
  const copying = performance.now()
  JSON.parse(JSON.stringify(checked.claims))
  json += performance.now() - copying
}
await ledger.close()
spent.sort((a, b) => a - b)
const total = spent.reduce((sum, ms) => sum + ms, 0)
console.log(
  `${spent.length} claims: ${((1000 * spent.length) / total).toFixed(0)} a second, after ${loaded.toFixed(0)} ms of loading`,
)
console.log(
  `p50 ${at(spent, 0.5).toFixed(1)} ms, p99 ${at(spent, 0.99).toFixed(1)} ms, worst ${at(spent, 1).toFixed(0)} ms`,
)
console.log(`${(total / json).toFixed(1)} times a copy of the verdict by JSON`)
