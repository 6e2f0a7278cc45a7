import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact, Roles } from '../../src/model/fact.ts'
import type { Judgement } from '../../src/model/judgement.ts'
import type { Kind } from '../../src/model/kinds/index.ts'
import { tellingKey } from '../../src/model/telling.ts'
import { type Unsure, unsurePairs } from '../../src/reconcile/index.ts'
import { snapshot, told } from '../ask/world.ts'

const from = (source: string, kind: Kind, roles: Roles, when: string): Fact =>
  told(kind, roles, when, {
    cite: { source, ...(source.startsWith('doc:') && { doc: source }) },
    standing: source.startsWith('doc:') ? 'reported' : 'data',
  })
const trip = (source: string, visitor: string, when: string, more: Roles = {}): Fact =>
  from(source, 'visit', { visitor, to: 'state:ECU', ...more }, when)
const meeting = (source: string, parties: string[], when = '1950-03-01'): Fact =>
  from(source, 'meeting', { parties }, when)
const term = told(
  'office',
  { person: 'person:ana-able', office: 'office:president/PER', state: 'state:PER', step: 'serving' },
  '1949-01-01/1952-12-31',
)

const reasons = (pairs: readonly Unsure[]): string[] =>
  pairs.map((p) => [p.apart, ...p.named.map((d) => d.role)].join(' '))

/** Facts, and how each pair to be judged differs: days apart, then roles. */
const TABLE: [string, Fact[], string[]][] = [
  ['one event as told needs no word', [trip('a', 'person:x', '1950-03-01'), trip('b', 'person:x', '1950-03-01')], []],
  ['two days apart', [trip('a', 'person:x', '1950-03-01'), trip('b', 'person:x', '1950-03-03')], ['2']],
  ['three weeks apart are two', [trip('a', 'person:x', '1950-03-01'), trip('b', 'person:x', '1950-03-22')], []],
  ['one list tells two', [trip('a', 'person:x', '1950-03-01'), trip('a', 'person:x', '1950-03-03')], []],
  [
    'an article may tell one twice',
    [trip('doc:1', 'person:x', '1950-03-01'), trip('doc:1', 'person:x', '1950-03-03')],
    ['2'],
  ],
  [
    'a name with an initial',
    [trip('a', 'person:ana-able', '1950-03-01'), trip('b', 'person:ana-b-able', '1950-03-01')],
    ['0 visitor'],
  ],
  ['another surname', [trip('a', 'person:ana-able', '1950-03-01'), trip('b', 'person:ana-baker', '1950-03-01')], []],
  ['a namesake', [trip('a', 'person:ana-able', '1950-03-01'), trip('b', 'person:ben-able', '1950-03-01')], []],
  [
    'the office and its holder',
    [term, trip('a', 'person:ana-able', '1950-03-01'), trip('b', 'office:president/PER', '1950-03-01')],
    ['0 visitor'],
  ],
  [
    'an office that the other did not hold',
    [trip('a', 'person:ana-able', '1950-03-01'), trip('b', 'state:PER', '1950-03-01')],
    [],
  ],
  [
    'another state',
    [trip('a', 'person:x', '1950-03-01'), trip('b', 'person:x', '1950-03-01', { to: 'state:COL' })],
    [],
  ],
  [
    'a territory',
    [trip('a', 'person:x', '1950-03-01'), trip('b', 'person:x', '1950-03-01', { to: 'place:galapagos' })],
    ['0 to'],
  ],
  [
    'a territory where the other was not',
    [
      trip('a', 'person:x', '1950-03-01', { place: 'place:quito' }),
      trip('b', 'person:x', '1950-03-01', { to: 'place:galapagos' }),
    ],
    [],
  ],
  [
    'one party more',
    [meeting('a', ['person:x', 'person:y']), meeting('b', ['person:x', 'person:y', 'person:z'])],
    ['0 parties'],
  ],
  ['one party shared', [meeting('a', ['person:x', 'person:y']), meeting('b', ['person:x', 'person:z'])], []],
  ['a year meets everything', [trip('a', 'person:x', '1950'), trip('b', 'person:x', '1951-01-02')], []],
]

for (const [what, facts, expected] of TABLE)
  test(`to be judged: ${what}`, () => {
    assert.deepEqual(reasons(unsurePairs(snapshot(facts))), expected)
    assert.deepEqual(reasons(unsurePairs(snapshot(facts.toReversed()))), expected)
  })

test('what was judged is asked no more; what nobody can say stays', () => {
  const [a, b] = [trip('a', 'person:x', '1950-03-01'), trip('b', 'person:x', '1950-03-03')]
  const word = (is: 'same' | 'not-same' | 'unsure'): Judgement => ({
    id: 'judgement:1',
    is,
    kind: 'visit',
    tellings: [tellingKey(a), tellingKey(b)],
    because: 'said so',
    by: 'ana',
  })
  const left = (is: 'same' | 'not-same' | 'unsure') =>
    unsurePairs({ ...snapshot([a, b]), judgements: [word(is)] }).length
  assert.deepEqual([left('same'), left('not-same'), left('unsure')], [0, 0, 1])
})
