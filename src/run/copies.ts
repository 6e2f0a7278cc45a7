import type { Ledger } from '../keep/port.ts'
import type { Document } from '../model/claim.ts'
import type { Fact } from '../model/fact.ts'

/** A text shorter than this, in words, may well say the same as another and be its own. */
const SHORTEST = 60
/** Runs of so many words that two texts share are no chance. */
const RUN = 6
/** Of the shorter text's runs, this share makes it a copy of the other: an agency's report under another headline. */
const SHARE = 0.6

type Runs = ReadonlySet<string>

function runsOf(text: string): Runs {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < SHORTEST) return new Set()
  return new Set(words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' ')))
}

function isCopy(a: Runs, b: Runs): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const run of few) if (many.has(run)) shared++
  return few.size > 0 && shared >= SHARE * few.size
}

/** Whether two texts are one, but for a headline, a byline or a few words. */
export const areCopies = (a: string, b: string): boolean => isCopy(runsOf(a), runsOf(b))

const known = new WeakMap<Ledger, Map<string, Runs>>()

/**
 * Documents of the ledger of which a text is a copy, among those whose accepted reports it may be checked by: what they tell is
 * its own word.
 */
export async function copiesOf(ledger: Ledger, doc: Document, facts: readonly Fact[]): Promise<string[]> {
  const ids = new Set(facts.flatMap((f) => (f.standing === 'accepted' && f.cite.doc ? [f.cite.doc] : [])))
  ids.delete(doc.id)
  const own = ids.size ? runsOf(doc.text) : new Set<string>()
  if (!own.size) return []
  const cache = known.get(ledger) ?? new Map<string, Runs>()
  known.set(ledger, cache)
  const out: string[] = []
  for (const id of ids) {
    const runs = cache.get(id) ?? runsOf((await ledger.document(id))?.text ?? '')
    cache.set(id, runs)
    if (isCopy(own, runs)) out.push(id)
  }
  return out
}
