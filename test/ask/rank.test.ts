import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { measure, worldOf } from '../../src/ask/index.ts'
import type { Coverage } from '../../src/model/coverage.ts'
import type { Fact } from '../../src/model/fact.ts'
import type { Measure } from '../../src/model/question.ts'
import { EVER } from '../../src/model/when.ts'
import { covers, snapshot, told } from './world.ts'

const visit = (person: string, when: string): Fact => told('visit', { visitor: person, to: 'state:TON' }, when)
const [A1, A2, B, C] = [
  visit('person:a', '1950-05-01'),
  visit('person:a', '1955-05-01'),
  visit('person:b', '1960-05-01'),
  visit('person:c', '1970-05-01'),
]
const WHOLE = [covers('visit', { to: 'state:TON' }, '0000-01-01', '1999-12-31')]
const LATE = [covers('visit', { to: 'state:TON' }, '1958-01-01', '1999-12-31')]

type Rank = Extract<Measure, { measure: 'rank' }>
const place = (n: number, more: Partial<Rank> = {}): Rank => ({
  measure: 'rank',
  set: { op: 'select', kind: 'visit', roles: { to: { id: 'state:TON' } }, window: EVER },
  role: 'visitor',
  each: 'member',
  of: 'person:b',
  expects: { least: n, most: n },
  ...more,
})
const event = (n: number, claimed: string): Rank => ({
  ...place(n, { each: 'event', claimed: { from: claimed, to: claimed } }),
  of: undefined,
})

const TABLE: [string, Fact[], Coverage[], Rank, string][] = [
  ['the second visitor, another came twice', [A1, A2, B], WHOLE, place(2), 'supported'],
  ['not the third', [A1, A2, B], WHOLE, place(3), 'refuted'],
  ['not the first, whatever is covered', [A1, B], [], place(1), 'refuted'],
  ['the second, if no list says who came before', [A1, B], [], place(2), 'not-covered'],
  ['the second, where the list begins late', [A1, B], LATE, place(2), 'not-covered'],
  ['those who came later do not count', [A1, B, C], WHOLE, place(2), 'supported'],
  ['nobody of that name came', [A1, A2], WHOLE, place(2), 'not-covered'],
  ['one in the same year may have come before', [visit('person:d', '1960'), B], WHOLE, place(2), 'not-covered'],
  ['the third visit', [A1, A2, B], WHOLE, event(3, '1960-05-01'), 'supported'],
  ['not the second visit', [A1, A2, B], WHOLE, event(2, '1960-05-01'), 'refuted'],
  ['no visit on that day', [A1, A2], WHOLE, event(3, '1960-05-01'), 'not-covered'],
]

describe('the place in a row', () => {
  for (const [name, facts, coverage, question, outcome] of TABLE)
    test(name, () => assert.equal(measure(worldOf(snapshot(facts, coverage)), question).outcome, outcome))

  test('the value is known within bounds', () => {
    const { value } = measure(worldOf(snapshot([A1, B], [])), place(2))
    assert.deepEqual(value, { least: 2, most: null })
  })
})
