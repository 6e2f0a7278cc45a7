import { ChanceryError } from '../model/error.ts'
import type { Packed } from './packed.ts'

/** What training learned: names of classes, tables of words, and the linear models. */
export interface Weights {
  about: About
  models: Record<string, Packed>
  /** Hashes of lower-cased words; the class of tags that each took; its distributional classes; 0 for none. */
  lexicon: {
    words: Int32Array
    classes: Uint16Array
    kinds: Uint16Array
    fines: Uint16Array
  }
}

/** The readable part of a weights file. */
export interface About {
  tags: string[]
  labels: string[]
  /** For each class of tags the one tag of words that take no other, else -1. */
  sure: number[]
  /** Lemma rules, `suffix<TAB>tag<TAB>cut<TAB>add<TAB>keep`, and verbs met in training; see `lemma.ts`. */
  lemmas: string[]
  verbs: string[]
  /** Features, `key<TAB>feats`; see `morphology.ts`. */
  feats: string[]
  seed: number
}

const MAGIC = 0x434e5931

/** A file of sections: magic, length of the JSON head, head, then arrays at multiples of eight. */
export function packWeights(weights: Weights): Uint8Array {
  const arrays: [string, Uint8Array][] = [
    ['lexicon.words', bytesOf(weights.lexicon.words)],
    ['lexicon.classes', bytesOf(weights.lexicon.classes)],
    ['lexicon.kinds', bytesOf(weights.lexicon.kinds)],
    ['lexicon.fines', bytesOf(weights.lexicon.fines)],
    ...Object.entries(weights.models).flatMap(([name, m]): [string, Uint8Array][] => [
      [`${name}.offsets`, bytesOf(m.offsets)],
      [`${name}.rows`, m.rows],
    ]),
  ]
  const models = Object.entries(weights.models).map(([name, m]) => ({
    name,
    classes: m.classes,
    dense: m.dense,
  }))
  const sections = arrays.map(([name, bytes]) => ({
    name,
    length: bytes.length,
  }))
  const head = new TextEncoder().encode(JSON.stringify({ about: weights.about, models, sections }))
  const out = new Uint8Array(arrays.reduce((at, [, bytes]) => round(at) + bytes.length, round(8 + head.length)))
  new DataView(out.buffer).setUint32(0, MAGIC, true)
  new DataView(out.buffer).setUint32(4, head.length, true)
  out.set(head, 8)
  let at = round(8 + head.length)
  for (const [, bytes] of arrays) {
    out.set(bytes, at)
    at = round(at + bytes.length)
  }
  return out
}

const round = (at: number): number => (at + 7) & ~7
const bytesOf = (a: Int32Array | Uint32Array | Uint16Array): Uint8Array =>
  new Uint8Array(a.buffer, a.byteOffset, a.byteLength)

interface Head {
  about: About
  models: { name: string; classes: number; dense: boolean }[]
  sections: { name: string; length: number }[]
}

/** Opens a weights file without copying its arrays. Throws `incorrect` if the bytes are something else. */
export function openWeights(file: Uint8Array): Weights {
  const bytes = file.byteOffset % 8 === 0 ? file : file.slice()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC)
    throw new ChanceryError('incorrect', 'weights', 'this is no weights file: run `npm run train`')
  const length = view.getUint32(4, true)
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as Head
  const sections = new Map<string, Uint8Array>()
  let at = round(8 + length)
  for (const s of head.sections) {
    sections.set(s.name, bytes.subarray(at, at + s.length))
    at = round(at + s.length)
  }
  const words = sections.get('lexicon.words')!
  const shorts = (name: string) => {
    const s = sections.get(name)!
    return new Uint16Array(s.buffer, s.byteOffset, s.length / 2)
  }
  return {
    about: head.about,
    lexicon: {
      words: new Int32Array(words.buffer, words.byteOffset, words.length / 4),
      classes: shorts('lexicon.classes'),
      kinds: shorts('lexicon.kinds'),
      fines: shorts('lexicon.fines'),
    },
    models: Object.fromEntries(head.models.map((m) => [m.name, modelOf(m, sections)])),
  }
}

function modelOf(m: Head['models'][number], sections: ReadonlyMap<string, Uint8Array>): Packed {
  const offsets = sections.get(`${m.name}.offsets`)!
  return {
    classes: m.classes,
    dense: m.dense,
    offsets: new Uint32Array(offsets.buffer, offsets.byteOffset, offsets.length / 4),
    rows: sections.get(`${m.name}.rows`)!,
  }
}
