import { hashText, mix } from './hash.ts'
import { shapeOf } from './words.ts'

/** Features of a form, each with a row in the table of embeddings: the word, the tags it took, two distributional classes, and six of its letters. */
export const FEATURES = 10
/** Features of the word as a whole; the others are of its letters. */
export const WHOLE = 4
/** The place of the coarse distributional class among them. */
export const KIND = 2
const LETTERS = FEATURES - WHOLE

/** Hashes of a form's shape, its last 2–4 and its first 2–3 letters; 0 where it is too short. */
export function lettersOf(form: string): number[] {
  const lower = form.toLowerCase()
  const n = lower.length
  const end = (k: number) => (n > k ? hashText(lower, n - k, n) : 0)
  const start = (k: number) => (n > k ? hashText(lower, 0, k) : 0)
  return [shapeOf(form), end(2), end(3), end(4), start(2), start(3)].map((h, k) => (h === 0 ? 0 : mix(h, k + 1)))
}

/** What the table of embeddings has rows for. */
export interface Entries {
  /** Hashes of lower-cased words, and for each its `WHOLE` rows, 0 for none. */
  words: Int32Array
  rows: Uint16Array
  /** Hashes as `lettersOf` gives them, with rows from `first` on. */
  letters: Int32Array
  first: number
}

/** Finds the rows of the table of embeddings for a form. */
export class Vocabulary {
  private place = new Map<number, number>()
  private letters = new Map<number, number>()
  private rows: Uint16Array

  constructor({ words, rows, letters, first }: Entries) {
    words.forEach((hash, i) => {
      this.place.set(hash, i)
    })
    letters.forEach((hash, i) => {
      this.letters.set(hash, first + i)
    })
    this.rows = rows
  }

  /** Writes `FEATURES` rows, 0 for none, to `out` from `at` on. */
  look(form: string, out: Int32Array, at: number): void {
    const place = this.place.get(hashText(form.toLowerCase()))
    for (let k = 0; k < WHOLE; k++) out[at + k] = place === undefined ? 0 : this.rows[place * WHOLE + k]!
    const letters = lettersOf(form)
    for (let k = 0; k < LETTERS; k++) out[at + WHOLE + k] = this.letters.get(letters[k]!) ?? 0
  }
}
