import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { measure, worldOf } from '../../src/ask/index.ts'
import type { Fact } from '../../src/model/fact.ts'
import { EVER } from '../../src/model/when.ts'
import { snapshot, told } from './world.ts'

const size = (source: string, n: number): Fact =>
  told('community', { people: 'people:x', host: 'state:TON' }, '2020', {
    amount: { least: n, most: n },
    cite: { source },
  })
const about = (n: number) => ({
  measure: 'amount' as const,
  set: { op: 'select' as const, kind: 'community' as const, roles: { host: { id: 'state:TON' } }, window: EVER },
  expects: { least: n, most: n },
})

const TABLE: [string, Fact[], string, string | undefined][] = [
  ['two that agree, and one that does not', [size('a', 600), size('b', 610), size('c', 2000)], 'supported', 'c'],
  [
    'three that agree, and one that does not',
    [size('a', 600), size('b', 600), size('c', 600), size('d', 90)],
    'supported',
    'd',
  ],
  ['one against one', [size('a', 600), size('b', 2000)], 'disputed', undefined],
  ['two against two', [size('a', 600), size('b', 600), size('c', 2000), size('d', 2000)], 'disputed', undefined],
  ['one that agrees alone', [size('a', 600), size('b', 2000), size('c', 2000)], 'disputed', undefined],
  ['one source that tells two figures', [size('a', 600), size('a', 600), size('b', 2000)], 'disputed', undefined],
  ['one that tells both', [size('a', 600), size('b', 600), size('c', 600), size('c', 2000)], 'disputed', undefined],
  ['none that agrees', [size('a', 2000), size('b', 2000), size('c', 2000)], 'refuted', undefined],
]

describe('one source among several that tells otherwise', () => {
  for (const [name, facts, outcome, outlier] of TABLE)
    test(name, () => {
      const answer = measure(worldOf(snapshot(facts)), about(600))
      assert.deepEqual([answer.outcome, answer.outlier], [outcome, outlier])
    })
})
