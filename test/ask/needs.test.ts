import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measure, needs, worldOf } from '../../src/ask/index.ts'
import { matches } from '../../src/keep/match.ts'
import { Coverage } from '../../src/model/coverage.ts'
import { Fact } from '../../src/model/fact.ts'
import type { Measure } from '../../src/model/question.ts'

const cite = { source: 'list' }
const fact = {
  id: 'fact:1',
  ...Fact.parse({
    kind: 'mission',
    roles: { sender: 'state:USA', host: 'state:ECU', type: 'embassy', step: 'exists' },
    when: '1942-03-05/2020-12-31',
    cite,
  }),
}
const coverage = {
  id: 'coverage:1',
  ...Coverage.parse({
    kind: 'mission',
    roles: { sender: 'state:USA', host: 'state:ECU' },
    from: '1816-01-01',
    to: '2020-12-31',
    by: 'the list',
    cite,
  }),
}

const asked = (more: Record<string, { id: string }>): Measure => ({
  measure: 'includes',
  expects: ['state:USA'],
  set: {
    op: 'select',
    kind: 'mission',
    by: 'sender',
    roles: { host: { id: 'state:ECU' }, step: { id: 'exists' }, ...more },
    window: { from: '2000-01-01', to: '2000-01-01' },
  },
})

const ROWS: [asks: string, more: Record<string, { id: string }>, outcome: string][] = [
  ['a mission', {}, 'supported'],
  ['an embassy', { type: { id: 'embassy' } }, 'supported'],
  ['a mission in Quito, of which the fact says nothing', { place: { id: 'place:quito' } }, 'not-covered'],
]

for (const [asks, more, outcome] of ROWS)
  test(`a fact that leaves a role open is fetched and possibly meant: ${asks}`, () => {
    const question = asked(more)
    assert.ok(needs(question).some((pattern) => matches(pattern, fact)))
    const facts = [fact].filter((one) => needs(question).some((pattern) => matches(pattern, one)))
    const world = worldOf({ facts, coverage: [coverage], sources: [] })
    assert.equal(measure(world, question).outcome, outcome)
  })
