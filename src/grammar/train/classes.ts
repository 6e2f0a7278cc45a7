import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { hashText } from '../hash.ts'
import { sentences } from '../sentences.ts'

/** Sentences of raw text as words, from JSON Lines (gzip) with a `text` each; none if there is no file. */
export function readRaw(file: string): string[][] {
  if (!existsSync(file)) return []
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  return lines
    .filter((line) => line !== '')
    .flatMap((line) => sentences((JSON.parse(line) as { text: string }).text))
    .map((s) => s.words.map((w) => w.form))
}

export const hashed = (forms: readonly string[]): Int32Array => Int32Array.from(forms, (f) => hashText(f.toLowerCase()))

/** Counts of neighbouring pairs of words, as lists per word. Word 0 is the edge of a sentence, word 1 any rare word. */
interface Bigrams {
  words: Int32Array
  counts: Float64Array
  right: [number, number][][]
  left: [number, number][][]
  self: Float64Array
}

function bigramsOf(corpus: readonly Int32Array[], least: number): Bigrams {
  const frequency = new Map<number, number>()
  for (const s of corpus) for (const h of s) frequency.set(h, (frequency.get(h) ?? 0) + 1)
  const kept = [...frequency].filter(([, n]) => n >= least).sort((a, b) => b[1] - a[1] || a[0] - b[0])
  const index = new Map(kept.map(([h], i) => [h, i + 2]))
  const size = kept.length + 2
  const pairs = Array.from({ length: size }, () => new Map<number, number>())
  const count = (a: number, b: number) => pairs[a]!.set(b, (pairs[a]!.get(b) ?? 0) + 1)
  for (const s of corpus) {
    let last = 0
    for (const h of s) {
      const word = index.get(h) ?? 1
      count(last, word)
      last = word
    }
    count(last, 0)
  }
  return listed(pairs, Int32Array.from([0, 0, ...kept.map(([h]) => h)]))
}

function listed(pairs: readonly Map<number, number>[], words: Int32Array): Bigrams {
  const counts = new Float64Array(words.length)
  const self = new Float64Array(words.length)
  const right: [number, number][][] = words.length ? Array.from({ length: words.length }, () => []) : []
  const left: [number, number][][] = Array.from({ length: words.length }, () => [])
  pairs.forEach((row, a) => {
    for (const [b, n] of row) {
      counts[a]! += n
      if (a === b) self[a] = n
      else {
        right[a]!.push([b, n])
        left[b]!.push([a, n])
      }
    }
  })
  return { words, counts, right, left, self }
}

const TABLE = Float64Array.from({ length: 1 << 16 }, (_, n) => (n > 0 ? n * Math.log(n) : 0))
const xlogx = (n: number): number => (n < TABLE.length ? TABLE[n]! : n * Math.log(n))

/**
 * Word classes by the exchange algorithm (Martin, Liermann & Ney 1998): each word goes to the class that most raises the
 * likelihood of a class bigram model. Gives the class, from 1, of every word seen at least `least` times.
 */
export function wordClasses(
  corpus: readonly Int32Array[],
  classes: number,
  least: number,
  rounds: number,
  report: (line: string) => void,
): Map<number, number> {
  const b = bigramsOf(corpus, least)
  const model = new ClassModel(b, classes)
  for (let round = 0; round < rounds; round++) {
    let moved = 0
    for (let w = 2; w < b.words.length; w++) if (model.exchange(w)) moved++
    report(`word classes, round ${round + 1}: ${moved} of ${b.words.length - 2} words moved`)
  }
  return new Map(Array.from({ length: b.words.length - 2 }, (_, i) => [b.words[i + 2]!, model.classOf[i + 2]! + 1]))
}

class ClassModel {
  readonly classOf: Int32Array
  private b: Bigrams
  private n: number
  /** Bigram counts of classes, row by row, and their sums. */
  private pair: Float64Array
  private sum: Float64Array
  private out: Float64Array
  private into: Float64Array

  constructor(b: Bigrams, classes: number) {
    this.b = b
    this.n = classes + 2
    this.classOf = Int32Array.from(b.words, (_, w) => (w < 2 ? classes + w : (w - 2) % classes))
    this.pair = new Float64Array(this.n * this.n)
    this.sum = new Float64Array(this.n)
    this.out = new Float64Array(this.n)
    this.into = new Float64Array(this.n)
    for (let w = 0; w < b.words.length; w++) {
      this.sum[this.classOf[w]!]! += b.counts[w]!
      const row = this.classOf[w]! * this.n
      this.pair[row + this.classOf[w]!]! += b.self[w]!
      for (const [v, n] of b.right[w]!) this.pair[row + this.classOf[v]!]! += n
    }
  }

  /** Moves a word to its best class; says whether that is another one. */
  exchange(w: number): boolean {
    const { classOf, b, n } = this
    const old = classOf[w]!
    const neighbours = this.gather(w)
    this.shift(w, old, -1, neighbours)
    let best = old
    let gain = -Infinity
    for (let c = 0; c < n - 2; c++) {
      const g = this.gain(c, neighbours, b.counts[w]!, b.self[w]!)
      if (g > gain + 1e-9) {
        gain = g
        best = c
      }
    }
    this.shift(w, best, 1, neighbours)
    classOf[w] = best
    return best !== old
  }

  /** Sums the word's neighbours by class; returns the classes that occur. */
  private gather(w: number): number[] {
    this.out.fill(0)
    this.into.fill(0)
    const seen = new Set<number>()
    for (const [v, n] of this.b.right[w]!) {
      this.out[this.classOf[v]!]! += n
      seen.add(this.classOf[v]!)
    }
    for (const [v, n] of this.b.left[w]!) {
      this.into[this.classOf[v]!]! += n
      seen.add(this.classOf[v]!)
    }
    return [...seen]
  }

  private shift(w: number, c: number, sign: number, neighbours: readonly number[]): void {
    const { n, pair } = this
    for (const g of neighbours) {
      pair[c * n + g]! += sign * this.out[g]!
      pair[g * n + c]! += sign * this.into[g]!
    }
    pair[c * n + c]! += sign * this.b.self[w]!
    this.sum[c]! += sign * this.b.counts[w]!
  }

  /** What the likelihood gains when the word joins class `c`. */
  private gain(c: number, neighbours: readonly number[], count: number, self: number): number {
    const { n, pair, out, into, sum } = this
    let g = -2 * (xlogx(sum[c]! + count) - xlogx(sum[c]!))
    for (const k of neighbours) {
      if (k === c) continue
      if (out[k]! > 0) g += xlogx(pair[c * n + k]! + out[k]!) - xlogx(pair[c * n + k]!)
      if (into[k]! > 0) g += xlogx(pair[k * n + c]! + into[k]!) - xlogx(pair[k * n + c]!)
    }
    const own = pair[c * n + c]!
    return g + xlogx(own + out[c]! + into[c]! + self) - xlogx(own)
  }
}
