import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { outcomesOf, questionsOf } from '../../scripts/regression/ask.ts'
import { travels } from '../../scripts/regression/travels.ts'
import { checkerOf, outcomeOf } from '../../src/run/check.ts'
import { documentOf } from '../../src/run/document.ts'
import { holdersOf } from '../../src/run/holders.ts'
import { openLedger } from '../../src/run/ledger.ts'

const SHARED = process.env.CHANCERY_SHARED ?? join(import.meta.dirname, '../../../shared')
const DATA = join(SHARED, 'data')
const EVERY = 12

/** A small part of `scripts/regression.ts`, on the starter packs: presidents' trips, whose truth plain loops over the raw files tell. */
test('sentences made from the raw files of trips: none is decided wrongly, most are decided', async (t) => {
  if (!existsSync(join(DATA, 'hsg-travels'))) return t.skip(`the raw files are not there: ${DATA}`)
  const sentences = travels(DATA).filter((s, i) => s.domain.startsWith('president') && i % EVERY === 0)
  const ledger = await openLedger({ path: ':memory:' })
  t.after(() => ledger.close())
  const checker = await checkerOf(ledger)
  const holders = await holdersOf(ledger)
  const told: Record<'algebra' | 'english', string[]> = { algebra: [], english: [] }
  for (const s of sentences) {
    const outcomes = await outcomesOf(ledger, questionsOf(s, holders))
    const checked = await checker.check(documentOf(s.text, { date: s.date }), { today: '2026-01-01' })
    told.algebra.push(outcomes.find((o) => o !== 'not-covered') ?? 'not-covered')
    told.english.push(outcomeOf(checked))
  }
  const right = sentences.map((s) => (s.holds ? 'supported' : 'refuted'))
  for (const way of ['algebra', 'english'] as const) {
    const wrong = sentences.filter(
      (_, i) => ['supported', 'refuted'].includes(told[way][i]!) && told[way][i] !== right[i],
    )
    assert.deepEqual(wrong, [], `wrong by ${way}`)
    const share = told[way].filter((o, i) => o === right[i]).length / sentences.length
    assert.ok(share >= 0.9, `${way} has ${share} of ${sentences.length} right`)
  }
})
