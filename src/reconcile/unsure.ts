import type { Snapshot } from '../ask/snapshot.ts'
import type { World } from '../ask/world.ts'
import type { Fact } from '../model/fact.ts'
import type { Judgement } from '../model/judgement.ts'
import { pairKey, tellingKey } from '../model/telling.ts'
import { addDays, type Days, meets } from '../model/when.ts'
import { type Difference, differences } from './alike.ts'
import { EVENT_KINDS, type Event, eventsOf, nearby, plainWorld } from './events.ts'

/** Two events as told that may be one: a person should say. */
export interface Unsure {
  a: Fact
  b: Fact
  /** Days between them; 0 where their times meet. */
  apart: number
  named: Difference[]
}

/** Days that two tellings of one event may be dated apart. */
const MARGIN = 7
/** Times less exact than this, in days, meet too many others to say anything. */
const EXACT = 31

/** Pairs of events that may be one, and that nobody has judged, in the order of time. */
export function unsurePairs(snapshot: Snapshot): Unsure[] {
  const world = plainWorld(snapshot)
  const judged = judgedPairs(snapshot.judgements ?? [])
  return EVENT_KINDS.flatMap((kind) => {
    const events = eventsOf(snapshot, kind).filter(isExact)
    return events.flatMap((event, i) => pairsFrom(world, event, events.slice(i + 1, reach(events, i)), judged))
  })
}

/** The index after the last event that begins soon enough after another. */
function reach(events: readonly Event[], i: number): number {
  const last = addDays(events[i]!.days.to, MARGIN)
  let j = i + 1
  while (j < events.length && events[j]!.days.from <= last) j++
  return j
}

const judgedPairs = (judgements: readonly Judgement[]): ReadonlySet<string> =>
  new Set(judgements.flatMap((j) => (j.is === 'same' || j.is === 'not-same' ? [pairKey(...j.tellings)] : [])))

const isExact = ({ days }: Event): boolean => addDays(days.from, EXACT) >= days.to

const pairsFrom = (world: World, event: Event, later: readonly Event[], judged: ReadonlySet<string>): Unsure[] =>
  later.flatMap((other) => (isJudged(event, other, judged) ? [] : unsureOf(world, event, other)))

/** The first pair of tellings by which two events may be one; none where they surely are two, or where too little is known. */
export function unsureOf(world: World, event: Event, other: Event): Unsure[] {
  if (!isExact(event) || !isExact(other) || !nearby(event.days, other.days, MARGIN) || oneLister(event, other))
    return []
  for (const a of event.facts)
    for (const b of other.facts) {
      const named = differences(world, a, b, event.days)
      if (named) return [{ a, b, apart: daysApart(event.days, other.days), named }]
    }
  return []
}

/** A data set that tells both as two has said that they are two. */
const oneLister = (a: Event, b: Event): boolean =>
  a.facts.some((f) => f.cite.doc === undefined && b.facts.some((g) => g.cite.source === f.cite.source))

const isJudged = (a: Event, b: Event, judged: ReadonlySet<string>): boolean =>
  judged.size > 0 && a.facts.some((f) => b.facts.some((g) => judged.has(pairKey(tellingKey(f), tellingKey(g)))))

export function daysApart(a: Days, b: Days): number {
  if (meets(a, b)) return 0
  const [first, second] = a.to < b.from ? [a.to, b.from] : [b.to, a.from]
  return Math.round((Date.parse(second) - Date.parse(first)) / 86_400_000)
}
