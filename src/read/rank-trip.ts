import type { Participant } from '../grammar/types.ts'
import { hull, type Span } from '../model/span.ts'
import type { Line } from './article.ts'
import type { Draft } from './draft.ts'
import { OWN } from './emit.ts'
import { placeOf } from './number.ts'
import { RANKS, rankOf } from './rank.ts'

/** Marks a claim of the rank of a trip, which is what its sentence tells. */
export const TRIP_RANK = 'rank/trip'

/** "Obama's visit to Cuba was *the first by a US president* since 1928", "…, *his third*": among the trips to where this one went. */
export const rankedTrips = (line: Line, drafts: readonly Draft[]): Draft[] =>
  drafts.some((d) => d.kind === 'visit')
    ? line.tokens.flatMap((_, k) => [...ofClass(line, drafts, k), ...ofVisitor(line, drafts, k)])
    : []

interface Place {
  is: Draft['is']
  count?: Draft['count']
}

/** "First", "last", "third", "12th". */
function placeAt(line: Line, k: number): Place | undefined {
  const word = line.tokens[k]!.form.toLowerCase()
  const is = RANKS[word]
  if (is && is !== 'only') return { is }
  const nth = is ? undefined : placeOf(word)
  return nth === undefined ? undefined : { is: 'count', count: { least: nth, most: nth } }
}

const low = (line: Line, k: number): string => line.tokens[k]?.form.toLowerCase() ?? ''
const TRIP = /^(?:visit|trip|tour|journey|one)$/

/** The first trip of the sentence told by a noun before a token. */
const tripBefore = (drafts: readonly Draft[], k: number): Draft | undefined =>
  drafts.findLast(
    (d) =>
      d.kind === 'visit' && d.is === 'so' && d.match.site.clause.form === 'noun' && d.match.site.clause.predicate < k,
  )

function ofClass(line: Line, drafts: readonly Draft[], k: number): Draft[] {
  const place = placeAt(line, k)
  const trip = place && TRIP.test(low(line, k + 1)) ? k + 2 : k + 1
  const by = low(line, trip) === 'ever' ? trip + 1 : trip
  if (!place || !/^(?:by|for|of)$/.test(low(line, by))) return []
  const plain = tripBefore(drafts, k)
  const to = plain && line.mentionAt[plain.match.site.clause.predicate + 2]
  const office = line.mentionAt.slice(by + 1, by + 6).find((m) => m?.type === 'office')
  const last = office ? line.mentionAt.lastIndexOf(office) : -1
  const copula = line.tokens.slice(Math.max(0, k - 5), k).some((x) => /^(?:be|mark|become)$/.test(x.lemma))
  if (!plain?.roles.to?.length || !to || last < 0 || !copula || ranked(line, drafts, k)) return []
  const tokens = Array.from({ length: last - by }, (_, i) => by + 1 + i)
  const span = { start: line.tokens[by + 1]!.start, end: line.tokens[last]!.end }
  const np: Participant = { head: last, tokens, span, apposed: [] }
  const made = rankOf(line, plain, { is: place.is, np, verb: by })
  return made ? [{ ...made, ...place, ...sinceWhen(line, last, made), rules: [...plain.rules, TRIP_RANK] }] : []
}

/** Whether a claim of rank has been made of the words already. */
const ranked = (line: Line, drafts: readonly Draft[], k: number): boolean =>
  drafts.some((d) => d.is !== 'so' && d.span.start <= line.tokens[k]!.start && line.tokens[k]!.start < d.span.end)

/** "Since Nixon's in 1969", "since Nixon went in 1969": the year alone; what else follows is not taken into account. */
function sinceWhen(line: Line, from: number, made: Draft): Partial<Draft> {
  const since = line.tokens.find((t) => t.i > from && /^since$/i.test(t.form))
  if (!since || made.when) return {}
  const year = line.tokens.find((t) => t.i > since.i && /^(?:1[5-9]|20)\d\d$/.test(t.form))
  if (year) return { when: `${year.form}/`, span: hull([made.span, year]) }
  const who = [1, 2, 3].some((n) => line.mentionAt[since.i + n]?.type === 'person')
  return who ? {} : { left: { start: since.start, end: line.tokens.findLast((t) => t.upos !== 'PUNCT')!.end } }
}

/** "The king's visit to Oman, *his third this year*, …": among his own trips there. */
function ofVisitor(line: Line, drafts: readonly Draft[], k: number): Draft[] {
  const before = line.tokens[k - 2]
  const opens = before?.form === ',' || before?.lemma === 'be'
  if (!opens || !/^(?:his|her|their|its)$/.test(low(line, k - 1))) return []
  const place = placeAt(line, k)
  const end = TRIP.test(low(line, k + 1)) ? k + 2 : k + 1
  const next = line.tokens[end]
  if (!place || (next && !/^(?:PUNCT|ADP|SCONJ|ADV|DET)$/.test(next.upos)) || ranked(line, drafts, k)) return []
  const plain = drafts.findLast(
    (d) =>
      d.kind === 'visit' && d.is === 'so' && line.tokens[d.match.site.clause.predicate]!.start < line.tokens[k]!.start,
  )
  if (!plain?.roles.to?.length || plain.roles.visitor?.length !== 1) return []
  const narrowed = restOf(line, end)
  const span = hull([plain.span, { start: line.tokens[k - 1]!.start, end: line.tokens[end - 1]!.end }])
  return [
    { ...plain, ...place, when: undefined, span, ...windowOf(line, narrowed), rules: [...plain.rules, TRIP_RANK, OWN] },
  ]
}

/** The words up to the next comma: "this year", "of the administration", "since 2017". */
function restOf(line: Line, from: number): Span | undefined {
  const stop = line.tokens.findIndex(
    (t, i) => i >= from && (t.upos === 'PUNCT' || t.upos === 'VERB' || t.upos === 'AUX'),
  )
  const last = stop < 0 ? line.tokens.length : stop
  const first = /^(?:there|here)$/.test(low(line, from)) ? from + 1 : from
  return last > first ? { start: line.tokens[first]!.start, end: line.tokens[last - 1]!.end } : undefined
}

function windowOf(line: Line, rest: Span | undefined): Partial<Draft> {
  if (!rest) return {}
  const time = line.times.find((t) => t.start >= rest.start && t.end <= rest.end)
  const when = time && time.start - rest.start < 7 ? time.at('past') : undefined
  return when ? { when: time!.stance === 'since' ? `${when.split('/')[0]}/` : when } : { left: rest }
}
