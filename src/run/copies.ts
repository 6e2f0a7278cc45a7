import type { Ledger } from '../keep/port.ts'
import type { Document } from '../model/claim.ts'
import type { Fact } from '../model/fact.ts'

/** A text shorter than this, in words, may well say the same as another and be its own. */
const SHORTEST = 60
/** Runs of so many words that two texts share are no chance. */
const RUN = 6
/** Of the shorter text's runs, this share makes it a copy of the other: an agency's report under another headline. */
const SHARE = 0.6

/** One run in so many is kept to find those whose runs are compared: the same ones of every text. */
const KEPT_IN = 8
/** So many texts share a run only where it is a paper's own formula. */
const MOST_SHARING = 200
/** Of the kept runs of the shorter text, this share makes it worth a look. */
const LIKELY = SHARE / 2

/**
 * Finds the prints of one article among many, as they come, by a sketch of each text: runs of words as numbers, of which those
 * that a fixed number divides are looked up. The same texts in the same order give the same groups.
 */
export class Copies {
  readonly #first: string[] = []
  readonly #runs: Uint32Array[] = []
  readonly #sketches: number[] = []
  readonly #having = new Map<number, number[]>()
  readonly #ids = new Map<string, string>()

  /** The name of the first article of which this one is a print, if there is one; the article is remembered. */
  of(name: string, doc: Document): string | undefined {
    const same = this.#ids.get(doc.id)
    if (same !== undefined) return same
    const runs = runsOf(doc.text)
    const sketch = runs.filter((run) => run % KEPT_IN === 0)
    const found = this.#like(runs, sketch)
    const first = found === undefined ? name : this.#first[found]!
    this.#ids.set(doc.id, first)
    this.#keep(first, runs, sketch)
    return found === undefined ? undefined : first
  }

  #like(runs: Uint32Array, sketch: Uint32Array): number | undefined {
    const shared = new Map<number, number>()
    for (const run of sketch) for (const one of this.#having.get(run) ?? []) shared.set(one, (shared.get(one) ?? 0) + 1)
    const likely = [...shared].filter(([one, n]) => n >= LIKELY * Math.min(sketch.length, this.#sketches[one]!))
    return likely
      .map(([one]) => one)
      .sort((a, b) => a - b)
      .find((one) => areAlike(runs, this.#runs[one]!))
  }

  #keep(first: string, runs: Uint32Array, sketch: Uint32Array): void {
    const place = this.#first.push(first) - 1
    this.#runs.push(runs)
    this.#sketches.push(sketch.length)
    for (const run of sketch) {
      const having = this.#having.get(run)
      if (!having) this.#having.set(run, [place])
      else if (having.length < MOST_SHARING) having.push(place)
    }
  }
}

/** A text's runs of words as numbers, in order, each once: none of a text that is too short. */
function runsOf(text: string): Uint32Array {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < SHORTEST) return new Uint32Array()
  return Uint32Array.from(
    new Set(words.slice(RUN - 1).map((_, i) => numberOf(words.slice(i, i + RUN).join(' ')))),
  ).sort()
}

/** A run as a number (FNV-1a, its bits stirred). */
function numberOf(run: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < run.length; i++) hash = Math.imul(hash ^ run.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Whether two texts are one, but for a headline, a byline or a few words. */
function areAlike(a: Uint32Array, b: Uint32Array): boolean {
  let [i, j, shared] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]!, b[j]!]
    if (x === y) shared++
    if (x <= y) i++
    if (y <= x) j++
  }
  const few = Math.min(a.length, b.length)
  return few > 0 && shared >= SHARE * few
}

const known = new WeakMap<Ledger, Map<string, Uint32Array>>()

/**
 * Documents of the ledger of which a text is a copy, among those whose accepted reports it may be checked by: what they tell is
 * its own word.
 */
export async function copiesOf(ledger: Ledger, doc: Document, facts: readonly Fact[]): Promise<string[]> {
  const ids = new Set(facts.flatMap((f) => (f.standing === 'accepted' && f.cite.doc ? [f.cite.doc] : [])))
  ids.delete(doc.id)
  const own = ids.size ? runsOf(doc.text) : new Uint32Array()
  if (!own.length) return []
  const cache = known.get(ledger) ?? new Map<string, Uint32Array>()
  known.set(ledger, cache)
  const out: string[] = []
  for (const id of ids) {
    const runs = cache.get(id) ?? runsOf((await ledger.document(id))?.text ?? '')
    cache.set(id, runs)
    if (areAlike(own, runs)) out.push(id)
  }
  return out
}
