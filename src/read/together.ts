import { hull } from '../model/span.ts'
import type { Article, Line } from './article.ts'
import type { Draft } from './draft.ts'
import type { Entity } from './entity.ts'
import type { Match } from './match.ts'
import type { References } from './reference.ts'
import { attributionOf } from './speaker.ts'

/** What earlier sentences leave for later ones: the roll call spoken of, where the visit of the article goes. */
export interface Memory {
  roll?: Entity[]
  rollWhen?: string
  visitTo?: Entity
  visitor?: Entity
  /** States that a visit of the article goes to. */
  visited?: Set<string>
  hosts?: Map<string, Entity>
  envoys?: Set<string>
  /** The last act told, which "did so" means. */
  act?: Draft
  /** The last visit of the sentence before that was told of the holders of an office. */
  ofClass?: Draft
  /** The last visit of a person to a state. */
  trip?: Draft
  /** Who has said of whom that he came. */
  guests?: Set<string>
  /** State and body, where a membership has been told in passing. */
  members?: Set<string>
  /** Sender and host of posts that a noun phrase has named. */
  posts?: Set<string>
}

/** A vote without a roll call, or with the short name of the last one ("partition"), is on the last one. */
export function recallRoll(m: Match, memory: Memory): void {
  if (m.kind !== 'vote') return
  const own = m.roles.roll?.[0]?.entities[0]
  const last = memory.roll?.[0]
  if (!last || (own && !shortens(own.label, last.label))) return
  m.roles.roll = [{ slot: 'memory', entities: [{ ...last }], quantity: {} }]
  // A question that comes up every year: a time of the sentence's own is another vote.
  const { line, article } = m.site
  const dated = line.times.some((t) => /\d{4}/.test(article.text.slice(t.start, t.end)))
  if (memory.rollWhen && !dated) m.when = memory.rollWhen
}
const SAME_ROLL =
  /^(?:it|this|that|the (?:resolution|plan|proposal|motion|vote|measure|text)|resolution|plan|proposal|motion|measure|text)$/i
const shortens = (short: string, long: string): boolean =>
  SAME_ROLL.test(short) || (long.toLowerCase().startsWith(`${short.toLowerCase()} `) && short.length > 3)

export function remember(drafts: readonly Draft[], memory: Memory): void {
  const ofClass = drafts.findLast((d) => d.kind === 'visit' && d.roles.visitor?.some((e) => e.type === 'office'))
  if (ofClass) memory.ofClass = ofClass
  else delete memory.ofClass
  for (const d of drafts) {
    if (d.kind === 'vote' && d.roles.roll?.length) {
      memory.roll = d.roles.roll
      if (d.when) memory.rollWhen = d.when
    }
    if (d.kind === 'visit' && d.is === 'so' && d.modality !== 'cancelled' && d.roles.to?.[0]) {
      if (d.roles.to[0].type === 'state') memory.visitTo ??= d.roles.to[0]
      memory.visited ??= new Set()
      for (const { id } of d.roles.to) if (id) memory.visited.add(id)
      const visitor = d.roles.visitor?.[0]
      if (visitor?.type === 'person') memory.visitor ??= visitor
      if (visitor?.type === 'person' && d.roles.to[0].type === 'state') memory.trip = d
    }
  }
}

const CALLING_OFF = new Set(['cancel', 'call off', 'postpone', 'scrap', 'pull out', 'back out'])
/** "X, who was due to visit, cancelled": what was planned before in the sentence is called off. */
export function cancelled(line: Line, drafts: Draft[]): Draft[] {
  const off = line.clauses.find(
    (c) => c.form === 'verb' && CALLING_OFF.has(c.lemma) && c.objects.length === 0 && c.tense === 'past',
  )
  if (!off) return drafts
  const at = line.tokens[off.predicate]!
  return drafts.map((d) =>
    d.modality === 'planned' && d.span.end <= at.start ? { ...d, modality: 'cancelled', span: hull([d.span, at]) } : d,
  )
}

/** "Of the 13 states that voted against, A, B and C have …": both the vote and the rest are told of some among them. */
export function partitives(
  line: Line,
  matches: readonly Match[],
  drafts: readonly Draft[],
  sets: ReadonlyMap<number, { entity: Entity; clause: number }>,
): Draft[] {
  for (const [head, { clause }] of sets) {
    const source = matches.find((m) => m.site.clause.id === clause)
    const of = source && partitiveOf(line, head)
    if (of === undefined || !source) continue
    const after = source.site.clause.predicate
    const mains = drafts.filter(
      (d) => d.is === 'so' && d.match.site.clause.id !== clause && d.match.site.clause.predicate > after,
    )
    const main = mains[0]
    const few =
      main ??
      drafts.find((d) => d.is === 'count' && d.match.site.clause.id !== clause && d.match.site.clause.predicate > after)
    if (!main && few) return drafts.map((d) => (d === few ? withSet(d, sets.get(head)!.entity) : d))
    const set = drafts.find((d) => d.match === source)
    const members = main && set && membersOf(main)
    if (!main || !set || !members?.length) continue
    const role = Object.entries(source.roles).find(([, list]) => list.some((f) => f.np?.head === head))?.[0]
    if (!role) continue
    const { count: _, ...rest } = set
    const among: Draft = {
      ...rest,
      ...{ is: 'among', roles: { ...set.roles, [role]: members }, span: hull([line.tokens[of]!, main.span]) },
    }
    return [...drafts.map((d) => (d === main ? { ...d, is: 'among' as const } : d)), among]
  }
  return [...drafts]
}

/** "Of the states that voted against, *only four* have relations": four of that set. */
const withSet = (d: Draft, set: Entity): Draft => ({
  ...d,
  roles: Object.fromEntries(
    Object.entries(d.roles).map(([role, list]) => [
      role,
      list.map((e) => (e.type === 'group' && !e.described ? set : e)),
    ]),
  ),
})

const WAY = new Set(['way', 'horizon', 'cards'])
/** "… and Togo is on the way": the same is planned for another. */
export function ellipses(article: Article, refs: References, line: Line, drafts: readonly Draft[]): Draft[] {
  const c = line.clauses.find((x) => x.form === 'copula' && WAY.has(x.lemma) && x.subjects.length > 0)
  const at = c && line.tokens[c.predicate]!
  const who = c?.subjects.flatMap((s) => refs.resolve(line, s)).filter((e) => e.type === 'state') ?? []
  const model =
    at &&
    drafts.findLast(
      (d) =>
        ['relations', 'membership', 'agreement'].includes(d.kind) &&
        d.match.site.line === line &&
        d.span.end <= at.start,
    )
  const role =
    model && Object.entries(model.match.roles).find(([, list]) => list.some((f) => f.slot === 'subject'))?.[0]
  if (!c || !who.length || !model || !role) return []
  const before = new Set(
    model.match.roles[role]!.filter((f) => f.slot === 'subject').flatMap((f) => f.entities.map((e) => e.id)),
  )
  const roles = { ...model.roles, [role]: [...who, ...model.roles[role]!.filter((e) => !before.has(e.id))] }
  const { count: _c, except: _e, when: _w, ...rest } = model
  const span = { start: c.subjects[0]!.span.start, end: at.end }
  return [
    {
      ...rest,
      is: 'so',
      roles,
      modality: 'planned',
      span,
      rules: [...model.rules, 'ellipsis'],
      attribution: attributionOf(article, refs, line, c),
    },
  ]
}

/** The index of the "of" that opens a partitive: at the sentence's start or after a comma. */
function partitiveOf(line: Line, head: number): number | undefined {
  for (let k = head - 1; k >= Math.max(0, head - 6); k--) {
    const t = line.tokens[k]!
    if (t.form.toLowerCase() === 'of') {
      const before = line.tokens[k - 1]
      return !before || before.upos === 'PUNCT' ? k : undefined
    }
    if (t.upos === 'VERB' || t.upos === 'PUNCT') return undefined
  }
  return undefined
}

/** Who does it in the main clause: the entities of its subject. */
const membersOf = (d: Draft): Entity[] =>
  Object.values(d.match.roles)
    .flat()
    .filter((f) => f.slot === 'subject')
    .flatMap((f) => f.entities)
    .filter((e) => e.type === 'state')

const REGION =
  /\b(?:east|west|north|south|asia|africa|europe|americas?|balkans|gulf|pacific|indo-pacific|caribbean|sahel|baltics?|middle|bank|gaza|crimea|kashmir|kurdistan|scandinavia|maghreb|levant|caucasus|arctic|antarctica|strip|region|islands?|sahara|jerusalem|golan)\b/i
/** A visit to a place by name is told where the place is a region, or a stop of a journey abroad; else it is a trip at home. */
export function abroad(article: Article, memory: Memory, drafts: Draft[]): Draft[] {
  const journey =
    memory.visitTo ?? drafts.find((d) => d.kind === 'visit' && d.roles.to?.some((e) => e.type === 'state'))
  if (journey || article.lines.length < 3) return drafts
  return drafts.filter(
    (d) => d.kind !== 'visit' || d.roles.to?.[0]?.type !== 'name' || REGION.test(d.roles.to[0].label),
  )
}
