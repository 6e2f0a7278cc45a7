import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreement, agreementByYear, agreementMatrix } from '../../src/ask/agreement.ts'
import type { BallotTable } from '../../src/model/ballot.ts'

/** A row a voter, a sign a roll call: yes, no, abstain, absent, or no vote told. */
const SIGNS = '.yn0x'
const table: BallotTable = {
  voters: ['seat:A', 'seat:B', 'seat:C'],
  columns: [
    { roll: 'roll:1', when: '1947-11', source: 'one' },
    { roll: 'roll:2', when: '1947-11-29', source: 'one' },
    { roll: 'roll:2', when: '1947-11-29', source: 'another' },
    { roll: 'roll:3', when: '1951', source: 'one' },
    { roll: 'roll:4', when: '1952', source: 'one' },
  ],
  choices: Uint8Array.from([...('yyny0' + 'yynx0' + '.n.n0')].map((sign) => SIGNS.indexOf(sign))),
  names: ['yes', 'no', 'abstain', 'absent'],
}

test('roll calls in which both took part, one source a roll call', () => {
  assert.deepEqual(agreement(table, 'seat:A', 'seat:B'), { both: 3, alike: 3 })
  assert.deepEqual(agreement(table, 'seat:A', 'seat:C'), { both: 2, alike: 1 })
  assert.deepEqual(agreement(table, 'seat:B', 'seat:A'), { both: 3, alike: 3 })
  assert.deepEqual(agreement(table, 'seat:A', 'seat:Z'), { both: 0, alike: 0 })
})

test('by year', () => {
  assert.deepEqual(agreementByYear(table, 'seat:A', 'seat:B'), [
    { year: '1947', both: 2, alike: 2 },
    { year: '1952', both: 1, alike: 1 },
  ])
})

test('of all pairs in a decade, as pair by pair', () => {
  const { voters, both, alike } = agreementMatrix(table, { from: '1950-01-01', to: '1959-12-31' })
  const at = (a: string, b: string) => voters.indexOf(a) * voters.length + voters.indexOf(b)
  assert.deepEqual([both[at('seat:A', 'seat:C')], alike[at('seat:A', 'seat:C')]], [2, 1])
  assert.deepEqual([both[at('seat:C', 'seat:A')], alike[at('seat:A', 'seat:A')]], [2, 2])
  assert.deepEqual([both[at('seat:A', 'seat:B')], alike[at('seat:A', 'seat:B')]], [1, 1])
})
