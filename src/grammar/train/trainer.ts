import { matrices, Net, type Shape } from '../net.ts'
import { FEATURES } from '../vocabulary.ts'
import { Adam } from './adam.ts'
import { type Batch, LONGEST, roomOf } from './batch.ts'
import type { Gradient } from './gradient.ts'
import { randomFrom, shuffle } from './random.ts'

/** A sentence ready for training: rows of the table of embeddings by word, gold tags, and the tree over its kept words. */
export interface Lesson {
  count: number
  /** `FEATURES` rows a word, 0 for none. */
  rows: Int32Array
  tags: Int32Array
  /** Indices of words that stand in the tree, their heads (as places among them; their number is the root) and labels. */
  kept: Int32Array
  head: Int32Array
  label: Int32Array
}

export interface NetOptions {
  epochs: number
  seed: number
  /** The greatest step; steps grow to it at first and shrink to nothing in the end. */
  rate: number
  /** Words in a batch. */
  words: number
  /** Parts of the numbers that are left out, before the first layer and after each. */
  dropIn: number
  drop: number
  /** A word seen so often is taken as unknown half of the times. */
  dropWord: number
  /** How often each row of the table occurs. */
  counts: Float64Array
  report(line: string): void
  after?(epoch: number, trained: TrainedNet): void
}

export interface TrainedNet {
  net: Net
  table: Float32Array
}

/** A net with random weights to begin with. */
export function newNet(shape: Shape, words: number, seed: number): TrainedNet {
  const most = words + LONGEST
  const net = new Net(shape, most, roomOf({ shape, most }))
  return { net, table: begin(net, randomFrom(seed)) }
}

/** Trains a net on lessons; those of more than `LONGEST` words are passed over. */
export function trainNet(
  { net, table }: TrainedNet,
  gradient: Gradient,
  lessons: readonly Lesson[],
  o: NetOptions,
): void {
  const random = randomFrom(o.seed + 1000)
  const trainer = new Trainer(net, gradient, table, o, random)
  const fit = lessons.filter((l) => l.count <= LONGEST)
  const words = wordsOf(fit)
  for (let epoch = 0; epoch < o.epochs; epoch++) {
    const loss = { tags: 0, arcs: 0, labels: 0 }
    let seen = 0
    for (const group of batches(fit, o.words, random)) {
      const l = trainer.batch(group, o.rate * paceAt((epoch + seen / words) / o.epochs))
      loss.tags += l.tags
      loss.arcs += l.arcs
      loss.labels += l.labels
      seen += wordsOf(group)
    }
    const part = (x: number) => (x / words).toFixed(3)
    const losses = `loss of tags ${part(loss.tags)}, arcs ${part(loss.arcs)}, labels ${part(loss.labels)}`
    o.report(`epoch ${epoch + 1}: ${losses}`)
    o.after?.(epoch, { net, table })
  }
}

const wordsOf = (lessons: readonly Lesson[]): number => lessons.reduce((sum, l) => sum + l.count, 0)

/** The part of the greatest step when so much of the training is done. */
const paceAt = (done: number): number => Math.min(1, done * 30 + 0.05) * (done < 0.3 ? 1 : 1 - (done - 0.3) / 0.7)

/** Sentences in random order, about `words` words at a time. */
function* batches(lessons: readonly Lesson[], words: number, random: () => number): Generator<Lesson[]> {
  const order = [...lessons]
  shuffle(order, random)
  let group: Lesson[] = []
  let count = 0
  for (const lesson of order) {
    if (count + lesson.count > words && group.length > 0) {
      yield group
      group = []
      count = 0
    }
    group.push(lesson)
    count += lesson.count
  }
  if (group.length > 0) yield group
}

/** Random weights to begin with; returns the table of embeddings. */
function begin(net: Net, random: () => number): Float32Array {
  const { f } = net.arena
  const spread = (at: number, n: number, size: number) => {
    for (let i = 0; i < n; i++) f[at + i] = (random() * 2 - 1) * size
  }
  for (const [name, m, n] of matrices(net.shape)) {
    if (name.endsWith('.bias') || name === 'arcs.far' || name === 'labels.far') continue
    if (name.endsWith('.peep')) spread(net.at[name]!, m * n, 0.2)
    else if (name === 'arcs.root') spread(net.at[name]!, n, 0.3)
    else spread(net.at[name]!, m * n, name.startsWith('layer') ? Math.sqrt(3 / m) : Math.sqrt(6 / (m + n)))
  }
  const { rows, width } = net.shape
  const table = new Float32Array(rows * width)
  for (let i = width; i < table.length; i++) table[i] = (random() * 2 - 1) * 0.5
  return table
}

class Trainer {
  private net: Net
  private gradient: Gradient
  private table: Float32Array
  private o: NetOptions
  private random: () => number
  private dense: Adam
  private sparse: Adam
  private tableGrad: Float32Array
  private touched: Uint8Array
  private bits: number

  constructor(net: Net, gradient: Gradient, table: Float32Array, o: NetOptions, random: () => number) {
    this.net = net
    this.gradient = gradient
    this.table = table
    this.o = o
    this.random = random
    this.dense = new Adam(gradient.size)
    this.sparse = new Adam(table.length)
    this.tableGrad = new Float32Array(table.length)
    this.touched = new Uint8Array(net.shape.rows)
    this.bits = (o.seed * 2654435761) | 1
  }

  /** xorshift32: masks need many numbers of little quality. */
  private bit(): number {
    let x = this.bits
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    this.bits = x
    return x >>> 8
  }

  private mask(mask: Float32Array, n: number, part: number): void {
    const limit = part * (1 << 24)
    const by = 1 / (1 - part)
    for (let i = 0; i < n; i++) mask[i] = this.bit() < limit ? 0 : by
  }

  batch(group: readonly Lesson[], rate: number) {
    const { net, gradient, o } = this
    const { width, layers } = net.shape
    const b = joined(group, o.words + LONGEST)
    const rows = this.withoutSome(group, b.count)
    embed(this.table, rows, b.count, width, net.arena.f, net.x[0]!)
    this.mask(gradient.masks[0]!, b.count * width, o.dropIn)
    for (let l = 1; l <= layers; l++) this.mask(gradient.masks[l]!, b.count * width, o.drop)
    gradient.turn()
    const by = 1 / b.count
    const loss = gradient.run(b, by)
    this.step(rows, b.count, rate)
    return loss
  }

  /** The rows of all words, those of rare words left out now and then. */
  private withoutSome(group: readonly Lesson[], count: number): Int32Array {
    const out = new Int32Array(count * FEATURES)
    let at = 0
    for (const l of group) {
      out.set(l.rows, at)
      at += l.rows.length
    }
    const { counts, dropWord } = this.o
    for (let i = 0; i < count; i++) {
      const row = out[i * FEATURES]!
      if (row === 0) continue
      if (this.random() < dropWord / (dropWord + counts[row]!)) out[i * FEATURES] = out[i * FEATURES + 1] = 0
    }
    return out
  }

  private step(rows: Int32Array, count: number, rate: number): void {
    const { net, gradient, table, tableGrad, touched } = this
    const { f } = net.arena
    const { width } = net.shape
    let norm = 0
    for (let i = gradient.grad, end = i + gradient.size; i < end; i++) norm += f[i]! * f[i]!
    norm = Math.sqrt(norm)
    const shrink = norm > 2 ? 2 / norm : 1
    this.dense.step(f, gradient.first, f, gradient.grad, 0, gradient.size, rate, shrink)
    const list: number[] = []
    for (let i = 0; i < count; i++)
      for (let k = i * FEATURES; k < (i + 1) * FEATURES; k++) {
        const row = rows[k]!
        if (row === 0) continue
        if (!touched[row]) {
          touched[row] = 1
          list.push(row)
        }
        const [to, from] = [row * width, gradient.dx[0]! + i * width]
        for (let j = 0; j < width; j++) tableGrad[to + j]! += f[from + j]!
      }
    for (const row of list) {
      const at = row * width
      this.sparse.step(table, at, tableGrad, at, at, width, rate, 1)
      tableGrad.fill(0, at, at + width)
      touched[row] = 0
    }
  }
}

/** Sums the rows of every word. */
export function embed(
  table: Float32Array,
  rows: Int32Array,
  count: number,
  width: number,
  f: Float32Array,
  x: number,
): void {
  f.fill(0, x, x + count * width)
  for (let i = 0; i < count; i++)
    for (let k = i * FEATURES; k < (i + 1) * FEATURES; k++) {
      const from = rows[k]! * width
      if (from === 0) continue
      const to = x + i * width
      for (let j = 0; j < width; j++) f[to + j]! += table[from + j]!
    }
}

function joined(group: readonly Lesson[], most: number): Batch {
  const b: Batch = {
    count: 0,
    ends: [],
    tags: new Int32Array(most),
    kept: new Int32Array(most + 4).fill(-1),
    keptCount: 0,
    starts: [],
    sizes: [],
    head: new Int32Array(most + 4).fill(-2),
    label: new Int32Array(most + 4),
  }
  for (const l of group) {
    b.tags.set(l.tags, b.count)
    const from = b.keptCount
    const n = l.kept.length
    b.starts.push(from)
    b.sizes.push(n)
    for (let k = 0; k < n; k++) {
      b.kept[from + k] = b.count + l.kept[k]!
      b.head[from + k] = l.head[k] === n ? -1 : from + l.head[k]!
      b.label[from + k] = l.label[k]!
    }
    b.count += l.count
    b.ends.push(b.count)
    b.keptCount = from + ((n + 3) & ~3)
  }
  return b
}
