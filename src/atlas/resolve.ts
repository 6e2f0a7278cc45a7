import type { EntityId } from '../model/ids.ts'
import type { Day } from '../model/when.ts'
import { type Entry, index } from './entries.ts'
import { keyOf } from './fold.ts'
import { corrections } from './misspelling.ts'
import { rank } from './rank.ts'
import type { Candidate } from './types.ts'

/** An abbreviation counts only in capitals ("US", not "us"), some names only with "the". */
const written = (entry: Entry, name: string): boolean =>
  (!entry.code || name === name.toUpperCase() || name === entry.text) && (!entry.article || /^the /i.test(name))

const exact = (name: string): Entry[] => (index().get(keyOf(name)) ?? []).filter((entry) => written(entry, name))

/** Words that say what sort of state or government is meant and leave the state the same. */
const REGIME =
  /^(?:the )?(?:(?:former|united|islamic|democratic|socialist|people[’']?s|peoples|federal|federative|arab|soviet|independent|sovereign|grand|co-?operative|provisional|constitutional) )*(?:republic|kingdom|state|commonwealth|federation|confederation|union|empire|principality|grand duchy|duchy|sultanate|emirate|dominion|government|nation|islands?) of (?:the )?/i
const GOVERNMENT =
  /^(?:the )?(.{2,60}?)(?:[’']s?)? (?:government|authorities|state|republic|administration|regime|nation|govt\.?)$/i
const ARTICLE = /^(?:the|an?) /i

/** "Korea, Republic of" as "Republic of Korea"; "Bahamas, The" as "The Bahamas". */
function uninverted(name: string): string | undefined {
  const comma = name.lastIndexOf(',')
  if (comma < 1) return undefined
  const [head, tail] = [name.slice(0, comma).trim(), name.slice(comma + 1).trim()]
  return head && tail ? `${tail} ${head}` : undefined
}

type Step = { name: string; because: string; factor: number }

/** Simpler forms of a name to try when it is not in the tables as it stands. */
function simpler(name: string): Step[] {
  const steps: Step[] = []
  const add = (text: string | undefined, because: string, factor: number) => {
    if (text && text !== name) steps.push({ name: text, because, factor })
  }
  add(uninverted(name), 'name in inverted order', 1)
  const comma = name.lastIndexOf(',')
  if (comma > 0 && REGIME.test(`${name.slice(comma + 1).trim()} `)) add(name.slice(0, comma), 'formal name', 0.8)
  add(name.replace(ARTICLE, ''), 'name', 1)
  if (REGIME.test(name)) add(name.replace(REGIME, ''), 'formal name', 0.8)
  const government = GOVERNMENT.exec(name)?.[1]
  if (government) add(government, 'government', 0.9)
  return steps
}

const because = (candidates: Candidate[], why: string): Candidate[] =>
  candidates.map((c) => ({ ...c, why: why === 'name' ? c.why : `${why}: ${c.why}` }))

function byForms(name: string, day: Day | undefined, depth: number): Candidate[] {
  const found = rank(exact(name), day)
  if (found.length || depth === 0) return found
  for (const step of simpler(name)) {
    const inner = byForms(step.name, day, depth - 1)
    if (inner.length) return because(inner, step.because).map((c) => ({ ...c, score: c.score * step.factor }))
  }
  return []
}

const BRACKETS = /^([^()[\]]{1,80})[([]([^()[\]]{1,80})[)\]]\s*$/

/** "Burma (Myanmar)", "Congo (Kinshasa)", "Italy/Sardinia": the first name, narrowed by the second where both know a state. */
function twoNames(name: string, day: Day | undefined): Candidate[] {
  const brackets = BRACKETS.exec(name)
  const slash = name.indexOf('/')
  const parts = brackets ? [brackets[1]!, brackets[2]!] : slash > 0 ? [name.slice(0, slash), name.slice(slash + 1)] : []
  if (parts.length < 2) return []
  const [outer, inner] = parts.map((part) => byForms(part.trim(), day, 3)) as [Candidate[], Candidate[]]
  const named = new Set<EntityId>(inner.map((c) => c.id))
  const both = outer.filter((c) => named.has(c.id))
  const rest = both.length ? both : outer.length ? outer : inner
  return because(rest, 'two names')
}

/**
 * Who may be meant by a name on a day, likeliest first; empty where nothing safe fits. Without a day, the present use
 * comes first and former uses follow. A state that ended is given as itself, never as its successor.
 */
export function resolve(name: string, day?: Day): Candidate[] {
  const text = name.trim().replace(/\s+/g, ' ')
  if (!text || text.length > 120) return []
  const known = rank(exact(text), day)
  if (known.length) return known
  const two = twoNames(text, day)
  if (two.length) return two
  const formed = byForms(text, day, 3)
  if (formed.length) return formed
  const fixed = corrections(keyOf(text))
  return because(rank(fixed, day, 0.6), `misspelling of ${fixed[0]?.text ?? ''}`)
}
