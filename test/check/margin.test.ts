import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Margin, marginOf } from '../../src/check/margin.ts'
import type { Amount } from '../../src/model/fact.ts'
import type { Answer, CheckedPart } from '../../src/model/verdict.ts'

const checked = (value: Amount, said: Amount, outcome: Answer['outcome']): CheckedPart => ({
  question: { measure: 'count', set: { op: 'members', ids: [] }, expects: said },
  span: { start: 0, end: 1 },
  presupposed: false,
  answer: {
    ...{ outcome, value, members: [], contested: [], open: [], othersPossible: false },
    ...{ witnesses: [], against: [], gaps: [], coverage: [] },
  },
})
const n = (least: number | null, most: number | null = least): Amount => ({ least, most })

const TABLE: [string, CheckedPart, Omit<Margin, 'said' | 'value'> | undefined][] = [
  ['at least 100 of 120 may fall by 20', checked(n(120), n(100, null), 'supported'), { mayFall: 20 }],
  ['at most 130 of 120 may rise by 10', checked(n(120), n(null, 130), 'supported'), { mayRise: 10 }],
  ['100 to 130', checked(n(120), n(100, 130), 'supported'), { mayFall: 20, mayRise: 10 }],
  ['13 where 12 are said', checked(n(13), n(12), 'refuted'), { over: 1 }],
  ['13 where more than 20 are said', checked(n(13), n(21, null), 'refuted'), { short: 8 }],
  ['an exact number that fits', checked(n(13), n(13), 'supported'), undefined],
  ['a number that is not known', checked(n(13, 20), n(10, null), 'supported'), undefined],
  ['what nothing decides', checked(n(13), n(13), 'not-covered'), undefined],
]

describe('by how much a number decides', () => {
  for (const [name, part, margin] of TABLE)
    test(name, () => {
      const found = marginOf(part)
      const { value: _, said: __, ...rest } = found ?? { value: 0, said: n(0) }
      assert.deepEqual(found && rest, margin)
    })
})
