import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measure, type Snapshot, worldOf } from '../../src/ask/index.ts'
import type { Measure } from '../../src/model/question.ts'
import { coverageOf, questionsOf, randomWorld, rng, thin } from './random-worlds.ts'
import { covers, snapshot, told } from './world.ts'

/** Each question on a world of its own, and all of them, twice, on one that remembers what it worked out. */
function sameAgain(held: () => Snapshot, questions: readonly Measure[]): void {
  const shared = worldOf(held())
  const alone = questions.map((question) => measure(worldOf(held()), question))
  for (const _ of [1, 2])
    for (const [i, question] of questions.entries()) assert.deepEqual(measure(shared, question), alone[i])
}

test('what a world worked out for one question changes no answer to another', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = rng(seed)
    const whole = randomWorld(random)
    const rest = thin(whole, random)
    const coverage = coverageOf(whole, rest, random)
    const questions = questionsOf(whole, random).map((asked) => asked.question)
    sameAgain(() => snapshot(rest.facts, coverage), questions)
  }
})

test('a state of affairs is asked about on many days, in a wide reading and a narrow one', () => {
  const between = ['state:ECU', 'state:PER']
  const facts = [
    told('relations', { between, step: 'established' }, '1950-03-01'),
    told('relations', { between, step: 'severed' }, '1960-05-01'),
    told('relations', { between: ['state:ECU', 'state:CUB'], step: 'held', level: 'de-facto' }, '1940/1970'),
  ]
  const list = covers('relations', { between: ['state:ECU'] }, '1930-01-01', '1999-12-31')
  const questions = ['1945-01-01', '1955-01-01', '1965-01-01'].flatMap((day) =>
    [false, true].map(
      (wide): Measure => ({
        measure: 'includes',
        set: {
          ...{ op: 'select', kind: 'relations', by: 'between', window: { from: day, to: day } },
          roles: { between: { allOf: ['state:ECU'] }, step: { id: 'held' } },
          ...(wide && { wide }),
        },
      }),
    ),
  )
  sameAgain(() => snapshot(facts, [list]), questions)
  const members = questions.map((question) => measure(worldOf(snapshot(facts, [list])), question).members.join())
  assert.deepEqual(members, ['', 'state:CUB', 'state:PER', 'state:PER,state:CUB', '', 'state:CUB'])
})
