import type { Fact } from '../model/fact.ts'
import { classOf, type EntityId, nameOf, seatId, stateId } from '../model/ids.ts'
import { definitionOf } from '../model/kinds/index.ts'
import type { Day } from '../model/when.ts'
import type { Pattern } from './snapshot.ts'
import type { World } from './world.ts'

/** The state that sits in a seat on a day; without a telling, the state of the seat's own code. */
export function occupantOf(world: World, seat: EntityId, day?: Day): EntityId {
  if (classOf(seat) !== 'seat') return seat
  const facts = termsOf(world.of('occupancy')).get(seat)
  const sitting = day && facts?.find((f) => world.days(f).from <= day && day <= world.days(f).to)
  return sitting ? String(sitting.roles.state) : stateId(nameOf(seat))
}

const terms = new WeakMap<readonly Fact[], Map<unknown, Fact[]>>()
/** Who sat in each seat, as far as it is told. */
function termsOf(occupancy: readonly Fact[]): Map<unknown, Fact[]> {
  const of = terms.get(occupancy) ?? Map.groupBy(occupancy.filter(isTold), (f) => f.roles.seat)
  terms.set(occupancy, of)
  return of
}
const isTold = (fact: Fact): boolean => fact.telling === 'yes'

/** The seat in which a state sits on a day. */
export function seatOf(world: World, state: EntityId, day?: Day): EntityId {
  if (classOf(state) !== 'state') return state
  const facts = world.of('occupancy').filter((f) => f.roles.state === state && f.telling === 'yes')
  const sitting = facts.find((f) => !day || (world.days(f).from <= day && day <= world.days(f).to))
  return sitting ? String(sitting.roles.seat) : seatId(nameOf(state))
}

/**
 * States that sat before another in the same seat. What is said of "Moscow" or "Russia" at an earlier date may be meant of the
 * one before it, so its facts are possibly about it.
 */
export function predecessors(occupancy: readonly Fact[]): Map<EntityId, Set<EntityId>> {
  const made = known.get(occupancy) ?? predecessorsIn(occupancy)
  known.set(occupancy, made)
  return made
}
const known = new WeakMap<readonly Fact[], Map<EntityId, Set<EntityId>>>()

function predecessorsIn(occupancy: readonly Fact[]): Map<EntityId, Set<EntityId>> {
  const out = new Map<EntityId, Set<EntityId>>()
  for (const terms of Map.groupBy(occupancy, (f) => String(f.roles.seat)).values()) {
    const inOrder = [...terms]
      .sort((a, b) => ((a.when ?? '') < (b.when ?? '') ? -1 : 1))
      .map((f) => String(f.roles.state))
    inOrder.forEach((state, i) => {
      const before = inOrder.slice(0, i).filter((other) => other !== state)
      if (before.length) out.set(state, new Set([...(out.get(state) ?? []), ...before]))
    })
  }
  return out
}

/** The same patterns, asking for the predecessors of a state along with it, and where seats act for the seats in which it ever sat. */
export function widen(patterns: readonly Pattern[], occupancy: readonly Fact[]): Pattern[] {
  const before = predecessors(occupancy)
  const seats = Map.groupBy(occupancy, (f) => String(f.roles.state))
  const sat = (id: string) => (seats.get(id) ?? []).map((f) => String(f.roles.seat))
  const wider = ({ kind }: Pattern, role: string, ids: string[]) => {
    const all = [...ids, ...ids.flatMap((id) => [...(before.get(id) ?? [])])]
    return [...new Set(definitionOf(kind).roles[role]?.seats ? [...all, ...ids.flatMap(sat)] : all)]
  }
  return patterns.map((p) =>
    p.roles
      ? { ...p, roles: Object.fromEntries(Object.entries(p.roles).map(([role, ids]) => [role, wider(p, role, ids)])) }
      : p,
  )
}
