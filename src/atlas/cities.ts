import { type EntityId, stateId } from '../model/ids.ts'
import { type Day, type Days, EVER } from '../model/when.ts'
import { presentCapitals, statesOfCapital } from './capitals.ts'
import { keyOf } from './fold.ts'
import { existed, isoCode, lifetime, predecessors } from './states.ts'
import { firstDay, lastDay, lazy, readTable } from './table.ts'

/** Cities over whose state the members of the United Nations differ: their state is left open. */
const OPEN = new Set(['jerusalem', 'east jerusalem'])

interface Lies extends Days {
  state: EntityId
}

/** A `weak` city is named for another elsewhere, which is usually meant. A capital was a city before and after. */
const table = lazy((): ReadonlyMap<string, Lies[]> => {
  const cities = new Map<string, Lies[]>()
  for (const row of readTable('cities')) {
    if (row.weak) continue
    const lies = { state: stateId(row.state!), from: firstDay(row.from), to: lastDay(row.to) }
    const key = keyOf(row.city!)
    const list = cities.get(key)
    if (list) list.push(lies)
    else cities.set(key, [lies])
  }
  for (const { keys, state } of presentCapitals())
    for (const key of keys) if (!cities.has(key)) cities.set(key, [{ state, ...EVER }])
  return cities
})

/** Existing today by somebody's count, without an ISO code. */
const contested = (state: EntityId): boolean => !isoCode(state) && lifetime(state)?.to === EVER.to

/** The state itself, or before its time the one that it followed, if there was one alone. */
function then(state: EntityId, day: Day | undefined, depth = 3): EntityId | undefined {
  if (!day || existed(state, day)) return state
  if (!depth || (lifetime(state)?.to ?? '') < day) return undefined
  const before = new Set(predecessors(state).flatMap((one) => then(one, day, depth - 1) ?? []))
  return before.size === 1 ? [...before][0] : undefined
}

/**
 * The state in which a well-known city lies, or on the day lay; `undefined` for a city that the table has not, whose name
 * several share, whose state is disputed, or for which no state of that day is sure.
 */
export function cityState(city: string, day?: Day): EntityId | undefined {
  const key = keyOf(city.replace(/, ?D\.?C\.?$/, ''))
  if (OPEN.has(key)) return undefined
  const capitals = statesOfCapital(city, day)
  if (capitals.some(contested)) return undefined
  if (capitals.length) return capitals.length === 1 ? capitals[0] : undefined
  const on = day ?? EVER.to
  const states = new Set(
    (table().get(key) ?? []).flatMap((lies) => (lies.from <= on && on <= lies.to ? [lies.state] : [])),
  )
  return states.size === 1 ? then([...states][0]!, day) : undefined
}
