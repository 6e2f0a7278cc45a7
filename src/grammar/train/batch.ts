import { DISTANCES, matrices, type Net, round8 } from '../net.ts'

/** A batch: sentences end to end. `kept` rows: the words that stand in the tree, each sentence from a multiple of four on, -1 between. */
export interface Batch {
  count: number
  ends: number[]
  tags: Int32Array
  kept: Int32Array
  keptCount: number
  /** For each sentence where its kept rows begin, and how many. */
  starts: number[]
  sizes: number[]
  /** Gold head of each kept row as a row, -1 the root, -2 not a word; gold labels. */
  head: Int32Array
  label: Int32Array
}

/** The longest sentence that training sees. */
export const LONGEST = 256

/** What the scores of a batch cost against gold, and how often they are wrong. */
export interface Loss {
  tags: number
  arcs: number
  labels: number
}

/** Room that gradients need besides the net's own. */
export function roomOf(net: { shape: Net['shape']; most: number }): number {
  const s = net.shape
  const params = matrices(s).reduce((sum, [, m, n]) => sum + m * n + 128, 0)
  const heads = 2 * s.arc + 2 * s.label
  const perWord =
    s.width * (s.layers + 2) + s.width * 3 + round8(s.tags) + heads + s.arc + DISTANCES + s.label + round8(s.labels)
  return params * 2 + (perWord + 64) * (net.most + 8) + (LONGEST + 8) * (LONGEST + 8 + 3 * s.arc) + 100_000
}
