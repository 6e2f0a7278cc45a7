import assert from 'node:assert/strict'
import { test } from 'node:test'
import { all, any, type Mark, not, outcomeOf } from '../../src/ask/mark.ts'

const VALUES: Mark[] = ['in', 'out', 'both', 'open']

const AND: Record<Mark, Record<Mark, Mark>> = {
  in: { in: 'in', out: 'out', both: 'both', open: 'open' },
  out: { in: 'out', out: 'out', both: 'out', open: 'out' },
  both: { in: 'both', out: 'out', both: 'both', open: 'both' },
  open: { in: 'open', out: 'out', both: 'both', open: 'open' },
}
const OR: Record<Mark, Record<Mark, Mark>> = {
  in: { in: 'in', out: 'in', both: 'in', open: 'in' },
  out: { in: 'in', out: 'out', both: 'both', open: 'open' },
  both: { in: 'in', out: 'both', both: 'both', open: 'both' },
  open: { in: 'in', out: 'open', both: 'both', open: 'open' },
}

test('conjunction: refuted over disputed over not covered over supported', () => {
  for (const a of VALUES) for (const b of VALUES) assert.equal(all([a, b]), AND[a][b], `${a} and ${b}`)
  assert.equal(all([]), 'in')
})

test('disjunction is its dual', () => {
  for (const a of VALUES)
    for (const b of VALUES) {
      assert.equal(any([a, b]), OR[a][b], `${a} or ${b}`)
      assert.equal(any([a, b]), not(all([not(a), not(b)])), `duality of ${a}, ${b}`)
    }
  assert.equal(any([]), 'out')
})

test('negation swaps in and out, and leaves a dispute and an opening as they are', () => {
  assert.deepEqual(VALUES.map(not), ['out', 'in', 'both', 'open'])
})

test('what a mark says of the assertion', () => {
  assert.deepEqual(VALUES.map(outcomeOf), ['supported', 'refuted', 'disputed', 'not-covered'])
})
