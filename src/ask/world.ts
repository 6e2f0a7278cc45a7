import type { Coverage } from '../model/coverage.ts'
import type { Fact } from '../model/fact.ts'
import type { EntityId } from '../model/ids.ts'
import type { Judgement } from '../model/judgement.ts'
import { definitionOf, type Kind, keyRoles } from '../model/kinds/index.ts'
import { doubted } from '../model/telling.ts'
import { type Day, type Days, daysOf, EVER } from '../model/when.ts'
import { predecessors } from './occupancy.ts'
import type { Snapshot } from './snapshot.ts'

/** A snapshot made ready for evaluation. Reports that nobody accepted set no marks and are left out. */
export interface World {
  of(kind: Kind): readonly Fact[]
  /** Tellings that something was not so. */
  denials(kind: Kind): readonly Fact[]
  /** Tellings with the same key roles as a fact's, an exclusive one aside: its rivals are among them. */
  besides(fact: Fact): readonly Fact[]
  /** Tellings by what dates them (votes by their roll call); none of a kind that nothing dates. */
  dated(kind: Kind, by: EntityId): readonly Fact[]
  /** With the doubts about each list. */
  coverageOf(kind: Kind): readonly Coverage[]
  /** Of these, the statements that may speak of facts dated by one of these values (of these roll calls). */
  coverageOn(kind: Kind, dated: readonly EntityId[]): readonly Coverage[]
  /** What was judged of tellings. */
  judgements: readonly Judgement[]
  /** The last day a source speaks for. */
  asOf(source: string): Day
  /** The days on which a state existed, as far as told: nothing happens to it outside. */
  lifetime(state: EntityId): Days
  /** Every state of which a life is told. */
  states(): EntityId[]
  /** Whether a state sat before another in its seat, and has ended since. */
  precedes(earlier: EntityId, later: EntityId): boolean
  /** The days that a fact's time may touch; without a time, any. */
  days(fact: Fact): Days
}

/** Tellings that may not witness a claim: its own document, copies of it and address, and its own speaker. */
export interface Own {
  docs?: readonly string[]
  url?: string
  speaker?: string
}

const isOwn = (fact: Fact, own: Own): boolean =>
  (fact.cite.doc !== undefined && (own.docs?.includes(fact.cite.doc) ?? false)) ||
  (own.url !== undefined && own.url !== '' && fact.cite.url === own.url) ||
  (own.speaker !== undefined && fact.speaker === own.speaker)

const grouped = <T extends { kind: Kind }>(items: readonly T[]): Map<Kind, T[]> =>
  Map.groupBy(items, (item) => item.kind)

const worlds = new WeakMap<Snapshot, Map<string, World>>()

/** The same world for the same snapshot, so that what it has worked out serves every claim of a document. */
export function worldOf(snapshot: Snapshot, own: Own = {}): World {
  const made = worlds.get(snapshot) ?? new Map<string, World>()
  worlds.set(snapshot, made)
  const key = JSON.stringify(own)
  const world = made.get(key) ?? makeWorld(snapshot, own)
  made.set(key, world)
  return world
}

function makeWorld(snapshot: Snapshot, own: Own): World {
  const { always } = snapshot
  const judgements = [...(always?.judgements ?? []), ...(snapshot.judgements ?? [])]
  const told = (list: readonly Fact[]) => list.filter((f) => f.standing !== 'reported' && !isOwn(f, own))
  const joined = always ? joinedOf(always, told(always.facts)) : undefined
  const facts = new Map([...grouped(told(snapshot.facts)), ...(joined?.facts ?? [])])
  const coverage = grouped(doubted([...snapshot.coverage, ...(always?.coverage ?? [])], judgements))
  const sources = new Map([...(always?.sources ?? []), ...snapshot.sources].map((s) => [s.id, s.asOf]))
  const days = new Map<Fact, Days>()
  const { lifetimes, before } = joined ?? tablesOf(facts)
  const alike = once((kind) => rivalsOf(facts.get(kind) ?? []))
  const byDate = once((kind) => factsByDate(facts.get(kind) ?? [], definitionOf(kind).dates))
  const stated = once((kind) => coverageByDate(coverage.get(kind) ?? [], definitionOf(kind).dates))
  return {
    of: (kind) => facts.get(kind) ?? [],
    denials: once((kind) => (facts.get(kind) ?? []).filter((f) => f.telling === 'no')),
    besides: (fact) => alike(fact.kind).get(fact) ?? [],
    dated: (kind, by) => byDate(kind).get(by) ?? [],
    coverageOf: (kind) => coverage.get(kind) ?? [],
    coverageOn: (kind, dated) => dated.flatMap((id) => stated(kind).get(id) ?? []).concat(stated(kind).get('') ?? []),
    judgements,
    asOf: (source) => sources.get(source) ?? EVER.from,
    lifetime: (state) => lifetimes.get(state) ?? EVER,
    states: () => [...lifetimes.keys()],
    precedes: (earlier, later) =>
      (before.get(later)?.has(earlier) ?? false) && (lifetimes.get(earlier)?.to ?? EVER.to) !== EVER.to,
    days: (fact) => {
      const found = days.get(fact) ?? (fact.when && daysOf(fact.when)) ?? EVER
      days.set(fact, found || EVER)
      return found || EVER
    },
  }
}

interface Tables {
  facts: Map<Kind, Fact[]>
  lifetimes: Map<EntityId, Days>
  before: Map<EntityId, Set<EntityId>>
}
const tablesOf = (facts: Map<Kind, Fact[]>): Tables => ({
  facts,
  lifetimes: lifetimesOf(facts.get('statehood') ?? []),
  before: predecessors(facts.get('occupancy') ?? []),
})

const joinedTables = new WeakMap<Snapshot, { of: number; tables: Tables }>()

/** The tables of what is always joined, worked out once unless a claim's own tellings are among them. */
function joinedOf(always: Snapshot, told: readonly Fact[]): Tables {
  const made = joinedTables.get(always)
  if (made?.of === told.length) return made.tables
  const tables = tablesOf(grouped(told))
  if (!made) joinedTables.set(always, { of: told.length, tables })
  return tables
}

/** Works out each kind's table when it is first asked for. */
function once<T>(make: (kind: Kind) => T): (kind: Kind) => T {
  const known = new Map<Kind, T>()
  return (kind) => {
    if (!known.has(kind)) known.set(kind, make(kind))
    return known.get(kind)!
  }
}

/** With each fact those of the same key roles, itself among them. */
const rivalsOf = (facts: readonly Fact[]): Map<Fact, readonly Fact[]> =>
  new Map([...Map.groupBy(facts, rivalKey).values()].flatMap((group) => group.map((fact) => [fact, group] as const)))

function rivalKey(fact: Fact): string {
  const { exclusive } = definitionOf(fact.kind)
  return keyRoles(fact.kind)
    .filter((role) => role !== exclusive)
    .map((role) => String(fact.roles[role]))
    .join('|')
}

const factsByDate = (facts: readonly Fact[], role: string | undefined): Map<unknown, Fact[]> =>
  role ? Map.groupBy(facts, (f) => f.roles[role]) : new Map()

/** Statements by the value of the role that dates a fact; under no value, those that name none. */
function coverageByDate(list: readonly Coverage[], role: string | undefined): Map<string, Coverage[]> {
  const out = new Map<string, Coverage[]>()
  for (const c of list)
    for (const value of [(role && c.roles[role]) ?? ''].flat()) out.set(value, [...(out.get(value) ?? []), c])
  return out
}

/** From the earliest told beginning to the latest told end; a beginning after an end opens the life again. */
function lifetimesOf(facts: readonly Fact[]): Map<EntityId, Days> {
  const { begins, ends } = definitionOf('statehood')
  const out = new Map<EntityId, Days>()
  for (const [state, tellings] of Map.groupBy(facts, (f) => String(f.roles.state))) {
    const dated = tellings.filter((f) => f.telling === 'yes' && f.when)
    const of = (steps: readonly string[] | undefined) =>
      dated.filter((f) => steps?.includes(String(f.roles.step))).map((f) => daysOf(f.when!) ?? EVER)
    const [born, died] = [of(begins), of(ends)]
    const from = born.reduce((low, d) => (d.from < low ? d.from : low), EVER.to)
    const end = died.reduce((high, d) => (d.to > high ? d.to : high), EVER.from)
    const reborn = born.some((d) => d.to >= end)
    out.set(state, {
      from: born.length ? from : EVER.from,
      to: died.length && !reborn ? end : EVER.to,
    })
  }
  return out
}
