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

/** Tellings grouped into events, in the order of their first telling. */
export function groupEvents(facts: readonly Fact[]): Fact[][] {
  const groups: Fact[][] = []
  for (const same of Map.groupBy(facts, eventKey).values()) {
    const own: Fact[][] = []
    for (const fact of same) {
      const home = own.find((group) => group.every((other) => sameEvent(fact, other)))
      if (home) home.push(fact)
      else own.push([fact])
    }
    groups.push(...own)
  }
  return groups
}
