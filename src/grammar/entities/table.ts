import { ChanceryError } from '../../model/error.ts'
import type { WordFacts } from './features.ts'
import { BUCKETS, type Table, type Tables, WIDTH } from './model.ts'

/** What training learned of names: hashed tables of weights, and facts of words by the hash of their lower-cased form. */
export interface NameWeights {
  tables: Tables
  words: Int32Array
  kinds: Uint8Array
  lists: Uint16Array
  usual: Uint16Array
}

/** A table whose weights are bytes. */
export interface Packed extends Table {
  readonly weights: Int8Array
}

export interface PackedNames extends NameWeights {
  tables: { first: Packed; second: Packed }
}

const MAGIC = 0x434e4532
const HEAD = 24
/** Bytes of a word, and of a table. */
const [WORD, TABLE] = [9, BUCKETS * WIDTH]

/** Header (magic, number of words, units as floats), words, lists, usual, kinds, then weights of a byte, the first table's before the second's. */
export function packNames({ words, lists, usual, kinds, tables }: PackedNames): Uint8Array {
  const out = new Uint8Array(HEAD + words.length * WORD + 2 * TABLE)
  const view = new DataView(out.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, words.length, true)
  view.setFloat64(8, tables.first.unit, true)
  view.setFloat64(16, tables.second.unit, true)
  let at = HEAD
  for (const part of [words, lists, usual, kinds, tables.first.weights, tables.second.weights]) {
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
  if (n === 0 || view.getUint32(0, true) !== MAGIC || bytes.length !== HEAD + n * WORD + 2 * TABLE)
    throw new ChanceryError('incorrect', 'entities', 'these are no weights for names: run `npm run train`')
  const at = (offset: number) => bytes.byteOffset + HEAD + offset
  const table = (k: number) => ({
    weights: new Int8Array(bytes.buffer, at(n * WORD + k * TABLE), TABLE),
    unit: view.getFloat64(8 + 8 * k, true),
  })
  return {
    words: new Int32Array(bytes.buffer, at(0), n),
    lists: new Uint16Array(bytes.buffer, at(n * 4), n),
    usual: new Uint16Array(bytes.buffer, at(n * 6), n),
    kinds: new Uint8Array(bytes.buffer, at(n * 8), n),
    tables: { first: table(0), second: table(1) },
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
