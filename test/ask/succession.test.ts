import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { measure, worldOf } from '../../src/ask/index.ts'
import type { Coverage } from '../../src/model/coverage.ts'
import type { Fact } from '../../src/model/fact.ts'
import type { Measure } from '../../src/model/question.ts'
import { EVER } from '../../src/model/when.ts'
import { covers, snapshot, told } from './world.ts'

/** "X succeeded Y": of those who took up the office, X was the first since Y. */
const OFFICE = { state: 'state:TON', office: 'office:president/TON', title: 'president' }
const term = (person: string, when: string, more: Partial<Fact> = {}): Fact =>
  told('office', { person, ...OFFICE, step: 'serving' }, when, more)
const glimpse = (person: string, when: string): Fact => told('office', { person, ...OFFICE, step: 'served' }, when)
const other = { cite: { source: 'other' } }

const A = term('person:a', '1950-05-01/1955-05-01')
const B = term('person:b', '1955-05-01/1960-05-01')
const C = term('person:c', '1960-05-01/1970-05-01')
const AGAIN = term('person:a', '1970-05-01/1975-05-01')
const WHOLE = [covers('office', { office: 'office:president/TON' }, '0000-01-01', '1999-12-31')]

const succeeded = (x: string, y: string, year?: number): Measure => ({
  measure: 'first',
  set: {
    op: 'select',
    kind: 'office',
    roles: { state: { id: 'state:TON' }, office: { id: 'office:president/TON' }, step: { id: 'took-office' } },
    window: EVER,
  },
  role: 'person',
  expects: [`person:${x}`],
  since: { id: `person:${y}` },
  ...(year && { claimed: { from: `${year}-01-01`, to: `${year}-12-31` } }),
})

const TABLE: [string, Fact[], Coverage[], Measure, string][] = [
  ['the next one', [A, B, C], WHOLE, succeeded('b', 'a'), 'supported'],
  ['one came between', [A, B, C], WHOLE, succeeded('c', 'a'), 'refuted'],
  ['one came between, and the first may have come back', [A, B, C], [], succeeded('c', 'a'), 'not-covered'],
  ['the next one that is told, where no list is whole', [A, B], [], succeeded('b', 'a'), 'not-covered'],
  ['the other way round', [A, B, C], WHOLE, succeeded('a', 'b'), 'not-covered'],
  ['who never held it', [A, B], WHOLE, succeeded('b', 'x'), 'not-covered'],
  ['by whom it was never held', [A, B], WHOLE, succeeded('x', 'a'), 'not-covered'],
  ['a second term, after another', [A, B, C, AGAIN], WHOLE, succeeded('a', 'c'), 'supported'],
  ['a first term is not after another', [A, B, C, AGAIN], WHOLE, succeeded('b', 'a'), 'supported'],
  ['in the year', [A, B, C], WHOLE, succeeded('b', 'a', 1955), 'supported'],
  ['in another year', [A, B, C], WHOLE, succeeded('b', 'a', 1957), 'not-covered'],
  [
    'two sources whose days differ by one',
    [A, B, term('person:b', '1955-05-02/1960-05-01', other)],
    WHOLE,
    succeeded('b', 'a'),
    'supported',
  ],
  [
    'days on which someone was seen in office begin nothing',
    [A, B, glimpse('person:c', '1953-05-01')],
    WHOLE,
    succeeded('b', 'a'),
    'supported',
  ],
  [
    'years alone leave the order open',
    [term('person:a', '1950/1955'), term('person:b', '1950/1955')],
    WHOLE,
    succeeded('b', 'a'),
    'not-covered',
  ],
]

describe('succession', () => {
  for (const [name, facts, coverage, question, outcome] of TABLE)
    test(name, () => assert.equal(measure(worldOf(snapshot(facts, coverage)), question).outcome, outcome))
})
