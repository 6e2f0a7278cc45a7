import { mix } from '../hash.ts'
import type { Scorer } from '../scorer.ts'

const SLOTS = 1 << 23

/** An averaged perceptron over hashed features, with sparse rows: a row exists once one of its weights was changed. */
export class Perceptron implements Scorer {
  readonly classes: number
  /** Number of examples seen, for averaging. */
  time = 1
  private keys = new Int32Array(SLOTS)
  private rowOf = new Int32Array(SLOTS)
  rows = 1
  rowKey = new Int32Array(1 << 16)
  start = new Int32Array(1 << 16)
  /** How often a row was looked up. */
  visits = new Int32Array(1 << 16)
  private length = new Uint8Array(1 << 16)
  private room = new Uint8Array(1 << 16)
  private used = 0
  private cls = new Uint8Array(1 << 20)
  private weight = new Float64Array(1 << 20)
  /** Sum over changes of change × time: the average is weight − sum / time. */
  private sum = new Float64Array(1 << 20)

  constructor(classes: number) {
    this.classes = classes
  }

  private slot(key: number): number {
    let at = mix(key, 0x2545f491) & (SLOTS - 1)
    while (this.keys[at] !== 0 && this.keys[at] !== key) at = (at + 1) & (SLOTS - 1)
    return at
  }

  score(features: Int32Array, count: number, out: Float64Array): void {
    out.fill(0)
    for (let f = 0; f < count; f++) {
      const row = this.rowOf[this.slot(features[f]!)]!
      this.visits[row]!++
      const from = this.start[row]!
      const to = from + this.length[row]!
      for (let i = from; i < to; i++) out[this.cls[i]!]! += this.weight[i]!
    }
  }

  /** Adds `change` to the weights of `cls` for all features. */
  update(features: Int32Array, count: number, cls: number, change: number): void {
    for (let f = 0; f < count; f++) {
      const i = this.entry(this.row(features[f]!), cls)
      this.weight[i]! += change
      this.sum[i]! += change * this.time
    }
  }

  private row(key: number): number {
    const at = this.slot(key)
    if (this.keys[at] === 0) {
      if (this.rows > SLOTS * 0.9) throw new RangeError('too many features')
      this.keys[at] = key
      this.rowOf[at] = this.newRow(key)
    }
    return this.rowOf[at]!
  }

  private newRow(key: number): number {
    if (this.rows === this.start.length) {
      this.rowKey = wider(this.rowKey, Int32Array)
      this.start = wider(this.start, Int32Array)
      this.visits = wider(this.visits, Int32Array)
      this.length = wider(this.length, Uint8Array)
      this.room = wider(this.room, Uint8Array)
    }
    const row = this.rows++
    this.rowKey[row] = key
    return row
  }

  private entry(row: number, cls: number): number {
    const from = this.start[row]!
    const length = this.length[row]!
    for (let i = from; i < from + length; i++) if (this.cls[i] === cls) return i
    if (length === this.room[row]) this.move(row)
    const at = this.start[row]! + length
    this.length[row] = length + 1
    this.cls[at] = cls
    return at
  }

  /** Gives a full row twice the room, at the end of the pool. */
  private move(row: number): void {
    const room = Math.min(this.classes, Math.max(2, this.room[row]! * 2))
    while (this.used + room > this.cls.length) {
      this.cls = wider(this.cls, Uint8Array)
      this.weight = wider(this.weight, Float64Array)
      this.sum = wider(this.sum, Float64Array)
    }
    const from = this.start[row]!
    const to = from + this.length[row]!
    this.cls.copyWithin(this.used, from, to)
    this.weight.copyWithin(this.used, from, to)
    this.sum.copyWithin(this.used, from, to)
    this.start[row] = this.used
    this.room[row] = room
    this.used += room
  }

  /** Replaces every weight by its average over the examples seen; training may not go on afterwards. */
  average(): void {
    for (let i = 0; i < this.used; i++) this.weight[i]! -= this.sum[i]! / this.time
  }

  /** Adds the averaged weights of another model of the same features: the sum judges better than either. */
  add(other: Perceptron): void {
    for (let r = 1; r < other.rows; r++) {
      const row = this.row(other.rowKey[r]!)
      this.visits[row]! += other.visits[r]!
      for (const [cls, weight] of other.weights(r)) this.weight[this.entry(row, cls)]! += weight
    }
  }

  /** The classes and weights of a row (1-based). */
  weights(row: number): [number, number][] {
    const from = this.start[row]!
    const out: [number, number][] = []
    for (let i = from; i < from + this.length[row]!; i++) out.push([this.cls[i]!, this.weight[i]!])
    return out
  }
}

type Numbers = Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | Float64Array<ArrayBuffer>

function wider<T extends Numbers>(old: T, type: new (length: number) => T): T {
  const out = new type(old.length * 2)
  out.set(old)
  return out
}
