import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numbersIn } from '../../src/read/number.ts'
import { wordsOf } from '../../src/read/words.ts'

const TABLE: readonly (readonly [string, number | null, number | null])[] = [
  ['the 33 states', 33, 33],
  ['in excess of 14,000', 14001, null],
  ['roughly 600-800 souls', 600, 800],
  ['at least ten', 10, null],
  ['up to thirty', null, 30],
  ['nearly eight decades', null, 7],
  ['a hundred and fifty', 150, 150],
  ['two hundred and forty-fifth', 245, 245],
  ['more than a dozen', 12, 12],
  ['1.3 billion people', 1_300_000_000, 1_300_000_000],
  ['the millions of', 2_000_000, null],
  ['between 10 and 20', 10, 20],
]

test('numbers with their bounds', () => {
  for (const [words, least, most] of TABLE)
    assert.deepEqual(numbersIn(wordsOf(words))[0]?.amount, { least, most }, words)
})
