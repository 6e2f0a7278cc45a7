import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { memoryLedger } from '../../src/keep/memory.ts'
import type { NewFact } from '../../src/model/fact.ts'
import { anniversariesOf } from '../../src/run/anniversaries.ts'
import { calendarFile, calendarText, showAnniversaries } from '../../src/show/calendar.ts'

const SOURCE = { id: 's', title: 'A list', licence: 'CC0', viewpoint: 'as listed', asOf: '2025-01-01' }
const fact = (kind: NewFact['kind'], roles: NewFact['roles'], when: string, more: Partial<NewFact> = {}): NewFact => ({
  ...{ kind, roles, when, telling: 'yes', modality: 'happened', standing: 'data', cite: { source: 's' } },
  ...more,
})
const ties = (step: string, when: string, more?: Partial<NewFact>) =>
  fact('relations', { between: ['state:FJI', 'state:TON'], step }, when, more)

async function of(facts: NewFact[], every = 5, from = '2026-01-01', to = '2026-12-31') {
  const ledger = memoryLedger()
  await ledger.add({ sources: [SOURCE], facts }, { recordedAt: '2025-01-01', by: 'test' })
  return anniversariesOf(ledger, ['state:FJI', 'state:TON'], { from, to }, every)
}
const label = (id: string): string => id.replace('state:', '')
const lines = async (...args: Parameters<typeof of>) =>
  (await of(...args)).anniversaries.map((a) => `${a.on} ${a.years} ${a.fact.kind}`)

describe('anniversaries of a pair', () => {
  const TABLE: [string, NewFact[], string[]][] = [
    ['ties begun on a day', [ties('established', '1976-06-04')], ['2026-06-04 50 relations']],
    ['no round number', [ties('established', '1975-06-04')], []],
    ['known by the month', [ties('established', '1976-06')], ['2026-06 50 relations']],
    ['known by the year', [ties('established', '1976')], ['2026 50 relations']],
    ['29 February, in a year without', [ties('established', '1996-02-29')], ['2026-02-28 30 relations']],
    ['an end is not remembered', [ties('severed', '1976-06-04')], []],
    ['nor what did not take place', [ties('established', '1976-06-04', { modality: 'cancelled' })], []],
    ['nor what only an article tells', [ties('established', '1976-06-04', { standing: 'reported' })], []],
    [
      'the beginning of either state',
      [fact('statehood', { state: 'state:TON', step: 'independence' }, '1970-06-04')],
      ['2026-06-04 56 statehood'],
    ],
    [
      'not what one of them has with a third',
      [fact('relations', { between: ['state:FJI', 'state:WSM'], step: 'established' }, '1976-06-04')],
      [],
    ],
  ]
  for (const [name, facts, expected] of TABLE)
    test(name, async () => assert.deepEqual(await lines(facts, name.startsWith('the beginning') ? 1 : 5), expected))

  test('a time that has passed, or is not reached, is left out', async () => {
    assert.deepEqual(await lines([ties('established', '1976-06-04')], 5, '2026-06-05', '2027-06-03'), [])
  })

  test('a calendar file holds what is known to the day, the same bytes each time', async () => {
    const { anniversaries, sources } = await of([ties('established', '1976-06-04'), ties('restored', '2001')])
    const shown = showAnniversaries(anniversaries, label)
    const one = await calendarFile(shown, 'Fiji and Tonga', sources, '2026-01-01')
    assert.deepEqual(one, await calendarFile(shown, 'Fiji and Tonga', sources, '2026-01-01'))
    assert.equal(one.omitted, 1)
    assert.match(one.text, /DTSTART;VALUE=DATE:20260604\r\n/)
    assert.match(one.text.replaceAll('\r\n ', ''), /SUMMARY:50 years: .*FJI.*established diplomatic relations/)
  })
  test('text says who tells it', async () => {
    const { anniversaries, sources } = await of([ties('established', '1976-06-04')])
    const shown = showAnniversaries(anniversaries, label)
    assert.match(calendarText(shown, sources, 120), /^4 June 2026 +50 years: .*\(A list\)\n$/)
  })
})
