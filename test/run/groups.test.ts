import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Ledger } from '../../src/keep/port.ts'
import { type Checker, checkerOf, outcomeOf } from '../../src/run/check.ts'
import { documentOf } from '../../src/run/document.ts'
import { openLedger } from '../../src/run/ledger.ts'

/** Groups of states as sets, and places in a row, with the day of the words, the outcome, and who is shown against it. */
const TABLE: [string, string, string, string?][] = [
  ['All Arab states voted against the partition of Palestine in 1947.', '2022-05-12', 'supported'],
  ['Six Arab states voted against the partition of Palestine.', '2022-05-12', 'supported'],
  ['Seven Arab states voted against the partition of Palestine.', '2022-05-12', 'refuted'],
  ['No Arab state voted for the partition of Palestine.', '2022-05-12', 'supported'],
  ['No Latin American country voted against the partition of Palestine.', '2022-05-12', 'refuted', 'state:CUB'],
  ['All EU members have diplomatic relations with Israel.', '2022-05-12', 'supported'],
  ['Every member of the European Union has diplomatic relations with Israel.', '2022-05-12', 'supported'],
  ['No Arab state has diplomatic relations with Israel.', '2022-05-12', 'refuted', 'state:EGY'],
  ['No Arab state has diplomatic relations with Israel.', '1970-05-12', 'not-covered'],
  ['All Arab states have diplomatic relations with Israel.', '2022-05-12', 'refuted', 'state:DZA'],
  // The Warsaw Pact was founded in 1955: of nobody, anything would hold.
  ['All Warsaw Pact members voted for the partition of Palestine in 1947.', '2022-05-12', 'not-covered'],
  ['Barack Obama was the second president of the United States to visit Cuba.', '2022-05-12', 'supported'],
  ['Barack Obama was the third U.S. president to visit Cuba.', '2022-05-12', 'refuted', 'person:calvin-coolidge'],
  // South Vietnam, where two presidents went, was another state: what the name stands for turns it round.
  ['Barack Obama was the third president of the United States to visit Vietnam.', '2022-05-12', 'not-understood'],
  ['Barack Obama was the third president of the United States to visit Cuba.', '2022-05-12', 'refuted'],
  ['In June 1974 Nixon became the second president of the United States to visit Egypt.', '2022-05-12', 'supported'],
  ['Only Arab states voted against the partition of Palestine.', '2022-05-12', 'not-understood'],
]

describe('groups of states, and places in a row', () => {
  let ledger: Ledger
  let checker: Checker
  before(async () => {
    ledger = await openLedger({ path: ':memory:' })
    checker = await checkerOf(ledger)
  })
  after(() => ledger.close())
  for (const [text, date, outcome, against] of TABLE)
    test(`${text} (${date})`, async () => {
      const checked = await checker.check(documentOf(text, { date }), { today: '2026-06-01' })
      assert.equal(outcomeOf(checked), outcome)
      if (!against) return
      const parts = checked.claims.flatMap((c) => c.verdict.readings[0]!.parts)
      assert.ok(parts.some((p) => p.answer.against.some((e) => e.entity === against)))
    })
})
