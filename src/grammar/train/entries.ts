import { hashText } from '../hash.ts'
import { type Entries, FEATURES, KIND, lettersOf, type Vocabulary, WHOLE } from '../vocabulary.ts'

/** How often words and letters must be seen for a row of their own. */
const LEAST = { word: 2, letters: 4 }

/** For each word by its hash: the class of tags that it took, its distributional classes, coarse and fine. */
export type Classes = readonly ReadonlyMap<number, number>[]

/** The rows of the table of embeddings, how often each occurs, and their number. */
export interface Listing {
  entries: Entries
  counts: Float64Array
  size: number
  /** The row before the first of the coarse classes. */
  kinds: number
}

/** Lists all words, classes and letters that get a row; row 0 is none. */
export function listEntries(sentences: readonly (readonly string[])[], classes: Classes): Listing {
  const words = new Map<number, number>()
  const letters = new Map<number, number>()
  const count = (map: Map<number, number>, key: number) => map.set(key, (map.get(key) ?? 0) + 1)
  const seen = new Map<string, { hash: number; letters: number[] }>()
  for (const forms of sentences)
    for (const form of forms) {
      const known = seen.get(form) ?? { hash: hashText(form.toLowerCase()), letters: lettersOf(form) }
      seen.set(form, known)
      count(words, known.hash)
      for (const hash of known.letters) if (hash !== 0) count(letters, hash)
    }
  return laidOut(words, letters, classes)
}

type Counts = ReadonlyMap<number, number>

function laidOut(words: Counts, letters: Counts, classes: Classes): Listing {
  const counts = [0]
  const own = new Map<number, number>()
  for (const [hash, n] of words) if (n >= LEAST.word) own.set(hash, counts.push(n) - 1)
  const firsts = classes.map((of) => {
    const first = counts.length - 1
    for (let c = Math.max(0, ...of.values()); c > 0; c--) counts.push(Infinity)
    return first
  })
  const first = counts.length
  const kept = [...letters].filter(([, n]) => n >= LEAST.letters)
  for (const [, n] of kept) counts.push(n)
  const all = Int32Array.from(new Set([...own.keys(), ...classes.flatMap((of) => [...of.keys()])])).sort()
  const rows = new Uint16Array(all.length * WHOLE)
  all.forEach((hash, i) => {
    rows[i * WHOLE] = own.get(hash) ?? 0
    classes.forEach((of, k) => {
      const c = of.get(hash) ?? 0
      rows[i * WHOLE + 1 + k] = c === 0 ? 0 : firsts[k]! + c
    })
  })
  const entries = { words: all, rows, letters: Int32Array.from(kept, ([hash]) => hash), first }
  return { entries, counts: Float64Array.from(counts), size: counts.length, kinds: firsts[KIND - 1]! }
}

/** The rows of a sentence's words. */
export function rowsOf(forms: readonly string[], vocabulary: Vocabulary): Int32Array {
  const out = new Int32Array(forms.length * FEATURES)
  forms.forEach((form, i) => {
    vocabulary.look(form, out, i * FEATURES)
  })
  return out
}
