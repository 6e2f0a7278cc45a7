import { Arena, type Short } from './arena.ts'
import type { Strand } from './recurrence.ts'

/** Sizes of a net. Widths are multiples of eight. */
export interface Shape {
  /** Rows of the table of embeddings. */
  rows: number
  /** Numbers for a word throughout; half of them read left to right, half right to left. */
  width: number
  layers: number
  /** Numbers for a word as head and as dependent, for arcs and for labels. */
  arc: number
  label: number
  tags: number
  labels: number
}

export const round8 = (n: number): number => (n + 7) & ~7

/** Distances between dependent and head fall into so many classes, the root being the last. */
export const DISTANCES = 24
export const ROOT_DISTANCE = 20

/** The class of a signed distance from dependent to head. */
export function distanceOf(d: number): number {
  const a = d < 0 ? -d : d
  const k = a < 5 ? a - 1 : a < 7 ? 4 : a < 10 ? 5 : a < 14 ? 6 : a < 20 ? 7 : a < 32 ? 8 : 9
  return d < 0 ? k : k + 10
}

/** The slope of activations below zero. */
export const LEAK = 0.1

/** Name, rows and columns of every dense matrix. */
export function matrices(s: Shape): [name: string, rows: number, columns: number][] {
  const out: [string, number, number][] = []
  for (let l = 0; l < s.layers; l++) {
    out.push([`layer${l}`, s.width, s.width * 3], [`layer${l}.bias`, 1, s.width * 3], [`layer${l}.peep`, 2, s.width])
  }
  const heads = 2 * s.arc + 2 * s.label
  out.push(['tags', s.width, round8(s.tags)], ['tags.bias', 1, round8(s.tags)])
  out.push(['heads', s.width, heads], ['heads.bias', 1, heads])
  out.push(['arcs', s.arc, s.arc], ['arcs.bias', 1, s.arc], ['arcs.far', s.arc, DISTANCES], ['arcs.root', 1, s.arc])
  out.push(['labels.far', DISTANCES, s.label])
  out.push(['labels', s.label, round8(s.labels)], ['labels.bias', 1, round8(s.labels)])
  return out
}

/** A net over batches of at most `most` words: its dense matrices by name, and room for what it computes. */
export class Net {
  readonly shape: Shape
  readonly arena: Arena
  readonly at: Record<string, number> = {}
  readonly most: number
  /** Words as the layers see them, before the first and after each. */
  readonly x: number[] = []
  readonly pre: number[] = []
  readonly memory: number[] = []
  readonly forget: number[] = []
  readonly reset: number[] = []
  readonly tagScores: number
  /** Words that may be heads and dependents: gathered rows, then their four views side by side. */
  readonly kept: number
  readonly views: number
  /** Dependents as the arc scores see them, and their scores for distances. */
  readonly turned: number
  readonly far: number
  readonly hidden: number
  readonly labelScores: number
  /** The larger matrices in 16-bit integers, where they are to be used so, and room for the other factor. */
  private short: Record<string, Short> = {}
  private room = 0

  constructor(shape: Shape, most: number, extra = 0) {
    this.shape = shape
    this.most = most
    const { width, layers, arc, label } = shape
    const rows = most + 8
    const heads = 2 * arc + 2 * label
    const dense = matrices(shape)
    const params = dense.reduce((sum, [, m, n]) => sum + m * n + 128, 0)
    const perWord =
      width * (1 + layers * 7) + round8(shape.tags) + width + heads + arc + DISTANCES + label + round8(shape.labels)
    this.arena = new Arena(params + (perWord + 32) * rows + 65536 + extra)
    for (const [name, m, n] of dense) this.at[name] = this.arena.take(m * n)
    const take = (n: number) => this.arena.take(n * rows)
    this.x.push(take(width))
    for (let l = 0; l < layers; l++) {
      this.x.push(take(width))
      this.pre.push(take(width * 3))
      this.memory.push(take(width))
      this.forget.push(take(width))
      this.reset.push(take(width))
    }
    this.tagScores = take(round8(shape.tags))
    this.kept = take(width)
    this.views = take(heads)
    this.turned = take(arc)
    this.far = take(DISTANCES)
    this.hidden = take(label)
    this.labelScores = take(round8(shape.labels))
  }

  /** Y (rows × n) = bias + X · matrix `name`. */
  linear(name: string, x: number, xw: number, y: number, n: number, rows: number): void {
    this.arena.spread(this.at[`${name}.bias`]!, n, y, n, rows)
    const short = this.short[name]
    if (short) this.arena.multiplyShort(x, short, y, n, rows, this.room)
    else this.arena.multiply(x, xw, this.at[name]!, n, y, n, rows, n, xw)
  }

  /** From now on takes the matrices that multiply every word in 16-bit integers: twice as fast, and as good. */
  shorten(): void {
    const { width, layers } = this.shape
    this.room = this.arena.take((this.most + 8) * (width / 2 + 4))
    const names = ['tags', 'heads', ...Array.from({ length: layers - 1 }, (_, l) => `layer${l + 1}`)]
    for (const [name, m, n] of matrices(this.shape))
      if (names.includes(name)) this.short[name] = this.arena.short(this.at[name]!, m, n)
  }

  strand(layer: number, side: number): Strand {
    const { width } = this.shape
    const units = width / 2
    const shift = side * units
    return {
      units,
      input: this.x[layer]! + shift,
      output: this.x[layer + 1]! + shift,
      memory: this.memory[layer]! + shift,
      forget: this.forget[layer]! + shift,
      reset: this.reset[layer]! + shift,
      width,
      pre: this.pre[layer]! + side * 3 * units,
      gates: width * 3,
      peep: this.at[`layer${layer}.peep`]! + side * width,
    }
  }

  /** Runs layer `layer` over words `0 … count`, sentences ending at `ends`; `begun` where its pre-activations are there. */
  layer(layer: number, count: number, ends: ArrayLike<number>, begun = false): void {
    const { width } = this.shape
    if (!begun) this.linear(`layer${layer}`, this.x[layer]!, width, this.pre[layer]!, width * 3, count)
    const [right, left] = [this.strand(layer, 0), this.strand(layer, 1)]
    let from = 0
    for (let s = 0; s < ends.length; s++) {
      const to = ends[s]!
      this.arena.recur(right, from, 1, to - from)
      this.arena.recur(left, to - 1, -1, to - from)
      from = to
    }
  }

  scoreTags(count: number): void {
    const { width, layers, tags } = this.shape
    this.linear('tags', this.x[layers]!, width, this.tagScores, round8(tags), count)
  }

  /** Copies the rows of the words in `index` (-1: zeros) to `kept` and computes their views as head and dependent. */
  look(index: Int32Array, count: number): void {
    const { width, layers, arc, label } = this.shape
    const { f } = this.arena
    const x = this.x[layers]!
    for (let k = 0; k < count; k++) {
      const to = this.kept + k * width
      if (index[k]! < 0) f.fill(0, to, to + width)
      else f.copyWithin(to, x + index[k]! * width, x + (index[k]! + 1) * width)
    }
    const heads = 2 * arc + 2 * label
    this.linear('heads', this.kept, width, this.views, heads, count)
    for (let k = 0; k < count; k++)
      for (let j = this.views + k * heads, end = j + 2 * arc; j < end; j++) if (f[j]! < 0) f[j]! *= LEAK
    this.arena.spread(this.at['arcs.bias']!, arc, this.turned, arc, count)
    this.arena.multiply(this.views, heads, this.at.arcs!, arc, this.turned, arc, count, arc, arc)
    f.fill(0, this.far, this.far + count * DISTANCES)
    this.arena.multiply(this.turned, arc, this.at['arcs.far']!, DISTANCES, this.far, DISTANCES, count, DISTANCES, arc)
  }

  /** Heads as the arc scores see them: words `from … from + n` of `kept`, then the root. Row by row, and turned. */
  headsOf(from: number, n: number, rows: number, columns: number): void {
    const { arc, label } = this.shape
    const { f } = this.arena
    const heads = 2 * arc + 2 * label
    const wide = round8(n + 1)
    f.fill(0, columns, columns + wide * arc)
    for (let h = 0; h <= n; h++) {
      const src = h < n ? this.views + (from + h) * heads + arc : this.at['arcs.root']!
      f.copyWithin(rows + h * arc, src, src + arc)
      for (let j = 0; j < arc; j++) f[columns + j * wide + h] = f[src + j]!
    }
  }

  /** Scores of arcs in one sentence: row d, column h, the root being column n; rows are `round8(n + 1)` wide. */
  scoreArcs(from: number, n: number, columns: number, scores: number): void {
    const { arc } = this.shape
    const { f } = this.arena
    const wide = round8(n + 1)
    f.fill(0, scores, scores + ((n + 3) & ~3) * wide)
    this.arena.multiply(this.turned + from * arc, arc, columns, wide, scores, wide, n, wide, arc)
    for (let d = 0; d < n; d++) {
      const far = this.far + (from + d) * DISTANCES
      const row = scores + d * wide
      for (let h = 0; h < n; h++) if (h !== d) f[row + h]! += f[far + distanceOf(h - d)]!
      f[row + n]! += f[far + ROOT_DISTANCE]!
    }
  }

  /** Scores of labels for each of `count` kept words under its head, both as rows of `kept`; a head below 0 or equal to `root` is none. */
  scoreLabels(head: Int32Array, count: number, root = -1): void {
    const { arc, label, labels } = this.shape
    const { f } = this.arena
    const heads = 2 * arc + 2 * label
    for (let d = 0; d < count; d++) {
      const own = this.views + d * heads + 2 * arc
      const h = head[d]!
      const other = this.views + h * heads + 2 * arc + label
      const far = this.at['labels.far']! + distanceOf(h - d) * label
      const out = this.hidden + d * label
      if (h < 0 || h === root) f.fill(0, out, out + label)
      else
        for (let j = 0; j < label; j++) {
          const v = f[own + j]! + f[other + j]! + f[far + j]!
          f[out + j] = v > 0 ? v : v * LEAK
        }
    }
    this.linear('labels', this.hidden, label, this.labelScores, round8(labels), count)
  }

  /** Which of `n` numbers is the largest. */
  bestOf(at: number, n: number): number {
    const { f } = this.arena
    let best = 0
    for (let j = 1; j < n; j++) if (f[at + j]! > f[at + best]!) best = j
    return best
  }
}
