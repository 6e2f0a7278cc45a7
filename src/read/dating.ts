import type { Clause } from '../grammar/types.ts'
import type { When } from '../model/when.ts'
import type { Line } from './article.ts'
import type { Side } from './calendar.ts'
import { SPEECH } from './en/speech.ts'
import type { TimeHit } from './when.ts'

/** The innermost clause of a verb that a time stands in. */
function ownerOf(line: Line, t: TimeHit): Clause | undefined {
  return (
    line.clauses
      .filter((c) => c.form !== 'noun' && c.span.start <= t.start && t.end <= c.span.end)
      // "Will travel *starting* Monday": a verb that is part of the time.
      .filter((c) => line.tokens[c.predicate]!.start < t.start || line.tokens[c.predicate]!.start >= t.end)
      .toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0]
  )
}

const APART = new Set(['before', 'after', 'until', 'till', 'since', 'once'])

/** Clauses whose times hold for a clause too: what governs it, what it is coordinate with or serves. */
function lenders(line: Line, c: Clause): Clause[] {
  const out: Clause[] = [c]
  if (c.mark === 'for' && c.tense === 'none') return out
  // "Visited in 1939, long *before he became* president": another time.
  if (c.joined === 'adverbial' && APART.has(c.mark ?? '')) return out
  for (let at: Clause | undefined = c; at && out.length < 6; ) {
    const id: number | undefined =
      thereToo(line, at)?.id ??
      (at.modifies && at.form !== 'noun'
        ? undefined
        : (at.governor ?? (at.joined === 'modifier' ? undefined : at.host)))
    const next: Clause | undefined = id === undefined ? undefined : line.clauses[id]
    if (!next || out.includes(next) || next.form === 'noun') break
    if (at.governor !== undefined && SPEECH.has(next.lemma) && at.tense !== 'present' && at.tense !== 'none') break
    // "In April he announced that he would stand down": when it was said, not when it will be.
    if (at.governor !== undefined && at.modals.includes('would')) break
    out.push(next)
    at = next
  }
  return out
}

/**
 * "Will travel on Monday to Paris, *where* she will meet": what is done there, then. "On Monday Chad became the third state *to
 * sign*": it did so by becoming it.
 */
function thereToo(line: Line, c: Clause): Clause | undefined {
  const host = c.host === undefined ? undefined : line.clauses[c.host]
  if (c.mark === 'where')
    return host?.form === 'verb' && host.tense === c.tense && host.perfect === c.perfect ? host : undefined
  const named = c.mark === 'to' ? c.modifies?.head : undefined
  return named === undefined
    ? undefined
    : line.clauses.find((v) => v.lemma === 'become' && v.predicatives.some((np) => np.head === named))
}

/** A time within a few words after a predicate, no verb or comma between. */
function follows(line: Line, c: Clause, t: TimeHit, most: number): boolean {
  const from = c.predicate + 1
  const to = line.tokens.findIndex((x) => x.start >= t.start)
  if (to < from || to - from > most) return false
  return line.tokens.slice(from, to).every((x) => !['VERB', 'AUX', 'PUNCT', 'CCONJ'].includes(x.upos))
}

const TAKING_PLACE = new Set([
  'open',
  'begin',
  'start',
  'take',
  'occur',
  'convene',
  'happen',
  'end',
  'conclude',
  'continue',
])
/** The clause of the verb by which an event noun takes place. */
export function lightOf(line: Line, c: Clause): Clause | undefined {
  if (c.light !== undefined) return line.clauses[c.light]
  return (
    line.clauses.find(
      (v) =>
        v.form === 'verb' &&
        ((TAKING_PLACE.has(v.lemma) && v.subjects.some((s) => s.head === c.predicate)) ||
          (v.lemma === 'embark' && v.obliques.some((o) => o.prep === 'on' && o.np.head === c.predicate))),
    ) ?? datedBy(line, c)
  )
}

/** "Since its *independence in 1991*": the event itself was then; what is told of was since. */
function eventTime(line: Line, c: Clause, t: TimeHit): TimeHit {
  if (!['since', 'before', 'after'].includes(t.stance) || t.start < line.tokens[c.predicate]!.end) return t
  if (line.tokens.find((x) => x.start === t.start)?.form !== 'in') return t
  return {
    ...t,
    stance: 'at',
    at: (side) =>
      t
        .at(side)
        ?.split('/')
        .find((part) => part !== ''),
  }
}

/** "His last visit *was in March*". */
const datedBy = (line: Line, c: Clause): Clause | undefined =>
  line.clauses.find(
    (v) =>
      v.form === 'copula' &&
      v.subjects.some((s) => s.head === c.predicate) &&
      line.times.some((t) => t.start <= line.tokens[v.predicate]!.start && line.tokens[v.predicate]!.end <= t.end),
  )

/** The times that belong to a clause, its own first. */
export function timesFor(line: Line, c: Clause): TimeHit[] {
  if (c.form === 'noun' || !line.times.some((t) => namesThing(line, t))) return timesOf(line, c)
  return timesOf({ ...line, times: line.times.filter((t) => !namesThing(line, t)) }, c)
}

/** "The *2011* Air Transport Agreement": a year between a determiner and a noun tells which thing, not when. */
function namesThing(line: Line, t: TimeHit): boolean {
  const k = line.tokens.findIndex((x) => x.end === t.end)
  if (datesNoun(line, t, k)) return true
  if (!/^\d{4}$/.test(line.tokens[k]?.form ?? '') || t.start < line.tokens[k]!.start - 4) return false
  const [before, after] = [line.tokens[k - 1], line.tokens[k + 1]]
  if (before && /^years?$/i.test(before.form) && /^fiscal$/i.test(line.tokens[k - 2]?.form ?? '')) return true
  if (!before || !after) return false
  return (
    (before.upos === 'DET' || before.xpos === 'PRP$' || before.xpos === 'POS') &&
    ['PROPN', 'NOUN', 'ADJ'].includes(after.upos)
  )
}

/** "Welcomed Chad's *May 3* announcement": a day between an owner and a noun is the noun's. */
function datesNoun(line: Line, t: TimeHit, last: number): boolean {
  const first = line.tokens.findIndex((x) => x.start === t.start)
  const [before, after] = [line.tokens[first - 1], line.tokens[last + 1]]
  if (first < 1 || !before || after?.upos !== 'NOUN' || last - first > 2) return false
  const owned = ['DET', 'PART'].includes(before.upos) || before.xpos === 'PRP$'
  return owned && !/^(?:during|on|in|at|for)$/i.test(line.tokens[first - 2]?.form ?? '')
}

function timesOf(line: Line, c: Clause): TimeHit[] {
  if (c.form === 'noun') {
    const own = line.times.filter((t) => (c.span.start <= t.start && t.end <= c.span.end) || follows(line, c, t, 8))
    const light = lightOf(line, c)
    return own.length || !light ? own.map((t) => eventTime(line, c, t)) : timesOf(line, light)
  }
  const moment = momentBefore(line, c)
  if (moment) return [moment]
  const owners = new Map(line.times.map((t) => [t, ownerOf(line, t)]))
  let past = false
  for (const lender of lenders(line, c)) {
    // "She is now serving …; he resigned": what goes on now does not date what was done.
    if (past && lender.tense === 'present' && lender.progressive) break
    past ||= lender.tense === 'past'
    const own = line.times.filter((t) => owners.get(t)?.id === lender.id)
    if (own.length) return own
    if (lender === c) {
      const next = line.times.filter((t) => follows(line, c, t, 1))
      if (next.length) return next
      if (inSeason(line, c)) return []
    }
  }
  return []
}

/** "The first since *2017*, when the queen went": the time that the clause tells of. */
function momentBefore(line: Line, c: Clause): TimeHit | undefined {
  const k = c.mark === 'when' ? line.tokens.findLastIndex((t) => t.i < c.predicate && /^when$/i.test(t.form)) : -1
  const last = k > 0 && line.tokens[k - 1]!.form === ',' ? line.tokens[k - 2] : line.tokens[k - 1]
  const t = last && line.times.find((time) => time.end === last.end)
  if (!t || t.stance === 'over') return undefined
  return t.stance === 'since' ? { ...t, stance: 'at', at: (side) => t.at(side)?.split('/')[0] } : t
}

/** "Took office *last fall*": a time of its own, though none that is read; no other clause's is taken for it. */
const inSeason = (line: Line, c: Clause): boolean =>
  line.tokens.some(
    (t) =>
      t.i > c.predicate &&
      t.i < c.predicate + 5 &&
      /^(?:spring|summer|autumn|fall|winter)$/i.test(t.form) &&
      /^(?:last|this|next|past|in|the)$/i.test(line.tokens[t.i - 1]!.form),
  )

/** The time of a clause as EDTF: a date before "previously", a span before a point in it. */
export function whenOf(times: readonly TimeHit[], side: Side): When | undefined {
  const ordered = times.toSorted((a, b) => RANK[a.stance] - RANK[b.stance])
  for (const t of ordered) {
    const when = t.at(side)
    if (when) return when
  }
  return undefined
}
const RANK = { at: 0, since: 1, over: 2, before: 3, after: 4, from: 0 } as const
