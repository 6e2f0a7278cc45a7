import type { Clause } from '../grammar/types.ts'
import type { Span } from '../model/span.ts'
import { hull, overlaps, within } from '../model/span.ts'
import type { Line } from './article.ts'
import { capacityIn } from './capacity.ts'
import { lightOf } from './dating.ts'
import type { Draft } from './draft.ts'
import * as Q from './en/qualifiers.ts'
import { lostTime } from './lost-time.ts'
import { phraseEnd } from './phrase-end.ts'
import { enclosing, phrasesIn } from './slots.ts'

/** Claims on a set: a narrower verb or set makes another claim of them. */
const SETS = new Set<Draft['is']>(['none', 'first', 'last', 'every', 'only', 'count', 'among', 'size'])

/** The tokens that a claim's clause itself has, without those of clauses beside and under it, and what the claim uses of them. */
export interface Reach {
  line: Line
  home: Clause
  tokens: readonly number[]
  used: ReadonlySet<number>
  /** Of these, what stands for the claim's own names, words and times. */
  meant: ReadonlySet<number>
}

/**
 * The first words of a claim's clause that narrow it and that nothing of it accounts for. `told`: the same was told before;
 * `spared`: names that another claim of the sentence leaves out.
 */
export function residueOf(d: Draft, told: boolean, spared: readonly Span[]): Span | undefined {
  const reach = reachOf(d)
  if (!reach) return undefined
  const since = !d.since && (SETS.has(d.is) || d.modality === 'denied') ? sinceWhom(d) : undefined
  if (since) return since
  for (const k of reach.tokens) {
    const found =
      reach.used.has(k) && !swallowed(reach, k) ? undefined : (phraseAt(d, reach, k) ?? adverbAt(d, reach, k, told))
    if (found && !spared.some((s) => overlaps(s, found))) return found
  }
  const lost = lostTime(d, reach, SETS.has(d.is))
  if (lost) return lost
  return narrowedClass(d) ?? (SETS.has(d.is) ? sortOf(d) : undefined)
}

export function reachOf(d: Draft): Reach | undefined {
  const { line, clause, article } = d.match.site
  if (clause.id < 0) return undefined
  const home =
    clause.form === 'noun' && !d.mentioned ? (lightOf(line, clause) ?? enclosing(line, clause) ?? clause) : clause
  const others = line.clauses.filter((c) => c.form !== 'noun' && isUnder(line, c, home))
  const span = ordinalSpan(d, home)
  const near = line.tokens.slice(Math.max(0, home.predicate - WINDOW), home.predicate + WINDOW)
  const tokens = near
    .filter((t) => !article.datelines.some((s) => within(t, s)))
    .filter((t) => within(t, span) && !others.some((c) => within(t, c.span) && !opensOrder(line, c, t.i)))
    .map((t) => t.i)
  return { line, home, tokens, used: usedBy(d, home, true), meant: usedBy(d, home, false) }
}

/** Tokens on either side of a predicate that are looked at: a clause is rarely longer. */
const WINDOW = 80

/** A claim on a set stands in all of the sentence's clause: "was *officially* the first to visit". */
function ordinalSpan(d: Draft, home: Clause): Span {
  const { line } = d.match.site
  const ranked = d.is === 'first' || d.is === 'last' || d.is === 'only'
  const host = home.mark === 'to' || home.modifies ? enclosingClause(line, home) : undefined
  return ranked && host ? hull([home.span, host.span]) : home.span
}
const enclosingClause = (line: Line, c: Clause): Clause | undefined =>
  line.clauses
    .filter((x) => x.form !== 'noun' && x.id !== c.id && within(c.span, x.span))
    .toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0]

const isUnder = (line: Line, c: Clause, home: Clause): boolean =>
  c.id !== home.id &&
  within(c.span, home.span) &&
  !within(line.tokens[home.predicate]!, c.span) &&
  c.predicate !== home.predicate

/** "before", "without", "as did" at the head of an adverbial clause is the main clause's own. */
function opensOrder(line: Line, c: Clause, k: number): boolean {
  const word = line.tokens[k]!.form.toLowerCase()
  const compared = word === 'since' || (word === 'as' && AUXILIARY.test(lower(line, k + 1)))
  return c.mark === word && (Q.ORDERING.has(word) || compared) && line.tokens[k]!.start <= c.span.start + 1
}

/** Tokens that roles, the frame's own words, times, sayings and the predicate account for. */
function usedBy(d: Draft, home: Clause, phrases: boolean): Set<number> {
  const { line, clause } = d.match.site
  const spans: Span[] = [line.tokens[clause.predicate]!, line.tokens[home.predicate]!, ...line.times]
  const capacity = capacityIn(d)
  if (capacity) spans.push(capacity)
  for (const f of Object.values(d.match.roles).flat()) {
    if (f.np && phrases) spans.push(...f.np.tokens.map((k) => line.tokens[k]!))
    spans.push(...f.entities.map((e) => e.span))
  }
  for (const list of Object.values(d.roles)) spans.push(...list.map((e) => e.span))
  for (const e of d.except ?? []) spans.push(e.span)
  for (const slot of Object.keys(d.match.frame.needs ?? {})) {
    if (slot === 'side') continue
    spans.push(...phrasesIn(line, clause, slot).map((np) => np.span))
  }
  if (d.attribution.speaker) spans.push(d.attribution.speaker.span)
  if (d.counted) spans.push(d.counted)
  if (d.match.frame.needs?.next) spans.push(line.tokens[clause.predicate + 1] ?? line.tokens[clause.predicate]!)
  return new Set(line.tokens.filter((t) => spans.some((s) => overlaps(s, t))).map((t) => t.i))
}

const lower = (line: Line, k: number): string => line.tokens[k]?.form.toLowerCase() ?? ''

/** "China *with* Donald Trump" taken for one name: the tree's name, and no name of the text. */
const swallowed = ({ line, meant }: Reach, k: number): boolean => {
  const t = line.tokens[k]!
  return (t.upos === 'ADP' || t.upos === 'SCONJ') && t.deprel === 'flat' && !line.mentionAt[k] && !meant.has(k)
}

/** "the first *female* president", "the first *African* country": a word on a class that the claim's class is without. */
function narrowedClass(d: Draft): Span | undefined {
  const { line } = d.match.site
  const ranked = d.is === 'first' || d.is === 'last' || d.is === 'only'
  for (const [role, list] of Object.entries(d.match.roles)) {
    const now = d.roles[role] ?? []
    for (const f of list) {
      const office = f.entities.some((e) => e.type === 'office')
      const classed = now.some((n) => n.type === 'group')
      const replaced =
        ranked && !classed && f.entities.some((e) => e.type === 'group' && !now.some((n) => n.label === e.label))
      const asOffice = office && (ranked || now.every((e) => e.type === 'office'))
      const found =
        (asOffice || replaced) &&
        f.np?.tokens.find((k) => k < f.np!.head && narrowsClass(line, k, ranked, office) && !isPlace(d, lower(line, k)))
      if (found) return span(line.tokens[found]!)
    }
  }
  return undefined
}
/** "The *second* president": the claim's own number. */
const isPlace = (d: Draft, word: string): boolean => d.is === 'count' && d.count !== undefined && PLACE.test(word)
const PLACE = /^(?:second|third|(?:\d+)(?:st|nd|rd|th)|[a-z-]{3,}th)$/
/** `office`: the class is one, and a state before it is whose it is. */
export const narrowsClass = (line: Line, k: number, ranked: boolean, office: boolean): boolean => {
  const t = line.tokens[k]!
  const type = line.mentionAt[k]?.type
  if (type === 'office' || (office && type === 'state') || !['ADJ', 'VERB', 'NOUN', 'PROPN'].includes(t.upos))
    return false
  return !Q.HOLDING_IT.has(lower(line, k)) && !(ranked && Q.RANKING.has(lower(line, k)))
}

/** "since Calvin Coolidge", "between Coolidge and Obama": a window by somebody's turn, whose time is not told. */
function sinceWhom(d: Draft): Span | undefined {
  const { line, clause } = d.match.site
  const k = line.tokens.findIndex((t) => t.i > clause.predicate && /^(?:since|between)$/i.test(t.form))
  const whom =
    k < 0
      ? undefined
      : [k + 1, k + 2].map((i) => line.mentionAt[i]).find((m) => m?.type === 'person' || m?.type === 'office')
  if (!whom) return undefined
  const dated = line.times.some((time) => time.start > line.tokens[k]!.start && time.start < whom.end + 60)
  return dated ? undefined : { start: line.tokens[k]!.start, end: whom.end }
}

/** A narrowing preposition or subordinator whose phrase nothing accounts for. */
function phraseAt(d: Draft, reach: Reach, k: number): Span | undefined {
  const { line } = reach
  const used = swallowed(reach, k) ? reach.meant : reach.used
  const word = lower(line, k)
  if (tallied(d, line, k)) return undefined
  const sets = SETS.has(d.is) && Q.NARROWING_SETS.has(word)
  if (!Q.NARROWING.has(word) && !sets && !Q.ORDERING.has(word)) return undefined
  if (word === 'since' && (dated(d) || d.since)) return undefined
  if (word === 'without' && Q.SPANS_OF_TIME.has(lower(line, k - 1).replace(/s$/, ''))) return undefined
  const t = line.tokens[k]!
  if (word === 'as' && AUXILIARY.test(lower(line, k + 1))) return { start: t.start, end: line.tokens[k + 1]!.end }
  if (asWellAs(line, k) && line.mentionAt[k + 3] && !reach.meant.has(k + 3)) {
    return { start: t.start, end: line.tokens[k + 3]!.end }
  }
  const clause = line.clauses.find((c) => c.mark === word && c.form !== 'noun' && c.span.start === t.start)
  if (clause) return Q.ORDERING.has(word) || elliptic(line, clause) || word === 'since' ? clause.span : undefined
  if (t.upos === 'VERB' || t.upos === 'NOUN' || t.deprel === 'cc' || idle(line, k)) return undefined
  const h = wholeName(line, t.head > k ? t.head : nextNoun(line, k))
  if (used.has(h) || used.has(k + 1) || line.tokens[h]?.upos === 'VERB') return undefined
  const above = line.tokens[h]?.head ?? -1
  const own = above === reach.home.predicate || above < 0 || used.has(above) || above === k
  if (!own || sameOffice(d, line, word, h)) return undefined
  if (word === 'with' && !line.mentionAt[h]) return undefined
  return { start: t.start, end: phraseEnd(line, k, h) }
}

/** A preposition may hang on the first word of a name: the word that the name hangs by. */
const wholeName = (line: Line, k: number): number => {
  const t = line.tokens[k]
  return t?.upos === 'PROPN' && /^(?:compound|flat)/.test(t.deprel) && t.head > k ? t.head : k
}

/** "adopted *by* 100 votes to 11, *with* 58 abstentions": the count itself. */
const tallied = (d: Draft, line: Line, k: number): boolean =>
  d.kind === 'vote' && d.is === 'count' && /^(?:by|with)$/.test(lower(line, k)) && line.tokens[k + 1]?.upos === 'NUM'

/** "since Calvin Coolidge *in 1928*": the claim has taken the date from which it holds. */
const dated = (d: Draft): boolean => d.when !== undefined && !d.when.startsWith('/')

/** "as Richard Nixon did": a comparison, where a full clause tells a circumstance. */
const elliptic = (line: Line, c: Clause): boolean =>
  ['do', 'have', 'be'].includes(line.tokens[c.predicate]!.lemma.toLowerCase())

const asWellAs = (line: Line, k: number): boolean =>
  ['as', 'well', 'as'].every((word, n) => lower(line, k + n) === word)
const AUXILIARY = /^(?:do|does|did|had|has|have|is|was|are|were)$/
const BEFORE_AS = new Set(['such', 'well', 'so', 'far'])
function idle(line: Line, k: number): boolean {
  const word = lower(line, k)
  const next = lower(line, k + 1)
  if (word === 'as' && asState(line, k)) return true
  if (word === 'as' && next === 'well') return lower(line, k + 2) !== 'as'
  if (word === 'as')
    return ['part', 'of', 'well', 'far', 'a'].includes(next) ? partOf(line, k) : BEFORE_AS.has(lower(line, k - 1))
  if (word === 'than') return /^\d/.test(next) || line.tokens[k + 1]?.upos === 'NUM'
  return word === 'after' && (next === 'all' || isDuration(line, k))
}
/** "recognised X as a sovereign state": what recognising is. */
const asState = (line: Line, k: number): boolean =>
  /^(?:state|country|nation)$/.test(lower(line, nextNoun(line, k))) &&
  line.tokens.slice(Math.max(0, k - 9), k).some((t) => /^recogni[sz]/i.test(t.form))
const partOf = (line: Line, k: number): boolean =>
  lower(line, k + 1) !== 'a' || ['part', 'result', 'sign', 'gesture', 'way'].includes(lower(line, k + 2))

/** "after 54 years without them": how long it took narrows nothing. */
const isDuration = (line: Line, k: number): boolean =>
  Q.SPANS_OF_TIME.has(lower(line, nextNoun(line, k)).replace(/s$/, '')) ||
  /^(?:decades|centuries)$/.test(lower(line, nextNoun(line, k)))

function nextNoun(line: Line, k: number): number {
  for (let i = k + 1; i < Math.min(line.tokens.length, k + 8); i++) {
    if (['NOUN', 'PROPN', 'PRON'].includes(line.tokens[i]!.upos)) return i
  }
  return k + 1
}

/** "as president" of one who is called president in the claim. */
function sameOffice(d: Draft, line: Line, word: string, h: number): boolean {
  const m = line.mentionAt[h]
  if (word !== 'as' || m?.type !== 'office') return false
  return Object.values(d.roles)
    .flat()
    .some(
      (e) =>
        (e.type === 'office' && e.title?.words === m.title.words) ||
        e.as?.startsWith(`office:${m.title.words.replaceAll(' ', '-')}/`),
    )
}

/** An adverb or a frequency that no claim has a place for. */
function adverbAt(d: Draft, { line, tokens, home }: Reach, k: number, told: boolean): Span | undefined {
  const word = lower(line, k)
  const t = line.tokens[k]!
  if (often(line, k)) return { start: t.start, end: line.tokens[k + 1]!.end }
  if (counted(d, line, k) || (word === 'alone' && d.is === 'only')) return undefined
  if (word === 'again' && (told || d.modality !== 'happened')) return undefined
  if (word === 'once' && t.upos === 'SCONJ') return undefined
  const near = (word === 'first' || word === 'last') && k === home.predicate - 1 && home.form === 'verb'
  if (near && d.is !== word) return span(t)
  if (superlative(line, k) && (home.form === 'copula' || d.kind === 'relations')) return span(t)
  if (t.upos === 'ADJ' || t.upos === 'NOUN' || t.upos === 'PROPN') return undefined
  if (Q.FREQUENCY.has(word) || Q.MANNER.has(word)) return { start: t.start, end: t.end }
  const beside = Math.abs(k - home.predicate) < 3 && t.upos === 'ADV'
  if (beside && word === 'first' && k < home.predicate && d.is !== word) return span(t)
  if (word === 'only' && t.upos === 'ADV' && d.is !== 'only' && !d.count && lower(line, k - 1) !== 'not') return span(t)
  const free = SETS.has(d.is) && t.upos === 'ADV' && t.head === home.predicate && tokens.includes(t.head)
  return free && !Q.IDLE.has(word) && !d.count ? span(t) : undefined
}
const span = (t: Span): Span => ({ start: t.start, end: t.end })
const superlative = (line: Line, k: number): boolean =>
  /^(?:JJS|RBS|JJR|RBR)$/.test(line.tokens[k]!.xpos) &&
  !['at', 'than'].includes(lower(line, k - 1)) &&
  lower(line, k + 1) !== 'than'
const often = (line: Line, k: number): boolean =>
  ['every', 'each', 'per'].includes(lower(line, k)) && Q.SPANS_OF_TIME.has(lower(line, k + 1).replace(/s$/, ''))
/** "twice" of a claim that counts. */
const counted = (d: Draft, line: Line, k: number): boolean =>
  d.count !== undefined &&
  (lower(line, k) === 'twice' || lower(line, k) === 'once') &&
  (lower(line, k + 1) !== 'as' || line.mentionAt[k + 2]?.type === 'office')

/** "No president has made a *state* visit": the visits of records are of all sorts. */
function sortOf(d: Draft): Span | undefined {
  const { line, clause } = d.match.site
  const heads = Object.keys(d.match.frame.needs ?? {}).flatMap((slot) =>
    slot === 'side' ? [] : phrasesIn(line, clause, slot),
  )
  const nouns =
    clause.form === 'noun' ? [clause] : line.clauses.filter((c) => heads.some((np) => np.head === c.predicate))
  const found = nouns.flatMap((c) => c.modifiers).find((k) => Q.SORTS.has(lower(line, k)))
  return found === undefined || !['visit', 'meeting'].includes(d.kind) ? undefined : span(line.tokens[found]!)
}
