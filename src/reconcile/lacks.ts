import { heldOn, holdersOf } from '../ask/office.ts'
import type { Snapshot } from '../ask/snapshot.ts'
import type { World } from '../ask/world.ts'
import type { Coverage } from '../model/coverage.ts'
import type { Fact } from '../model/fact.ts'
import { daysOfFact } from '../model/identity.ts'
import { classOf, type EntityId } from '../model/ids.ts'
import type { Doubt } from '../model/judgement.ts'
import { definitionOf, keyRoles } from '../model/kinds/index.ts'
import { listKey, tellingKey } from '../model/telling.ts'
import { addDays, type Days, inside } from '../model/when.ts'
import { differences } from './alike.ts'
import { EVENT_KINDS, type Event, eventsOf, isEvidence, nearby, plainWorld } from './events.ts'

/** An event that belongs in a list said to be whole, and is not in it. */
export interface Lack {
  list: Coverage
  event: Event
  /** The tellings by which it belongs there. */
  facts: Fact[]
  /** The list is a confirmation that the ledger holds all there is: only what it learns later speaks against it. */
  confirms: boolean
  /** What follows for the list; none while only reports that nobody accepted tell the event. */
  doubt?: Doubt
}

/** So far apart two tellings may still be of one event, dated otherwise: the list is then not said to lack it. */
const MARGIN = 10
/** A list that lacks one event may lack its neighbours: it is in doubt for so many days on either side. */
const AROUND = 365

export const BY = 'chancery reconcile'

/** What lists said to be whole lack, by list and in the order of time. */
export function lacksOf(snapshot: Snapshot): Lack[] {
  const world = plainWorld(snapshot)
  const titles: Titles = new Map(snapshot.sources.map((s) => [s.id, s.title]))
  return EVENT_KINDS.flatMap((kind) => {
    const lists = snapshot.coverage.filter((c) => c.kind === kind && c.grade === 'complete')
    if (!lists.length) return []
    const events = eventsOf(snapshot, kind)
    return onceEach(lists.flatMap((list) => lacksIn(world, list, events, titles)))
  })
}

/** Statements on one list for other days, or by other authors, find the same event lacking once. */
const onceEach = (lacks: readonly Lack[]): Lack[] => [
  ...new Map(lacks.map((lack) => [`${listKey(lack.list)} ${lack.event.facts.map((f) => f.id)}`, lack])).values(),
]

function lacksIn(world: World, list: Coverage, events: readonly Event[], titles: Titles): Lack[] {
  const { source } = list.cite
  const isOwn = (fact: Fact) => fact.cite.source === source || fact.speaker === source
  const own = events.filter((event) => event.facts.some(isOwn))
  return events.flatMap((event): Lack[] => {
    if (own.includes(event)) return []
    const facts = event.facts.filter((fact) => belongs(world, list, fact))
    if (!facts.length || own.some((other) => mayBeOne(world, event, other))) return []
    const told = facts.filter(isEvidence)
    return [
      {
        list,
        event,
        facts,
        confirms: source.startsWith('added:'),
        ...(told.length && { doubt: doubtOf(list, event, told, titles) }),
      },
    ]
  })
}

/** Whether a list that is whole would surely have a fact. */
function belongs(world: World, list: Coverage, fact: Fact): boolean {
  const days = daysOfFact(fact)
  if (fact.when === undefined || !inside(days, list) || !amongStates(fact)) return false
  return Object.entries(list.roles).every(([role, stated]) => {
    const values = [fact.roles[role] ?? []].flat()
    const has = (value: string) => values.some((id) => id === value || holds(world, value, id, days))
    return Array.isArray(stated) ? stated.some(has) : has(stated)
  })
}

/** A stop at a place of no state's own (a leased base) may be none for another list. */
const amongStates = (fact: Fact): boolean =>
  keyRoles(fact.kind).every(
    (role) =>
      definitionOf(fact.kind).roles[role]?.holds !== 'state' ||
      [fact.roles[role] ?? []].flat().every((id) => classOf(id) === 'state'),
  )

const holds = (world: World, office: string, person: string, days: Days): boolean =>
  classOf(office) === 'office' &&
  classOf(person) === 'person' &&
  heldBy(world, office).has(person) &&
  heldOn(world, office, person, days) === 'certain'

const holders = new WeakMap<World, Map<EntityId, ReadonlySet<EntityId>>>()
/** Everybody told to have held an office, found once a world. */
function heldBy(world: World, office: EntityId): ReadonlySet<EntityId> {
  const known = holders.get(world) ?? new Map<EntityId, ReadonlySet<EntityId>>()
  holders.set(world, known)
  const found = known.get(office) ?? new Set(holdersOf(world, office))
  known.set(office, found)
  return found
}

const mayBeOne = (world: World, event: Event, other: Event): boolean =>
  nearby(event.days, other.days, MARGIN) &&
  event.facts.some((a) => other.facts.some((b) => differences(world, a, b, event.days) !== undefined))

type Titles = ReadonlyMap<string, string>

function doubtOf(list: Coverage, event: Event, told: readonly Fact[], titles: Titles): Doubt {
  const { from, to } = event.days
  const tellers = [...new Set(told.map((f) => titles.get(f.cite.source) ?? f.cite.source))].sort()
  return {
    is: 'lacks',
    kind: event.kind,
    list: listKey(list),
    from: addDays(from, -AROUND),
    to: addDays(to, AROUND),
    tellings: told.map(tellingKey).toSorted(),
    because: `it lacks the ${event.kind} of ${from === to ? from : `${from} to ${to}`} told by ${tellers.join(' and ')}`,
    by: BY,
  }
}
