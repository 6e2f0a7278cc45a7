import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Ledger } from '../../src/keep/port.ts'
import { type Checker, checkerOf, outcomeOf } from '../../src/run/check.ts'
import { documentOf } from '../../src/run/document.ts'
import { openLedger } from '../../src/run/ledger.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/claims.md'), 'utf8')
const section = page.slice(page.indexOf('## Forms'), page.indexOf('## Verdicts'))
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| sentence'))
  .map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trim()),
  )

let ledger: Ledger
let checker: Checker
before(async () => {
  ledger = await openLedger({ path: ':memory:' })
  checker = await checkerOf(ledger)
})
after(() => ledger.close())

describe('the table of forms', () => {
  test('has rows', () => assert.ok(rows.length >= 20))
  for (const [sentence = '', date = '', measure = '', verdict = ''] of rows)
    test(`${sentence} (${date}): ${verdict}`, async () => {
      const checked = await checker.check(documentOf(sentence, { date }), { today: '2026-11-22' })
      const parts = checked.claims.flatMap((c) => c.verdict.readings[0]!.parts.map((p) => p.question.measure as string))
      const of = checked.claims.map((c) => `${c.claim.kind} ${c.claim.is} ${c.verdict.outcome}`).join('; ')
      assert.equal(outcomeOf(checked), verdict, of)
      if (measure !== '–') assert.ok(parts.includes(measure), `${parts.join(', ')} of ${of}`)
    })
})
