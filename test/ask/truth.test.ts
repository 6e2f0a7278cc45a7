import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { measure, worldOf } from '../../src/ask/index.ts'
import type { Coverage } from '../../src/model/coverage.ts'
import type { Fact } from '../../src/model/fact.ts'
import type { Measure, Select, SetExpr } from '../../src/model/question.ts'
import { EVER } from '../../src/model/when.ts'
import { covers, denied, snapshot, told } from './world.ts'

const ROLL = 'roll:r'
const cast = (voter: string, choice: string, more: Partial<Fact> = {}) =>
  told('vote', { voter: `seat:${voter}`, roll: ROLL, choice }, '1947-11-29', more)
const voters = (choice: string): Select => ({
  op: 'select',
  kind: 'vote',
  roles: { roll: { id: ROLL }, choice: { id: choice } },
  window: EVER,
  by: 'voter',
})
const whole = covers('vote', { roll: ROLL }, '1947-11-29', '1947-11-29')

const visit = (visitor: string, when: string, more: Partial<Fact> = {}) =>
  told('visit', { visitor: `person:${visitor}`, to: 'state:CUB' }, when, more)
const visits = (to = '9999-12-31', from = '0000-01-01'): Select => ({
  op: 'select',
  kind: 'visit',
  roles: { visitor: { office: 'office:president/USA' }, to: { id: 'state:CUB' } },
  window: { from, to },
})
const term = (who: string, when: string) =>
  told('office', { person: `person:${who}`, office: 'office:president/USA', state: 'state:USA', step: 'serving' }, when)
const terms = [
  term('coolidge', '1923-08-02/1929-03-04'),
  term('hoover', '1929-03-04/1933-03-04'),
  term('obama', '2009-01-20/2017-01-20'),
]
const born = told('statehood', { state: 'state:CUB', step: 'independence' }, '1902-05-20')
const trips = covers('visit', { visitor: 'office:president/USA' }, '1789-04-30', '2020-12-31')
const presidents = covers('office', { office: 'office:president/USA' }, '1789-04-30', '2024-12-31')

const tie = (step: string, when: string, other = 'state:COL', more: Partial<Fact> = {}) =>
  told('relations', { between: ['state:ISR', other], step }, when, more)
const ties = (from: string, to = from): Select => ({
  op: 'select',
  kind: 'relations',
  roles: { between: { allOf: ['state:ISR'] }, step: { id: 'held' } },
  window: { from, to },
  by: 'between',
})
const CHOICES = ['yes', 'no', 'abstain']
const ballot = (n: string, code: string, choice: string) =>
  told('vote', { voter: `seat:${code}`, roll: `roll:${n}`, choice }, '1950-01-01')
/** Of three roll calls in which both took part, they chose alike in one; in a fourth one took part alone. */
const SHARED = [
  ...[
    ['1', 'yes', 'yes'],
    ['2', 'yes', 'no'],
    ['3', 'abstain', 'no'],
  ].flatMap(([n, a, b]) => [ballot(n!, 'A', a!), ballot(n!, 'B', b!)]),
  ballot('4', 'A', 'yes'),
]
const ROLLS = ['A', 'B'].map((code) => covers('vote', { voter: `seat:${code}` }, '0000-01-01', '9999-12-31'))
function shareOf(expected: number): Measure {
  const rolls = (code: string, choice: string): SetExpr => ({
    ...{ op: 'select', kind: 'vote', window: EVER, by: 'roll' },
    roles: { voter: { id: `seat:${code}` }, choice: choice === 'any' ? { anyOf: CHOICES } : { id: choice } },
  })
  const both = (choice: string): SetExpr => ({ op: 'and', of: [rolls('A', choice), rolls('B', choice)] })
  const within: SetExpr = { op: 'or', of: CHOICES.map(both) }
  return { measure: 'share', set: both('any'), within, expects: { least: expected, most: expected } }
}

const founded = told('statehood', { state: 'state:ISR', step: 'founded' }, '1948-05-14')
const pair = (to: string, other = 'state:COL', from = '1948-05-14') =>
  covers('relations', { between: ['state:ISR', other] }, from, to)

type Row = [name: string, facts: Fact[], coverage: Coverage[], question: Measure, outcome: string]

const COL = { expects: ['state:COL'] }
const has = (set: SetExpr, expects: string[]): Measure => ({ measure: 'includes', set, expects })

const TABLES: Record<string, Row[]> = {
  'exclusive roles: one choice per voter and roll': [
    ['told yes', [cast('ECU', 'yes')], [], has(voters('yes'), ['seat:ECU']), 'supported'],
    [
      'told another choice refutes without coverage',
      [cast('ECU', 'no')],
      [],
      has(voters('yes'), ['seat:ECU']),
      'refuted',
    ],
    [
      'told both by two sources',
      [cast('ECU', 'yes'), cast('ECU', 'no')],
      [],
      has(voters('yes'), ['seat:ECU']),
      'disputed',
    ],
    ['not told, list not whole', [cast('FRA', 'yes')], [], has(voters('yes'), ['seat:ECU']), 'not-covered'],
    ['not told, list whole', [cast('FRA', 'yes')], [whole], has(voters('yes'), ['seat:ECU']), 'refuted'],
    [
      'a report that nobody accepted sets no mark',
      [cast('ECU', 'yes', { standing: 'reported' })],
      [],
      has(voters('yes'), ['seat:ECU']),
      'not-covered',
    ],
  ],
  'counts and exact sets': [
    [
      'right count under a whole list',
      [cast('ECU', 'yes'), cast('FRA', 'yes'), cast('CUB', 'no')],
      [whole],
      { measure: 'count', set: voters('yes'), expects: { least: 2, most: 2 } },
      'supported',
    ],
    [
      'wrong count',
      [cast('ECU', 'yes'), cast('FRA', 'yes')],
      [whole],
      { measure: 'count', set: voters('yes'), expects: { least: 3, most: 3 } },
      'refuted',
    ],
    [
      'too many named needs no coverage',
      [cast('ECU', 'yes'), cast('FRA', 'yes')],
      [],
      { measure: 'count', set: voters('yes'), expects: { least: 1, most: 1 } },
      'refuted',
    ],
    [
      'too few named without coverage',
      [cast('ECU', 'yes')],
      [],
      { measure: 'count', set: voters('yes'), expects: { least: 2, most: 2 } },
      'not-covered',
    ],
    [
      'at least one named',
      [cast('ECU', 'yes')],
      [],
      { measure: 'count', set: voters('yes'), expects: { least: 1, most: null } },
      'supported',
    ],
    [
      'a disputed member moves the count',
      [cast('ECU', 'yes'), cast('ECU', 'no')],
      [whole],
      { measure: 'count', set: voters('yes'), expects: { least: 1, most: 1 } },
      'disputed',
    ],
    [
      'exactly these',
      [cast('ECU', 'yes'), cast('CUB', 'no')],
      [whole],
      { measure: 'exactly', set: voters('yes'), expects: ['seat:ECU'] },
      'supported',
    ],
    [
      'exactly these, another is told',
      [cast('ECU', 'yes'), cast('FRA', 'yes')],
      [],
      { measure: 'exactly', set: voters('yes'), expects: ['seat:ECU'] },
      'refuted',
    ],
    [
      'none is exactly the empty set, and a dispute stays one',
      [cast('ECU', 'yes'), cast('ECU', 'no')],
      [whole],
      { measure: 'exactly', set: voters('yes'), expects: [] },
      'disputed',
    ],
  ],
  'absence needs coverage, a counter-example does not': [
    [
      'no visit, whole lists',
      [born, ...terms],
      [trips, presidents],
      { measure: 'exactly', set: visits('2015-12-31'), expects: [] },
      'supported',
    ],
    [
      'no visit, nothing covered',
      [born, ...terms],
      [],
      { measure: 'exactly', set: visits('2015-12-31'), expects: [] },
      'not-covered',
    ],
    [
      'the list ends before the window',
      [born, ...terms],
      [trips, presidents],
      { measure: 'exactly', set: visits('2022-12-31'), expects: [] },
      'not-covered',
    ],
    [
      'one is told',
      [...terms, visit('coolidge', '1928-01-15/1928-01-17')],
      [],
      { measure: 'exactly', set: visits('2015-12-31'), expects: [] },
      'refuted',
    ],
    [
      'a visit out of office is none of the president',
      [born, ...terms, visit('hoover', '1928-12-01')],
      [trips, presidents],
      { measure: 'exactly', set: visits('2015-12-31'), expects: [] },
      'supported',
    ],
    [
      'a visitor of unknown office',
      [...terms, visit('stranger', '1940-01-01')],
      [trips],
      { measure: 'exactly', set: visits('2015-12-31'), expects: [] },
      'not-covered',
    ],
    [
      'somebody tells that there was none',
      [born, ...terms, denied('visit', { visitor: 'office:president/USA', to: 'state:CUB' }, '1902-05-20/2015-12-31')],
      [],
      { measure: 'exactly', set: visits('2015-12-31'), expects: [] },
      'supported',
    ],
    [
      'that telling and a visit clash',
      [...terms, visit('coolidge', '1928-01-15'), denied('visit', { to: 'state:CUB' }, '1902-05-20/2015-12-31')],
      [],
      { measure: 'exactly', set: visits('2015-12-31'), expects: [] },
      'disputed',
    ],
    [
      'a cancelled visit is no witness',
      [...terms, visit('obama', '2014-07', { modality: 'cancelled' })],
      [],
      { measure: 'any', set: visits() },
      'not-covered',
    ],
  ],
  'first and last, in the order of dates that may be imprecise': [
    [
      'first, with whole lists',
      [born, ...terms, visit('coolidge', '1928-01-15/1928-01-17'), visit('obama', '2016-03-20/2016-03-22')],
      [trips, presidents],
      { measure: 'first', set: visits(), role: 'visitor', expects: ['person:coolidge'] },
      'supported',
    ],
    [
      'not first: an earlier one by name, the time being said',
      [...terms, visit('coolidge', '1928-01-15/1928-01-17'), visit('obama', '2016-03-20/2016-03-22')],
      [],
      {
        measure: 'first',
        set: visits(),
        role: 'visitor',
        expects: ['person:obama'],
        claimed: { from: '2016-03-20', to: '2016-03-20' },
      },
      'refuted',
    ],
    [
      'not first, if he is known to have had none before',
      [born, ...terms, visit('coolidge', '1928-01-15/1928-01-17'), visit('obama', '2016-03-20/2016-03-22')],
      [presidents],
      { measure: 'first', set: visits(), role: 'visitor', expects: ['person:obama'] },
      'refuted',
    ],
    [
      'an earlier one by another, but his own earlier ones are not covered',
      [...terms, visit('coolidge', '1928-01-15/1928-01-17'), visit('obama', '2016-03-20/2016-03-22')],
      [],
      { measure: 'first', set: visits(), role: 'visitor', expects: ['person:obama'] },
      'not-covered',
    ],
    [
      'first since 1929',
      [...terms, visit('coolidge', '1928-01-15/1928-01-17'), visit('obama', '2016-03-20/2016-03-22')],
      [trips, presidents],
      { measure: 'first', set: visits('9999-12-31', '1929-01-01'), role: 'visitor', expects: ['person:obama'] },
      'supported',
    ],
    [
      'first, nothing covered',
      [...terms, visit('obama', '2016-03-20/2016-03-22')],
      [],
      { measure: 'first', set: visits(), role: 'visitor', expects: ['person:obama'] },
      'not-covered',
    ],
    [
      'the event itself is not told',
      [born, ...terms],
      [trips, presidents],
      {
        measure: 'first',
        set: visits(),
        role: 'visitor',
        expects: ['person:obama'],
        claimed: { from: '2016-03-20', to: '2016-03-20' },
      },
      'not-covered',
    ],
    [
      'not told, but an earlier one is',
      [...terms, visit('coolidge', '1928-01')],
      [],
      {
        measure: 'first',
        set: visits(),
        role: 'visitor',
        expects: ['person:obama'],
        claimed: { from: '2016-03-20', to: '2016-03-20' },
      },
      'refuted',
    ],
    [
      'days that overlap have no order',
      [born, ...terms, visit('hoover', '1931'), visit('obama', '2016-03-20')].concat(
        visit('coolidge', '1923-08-02/1929-03-04'),
      ),
      [trips, presidents],
      { measure: 'first', set: visits(), role: 'visitor', expects: ['person:hoover'] },
      'refuted',
    ],
  ],
  'a state of affairs': [
    [
      'established and covered',
      [founded, tie('established', '1957-07-01')],
      [pair('2022-12-31')],
      has(ties('2022-05-12'), ['state:COL']),
      'supported',
    ],
    [
      'established, coverage ends before',
      [founded, tie('established', '1957-07-01')],
      [pair('2010-12-31')],
      has(ties('2022-05-12'), ['state:COL']),
      'not-covered',
    ],
    [
      'established, nothing covered',
      [tie('established', '1957-07-01')],
      [],
      has(ties('2022-05-12'), ['state:COL']),
      'not-covered',
    ],
    [
      'severed',
      [founded, tie('established', '1957-07-01'), tie('severed', '2024-05-02')],
      [pair('2024-06-30')],
      has(ties('2024-06-15'), ['state:COL']),
      'refuted',
    ],
    [
      'ever, although severed',
      [founded, tie('established', '1957-07-01'), tie('severed', '2024-05-02')],
      [],
      has(ties('1948-05-14', '2024-06-15'), ['state:COL']),
      'supported',
    ],
    [
      'severed and restored',
      [founded, tie('established', '1948'), tie('severed', '1967-06'), tie('restored', '1991-10-18')],
      [pair('2022-12-31')],
      has(ties('2022-05-12'), ['state:COL']),
      'supported',
    ],
    [
      'between severed and restored',
      [founded, tie('established', '1948'), tie('severed', '1967-06'), tie('restored', '1991-10-18')],
      [pair('2022-12-31')],
      has(ties('1980-01-01'), ['state:COL']),
      'refuted',
    ],
    [
      'within the year in which it began',
      [founded, tie('established', '1957')],
      [pair('2022-12-31')],
      has(ties('1957-06-01'), ['state:COL']),
      'not-covered',
    ],
    [
      'a list that tells that it holds',
      [tie('held', '2022-01-01')],
      [],
      has(ties('2022-01-01'), ['state:COL']),
      'supported',
    ],
    [
      'a list that tells that it does not',
      [denied('relations', { between: ['state:ISR', 'state:COL'], step: 'held' }, '2000/2023')],
      [],
      has(ties('2022-05-12'), ['state:COL']),
      'refuted',
    ],
    [
      'two lists that differ',
      [
        tie('held', '2022-05-12'),
        denied('relations', { between: ['state:ISR', 'state:COL'], step: 'held' }, '2022-05-12'),
      ],
      [],
      has(ties('2022-05-12'), ['state:COL']),
      'disputed',
    ],
    [
      'never any step, covered from the start',
      [founded],
      [pair('2022-12-31', 'state:SAU')],
      has(ties('2022-05-12'), ['state:SAU']),
      'refuted',
    ],
    [
      'never any step, covered from later',
      [founded],
      [pair('2022-12-31', 'state:SAU', '1990-01-01')],
      has(ties('2022-05-12'), ['state:SAU']),
      'not-covered',
    ],
    [
      'a state that ended holds no relations',
      [
        founded,
        tie('established', '1948', 'state:YUG'),
        told('statehood', { state: 'state:YUG', step: 'dissolved' }, '1992-04-27'),
      ],
      [],
      has(ties('2022-05-12'), ['state:YUG']),
      'refuted',
    ],
    [
      'dealings below full relations do not count',
      [
        founded,
        tie('held', '1950/1979', 'state:IRN', {
          roles: { between: ['state:ISR', 'state:IRN'], step: 'held', level: 'de-facto' },
        }),
      ],
      [pair('2022-12-31', 'state:IRN')],
      has(ties('1948-05-14', '2022-05-12'), ['state:IRN']),
      'refuted',
    ],
    [
      'unless the reading is wide',
      [
        tie('held', '1950/1979', 'state:IRN', {
          roles: { between: ['state:ISR', 'state:IRN'], step: 'held', level: 'de-facto' },
        }),
      ],
      [],
      has({ ...ties('1948-05-14', '2022-05-12'), wide: true }, ['state:IRN']),
      'supported',
    ],
    [
      'a year of doubt between two sources about the start leaves the present alone',
      [founded, tie('established', '1949-03-01'), tie('established', '1950-06-01')],
      [pair('2022-12-31')],
      has(ties('2022-05-12'), COL.expects),
      'supported',
    ],
  ],
  'seats and the states that sit in them': [
    [
      'the seat today',
      [
        cast('CHN', 'abstain'),
        told('occupancy', { seat: 'seat:CHN', state: 'state:TWN' }, '1945-10-24/1971-10-25'),
        told('occupancy', { seat: 'seat:CHN', state: 'state:CHN' }, '1971-10-25/'),
      ],
      [],
      has({ op: 'occupants', of: voters('abstain'), on: '2022-05-12' }, ['state:CHN']),
      'supported',
    ],
    [
      'the state that cast the vote',
      [
        cast('CHN', 'abstain'),
        told('occupancy', { seat: 'seat:CHN', state: 'state:TWN' }, '1945-10-24/1971-10-25'),
        told('occupancy', { seat: 'seat:CHN', state: 'state:CHN' }, '1971-10-25/'),
      ],
      [],
      has({ op: 'occupants', of: voters('abstain'), on: 'then' }, ['state:TWN']),
      'supported',
    ],
  ],
  shares: [
    ['a third of what is told', SHARED, [], shareOf(1 / 3), 'not-covered'],
    ['a third, where the roll calls are whole', SHARED, ROLLS, shareOf(1 / 3), 'supported'],
    ['not a half of them', SHARED, ROLLS, shareOf(1 / 2), 'refuted'],
  ],
  'numbers and years': [
    [
      'a size within the bounds',
      [told('community', { people: 'people:x', host: 'state:ECU' }, '2020', { amount: { least: 15000, most: 20000 } })],
      [],
      {
        measure: 'amount',
        set: { op: 'select', kind: 'community', roles: { host: { id: 'state:ECU' } }, window: EVER },
        expects: { least: 14001, most: null },
      },
      'supported',
    ],
    [
      'a size below',
      [told('community', { people: 'people:x', host: 'state:ECU' }, '2020', { amount: { least: 1000, most: 2000 } })],
      [],
      {
        measure: 'amount',
        set: { op: 'select', kind: 'community', roles: { host: { id: 'state:ECU' } }, window: EVER },
        expects: { least: 14001, most: null },
      },
      'refuted',
    ],
    [
      'seventy-four by calendar year, seventy-three completed',
      [founded],
      [],
      {
        measure: 'years',
        set: {
          op: 'select',
          kind: 'statehood',
          roles: { state: { id: 'state:ISR' }, step: { id: 'founded' } },
          window: EVER,
        },
        on: '2022-05-12',
        expects: { least: 74, most: 74 },
      },
      'supported',
    ],
    [
      'eighty years',
      [founded],
      [],
      {
        measure: 'years',
        set: {
          op: 'select',
          kind: 'statehood',
          roles: { state: { id: 'state:ISR' }, step: { id: 'founded' } },
          window: EVER,
        },
        on: '2022-05-12',
        expects: { least: 80, most: 80 },
      },
      'refuted',
    ],
    [
      'over seventy-three by two days',
      [founded],
      [],
      {
        measure: 'years',
        set: {
          op: 'select',
          kind: 'statehood',
          roles: { state: { id: 'state:ISR' }, step: { id: 'founded' } },
          window: EVER,
        },
        on: '2021-05-16',
        expects: { least: 74, most: null },
        over: true,
      },
      'supported',
    ],
    [
      'not over seventy-three on the day itself',
      [founded],
      [],
      {
        measure: 'years',
        set: {
          op: 'select',
          kind: 'statehood',
          roles: { state: { id: 'state:ISR' }, step: { id: 'founded' } },
          window: EVER,
        },
        on: '2021-05-14',
        expects: { least: 74, most: null },
        over: true,
      },
      'refuted',
    ],
  ],
}

for (const [title, rows] of Object.entries(TABLES))
  describe(title, () => {
    for (const [name, facts, coverage, question, outcome] of rows)
      test(name, () => assert.equal(measure(worldOf(snapshot(facts, coverage)), question).outcome, outcome))
  })
