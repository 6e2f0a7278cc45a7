import { bucketOf, byteOf, fingerprintOf, type Packed } from '../packed.ts'
import type { Perceptron } from './perceptron.ts'

export interface PackOptions {
  dense: boolean
  /** How many bytes the rows may take; those worth least are left out. */
  bytes: number
}

interface Row {
  key: number
  weights: [number, number][]
  /** Its largest weight. */
  size: number
  /** What it is worth keeping: a row that is met often counts for more. */
  worth: number
}

const BUCKET = 4
/** Weights below this part of the largest are left out. */
const SLIGHT = 0.003

/** Quantises averaged weights to a byte each and keeps the heaviest rows. */
export function pack(model: Perceptron, { dense, bytes }: PackOptions): Packed {
  const rows: Row[] = []
  for (let r = 1; r < model.rows; r++) {
    const weights = dense ? relative(model.weights(r), model.classes) : model.weights(r)
    const size = weights.reduce((sum, [, w]) => Math.max(sum, Math.abs(w)), 0)
    if (size > 0)
      rows.push({
        key: model.rowKey[r]!,
        weights,
        size,
        worth: size * Math.sqrt(model.visits[r]!),
      })
  }
  rows.sort((a, b) => b.size - a.size || a.key - b.key)
  const scale = 1 / (rows[0]?.size ?? 1)
  rows.sort((a, b) => b.worth - a.worth || a.key - b.key)
  const kept: Row[] = []
  let room = bytes
  for (const row of rows.flatMap((r) => quantised(r, scale, dense))) {
    room -= bytesOf(row, dense)
    if (room < 0) break
    kept.push(row)
  }
  return layOut(kept, model.classes, dense)
}

/** Of a row with its share of a bucket's offset. */
const bytesOf = (row: Row, dense: boolean): number =>
  (dense ? 2 + row.weights.length : 3 + row.weights.length * 2) + 4 / BUCKET

/** Weights relative to the first class. */
function relative(weights: [number, number][], classes: number): [number, number][] {
  const full = new Array<number>(classes).fill(0)
  for (const [c, w] of weights) full[c] = w
  return full.map((w, c): [number, number] => [c, w - full[0]!]).slice(1)
}

function quantised(row: Row, scale: number, dense: boolean): Row[] {
  const weights = row.weights.map(([c, w]): [number, number] => [
    c,
    Math.abs(w * scale) < SLIGHT ? 0 : byteOf(w * scale),
  ])
  const kept = dense ? weights : weights.filter(([, byte]) => byte !== 0).sort((a, b) => a[0] - b[0])
  return kept.some(([, byte]) => byte !== 0) ? [{ ...row, weights: kept }] : []
}

/** Rows arrive heaviest first, so that of two with one bucket and fingerprint the heavier stays. */
function layOut(rows: readonly Row[], classes: number, dense: boolean): Packed {
  const buckets = Math.max(1, Math.floor(rows.length / BUCKET))
  const lists: number[][][] = Array.from({ length: buckets }, () => [])
  for (const row of rows) {
    const print = fingerprintOf(row.key)
    const list = lists[bucketOf(row.key, buckets)]!
    if (list.some((bytes) => bytes[0]! + bytes[1]! * 256 === print)) continue
    list.push(
      dense ? [print & 255, print >> 8, ...row.weights.map(([, byte]) => byte)] : sparseBytes(print, row.weights),
    )
  }
  const offsets = new Uint32Array(buckets + 1)
  lists.forEach((list, b) => {
    offsets[b + 1] = offsets[b]! + list.reduce((sum, bytes) => sum + bytes.length, 0)
  })
  const bytes = new Uint8Array(offsets[buckets]!)
  lists.forEach((list, b) => {
    bytes.set(list.flat(), offsets[b]!)
  })
  return { classes, dense, offsets, rows: bytes }
}

const sparseBytes = (print: number, weights: [number, number][]): number[] => [
  print & 255,
  print >> 8,
  weights.length,
  ...weights.flat(),
]
