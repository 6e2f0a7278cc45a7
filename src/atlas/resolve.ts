import type { EntityId } from '../model/ids.ts'
import type { Day } from '../model/when.ts'
import { type Entry, index, NOTHING } from './entries.ts'
import { keyOf } from './fold.ts'
import { corrections } from './misspelling.ts'
import { rank } from './rank.ts'
import type { Candidate } from './types.ts'
import { parts, variants } from './variants.ts'

/** An abbreviation counts only in capitals ("US", not "us"), some names only with "the" or a hyphen. */
const written = (entry: Entry, name: string): boolean =>
  (!entry.code || name === name.toUpperCase() || name === entry.text) &&
  (!entry.article || /^the /i.test(name)) &&
  (!entry.prefix || name.endsWith('-'))

const exact = (name: string): Entry[] => (index().get(keyOf(name)) ?? []).filter((entry) => written(entry, name))

const told = (candidates: Candidate[], because: string, trust = 1): Candidate[] =>
  candidates.map((c) => ({
    ...c,
    why: because ? `${because}: ${c.why}` : c.why,
    score: Math.round(c.score * trust * 100) / 100,
  }))

/** "The Arab government" is nobody's: the adjective of a group needs a noun in the plural, see `findGroups`. */
const isSomebody = (c: Candidate): boolean => !(c.form === 'adjective' && c.why.startsWith('group:'))

function byVariants(name: string, day: Day | undefined, depth: number): Candidate[] {
  const entries = exact(name)
  const found = rank(entries, day)
  if (found.length || depth === 0 || entries.some((entry) => entry.id === NOTHING)) return found
  for (const variant of variants(name)) {
    const inner = byVariants(variant.name, day, depth - 1).filter(isSomebody)
    if (inner.length) return told(inner, variant.because, variant.trust)
  }
  return []
}

const isCity = (c: Candidate): boolean => c.form === 'capital' || c.form === 'metonym'

/**
 * "Burma (Myanmar)", "Congo (Kinshasa)", "Italy/Sardinia": the first name, narrowed by the second where both know an
 * entity. A capital with another name after it ("Athens, Georgia") is no state.
 */
function byTwoNames(name: string, day: Day | undefined): Candidate[] {
  const two = parts(name)
  if (!two) return []
  const [outer, inner] = two.map((part) => byVariants(part, day, 2)) as [Candidate[], Candidate[]]
  const named = new Set<EntityId>(inner.map((c) => c.id))
  const both = outer.filter((c) => named.has(c.id))
  if (both.length) return told(both, 'two names')
  if (name.includes(',') && (!inner.length || outer.some(isCity))) return []
  return told(outer.length ? outer : inner, 'two names')
}

const PLURAL = /^(?:the )?(?:two |both )?(\p{L}+?)(?:s|(ies))$/u

/** "The two Koreas": several states that share a name in the singular; empty where fewer than two do. */
function bySharedName(name: string, day: Day | undefined): Candidate[] {
  const [, stem, ies] = PLURAL.exec(name) ?? []
  if (!stem) return []
  const states = byVariants(ies ? `${stem}y` : stem, day, 1).filter(
    (c) => c.id.startsWith('state:') && c.form === 'name',
  )
  return states.length > 1 ? told(states, 'several of the name', 0.8) : []
}

const DEPTH = 3

/**
 * Who may be meant by a name on a day, likeliest first; empty where nothing safe fits. Without a day, the present use
 * comes first and former uses follow. A state that ended is given as itself, never as its successor.
 */
export function resolve(name: string, day?: Day): Candidate[] {
  const text = name.trim().replace(/\s+/g, ' ')
  if (!text || text.length > 120) return []
  const found = byVariants(text, day, 1)
  if (found.length || exact(text).length) return found
  const two = byTwoNames(text, day)
  if (two.length) return two
  const formed = byVariants(text, day, DEPTH)
  if (formed.length) return formed
  const several = bySharedName(text, day)
  if (several.length) return several
  const fixed = corrections(keyOf(text))
  return told(rank(fixed, day, 0.6), `misspelling of ${fixed[0]?.text ?? ''}`)
}
