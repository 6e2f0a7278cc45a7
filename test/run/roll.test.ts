import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { memoryLedger } from '../../src/keep/memory.ts'
import { findRolls, rollCalled, rollOf } from '../../src/run/roll.ts'
import { labels } from '../../src/show/en/label.ts'
import { rollText } from '../../src/show/roll.ts'
import { ACTS, crossed, type RollView } from '../../src/show/views/roll.ts'
import { covers, on, source, told } from '../keep/stores.ts'

const NAMES: readonly [string, string, string, readonly string[]][] = [
  [
    'roll:A-RES-181(II)',
    'A/RES/181(II): Future government of Palestine',
    '1947-11-29',
    ['partition', 'resolution 181'],
  ],
  ['roll:A-RES-73-181', 'A/RES/73/181: Human rights', '2018-12-17', ['resolution 73/181']],
  ['roll:A-RES-47-19', 'A/RES/47/19: Embargo against Cuba', '1992-11-24', ['US embargo']],
  ['roll:R-1', 'General Assembly roll call 2/52: Trusteeship agreements', '1947-11', []],
]

const votes = (choices: Record<string, string>) =>
  Object.entries(choices).map(([seat, c]) => [`seat:${seat}`, c] as [string, string])
const BALLOTS = [
  {
    ...{ roll: 'roll:A-RES-181(II)', when: '1947-11-29', source: 'yearbook', locator: 'p. 247' },
    votes: votes({ ECU: 'yes', RUS: 'yes', YUG: 'abstain', CHN: 'abstain', EGY: 'no', THA: 'absent', GRC: 'no' }),
    stated: { yes: 2, no: 13, abstain: 2, absent: 1 },
  },
  {
    ...{ roll: 'roll:A-RES-181(II)', when: '1947-11', source: 'coders', locator: 'rcid 77' },
    votes: votes({ ECU: 'yes', RUS: 'yes', YUG: 'abstain', CHN: 'abstain', EGY: 'no', GRC: 'abstain' }),
  },
  {
    ...{ roll: 'roll:A-RES-47-19', when: '1992-11-24', source: 'coders', locator: 'rcid 9' },
    votes: votes({ ECU: 'yes', CHN: 'yes' }),
  },
]

async function filed() {
  const ledger = memoryLedger()
  const ties = (code: string, step: string, when: string) =>
    told('relations', { between: ['state:ISR', `state:${code}`], step }, when)
  await ledger.add(
    {
      sources: [source('yearbook'), source('coders'), source('list')],
      ballots: BALLOTS,
      facts: [
        ties('ECU', 'established', '1950-01-01'),
        ties('CHN', 'established', '1992-01-24'),
        ties('EGY', 'held', '1980/'),
        ties('THA', 'severed', '1970-01-01'),
      ],
      coverage: ['ECU', 'EGY', 'THA'].map((code) =>
        covers('relations', { between: ['state:ISR', `state:${code}`] }, '1948-05-14', '2020-06-30'),
      ),
      names: NAMES.map(([id, label, day, aliases]) => ({ id, label, day, aliases: [...aliases] })),
    },
    on('2024-01-01'),
  )
  return ledger
}

const name = labels(new Map())
const partition = async (more: object = {}): Promise<RollView> =>
  rollOf(await filed(), 'roll:A-RES-181(II)', { today: '2024-02-01', name, ...more })
const find = ({ voters }: RollView, code: string) => voters.find((v) => v.code === code)!

describe('a roll call', () => {
  test('names seats as of its day and says who sits there now', async () => {
    const view = await partition()
    const shown = (code: string) => [find(view, code).label, find(view, code).now]
    assert.deepEqual(shown('RUS'), ['Union of Soviet Socialist Republics', 'Russian Federation'])
    assert.deepEqual(shown('CHN'), ['Republic of China', 'China'])
    assert.deepEqual(shown('YUG'), ['Yugoslavia', null])
    assert.deepEqual(shown('ECU'), ['Ecuador', undefined])
    assert.match(view.notes.join(' '), /Union of Soviet Socialist Republics \(now Russian Federation\)/)
  })

  test('tells absent from no vote told, and where sources differ', async () => {
    const view = await partition()
    const { yes, no, abstain, absent, differs, untold } = view.totals
    assert.deepEqual({ yes, no, abstain, absent, differs }, { yes: 2, no: 1, abstain: 2, absent: 1, differs: 1 })
    assert.deepEqual(
      [find(view, 'THA').act, find(view, 'GRC').act, find(view, 'PER').act],
      ['absent', 'differs', 'untold'],
    )
    assert.equal(
      ACTS.reduce((sum, act) => sum + view.totals[act], 0),
      view.voters.length,
    )
    assert.equal(untold, 57 - 7)
  })

  test('counts by source, and says which totals its votes come to', async () => {
    const [coders, yearbook] = (await partition()).counts
    assert.deepEqual([coders!.counts.abstain, coders!.footed], [3, []])
    assert.deepEqual([yearbook!.counts.no, yearbook!.footed], [2, ['yes', 'abstain', 'absent']])
    assert.match(yearbook!.says[0]!.say, /stated are yes 2, no 13/)
  })

  test('is joined with ties: of the state in the seat now, or of the one that voted', async () => {
    const value = async (seats: string) => {
      const view = await partition({ with: 'ties:ISR', seats })
      return ['ECU', 'CHN', 'YUG', 'EGY', 'THA', 'GRC'].map((code) => find(view, code).joined!.value)
    }
    assert.deepEqual(await value('now'), ['yes', 'untold', 'ended', 'yes', 'no', 'untold'])
    assert.deepEqual((await value('then'))[1], 'untold')
    const view = await partition({ with: 'ties:ISR' })
    assert.equal(view.join!.on, '2020-06-30')
    assert.equal(find(view, 'ECU').joined!.facts.length, 1)
    const sum = crossed(view).reduce((n, { cells }) => n + cells.reduce((m, cell) => m + cell.length, 0), 0)
    assert.equal(sum, view.voters.length)
  })

  test('is joined with groups, regions and another roll call', async () => {
    const joined =
      async (set: string, seats = 'now') =>
      (code: string) =>
      async () =>
        find(await partition({ with: set, seats }), code).joined!.value
    assert.equal(await (await joined('group:arab-states', 'then'))('EGY')(), 'yes')
    assert.equal(await (await joined('regions'))('ECU')(), 'group:un-grulac')
    assert.equal(await (await joined('roll:A-RES-47-19'))('CHN')(), 'yes')
    assert.equal(await (await joined('roll:A-RES-47-19'))('EGY')(), 'untold')
    await assert.rejects(partition({ with: 'nonsense' }), { code: 'incorrect' })
    await assert.rejects(partition({ with: 'group:nobody' }), { code: 'not-found' })
    await assert.rejects(partition({ with: 'roll:none' }), { code: 'not-found' })
  })

  test('as text names everybody once by choice', async () => {
    const text = rollText(await partition(), 100, (t) => t)
    assert.match(text, /In favour: 2\n {2}Ecuador and Union of Soviet Socialist Republics/)
    assert.match(text, /Sources differ: 1\n {2}Greece \(abstain: coders, no: yearbook\)/)
  })
})

/** A search, and what it finds first and how many. */
const SEARCHES: readonly [string, string | undefined, number][] = [
  ['181', 'roll:A-RES-181(II)', 2],
  ['A/RES/181 (II)', 'roll:A-RES-181(II)', 1],
  ['73/181', 'roll:A-RES-73-181', 1],
  ['resolution 47/19', 'roll:A-RES-47-19', 1],
  ['palestine government', 'roll:A-RES-181(II)', 1],
  ['PALÉSTINE', 'roll:A-RES-181(II)', 1],
  ['29 November 1947', 'roll:A-RES-181(II)', 2],
  ['november 1947', 'roll:A-RES-181(II)', 2],
  ['1992', 'roll:A-RES-47-19', 1],
  ['cuba 1992', 'roll:A-RES-47-19', 1],
  ['cuba 1993', undefined, 0],
  ['(((', 'roll:A-RES-73-181', 4],
]

for (const [text, first, count] of SEARCHES)
  test(`a search for ${JSON.stringify(text)}`, async () => {
    const { rolls } = await findRolls(await filed(), text)
    assert.deepEqual([rolls[0]?.id, rolls.length], [first, count])
  })

test('one that is found alone is the one called; none is said', async () => {
  const ledger = await filed()
  assert.equal((await rollCalled(ledger, 'embargo')).id, 'roll:A-RES-47-19')
  assert.equal((await rollCalled(ledger, '181')).id, undefined)
  await assert.rejects(rollCalled(ledger, 'qqqq'), { code: 'not-found' })
  await assert.rejects(rollOf(ledger, 'roll:none', { today: '2024-02-01', name }), { code: 'not-found' })
})
