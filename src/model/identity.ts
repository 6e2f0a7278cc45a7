import type { Fact } from './fact.ts'
import { definitionOf, keyRoles } from './kinds/index.ts'
import { type Days, daysOf, EVER, meets } from './when.ts'

const values = (fact: Fact, role: string): string => {
  const value = fact.roles[role]
  return Array.isArray(value) ? [...value].sort().join(';') : (value ?? '')
}

/** What two tellings of one event share besides their time: the kind and its key roles, an exclusive one aside. */
export const eventKey = (fact: Fact): string => {
  const { exclusive } = definitionOf(fact.kind)
  const roles = keyRoles(fact.kind).filter((role) => role !== exclusive)
  return [fact.kind, ...roles.map((role) => values(fact, role))].join('|')
}

const daysOfFact = (fact: Fact): Days => (fact.when && daysOf(fact.when)) || EVER

/**
 * Whether two tellings are of one event: the same key, days that meet, and different sources, since one list does not tell
 * an event twice.
 */
export const sameEvent = (a: Fact, b: Fact): boolean =>
  a.cite.source !== b.cite.source && eventKey(a) === eventKey(b) && meets(daysOfFact(a), daysOfFact(b))

/**
 * Tellings grouped into events, each telling with others that are all of one event; groups and their members stand in the
 * order given, and what is grouped does not depend on it. One pass over the tellings of a key in order of time.
 */
export function groupEvents(facts: readonly Fact[]): Fact[][] {
  const place = new Map(facts.map((fact, i) => [fact, i]))
  const inPlace = (a: Fact, b: Fact) => place.get(a)! - place.get(b)!
  const groups = [...Map.groupBy(facts, eventKey).values()].flatMap(groupsOfKey)
  return groups.map((group) => group.sort(inPlace)).sort((a, b) => inPlace(a[0]!, b[0]!))
}

/** A group in the making: the days that all its tellings share, and who told. */
interface Group {
  to: string
  sources: Set<string>
  facts: Fact[]
}

function groupsOfKey(facts: readonly Fact[]): Fact[][] {
  const done: Fact[][] = []
  let open: Group[] = []
  for (const { fact, days } of facts.map((fact) => ({ fact, days: daysOfFact(fact) })).sort(byTime)) {
    // In order of their first days, tellings share a day as long as none has ended.
    open = open.filter((group) => group.to >= days.from)
    let home = open.find((group) => !group.sources.has(fact.cite.source))
    if (!home) {
      home = { to: days.to, sources: new Set(), facts: [] }
      open.push(home)
      done.push(home.facts)
    }
    home.to = days.to < home.to ? days.to : home.to
    home.sources.add(fact.cite.source)
    home.facts.push(fact)
  }
  return done
}

const byTime = (a: { fact: Fact; days: Days }, b: { fact: Fact; days: Days }): number =>
  compare(a.days.from, b.days.from) || compare(a.days.to, b.days.to) || compare(a.fact.id, b.fact.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
