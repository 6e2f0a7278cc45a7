import { overlaps, type Span } from '../model/span.ts'
import { addDays } from '../model/when.ts'
import type { Article } from './article.ts'
import { byLine } from './beside.ts'
import { calledOff } from './called-off.ts'
import type { Draft } from './draft.ts'
import { type Entity, stateEntity } from './entity.ts'
import { phrasesIn } from './slots.ts'

/** What only the whole article settles: one telling once, "previously" before the visit told of. */
export function settle(article: Article, drafts: readonly Draft[]): Draft[] {
  const kept = withoutRepeats(withoutParts(drafts.map(visitors).flatMap(eachEnvoy)))
  const firstDay = visitsOf(kept)
  return kept.map((d) => calledOff(article.lines, previously(article, d, firstDay)))
}

/** "Five American presidents have visited": how many came over time, not how large one party was. */
const visitors = (d: Draft): Draft =>
  d.kind === 'visit' &&
  d.is === 'size' &&
  (d.roles.to?.some(isSet) || d.roles.visitor?.some((e) => e.type === 'office'))
    ? { ...d, is: 'count', rules: [...d.rules, 'count/each'] }
    : d
const isSet = (e: Entity): boolean => e.type === 'group'

/** "Recalled their ambassadors", "expelled each other's diplomats": one envoy for each state, with the other as host. */
function eachEnvoy(d: Draft): Draft[] {
  const persons = d.kind === 'envoy' ? (d.roles.person ?? []) : []
  if (persons.length < 2 || persons.some((p) => !p.of?.startsWith('state:'))) return [d]
  return persons.map((p) => {
    const host = d.roles.host?.filter((h) => h.id !== p.of)
    const { host: _, ...roles } = d.roles
    const sender = [stateEntity(p.of!, p.span)]
    return { ...d, roles: { ...roles, person: [p], sender, ...(host?.length && { host }) } }
  })
}

/** "Establish *relations*": a noun that a verb's claim is made of makes no claim of its own of the same kind. */
function withoutParts(drafts: readonly Draft[]): Draft[] {
  const used = new Map<string, Set<number>>()
  for (const d of drafts) {
    const { line, clause } = d.match.site
    if (clause.form === 'noun' && !d.match.frame.needs) continue
    const key = `${line.index} ${d.kind}`
    const heads = used.get(key) ?? new Set()
    for (const slot of Object.keys(d.match.frame.needs ?? {}))
      for (const np of phrasesIn(line, clause, slot)) heads.add(np.head)
    used.set(key, heads)
  }
  const beside = byLine(drafts)
  return drafts.filter((d) => {
    const { line, clause } = d.match.site
    const other = beside(d).some(
      (o) =>
        o !== d &&
        o.kind === d.kind &&
        o.match.site.clause.form !== 'noun' &&
        o.roles.by &&
        d.roles.by &&
        key(o.roles.by[0]!) !== key(d.roles.by[0]!),
    )
    // "Announced $1 billion in assistance for Peru": the assistance is what was announced.
    const given = d.kind === 'aid' && clause.form === 'noun' && !d.roles.giver
    if (given && beside(d).some((o) => o !== d && o.kind === 'aid' && o.roles.giver && near(o.span, d.span)))
      return false
    return (
      clause.form !== 'noun' ||
      (d.kind === 'sanction' && other) ||
      d.match.rule === '' ||
      !used.get(`${line.index} ${d.kind}`)?.has(clause.predicate) ||
      d.is === 'years'
    )
  })
}

const near = (a: Span, b: Span): boolean => Math.max(a.start - b.end, b.start - a.end) < 40

const key = (e: Entity): string => e.id ?? e.label
const content = (d: Draft): string =>
  JSON.stringify([
    d.kind,
    d.is,
    d.count,
    d.fixed.step,
    d.fixed.choice,
    Object.entries(d.roles)
      .filter(([r]) => !['place', 'topic', 'what', 'title'].includes(r))
      .map(([r, list]) => [r, list.map(key).toSorted()])
      .toSorted(),
  ])

/** The same told twice in one place is told once, in its fuller form; a founding told by a noun phrase, once an article. */
function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = []
  const told = new Map<string, Places>()
  for (const d of drafts) {
    const said = content(d)
    const places = told.get(said) ?? new Places()
    told.set(said, places)
    const once = d.match.site.clause.form === 'noun' && (d.kind === 'statehood' || ofOneBody(d))
    const same = once ? places.first : places.near(d.span).find((n) => overlaps(out[n]!.span, d.span))
    if (same === undefined) {
      places.put(d.span, out.length)
      out.push(d)
    } else if (overlaps(out[same]!.span, d.span) && fullness(d) > fullness(out[same]!)) {
      places.put(d.span, same)
      out[same] = d
    }
  }
  return out
}

/** "The summit of ASEAN", named by the body alone: later it is only spoken of. */
const ofOneBody = (d: Draft): boolean =>
  d.kind === 'meeting' && d.roles.parties?.length === 1 && d.roles.parties[0]!.type === 'body'

/** Where things stand in a text, by cells of it, so that a place is compared with its neighbours alone. */
class Places {
  first: number | undefined
  readonly #cells = new Map<number, number[]>()
  put(span: Span, n: number): void {
    this.first ??= n
    for (let c = cellOf(span.start); c <= cellOf(span.end); c++) this.#cells.set(c, [...(this.#cells.get(c) ?? []), n])
  }
  /** Those that share a cell with the span, in order. */
  near(span: Span): number[] {
    const out = new Set<number>()
    for (let c = cellOf(span.start); c <= cellOf(span.end); c++) for (const n of this.#cells.get(c) ?? []) out.add(n)
    return [...out].sort((a, b) => a - b)
  }
}
const cellOf = (at: number): number => at >> 8
const fullness = (d: Draft): number => (d.when ? 2 : 0) + (d.match.site.clause.form === 'noun' ? 0 : 1)

/** "No president has *previously* visited", beside a visit of now: before that visit began. */
function previously(article: Article, d: Draft, firstDay: (to: string | undefined) => string | undefined): Draft {
  if (
    d.kind !== 'visit' ||
    d.is !== 'none' ||
    d.when !== `/${article.date}` ||
    !d.match.site.line.times.some((t) => t.stance === 'before')
  )
    return d
  const now = firstDay(d.roles.to?.[0]?.id)
  return now ? { ...d, when: `/${addDays(now, -1)}` } : d
}

/** The first day of the first visit told of to each state. */
function visitsOf(all: readonly Draft[]): (to: string | undefined) => string | undefined {
  const days = new Map<string | undefined, string>()
  for (const { kind, is, modality, roles, when } of all) {
    if (kind !== 'visit' || is !== 'so' || modality !== 'happened' || !/^\d{4}-\d\d-\d\d/.test(when ?? '')) continue
    const to = roles.to?.[0]?.id
    if (!days.has(to)) days.set(to, when!.slice(0, 10))
  }
  return (to) => days.get(to)
}
