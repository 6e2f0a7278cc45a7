import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measure, worldOf } from '../../src/ask/index.ts'
import { coverageOf, questionsOf, randomWorld, rng, thin, truth } from './random-worlds.ts'
import { snapshot } from './world.ts'

const WORLDS = 10_000

/**
 * Each world is complete: its truth is computed by plain loops over its events. Then rows are deleted and dates made coarser, and
 * only those coverage statements are kept that remain true. What is decided on the remainder must be right in the whole world.
 */
test(`${WORLDS} random worlds: nothing decided is wrong, enough is decided, and a closed world would err`, (t) => {
  let asked = 0
  let decided = 0
  let closedErrs = 0
  for (let seed = 1; seed <= WORLDS; seed++) {
    const random = rng(seed)
    const whole = randomWorld(random)
    const rest = thin(whole, random)
    const world = worldOf(snapshot(rest.facts, coverageOf(whole, rest, random)))
    for (const { question, holds } of questionsOf(whole, random)) {
      const right = truth(whole, holds)
      const { outcome } = measure(world, question)
      asked++
      if (outcome === 'supported' || outcome === 'refuted') {
        decided++
        assert.equal(outcome, right ? 'supported' : 'refuted', `seed ${seed}: ${JSON.stringify(question)}`)
      } else assert.equal(outcome, 'not-covered', `seed ${seed}: no source contradicts another here`)
      if (truth(rest.kept, holds) !== right) closedErrs++
    }
  }
  const share = decided / asked
  const errs = closedErrs / asked
  t.diagnostic(
    `${asked} questions: ${(100 * share).toFixed(1)} % decided, 0 wrong; a closed world errs on ${(100 * errs).toFixed(1)} %`,
  )
  assert.ok(share >= 0.4, `decided ${share}`)
  assert.ok(errs >= 0.1, `closed world errs ${errs}: the worlds are too easy`)
})
