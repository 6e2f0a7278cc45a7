import { bucketOf, fingerprintOf, type Packed } from '../packed.ts'
import type { Perceptron } from './perceptron.ts'

export interface PackOptions {
  dense: boolean
  /** How many rows are kept. */
  rows: number
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

/** Quantises averaged weights to a byte each and keeps the heaviest rows. */
export function pack(model: Perceptron, { dense, rows: most }: PackOptions): Packed {
  let rows: Row[] = []
  for (let r = 1; r < model.rows; r++) {
    const weights = dense ? relative(model.weights(r), model.classes) : model.weights(r)
    const size = weights.reduce((sum, [, w]) => Math.max(sum, Math.abs(w)), 0)
    if (size > 0) rows.push({ key: model.rowKey[r]!, weights, size, worth: size * Math.sqrt(model.visits[r]!) })
  }
  rows.sort((a, b) => b.size - a.size || a.key - b.key)
  const scale = 127 / rows[0]!.size
  rows.sort((a, b) => b.worth - a.worth || a.key - b.key)
  rows = rows.slice(0, most).flatMap((row) => quantised(row, scale, dense))
  return layOut(rows, model.classes, dense)
}

/** Weights relative to the first class. */
function relative(weights: [number, number][], classes: number): [number, number][] {
  const full = new Array<number>(classes).fill(0)
  for (const [c, w] of weights) full[c] = w
  return full.map((w, c): [number, number] => [c, w - full[0]!]).slice(1)
}

function quantised(row: Row, scale: number, dense: boolean): Row[] {
  const weights = row.weights.map(([c, w]): [number, number] => [
    c,
    Math.max(-127, Math.min(127, Math.round(w * scale))),
  ])
  const kept = dense ? weights : weights.filter(([, w]) => w !== 0).sort((a, b) => a[0] - b[0])
  return kept.some(([, w]) => w !== 0) ? [{ ...row, weights: kept }] : []
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
      dense ? [print & 255, print >> 8, ...row.weights.map(([, w]) => w & 255)] : sparseBytes(print, row.weights),
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
  ...weights.flatMap(([c, w]) => [c, w & 255]),
]
