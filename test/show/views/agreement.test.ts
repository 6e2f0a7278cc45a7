import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BallotTable } from '../../../src/model/ballot.ts'
import { EVER } from '../../../src/model/when.ts'
import { spans } from '../../../src/show/agreement.ts'
import { agreementView, choiceOn } from '../../../src/show/views/agreement.ts'

const NAMES = ['yes', 'no', 'abstain', 'absent']
/** A row a voter, a letter a roll call: y, n, a(bstain), x (absent), . (not told). */
const tableOf = (rows: Record<string, string>, days: readonly string[]): BallotTable => ({
  voters: Object.keys(rows).map((code) => `seat:${code}`),
  columns: days.map((when, i) => ({ roll: `roll:${i}`, when, source: 'list' })),
  choices: Uint8Array.from(Object.values(rows).flatMap((row) => [...row].map((c) => '.ynax'.indexOf(c)))),
  names: NAMES,
})
const DAYS = ['1950-11', '1950-12', '1951-12', '1953-10-02', '1953-10-03', '1953-10-04']
const TABLE = tableOf({ ECU: 'yynyx.', PER: 'yanynn', USA: 'nnnyyy', NEP: 'yy....' }, DAYS)
const sat = (seat: string, from = EVER.from, to = EVER.to) => [{ seat: `seat:${seat}`, from, to }]
const seatOf = (state: string) => `seat:${state.slice(6)}`
const everybody = {
  ...{ id: 'body:all', label: 'all', definition: 'treaty' },
  members: () => ['ECU', 'PER', 'USA', 'NEP'].map((code) => `state:${code}`),
}
const asked = { one: sat('ECU'), other: sat('PER'), seatOf, compare: [everybody] }

test('absence is no choice; each year is told, also one in which both took part in nothing', () => {
  const { rolls, both, alike, table, years } = agreementView(TABLE, asked)
  assert.deepEqual({ rolls, both, alike }, { rolls: 6, both: 4, alike: 3 })
  assert.deepEqual(table, [
    [2, 0, 1],
    [0, 1, 0],
    [0, 0, 0],
  ])
  assert.deepEqual(
    years.map((y) => [y.year, y.rolls, y.both, y.alike]),
    [
      [1950, 2, 2, 1],
      [1951, 1, 1, 1],
      [1953, 3, 1, 1],
    ],
  )
})

test('with a group: summed over its members but for oneself', () => {
  const [group] = agreementView(TABLE, asked).compare
  // 1950: with Peru 1 of 2, with the United States 0 of 2, with Nepal 2 of 2.
  assert.deepEqual(group!.one[0], { year: 1950, both: 6, alike: 3 })
  assert.deepEqual(group!.other[0], { year: 1950, both: 6, alike: 2 })
})

test('a state votes while it sits in its seat', () => {
  const until = { ...asked, one: sat('ECU', '1945-01-01', '1951-01-01') }
  assert.deepEqual([agreementView(TABLE, until).both, agreementView(TABLE, asked).both], [2, 4])
  assert.equal(agreementView(TABLE, { ...asked, one: [] }).both, 0)
  const followed = [...sat('ECU', '1945-01-01', '1951-01-01'), ...sat('USA', '1951-01-02')]
  assert.deepEqual(
    DAYS.map((_, i) => choiceOn(TABLE, followed)(i)),
    ['yes', 'yes', 'no', 'yes', 'yes', 'yes'],
  )
})

test('a window keeps the roll calls of its days', () => {
  const view = agreementView(TABLE, { ...asked, window: { from: '1951-01-01', to: '1951-12-31' } })
  assert.deepEqual([view.rolls, view.both, view.alike], [1, 1, 1])
})

test('years in a row are told as spans', () => {
  assert.equal(spans([1964, 2020, 2021, 2022]), '1964, 2020–2022')
})
