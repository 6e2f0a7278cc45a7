import { definitionOf } from '../model/kinds/index.ts'
import { overlaps, type Span, within } from '../model/span.ts'
import type { Line } from './article.ts'
import type { Draft } from './draft.ts'
import * as Q from './en/qualifiers.ts'
import type { Reach } from './residue.ts'

const lower = (line: Line, k: number): string => line.tokens[k]?.form.toLowerCase() ?? ''

/** Nouns of a stretch of time, or of one trip among several, that no rule of times reads. */
const STRETCH =
  /^(?:centur(?:y|ies)|decades?|years?|months?|weeks?|days?|hours?|nights?|generations?|wars?|eras?|periods?|terms?|presidency|premiership|tenure|reign|lifetime|history|roles?|capacity|position)$/
const TRIP = /^(?:trips?|tours?|visits?|journeys?|missions?)$/
const IN_TIME = new Set(['in', 'during', 'over', 'within', 'throughout', 'for', 'at', 'across', 'on'])

/**
 * "in the 20th century", "for 14 years", "in more than 50 years", "on his first foreign trip", "when the war broke out": words of
 * time that the claim does not hold.
 */
export function lostTime(d: Draft, reach: Reach, ofSet: boolean): Span | undefined {
  const { line } = reach
  if (d.is === 'years') return undefined
  for (const k of reach.tokens) {
    const word = lower(line, k)
    const t = line.tokens[k]!
    if (line.times.some((time) => overlaps(time, t))) continue
    if (IN_TIME.has(word)) {
      const h = nounOfTime(line, k)
      if (h !== undefined && !reach.meant.has(h) && !(d.since && 'years' in d.since))
        return { start: t.start, end: line.tokens[h]!.end }
    }
  }
  const part = d.kind === 'membership' && d.is === 'so' ? (placeAmong(line) ?? partOfBody(d, line)) : undefined
  if (part) return part
  const holds = definitionOf(d.kind).holding?.includes(d.fixed.step ?? '') ?? false
  return holds || ofSet ? circumstance(line, reach) : undefined
}

/** "NATO's military command", "the EU's single market": what belongs to a body is not the body. */
function partOfBody({ roles }: Draft, line: Line): Span | undefined {
  const body = roles.body?.[0]?.span
  const k = line.tokens.findIndex(
    (t, i) => /^['’]s?$/.test(t.form) && i > 0 && !!body && overlaps(line.tokens[i - 1]!, body),
  )
  const owned = k < 0 ? undefined : line.tokens.slice(k + 1, k + 5).find((t) => t.upos === 'NOUN')
  return owned && body && !/^(?:members?|membership|states?)$/i.test(owned.form)
    ? { start: body.start, end: owned.end }
    : undefined
}

/** "NATO's 31st member", "the newest member": a place among the members, which a membership does not tell. */
function placeAmong(line: Line): Span | undefined {
  const k = line.tokens.findIndex((t, i) => /^members?$/i.test(t.form) && i > 0 && PLACE.test(lower(line, i - 1)))
  return k < 0 ? undefined : { start: line.tokens[k - 1]!.start, end: line.tokens[k]!.end }
}
const PLACE =
  /^(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[a-z-]+(?:teenth|tieth)|twenty-\w+|thirty-\w+|newest|latest|last|oldest|youngest|largest|smallest|only)$/

/** "… when the war broke out", which no claim of the sentence ties to the state of affairs. */
function circumstance(line: Line, { home, meant }: Reach): Span | undefined {
  const found = line.tokens.find(
    (t) =>
      /^(?:when|while)$/i.test(t.form) &&
      t.i > home.predicate &&
      within(t, line.sentence) &&
      !asked(line, t.i) &&
      !meant.has(t.i),
  )
  return found && { start: found.start, end: line.tokens.findLast((t) => t.upos !== 'PUNCT')!.end }
}
/** "while president": the office itself. */
const asked = (line: Line, k: number): boolean => line.mentionAt[k + 1]?.type === 'office'

/** The noun of a stretch of time, or of a trip with its place in a row, behind a preposition. */
function nounOfTime(line: Line, k: number): number | undefined {
  let ranked = false
  for (let i = k + 1; i < Math.min(line.tokens.length, k + 9); i++) {
    const t = line.tokens[i]!
    const word = lower(line, i)
    if (line.times.some((time) => overlaps(time, t))) return undefined
    if (word === 'history' && i === k + 1) return undefined
    if (STRETCH.test(word)) return i
    if (TRIP.test(word)) return ranked && lower(line, k) === 'on' ? i : undefined
    ranked ||= Q.RANKING.has(word)
    if (t.upos === 'PUNCT' || t.upos === 'VERB' || t.upos === 'AUX' || t.upos === 'SCONJ') return undefined
    if (t.upos === 'ADP' && word !== 'than') return undefined
  }
  return undefined
}
