import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measure, worldOf } from '../../src/ask/index.ts'
import type { Fact, Roles } from '../../src/model/fact.ts'
import { lacksOf } from '../../src/reconcile/index.ts'
import { covers, snapshot, told } from '../ask/world.ts'

const LIST = covers('visit', { visitor: 'office:president/PER' }, '1940-01-01', '1959-12-31')
const term = told(
  'office',
  { person: 'person:ana-able', office: 'office:president/PER', state: 'state:PER', step: 'serving' },
  '1949-01-01/1952-12-31',
)
const trip = (source: string, when: string, more: Roles = {}, fact: Partial<Fact> = {}): Fact =>
  told('visit', { visitor: 'person:ana-able', to: 'state:ECU', ...more }, when, {
    cite: { source, ...(source.startsWith('doc:') && { doc: source }) },
    ...fact,
  })
const accepted = { standing: 'accepted' } as const

/** Facts beside the list and the term, and the days in doubt; `reported` where only a finding follows. */
const TABLE: [string, Fact[], string[]][] = [
  ['the list tells it', [trip('list', '1950-03-01'), trip('other', '1950-03-01')], []],
  ['another data set tells it', [trip('other', '1950-03-01/1950-03-04')], ['1949-03-01/1951-03-04']],
  ['an accepted report tells it', [trip('doc:1', '1950-03-01', {}, accepted)], ['1949-03-01/1951-03-01']],
  ['a report that nobody accepted', [trip('doc:1', '1950-03-01', {}, { standing: 'reported' })], ['reported']],
  ['two tell it', [trip('other', '1950-03-01'), trip('doc:1', '1950-03-01', {}, accepted)], ['1949-03-01/1951-03-01']],
  ['the list dates it otherwise', [trip('list', '1950-03-05'), trip('other', '1950-03-01')], []],
  ['the list names a month', [trip('list', '1950-03'), trip('other', '1950-03-01')], []],
  [
    'the list has another trip that month',
    [trip('list', '1950-03-25'), trip('other', '1950-03-01')],
    ['1949-03-01/1951-03-01'],
  ],
  [
    'the list has another state that day',
    [trip('list', '1950-03-01', { to: 'state:COL' }), trip('other', '1950-03-01')],
    ['1949-03-01/1951-03-01'],
  ],
  ['before the list', [trip('other', '1939-03-01')], []],
  ['perhaps before the list', [trip('other', '1939-12-31/1940-01-02')], []],
  ['without a time', [trip('other', '')], []],
  ['not while in office', [trip('other', '1953-03-01')], []],
  ['perhaps not while in office', [trip('other', '1948-12-31/1949-01-02')], []],
  ['of another person', [trip('other', '1950-03-01', { visitor: 'person:ben-baker' })], []],
  ['at no state', [trip('other', '1950-03-01', { to: 'place:galapagos' })], []],
  ['planned only', [trip('other', '1950-03-01', {}, { modality: 'planned' })], []],
  ['denied', [trip('other', '1950-03-01', {}, { telling: 'no' })], []],
]

for (const [what, facts, expected] of TABLE)
  test(`a list said to be whole: ${what}`, () => {
    const lacks = lacksOf(snapshot([term, ...facts], [LIST]))
    assert.deepEqual(
      lacks.map(({ doubt }) => (doubt ? `${doubt.from}/${doubt.to}` : 'reported')),
      expected,
    )
  })

test('only a list that is said to be whole can be found to lack anything', () => {
  const facts = [term, trip('other', '1950-03-01')]
  for (const grade of ['complete-but', 'lower-bound', 'sample'] as const)
    assert.deepEqual(lacksOf(snapshot(facts, [{ ...LIST, grade }])), [])
})

test('around what it lacks a list proves nothing by silence, elsewhere it does', () => {
  const offices = covers('office', { office: 'office:president/PER' }, '1940-01-01', '1959-12-31')
  const facts = [term, trip('other', '1950-03-01')]
  const plain = snapshot(facts, [LIST, offices])
  const doubts = lacksOf(plain).flatMap(({ doubt }) => (doubt ? [{ ...doubt, id: 'judgement:1' }] : []))
  const asked = (to: string, from: string, until: string, judgements = doubts) =>
    measure(worldOf({ ...plain, judgements }), {
      measure: 'any',
      set: {
        op: 'select',
        kind: 'visit',
        roles: { visitor: { office: 'office:president/PER' }, to: { id: `state:${to}` } },
        window: { from, to: until },
      },
    }).outcome
  assert.equal(asked('COL', '1950-01-01', '1950-12-31', []), 'refuted')
  assert.equal(asked('COL', '1950-01-01', '1950-12-31'), 'not-covered')
  assert.equal(asked('COL', '1951-01-01', '1959-12-31'), 'not-covered')
  assert.equal(asked('COL', '1951-03-02', '1959-12-31'), 'refuted')
  assert.equal(asked('ECU', '1950-01-01', '1950-12-31'), 'supported')
})
