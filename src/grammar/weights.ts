import { ChanceryError } from '../model/error.ts'
import type { Shape } from './net.ts'
import { KIND, WHOLE } from './vocabulary.ts'

/** What training learned. */
export interface Weights {
  about: About
  /** Hashes of lower-cased words and their rows in the table; hashes of letters. See `vocabulary.ts`. */
  words: Int32Array
  rows: Uint16Array
  letters: Int32Array
  /** Embeddings, row by row, a byte each, and for each row what a byte is worth. */
  table: Int8Array
  scales: Float32Array
  /** The net's matrices one after the other, and for each what a number is worth. */
  dense: Int16Array
  denseScales: Float32Array
}

/** The readable part of a weights file. */
export interface About {
  shape: Shape
  /** The row of the first hash of letters, and the row before the first of the coarse classes of words. */
  first: number
  kinds: number
  tags: string[]
  labels: string[]
  /** Lemma rules, `suffix<TAB>tag<TAB>cut<TAB>add<TAB>keep`, and verbs met in training; see `lemma.ts`. */
  lemmas: string[]
  verbs: string[]
  /** Features, `key<TAB>feats`; see `morphology.ts`. */
  feats: string[]
  seed: number
}

/** Coarse distributional classes of words by the hash of their lower-cased form, from 1; 0 for none. */
export function kindsOf({ about, words, rows }: Weights): { words: Int32Array; kinds: Uint16Array } {
  const kinds = Uint16Array.from(words, (_, i) => Math.max(0, rows[i * WHOLE + KIND]! - about.kinds))
  return { words, kinds }
}

const MAGIC = 0x434e5932
const SECTIONS = [
  ['words', Int32Array],
  ['rows', Uint16Array],
  ['letters', Int32Array],
  ['table', Int8Array],
  ['scales', Float32Array],
  ['dense', Int16Array],
  ['denseScales', Float32Array],
] as const

const round = (at: number): number => (at + 7) & ~7

/** A file of sections: magic, length of the JSON head, head, then arrays at multiples of eight. */
export function packWeights(weights: Weights): Uint8Array {
  const arrays = SECTIONS.map(([name]) => weights[name])
  const lengths = arrays.map((a) => a.length)
  const head = new TextEncoder().encode(JSON.stringify({ about: weights.about, lengths }))
  const out = new Uint8Array(arrays.reduce((at, a) => round(at) + a.byteLength, round(8 + head.length)))
  new DataView(out.buffer).setUint32(0, MAGIC, true)
  new DataView(out.buffer).setUint32(4, head.length, true)
  out.set(head, 8)
  let at = round(8 + head.length)
  for (const a of arrays) {
    out.set(new Uint8Array(a.buffer, a.byteOffset, a.byteLength), at)
    at = round(at + a.byteLength)
  }
  return out
}

/** Opens a weights file without copying its arrays. Throws `incorrect` if the bytes are something else. */
export function openWeights(file: Uint8Array): Weights {
  const bytes = file.byteOffset % 8 === 0 ? file : file.slice()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC)
    throw new ChanceryError('incorrect', 'weights', 'this is no weights file: run `npm run train`')
  const length = view.getUint32(4, true)
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as {
    about: About
    lengths: number[]
  }
  let at = bytes.byteOffset + round(8 + length)
  const arrays = SECTIONS.map(([name, type], i) => {
    const array = new type(bytes.buffer as ArrayBuffer, at, head.lengths[i]!)
    at = round(at + array.byteLength)
    return [name, array]
  })
  return { about: head.about, ...Object.fromEntries(arrays) } as Weights
}
