import type { Token } from '../grammar/types.ts'
import type { Article, Line } from './article.ts'
import { dayOf } from './dated-names.ts'
import { type Entity, personEntity } from './entity.ts'
import type { Person } from './mention.ts'

/** Something named earlier that a later word may mean. */
export interface Trace {
  entities: Entity[]
  at: number
  line: number
  subject: boolean
}

export const low = (t: Token | undefined): string => t?.form.toLowerCase() ?? ''

const OPEN_CLASS = new Set([
  'no',
  'a',
  'an',
  'any',
  'every',
  'each',
  'first',
  'only',
  'last',
  'sitting',
  'another',
  'other',
  'former',
  'few',
  'second',
  'third',
])
/** "The fifth president", "the 45th president": one of a row, not whoever holds it now. */
const NTH = /^(?:\d+(?:st|nd|rd|th)|[a-z-]{3,}th)$/

/** Whether an office is spoken of as held by somebody: not "no president", "the first president". */
export function isDefinite(article: Article, line: Line, e: Entity, i: number): boolean {
  if (e.plural || e.former) return false
  const start = line.tokens.findIndex((t) => t.end > e.span.start)
  const before = line.tokens.slice(Math.max(0, Math.min(start, i) - 4), Math.min(start, i)).map(low)
  const cut = before.findLastIndex((w) =>
    ['the', 'his', 'her', 'its', 'their', 'our', "'s", '’s', 'no', 'a', 'an', 'any'].includes(w),
  )
  const lead = before.slice(Math.max(cut, 0))
  if (lead.some((w) => OPEN_CLASS.has(w) || NTH.test(w))) return false
  return lead.includes('the') || e.of !== undefined || /^\p{Lu}/u.test(article.text.slice(e.span.start))
}

/** How many names back the holder of an office is looked for: a longer text costs no more for each of its words. */
const FARTHEST = 2000

/** Who "the president" or "the Ecuadorian president" is here; nobody where the words speak of any president. */
export function holderOf(article: Article, traces: Trace[], line: Line, e: Entity, i: number): Entity[] {
  if (!isDefinite(article, line, e, i) || ofAnother(article, e)) return []
  const fits = (p: Person) => sameTitle(p.title?.words, e.title?.words) && (!e.of || !p.of || p.of === e.of)
  let later: Entity | undefined
  for (let k = traces.length - 1; k >= Math.max(0, traces.length - FARTHEST); k--) {
    const found = traces[k]!.entities.find((x) => x.person && fits(x.person))
    if (found && traces[k]!.at <= e.span.start) return [personEntity(found.person!, e.span, e.title, e.of)]
    // Who is named only later holds the office where the text says whose it is.
    if (found && (!e.of || found.person!.of === e.of)) later = found
  }
  if (later) return [personEntity(later.person!, e.span, e.title, e.of)]
  return heldOn(article, e, dayOf(line.times, article.date) ?? article.date)
}

/** "The crown prince *of Abu Dhabi*": an office of what is no state here is nobody else's. */
const ofAnother = (article: Article, e: Entity): boolean =>
  e.of === undefined &&
  /^\s+of\s+(?:the\s+)?\p{Lu}/u.test(article.text.slice(e.span.end, e.span.end + 12)) &&
  !/^\s+of\s+the\s+(?:Republic|Council|Government|Union|Nation|Federation|State|Kingdom|Country)\b/i.test(
    article.text.slice(e.span.end, e.span.end + 20),
  )

/** "Deputy Secretary" is the deputy secretary of state. */
const sameTitle = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  (a === b ||
    a.startsWith(`${b} `) ||
    b.startsWith(`${a} `) ||
    (PLAIN.has(b) && a.endsWith(` ${b}`) && !a.startsWith('prime')))
/** "The minister" is the foreign minister named before. */
const PLAIN = new Set(['minister', 'secretary', 'ambassador', 'envoy'])

/** The ledger's holder of a definite office on the day that a sentence tells of. */
function heldOn(article: Article, e: Entity, day: string | undefined): Entity[] {
  const held = e.id && day ? article.holders.holders(e.id, day) : []
  const one = held[0]
  return held.length === 1 && one
    ? [{ type: 'person', id: one.person, label: one.name, span: e.span, as: e.id!, ...(e.of && { of: e.of }) }]
    : []
}

/** The best earlier single entity: nearer sentences first, subjects before others, the nearest last. */
export function lookBack(
  traces: readonly Trace[],
  line: Line,
  at: number,
  fits: (e: Entity) => boolean,
  _i = 0,
): Entity[] {
  let best: { score: number; found: Entity } | undefined
  for (let k = traces.length - 1; k >= 0; k--) {
    const t = traces[k]!
    const away = line.index - t.line
    if (away > 4) break
    const one = t.entities.length === 1 ? t.entities[0]! : undefined
    if (!one || t.at >= at || !fits(one)) continue
    const score = -2 * away + (t.subject ? 1.5 : 0) - (at - t.at) / 10_000
    if (!best || score > best.score) best = { score, found: one }
  }
  return best ? [best.found] : []
}

/** The latest group; of persons where there is one near. */
export function lookBackMany(traces: readonly Trace[], line: Line, only?: 'person'): Entity[] {
  let latest: Trace | undefined
  for (let k = traces.length - 1; k >= 0 && line.index - traces[k]!.line <= 6; k--) {
    const t = traces[k]!
    if (t.entities.length < 2) continue
    if (t.entities.every((e) => e.type === 'person')) return t.entities
    latest ??= t
  }
  return only ? [] : (latest?.entities ?? [])
}
