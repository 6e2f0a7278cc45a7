import { worldOf } from '../ask/index.ts'
import type { Snapshot } from '../ask/snapshot.ts'
import type { World } from '../ask/world.ts'
import type { Fact } from '../model/fact.ts'
import { daysOfFact, groupEvents } from '../model/identity.ts'
import { definitionOf, KIND_NAMES, type Kind } from '../model/kinds/index.ts'
import { addDays, type Days, EVER, intersect, meets } from '../model/when.ts'

/** Kinds whose facts are events that a list may tell or lack; a roll call's list is whole by its count. */
export const EVENT_KINDS: readonly Kind[] = KIND_NAMES.filter((kind) => {
  const { nature, dates } = definitionOf(kind)
  return nature === 'event' && dates === undefined && kind !== 'remark'
})

/** One event as told: every telling of it, and the days that they share. */
export interface Event {
  kind: Kind
  facts: Fact[]
  days: Days
}

const tookPlace = (fact: Fact): boolean =>
  fact.telling === 'yes' && (fact.modality === 'happened' || fact.modality === 'holds')

/** The events of a kind, reports that nobody accepted included, in the order of time. */
export function eventsOf(snapshot: Snapshot, kind: Kind): Event[] {
  const facts = snapshot.facts.filter((fact) => fact.kind === kind && tookPlace(fact))
  return groupEvents(facts, snapshot.judgements)
    .map((group) => ({ kind, facts: group, days: sharedDays(group) }))
    .sort((a, b) => (a.days.from < b.days.from ? -1 : a.days.from > b.days.from ? 1 : 0))
}

const sharedDays = (facts: readonly Fact[]): Days =>
  facts.map(daysOfFact).reduce((shared, days) => intersect(shared, days) ?? shared, EVER)

/** Whether a person counts it as evidence: a data set's telling, or a report that somebody accepted. */
export const isEvidence = (fact: Fact): boolean => fact.standing !== 'reported'

/** The snapshot for joins (who held an office when), without what was judged of lists. */
export const plainWorld = (snapshot: Snapshot): World =>
  worldOf({ ...snapshot, judgements: snapshot.judgements?.filter((j) => j.is !== 'lacks') ?? [] })

/** Whether two spans of days meet when each is taken `margin` days longer. */
export const nearby = (a: Days, b: Days, margin: number): boolean =>
  meets({ from: addDays(a.from, -margin), to: addDays(a.to, margin) }, b)
