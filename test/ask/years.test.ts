import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { memoryLedger } from '../../src/keep/memory.ts'
import type { Ledger } from '../../src/keep/port.ts'
import type { NewFact } from '../../src/model/fact.ts'
import { type Checker, checkerOf, outcomeOf } from '../../src/run/check.ts'
import { documentOf } from '../../src/run/document.ts'

const told = (kind: 'statehood' | 'relations', roles: NewFact['roles'], when: string): NewFact => ({
  kind,
  roles,
  when,
  telling: 'yes',
  modality: 'happened',
  standing: 'data',
  cite: { source: 'list' },
})
const ties = (a: string, b: string, step: string, when: string): NewFact =>
  told('relations', { between: [`state:${a}`, `state:${b}`], step }, when)

const FACTS: NewFact[] = [
  told('statehood', { state: 'state:USA', step: 'independence' }, '1776-07-04'),
  told('statehood', { state: 'state:USA', step: 'exists' }, '1776/'),
  told('statehood', { state: 'state:FRA', step: 'exists' }, '/'),
  told('statehood', { state: 'state:KEN', step: 'exists' }, '1963-12-12/'),
  ties('USA', 'LTU', 'recognised', '1922-07-28'),
  ties('USA', 'LTU', 'restored', '1991-09-06'),
  ties('USA', 'NPL', 'recognised', '1947-04-21'),
  ties('USA', 'NPL', 'established', '1948-02-16'),
]

let ledger: Ledger
let checker: Checker
before(async () => {
  ledger = memoryLedger()
  await ledger.add({ facts: FACTS }, { recordedAt: '2024-01-01', by: 'test' })
  checker = await checkerOf(ledger)
})
after(() => ledger.close())

const ROWS: [string, string][] = [
  ['The United States celebrates the 246th anniversary of its independence.', 'supported'],
  ['The United States celebrates the 61st anniversary of its independence.', 'refuted'],
  ['Kenya celebrates the 59th anniversary of its independence.', 'supported'],
  ['Kenya celebrates the 20th anniversary of its independence.', 'refuted'],
  // A spell without a beginning tells no age.
  ['France celebrates the 300th anniversary of its independence.', 'not-covered'],
  // What was restored began before, and a recognition may be what is reckoned from.
  ['The United States celebrates 100 years of diplomatic relations with Lithuania.', 'supported'],
  ['The United States celebrates 40 years of diplomatic relations with Lithuania.', 'not-covered'],
  ['The United States celebrates 74 years of diplomatic relations with Nepal.', 'supported'],
  ['The United States celebrates 75 years of diplomatic relations with Nepal.', 'supported'],
  ['The United States celebrates 60 years of diplomatic relations with Nepal.', 'refuted'],
]
for (const [sentence, verdict] of ROWS)
  test(`${sentence}: ${verdict}`, async () => {
    const checked = await checker.check(documentOf(sentence, { date: '2022-12-20' }), { today: '2026-11-22' })
    assert.equal(outcomeOf(checked), verdict)
  })
