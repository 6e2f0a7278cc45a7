import type { Fact } from '../model/fact.ts'
import { type EntityId, stateOfOffice } from '../model/ids.ts'
import { addDays, type Days, EVER, inside, minus } from '../model/when.ts'
import { coverOf, merge } from './cover.ts'
import type { Fit } from './match.ts'
import { timelineOf } from './timeline.ts'
import type { World } from './world.ts'

interface Terms {
  held: Days[]
  not: Days[]
}
interface Known {
  terms: Map<string, Terms>
  /** Facts of an office by person, and the days that its lists cover. */
  offices: Map<EntityId, { persons: Map<string, Fact[]>; runs: Days[] }>
}
const cache = new WeakMap<World, Known>()

function knownOf(world: World): Known {
  const known = cache.get(world) ?? { terms: new Map(), offices: new Map() }
  cache.set(world, known)
  return known
}

function officeOf(world: World, office: EntityId) {
  const { offices } = knownOf(world)
  const found = offices.get(office)
  if (found) return found
  const facts = world.of('office').filter((f) => f.roles.office === office)
  const persons = Map.groupBy(facts, (f) => String(f.roles.person))
  const made = { persons, runs: coverOf(world, 'office', { office: { id: office } }, EVER).runs }
  offices.set(office, made)
  return made
}

/** When a person held an office, and when not, as far as told; an office is joined at the fact's own date. */
export function termsOf(world: World, office: EntityId, person: EntityId): Terms {
  const known = knownOf(world).terms
  const key = `${office} ${person}`
  const found = known.get(key)
  if (found) return found
  const { persons, runs } = officeOf(world, office)
  const facts = persons.get(person) ?? []
  const line = timelineOf(world, 'office', facts, () => true, runs)
  const terms = {
    held: line.held.map((s) => s.days),
    not: facts.length ? line.not.map((s) => s.days) : merge([...runs, ...beforeState(world, office)]),
  }
  known.set(key, terms)
  return terms
}

/** Nobody held an office of a state before there was one; of those told to have held it, their own terms say. */
function beforeState(world: World, office: EntityId): Days[] {
  const { from } = world.lifetime(stateOfOffice(office) ?? '')
  return from > EVER.from ? [{ from: EVER.from, to: addDays(from, -1) }] : []
}

/** Whether a person held an office throughout the days of a fact. */
export function heldOn(world: World, office: EntityId, person: EntityId, days: Days): Fit {
  const { held, not } = termsOf(world, office, person)
  if (held.some((term) => inside(days, term))) return 'certain'
  return minus(days, not).length === 0 ? 'never' : 'possible'
}

/** Persons told to have held an office at any time. */
export const holdersOf = (world: World, office: EntityId): EntityId[] => [
  ...new Set(world.of('office').flatMap((f) => (f.roles.office === office ? [String(f.roles.person)] : []))),
]
