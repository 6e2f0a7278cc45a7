import type { Candidate } from './candidates.ts'
import { Bag, headFeatures, type Seen, spanFeatures } from './features.ts'

/** Columns of weights: one that all types share, then one for each type, the last for names of other things. */
export const COLUMNS = ['any', 'person', 'organization', 'place', 'event', 'other'] as const
export const WIDTH = COLUMNS.length
export const BUCKETS = 1 << 17

/** Adds up weights of features, in a hashed table of `BUCKETS` rows of `WIDTH`. */
export interface Table {
  readonly weights: Float32Array | Int8Array
  /** What one unit of a weight is. */
  readonly unit: number
}

/** For a first reading of every sentence by itself, and for a second that knows how the document was read. */
export interface Tables {
  readonly first: Table
  readonly second: Table
}

export const rowOf = (feature: number): number => ((Math.imul(feature, 0x9e3779b1) >>> 15) & (BUCKETS - 1)) * WIDTH

/** Features of every choice for one head: none first, then each candidate. */
export interface Choice {
  none: Int32Array
  spans: Int32Array[]
}

const bag = new Bag()

export function choiceOf(s: Seen, head: number, list: readonly Candidate[]): Choice {
  headFeatures(s, head, bag)
  const none = bag.values.slice(0, bag.count)
  const spans = list.map((c) => {
    spanFeatures(s, c, bag)
    return bag.values.slice(0, bag.count)
  })
  return { none, spans }
}

/** Probabilities of none (index 0) and of candidate `k` with type `t` (index 1 + k · types + t). */
export function probabilities(table: Table, choice: Choice, out: Float64Array): number {
  const types = WIDTH - 1
  const { weights, unit } = table
  const n = 1 + choice.spans.length * types
  let none = 0
  for (const f of choice.none) none += weights[rowOf(f)]!
  out[0] = none * unit
  choice.spans.forEach((features, k) => {
    const from = 1 + k * types
    for (let t = 0; t < types; t++) out[from + t] = 0
    let any = 0
    for (const f of features) {
      const row = rowOf(f)
      any += weights[row]!
      for (let t = 0; t < types; t++) out[from + t]! += weights[row + 1 + t]!
    }
    for (let t = 0; t < types; t++) out[from + t] = (out[from + t]! + any) * unit
  })
  softmax(out, n)
  return n
}

function softmax(out: Float64Array, n: number): void {
  let most = -Infinity
  for (let i = 0; i < n; i++) most = Math.max(most, out[i]!)
  let sum = 0
  for (let i = 0; i < n; i++) sum += out[i] = Math.exp(out[i]! - most)
  for (let i = 0; i < n; i++) out[i]! /= sum
}
