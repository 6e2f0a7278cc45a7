import type { Coverage, Source } from '../../model/coverage.ts'
import type { Fact } from '../../model/fact.ts'
import { classOf, type EntityId, nameOf, stateOfOffice } from '../../model/ids.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Kind } from '../../model/kinds/index.ts'
import type { Answer } from '../../model/verdict.ts'
import { type Day, daysOf, EVER, intersect } from '../../model/when.ts'
import { definite, type Label } from '../en/label.ts'
import { point } from '../en/time.ts'
import { harmless } from '../harmless.ts'
import type { AgreementView } from './agreement.ts'
import { LISTS } from './briefing-background.ts'
import { officesThen } from './briefing-lines.ts'
import { type Item, type Lane, type LaneOf, laneView, type Tools, tellingOf, timeOf } from './timeline.ts'

export interface PairState {
  id: EntityId
  /** As an address names it: `ECU`. */
  code: string
  label: string
  /** "the United States". */
  definite: string
  /** The days on which it existed, as the atlas has them; an end of `9999-12-31` is open. */
  from?: Day
  to?: Day
  /** What is to be said of its name, where that is in dispute. */
  note?: string
}

export interface ShownSource {
  id: string
  title: string
  viewpoint: string
  licence: string
  asOf: Day
  url?: string
}

/** A matter in a line, with the items of the timeline on which it rests. */
export interface Glance {
  id: string
  lead: string
  text: string
  items: string[]
}

export interface PairView {
  pair: readonly [PairState, PairState]
  today: Day
  knownOn?: string
  glance: Glance[]
  lanes: Lane[]
  agreement: AgreementView
  /** Groups whose members the atlas holds, with which they may be compared too. */
  groups: readonly { id: EntityId; label: string }[]
  sources: Record<string, ShownSource>
}

/** What a ledger gave of a pair. */
export interface PairMaterial {
  pair: readonly [PairState, PairState]
  today: Day
  knownOn?: string
  facts: readonly Fact[]
  memberships: readonly Fact[]
  offices: readonly Fact[]
  coverage: readonly Coverage[]
  sources: ReadonlyMap<string, Source>
  judgements: readonly Judgement[]
  relations: { answer: Answer; on: Day }
  agreement: AgreementView
  groups: PairView['groups']
  label: Label
}

/** Puts the view of a pair together; the same material gives the same view. */
export function pairView(material: PairMaterial): PairView {
  const { pair, today, knownOn, agreement } = material
  const tools: Tools = {
    label: material.label,
    officeThen: officesThen(material.offices.filter((f) => f.standing !== 'reported')),
    judgements: material.judgements,
    asOf: (source) => material.sources.get(source)?.asOf ?? today,
    today,
  }
  const lanes = [
    ...lanesOf(material, tools).map((lane) => laneView(lane, material.coverage, tools)),
    bodiesLane(material, tools),
  ].filter((lane) => lane.items.length || ALWAYS.includes(lane.kind))
  return {
    ...{ pair, today, ...(knownOn && { knownOn }) },
    glance: glanceOf(material, lanes),
    lanes,
    agreement,
    groups: material.groups,
    sources: sourcesOf(lanes, material),
  }
}

/** Kinds whose lane stands there though it is empty. */
const ALWAYS: readonly Kind[] = ['relations', 'visit', 'agreement', 'mission', 'envoy']

function lanesOf({ pair, facts }: PairMaterial, { officeThen }: Tools): LaneOf[] {
  const [a, b] = pair
  const both = [a.id, b.id]
  const of = (kind: Kind, fits: (f: Fact) => boolean = () => true) => facts.filter((f) => f.kind === kind && fits(f))
  const mutual = (kind: Kind, title: string, role = 'between'): LaneOf => ({
    ...{ id: kind, kind, title, fixed: { [role]: both }, states: both, facts: of(kind) },
  })
  const directed = (
    kind: Kind,
    title: string,
    [from, to]: readonly [string, string],
    x: PairState,
    y: PairState,
  ): LaneOf => ({
    ...{ id: `${kind}/${x.code}-${y.code}`, kind, title: `${title}, ${x.definite} to ${y.definite}` },
    ...{ fixed: { [from]: x.id, [to]: y.id }, states: [x.id] },
    facts: of(kind, (f) => f.roles[to] === y.id),
  })
  const ways = (kind: Kind, title: string, roles: readonly [string, string]) => [
    directed(kind, title, roles, a, b),
    directed(kind, title, roles, b, a),
  ]
  const meets = (f: Fact) => both.every((state) => statesIn(f, officeThen).includes(state))
  return [
    mutual('relations', 'Relations'),
    ...ways('visit', 'Visits', ['from', 'to']),
    { ...mutual('meeting', 'Meetings', 'parties'), facts: of('meeting', meets) },
    mutual('agreement', 'Agreements'),
    ...ways('mission', 'Missions', ['sender', 'host']),
    ...ways('envoy', 'Envoys', ['sender', 'host']),
    mutual('sanction', 'Sanctions'),
    mutual('aid', 'Aid'),
  ]
}

const statesIn = (fact: Fact, officeThen: Tools['officeThen']): EntityId[] =>
  Object.values(fact.roles)
    .flat()
    .flatMap((id) => {
      const office = classOf(id) === 'person' ? officeThen(id, fact) : id
      return classOf(id) === 'state' ? [id] : ((office && stateOfOffice(office)) ?? [])
    })

/** The bodies to which both belonged at one time, from the later joining to the earlier leaving. */
function bodiesLane({ pair: [a, b], memberships }: PairMaterial, tools: Tools): Lane {
  const member = (state: EntityId) =>
    memberships.filter((f) => f.roles.state === state && f.roles.step === 'member' && f.telling === 'yes' && f.when)
  const [one, other] = [member(a.id), member(b.id)]
  const items = one.flatMap((f) =>
    other.filter((g) => g.roles.body === f.roles.body).flatMap((g) => jointly(f, g, tools) ?? []),
  )
  const inTime = items.toSorted((x, y) => ((x.from ?? '') + x.id < (y.from ?? '') + y.id ? -1 : 1))
  return { id: 'membership', kind: 'membership', title: 'Bodies of both', items: inTime, stretches: [], covers: [] }
}

function jointly(f: Fact, g: Fact, tools: Tools): Item | undefined {
  const body = String(f.roles.body)
  const days = intersect(daysOf(f.when!) ?? EVER, daysOf(g.when!) ?? EVER)
  if (!days || classOf(body) !== 'body' || LISTS.has(body)) return undefined
  const open = days.to === EVER.to
  const [from, to] = [days.from === EVER.from ? 'the beginning' : point(days.from), point(days.to)]
  const main = { when: `${days.from}/${open ? '' : days.to}` }
  const span = timeOf({ ...f, when: main.when }, tools)
  return {
    ...{ id: `${f.id}+${g.id}`, mark: 'holds', lead: open ? `since ${from}` : `${from} – ${to}` },
    say: `Both belong to ${definite(tools.label(body))}`.replace('belong', open ? 'belong' : 'belonged'),
    ...span,
    tellings: [f, g].map((one) => tellingOf(one, one)),
  }
}

const SAID = {
  supported: 'in force',
  refuted: 'none',
  disputed: 'sources differ',
  'not-covered': 'not told by the sources here',
} as const

function glanceOf({ pair, relations, agreement, today }: PairMaterial, lanes: readonly Lane[]): Glance[] {
  const { answer, on } = relations
  const known = answer.outcome === 'not-covered' || on === today ? '' : `, as last known on ${point(on)}`
  const told = [...answer.witnesses, ...answer.against].map((w) => w.fact.id)
  const ties = lanes.find((lane) => lane.kind === 'relations')?.items ?? []
  const [a, b] = pair
  return [
    {
      ...{ id: 'relations', lead: 'Diplomatic relations', text: `${SAID[answer.outcome]}${known}` },
      items: ties.filter((item) => item.tellings.some((t) => told.includes(t.fact))).map((item) => item.id),
    },
    ...lanes.filter((lane) => ['visit', 'mission', 'envoy'].includes(lane.kind)).map((lane) => lastOf(lane, today)),
    {
      ...{ id: 'votes', lead: 'General Assembly', items: [] },
      text: agreement.both
        ? `alike in ${count(agreement.alike)} of the ${count(agreement.both)} roll calls in which both took part (${percent(agreement)})`
        : `no roll calls are held here in which both ${a.definite} and ${b.definite} took part`,
    },
  ]
}

const count = (n: number): string => n.toLocaleString('en-US')
export const percent = ({ alike, both }: { alike: number; both: number }): string =>
  `${((100 * alike) / both).toFixed(1)} %`

const PASSED: readonly Item['mark'][] = ['planned', 'cancelled', 'denied']

/** The last of a lane that took place: the one that lasted longest, then the one that began last, then the one told most. */
function lastOf({ id, title, items }: Lane, today: Day): Glance {
  const passed = items.filter((i) => !PASSED.includes(i.mark) && i.from && i.from <= today)
  const told = passed.filter((i) => i.tellings.some((t) => !t.reported))
  const key = (i: Item) => `${i.to} ${i.from} ${String(i.tellings.length).padStart(4)}`
  const before = (x: Item, y: Item) => key(x) < key(y)
  const last = told.reduce<Item | undefined>((best, i) => (!best || before(best, i) ? i : best), undefined)
  const lead = title
    .replace(/^(Visit|Mission|Envoy)s/, 'Last $1')
    .replace(/^Last (\w)/, (_, c) => `Last ${c.toLowerCase()}`)
  return last
    ? { id, lead, text: `${last.lead}: ${last.say}`, items: [last.id] }
    : { id, lead, text: 'not on record here', items: [] }
}

function sourcesOf(lanes: readonly Lane[], { sources, agreement }: PairMaterial): Record<string, ShownSource> {
  const cited = lanes.flatMap((l) => [
    ...l.items.flatMap((i) => i.tellings.map((t) => t.source)),
    ...l.covers.map((c) => c.source),
  ])
  const ids = [...new Set([...cited, ...agreement.sources])].sort()
  return Object.fromEntries(ids.map((id) => [id, shownSource(id, sources.get(id))]))
}

export const shownSource = (id: string, source: Source | undefined): ShownSource => ({
  id,
  title: harmless(source?.title ?? id),
  viewpoint: harmless(source?.viewpoint ?? 'no viewpoint stated'),
  licence: harmless(source?.licence ?? 'none stated'),
  asOf: source?.asOf ?? '',
  ...(source?.url && /^https?:\/\//i.test(source.url) && { url: harmless(source.url) }),
})

export const pairState = (id: EntityId, label: string, days?: { from: Day; to: Day }, note?: string): PairState => ({
  ...{ id, code: nameOf(id), label, definite: definite(label) },
  ...(days && { from: days.from, to: days.to }),
  ...(note && { note }),
})
