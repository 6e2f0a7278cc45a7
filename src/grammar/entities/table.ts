import { ChanceryError } from '../../model/error.ts'
import type { WordFacts } from './features.ts'
import { BUCKETS, type Table, WIDTH } from './model.ts'

/** What training learned of names: a hashed table of weights, and facts of words by the hash of their lower-cased form. */
export interface NameWeights {
  table: Table
  words: Int32Array
  kinds: Uint8Array
  lists: Uint16Array
  usual: Uint16Array
}

const MAGIC = 0x434e4531
const HEAD = 16

/** Header (magic, number of words, unit as a float), words, lists, usual, kinds, then weights of a byte. */
export function packNames(w: NameWeights & { table: { weights: Int8Array } }): Uint8Array {
  const n = w.words.length
  const out = new Uint8Array(HEAD + n * 9 + BUCKETS * WIDTH)
  const view = new DataView(out.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, n, true)
  view.setFloat64(8, w.table.unit, true)
  let at = HEAD
  for (const part of [w.words, w.lists, w.usual, w.kinds, w.table.weights]) {
    out.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += part.byteLength
  }
  return out
}

/** Opens what `packNames` wrote. Throws `incorrect` if the bytes are something else. */
export function openNames(file: Uint8Array): NameWeights {
  const bytes = file.byteOffset % 8 === 0 ? file : file.slice()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const n = bytes.length < HEAD ? 0 : view.getUint32(4, true)
  if (n === 0 || view.getUint32(0, true) !== MAGIC || bytes.length !== HEAD + n * 9 + BUCKETS * WIDTH)
    throw new ChanceryError('incorrect', 'entities', 'these are no weights for names: run `npm run train`')
  const at = (offset: number) => bytes.byteOffset + HEAD + offset
  return {
    words: new Int32Array(bytes.buffer, at(0), n),
    lists: new Uint16Array(bytes.buffer, at(n * 4), n),
    usual: new Uint16Array(bytes.buffer, at(n * 6), n),
    kinds: new Uint8Array(bytes.buffer, at(n * 8), n),
    table: { weights: new Int8Array(bytes.buffer, at(n * 9), BUCKETS * WIDTH), unit: view.getFloat64(8, true) },
  }
}

/** Looks words up by hash. */
export function factsOf({ words, kinds, lists, usual }: NameWeights): WordFacts {
  const place = new Map<number, number>()
  words.forEach((hash, i) => {
    place.set(hash, i)
  })
  const look = (table: Uint8Array | Uint16Array) => (hash: number) => table[place.get(hash) ?? -1] ?? 0
  return { kind: look(kinds), usual: look(usual), lists: look(lists) }
}
