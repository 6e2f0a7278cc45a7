import { mix } from './hash.ts'
import type { Scorer } from './scorer.ts'

/**
 * A linear model in few bytes, read in place. Rows lie in buckets by the hash of their feature; `offsets[bucket]` is where a
 * bucket begins in `rows`. A row is a fingerprint of two bytes, then either one weight for every class but the first (`dense`; the
 * first class weighs 0) or a count and that many pairs of class and weight.
 */
export interface Packed {
  classes: number
  dense: boolean
  offsets: Uint32Array
  rows: Uint8Array
}

/** A weight's byte `c`, signed, stands for `c · |c|`: small weights are kept as exactly as large ones. */
const VALUES = Float64Array.from({ length: 256 }, (_, byte) => {
  const c = byte < 128 ? byte : byte - 256
  return c * Math.abs(c)
})

/** The byte for a weight between −1 and 1. */
export const byteOf = (weight: number): number =>
  (Math.sign(weight) * Math.round(127 * Math.sqrt(Math.abs(weight)))) & 255

/** Bucket and fingerprint of a feature among `buckets`. */
export const bucketOf = (feature: number, buckets: number): number =>
  Math.floor((mix(feature, 0x2545f491) >>> 0) * 2 ** -32 * buckets)
export const fingerprintOf = (feature: number): number => Math.imul(feature, 0x27d4eb2f) >>> 16

/** Most features of one situation. */
const MOST = 256

export class PackedScorer implements Scorer {
  readonly classes: number
  private model: Packed
  private starts = new Uint32Array(MOST)
  private ends = new Uint32Array(MOST)

  constructor(model: Packed) {
    this.model = model
    this.classes = model.classes
  }

  score(features: Int32Array, count: number, out: Float64Array): void {
    out.fill(0)
    if (this.model.dense) this.addDense(features, count, out)
    else this.addSparse(features, count, out)
  }

  /** Where the bucket of every feature begins and ends, all looked up first, so that the memory's delays overlap. */
  private find(features: Int32Array, count: number): void {
    const { offsets } = this.model
    const { starts, ends } = this
    const buckets = offsets.length - 1
    for (let f = 0; f < count; f++) {
      const bucket = bucketOf(features[f]!, buckets)
      starts[f] = offsets[bucket]!
      ends[f] = offsets[bucket + 1]!
    }
  }

  private addDense(features: Int32Array, count: number, out: Float64Array): void {
    const { rows } = this.model
    this.find(features, count)
    const { starts, ends } = this
    const width = this.classes + 1
    for (let f = 0; f < count; f++) {
      const print = fingerprintOf(features[f]!)
      const low = print & 255
      const end = ends[f]!
      for (let at = starts[f]!; at < end; at += width) {
        if (rows[at] !== low || rows[at + 1] !== print >> 8) continue
        for (let c = 1; c < this.classes; c++) out[c]! += VALUES[rows[at + c + 1]!]!
        break
      }
    }
  }

  private addSparse(features: Int32Array, count: number, out: Float64Array): void {
    const { rows } = this.model
    this.find(features, count)
    const { starts, ends } = this
    for (let f = 0; f < count; f++) {
      const print = fingerprintOf(features[f]!)
      const end = ends[f]!
      const low = print & 255
      let at = starts[f]!
      while (at < end && (rows[at] !== low || rows[at + 1] !== print >> 8)) at += 3 + rows[at + 2]! * 2
      if (at < end) this.addRow(at, out)
    }
  }

  private addRow(row: number, out: Float64Array): void {
    const { rows } = this.model
    const end = row + 3 + rows[row + 2]! * 2
    for (let at = row + 3; at < end; at += 2) out[rows[at]!]! += VALUES[rows[at + 1]!]!
  }
}
