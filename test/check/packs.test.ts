import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { checkClaim, patternsOf } from '../../src/check/index.ts'
import type { Ledger } from '../../src/keep/port.ts'
import type { Claim } from '../../src/model/claim.ts'
import type { Outcome, Verdict } from '../../src/model/verdict.ts'
import { openLedger } from '../../src/run/ledger.ts'
import { claim, entity, exactly, list, state, votersOf, words } from './claims.ts'

const ROLL = entity('roll:A-RES-181(II)')
const DATE = '2022-05-12'
let ledger: Ledger

before(async () => {
  ledger = await openLedger({ path: ':memory:' })
})
after(() => ledger.close())

async function verdictOf(one: Claim, asOf = DATE, context: Claim[] = [one]): Promise<Verdict> {
  const times = { date: DATE, asOf, today: '2026-11-22', knownOn: '2026-11-22' }
  return checkClaim(one, context, await ledger.fetch(patternsOf(context, times)), times)
}

type Row = [say: string, one: Claim, outcome: Outcome, asOf?: string]

const vote = (voter: string, choice: string) =>
  claim('vote', 'so', { voter: state(voter), roll: ROLL, choice: words(choice) }, { when: '1947-11-29' })
const votes = (n: number, choice: string) =>
  claim('vote', 'count', { voter: words('states'), roll: ROLL, choice: words(choice) }, { count: exactly(n) })
const ties = (a: string, b: string, more: Partial<Claim> = {}) =>
  claim('relations', 'so', { between: list(state(a), state(b)), step: words('held') }, { modality: 'holds', ...more })
const visitors = (office: string, to: string, more: Partial<Claim> = {}) =>
  claim('visit', 'none', { visitor: entity(office), to: state(to) }, more)
const firstVisitor = (who: string, to: string, more: Partial<Claim> = {}) =>
  claim('visit', 'first', { visitor: list(entity('office:president/USA'), entity(who)), to: state(to) }, more)
const years = (code: string, n: number, when: string) =>
  claim('statehood', 'years', { state: state(code), step: words('independence') }, { count: exactly(n), when })

const abstainers = (more: Partial<Claim> = {}) =>
  claim(
    'relations',
    'every',
    { between: list(votersOf(ROLL, 'abstain', 10), state('ISR')), step: words('held') },
    { except: [state('YUG')], modality: 'holds', when: DATE, ...more },
  )

const TABLE: Row[] = [
  ['Ecuador voted for partition', vote('ECU', 'yes'), 'supported'],
  ['Ecuador abstained', vote('ECU', 'abstain'), 'refuted'],
  ['Siam was absent', vote('THA', 'absent'), 'supported'],
  ['33 for', votes(33, 'yes'), 'supported'],
  ['13 against', votes(13, 'no'), 'supported'],
  ['12 against', votes(12, 'no'), 'refuted'],
  ['10 abstentions', votes(10, 'abstain'), 'supported'],
  ['Colombia and Israel have relations', ties('COL', 'ISR'), 'supported'],
  ['Colombia and Israel have relations, in June 2024', ties('COL', 'ISR'), 'refuted', '2024-06-15'],
  ['Saudi Arabia and Israel have relations', ties('SAU', 'ISR'), 'refuted'],
  [
    'relations well over sixty years ago',
    claim(
      'relations',
      'so',
      { between: list(state('ECU'), state('ISR')), step: words('established') },
      { when: '/1962' },
    ),
    'supported',
  ],
  ['all abstainers but Yugoslavia have relations', abstainers(), 'supported'],
  ['the same in June 2024', abstainers(), 'refuted', '2024-06-15'],
  ['the same without the exception', abstainers({ except: [] }), 'refuted'],
  [
    'Yugoslavia no longer exists',
    claim('statehood', 'so', { state: state('YUG'), step: words('dissolved') }),
    'supported',
  ],
  [
    'seventy-four years',
    claim('statehood', 'years', { state: state('ISR'), step: words('founded') }, { count: exactly(74), when: '1948' }),
    'supported',
  ],
  ['two hundred years in 2030', years('ECU', 200, '1830'), 'supported'],
  [
    'no president of Israel has visited Ecuador',
    visitors('office:president/ISR', 'ECU', { when: `/${DATE}` }),
    'not-covered',
  ],
  [
    'no US president visited Cuba from 1929 to 2015',
    visitors('office:president/USA', 'CUB', { when: '1929/2015' }),
    'supported',
  ],
  ['no US president visited Cuba before 2016', visitors('office:president/USA', 'CUB', { when: '/2015' }), 'refuted'],
  ['Obama was the first US president to visit Cuba', firstVisitor('person:barack-obama', 'CUB'), 'refuted'],
  ['Coolidge was the first US president to visit Cuba', firstVisitor('person:calvin-coolidge', 'CUB'), 'supported'],
  ['Obama was the first since 1928', firstVisitor('person:barack-obama', 'CUB', { when: '1928/' }), 'supported'],
  [
    'a stranger visited Cuba',
    claim('visit', 'so', { visitor: entity('person:nobody-at-all'), to: state('CUB') }),
    'not-covered',
  ],
  [
    'a plan',
    claim(
      'relations',
      'so',
      { between: list(state('SAU'), state('ISR')), step: words('established') },
      { modality: 'planned' },
    ),
    'not-checkable',
  ],
  [
    'friendly ties',
    claim(
      'relations',
      'so',
      { between: list(state('ECU'), state('ISR')), step: words('friendly') },
      { modality: 'holds' },
    ),
    'not-checkable',
  ],
]

describe('verdicts on the starter packs', () => {
  for (const [say, one, outcome, asOf] of TABLE)
    test(`${say}: ${outcome}`, async () => assert.equal((await verdictOf(one, asOf)).outcome, outcome))
})

test('all but Yugoslavia: the seat of China and the Republic of China are two readings', async () => {
  const { readings } = await verdictOf(abstainers())
  assert.deepEqual(
    readings.map((r) => r.outcome),
    ['supported', 'refuted'],
  )
  assert.ok(readings[1]!.parts[0]!.answer.against.some((e) => e.entity === 'state:TWN'))
})

test('these four of the thirteen: among them, but not the only ones ever', async () => {
  const four = ['EGY', 'GRC', 'IND', 'TUR'].map(state)
  const span = { start: 1, end: 80 }
  const voted = claim('vote', 'among', { voter: list(...four), roll: ROLL, choice: words('no') }, { span })
  const entered = claim(
    'relations',
    'among',
    { between: list(...four, state('ISR')), step: words('established') },
    { span, when: `1947-11-29/${DATE}` },
  )
  const { outcome, readings } = await verdictOf(entered, DATE, [voted, entered])
  assert.equal(outcome, 'supported')
  assert.deepEqual(
    readings.map((r) => [
      r.outcome,
      [...new Set(r.parts.flatMap((p) => p.answer.against.map((e) => e.entity)))].sort(),
    ]),
    [
      ['supported', []],
      ['refuted', ['state:CUB']],
      ['refuted', ['state:CUB', 'state:IRN']],
    ],
  )
})

test('true when written, false today', async () => {
  const { outcome, today } = await verdictOf(abstainers())
  assert.equal(outcome, 'supported')
  assert.equal(today.outcome, 'refuted')
  assert.ok(today.on >= '2024-05-03', today.on)
})

test('the nearest true sentence of a wrong count is the right one', async () => {
  const { nearest } = await verdictOf(votes(12, 'no'))
  assert.deepEqual(nearest?.question.expects, exactly(13))
})

test('the nearest true sentence of a wrong first is the first since the last before', async () => {
  const { nearest, readings } = await verdictOf(firstVisitor('person:barack-obama', 'CUB'))
  assert.ok(readings[0]!.parts[0]!.answer.against.some((e) => e.entity === 'person:calvin-coolidge'))
  assert.equal(nearest?.question.measure, 'first')
  assert.ok(nearest && 'role' in nearest.question && nearest.question.set.window.from === '1928-01-18')
})

test('a gap names whom to ask about what, and when', async () => {
  const { readings } = await verdictOf(visitors('office:president/ISR', 'ECU', { when: `/${DATE}` }))
  const [gap] = readings[0]!.parts[0]!.answer.gaps
  assert.deepEqual([gap?.kind, gap?.roles.to, gap?.to], ['visit', 'state:ECU', DATE])
})

test('the same inputs give the same verdict, byte for byte', async () => {
  const one = abstainers()
  assert.equal(JSON.stringify(await verdictOf(one)), JSON.stringify(await verdictOf(one)))
})
