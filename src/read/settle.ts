import { overlaps } from '../model/span.ts'
import { addDays } from '../model/when.ts'
import type { Article } from './article.ts'
import type { Draft } from './draft.ts'
import { type Entity, stateEntity } from './entity.ts'
import { phrasesIn } from './slots.ts'

/** What only the whole article settles: one telling once, "previously" before the visit told of. */
export function settle(article: Article, drafts: readonly Draft[]): Draft[] {
  const kept = withoutRepeats(withoutParts(drafts.map(visitors).flatMap(eachEnvoy)))
  return kept.map((d) => previously(article, d, kept))
}

/** "Five American presidents have visited": how many came over time, not how large one party was. */
const visitors = (d: Draft): Draft =>
  d.kind === 'visit' &&
  d.is === 'size' &&
  (d.roles.to?.some(isSet) || d.roles.visitor?.some((e) => e.type === 'office'))
    ? { ...d, is: 'count' }
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
  return drafts.filter((d) => {
    const { line, clause } = d.match.site
    const other = drafts.some(
      (o) =>
        o !== d &&
        o.kind === d.kind &&
        o.match.site.line === line &&
        o.match.site.clause.form !== 'noun' &&
        o.roles.by &&
        d.roles.by &&
        key(o.roles.by[0]!) !== key(d.roles.by[0]!),
    )
    return (
      clause.form !== 'noun' ||
      (d.kind === 'sanction' && other) ||
      d.match.rule === '' ||
      !used.get(`${line.index} ${d.kind}`)?.has(clause.predicate) ||
      d.is === 'years'
    )
  })
}

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
  for (const d of drafts) {
    const same = out.findIndex(
      (o) =>
        content(o) === content(d) &&
        (overlaps(o.span, d.span) || (d.kind === 'statehood' && d.match.site.clause.form === 'noun')),
    )
    if (same < 0) out.push(d)
    else if (overlaps(out[same]!.span, d.span) && fullness(d) > fullness(out[same]!)) out[same] = d
  }
  return out
}
const fullness = (d: Draft): number => (d.when ? 2 : 0) + (d.match.site.clause.form === 'noun' ? 0 : 1)

/** "No president has *previously* visited", beside a visit of now: before that visit began. */
function previously(article: Article, d: Draft, all: readonly Draft[]): Draft {
  if (
    d.kind !== 'visit' ||
    d.is !== 'none' ||
    d.when !== `/${article.date}` ||
    !d.match.site.line.times.some((t) => t.stance === 'before')
  )
    return d
  const to = d.roles.to?.[0]?.id
  const now = all.find(
    (o) =>
      o.kind === 'visit' &&
      o.is === 'so' &&
      o.modality === 'happened' &&
      o.roles.to?.[0]?.id === to &&
      o.when &&
      /^\d{4}-\d\d-\d\d/.test(o.when),
  )
  return now ? { ...d, when: `/${addDays(now.when!.slice(0, 10), -1)}` } : d
}
