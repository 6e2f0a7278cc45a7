import type { Since } from '../model/claim.ts'
import { hull, type Span } from '../model/span.ts'
import type { Line } from './article.ts'
import type { Draft } from './draft.ts'
import { entityOf, fillerOf } from './entity.ts'
import { numberAt } from './number.ts'
import { wordsOf } from './words.ts'

const RANKED: ReadonlySet<Draft['is']> = new Set(['first', 'none'])

/** "since Richard Nixon", "in more than 50 years": from when on somebody is the first, where no date says so. */
export function withSince(d: Draft): Draft {
  const { line, clause } = d.match.site
  if (!RANKED.has(d.is) || d.since || clause.id < 0) return d
  const dated = d.when !== undefined && (d.is === 'first' || /^[^/]+\//.test(d.when))
  const found = dated
    ? undefined
    : (sincePerson(line, clause.predicate) ?? (d.is === 'first' ? inYears(d, line) : undefined))
  return found ? { ...d, since: found.since, span: hull([d.span, found.span]) } : d
}

export interface Found {
  since: Since
  span: Span
}

/** Somebody's turn, whose time is not told. */
function sincePerson(line: Line, predicate: number): Found | undefined {
  const k = line.tokens.findIndex((t) => t.i > predicate && /^since$/i.test(t.form))
  const at = k < 0 ? -1 : [k + 1, k + 2, k + 3].find((i) => line.mentionAt[i]?.type === 'person')
  const m = at === undefined || at < 0 ? undefined : line.mentionAt[at]
  if (m?.type !== 'person' || line.times.some((time) => time.start > line.tokens[k]!.start && time.start < m.end + 60))
    return undefined
  const who = fillerOf(entityOf(m))
  const next = line.tokens.find((t) => t.start >= m.end)
  // "since Nixon's visit", "since Nixon and Ford": more is said than whose turn it was.
  const ends = !next || next.upos === 'PUNCT' || /^(?:did|in|to)$/i.test(next.form)
  return who.is === 'entity' && ends
    ? { since: { person: who }, span: { start: line.tokens[k]!.start, end: m.end } }
    : undefined
}

const SHORT = new Set(['nearly', 'almost', 'about', 'around', 'some', 'roughly', 'close'])
/** Units of long spans, in years. */
export const UNITS: Readonly<Record<string, number>> = {
  year: 1,
  years: 1,
  decade: 10,
  decades: 10,
  century: 100,
  centuries: 100,
}

/** "in nearly 90 years", "in more than half a century", "in five decades". */
const inYears = (d: Draft, line: Line): Found | undefined =>
  inYearsFrom(d, line.tokens[d.match.site.clause.predicate]!.end, line.sentence.end)

export function inYearsFrom(d: Draft, start: number, end: number): Found | undefined {
  const words = wordsOf(d.match.site.article.text, { start, end })
  for (let i = 0; i < words.length; i++) {
    if (words[i]!.low !== 'in' && words[i]!.low !== 'for') continue
    for (let k = i + 1; k < Math.min(words.length, i + 5); k++) {
      const n = numberAt(words, k)
      const half = words[k]!.low === 'half' && words[k + 1]?.low === 'a'
      const one = /^(?:an?|one)$/.test(words[k]!.low) && !half
      const to = half ? k + 2 : one ? k + 1 : n && !n.ordinal ? n.to : undefined
      const unit = to === undefined ? undefined : UNITS[words[to]?.low ?? '']
      if (to === undefined || unit === undefined) continue
      const years = (half ? 0.5 : one ? 1 : n!.value) * unit
      const short = words.slice(i + 1, k).some((w) => SHORT.has(w.low))
      return { since: { years, ...(short && { short }) }, span: { start: words[i]!.start, end: words[to]!.end } }
    }
  }
  return undefined
}
