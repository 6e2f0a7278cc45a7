import { type EntityId, stateId } from '../model/ids.ts'
import { type Day, EVER } from '../model/when.ts'
import { statesOfCapital } from './capitals.ts'
import { keyOf } from './fold.ts'
import { existed, isoCode, lifetime } from './states.ts'
import { lazy, readTable } from './table.ts'

/** Cities over whose state the members of the United Nations differ: their state is left open. */
const OPEN = new Set(['jerusalem', 'east jerusalem'])

const table = lazy((): ReadonlyMap<string, EntityId> => {
  const cities = new Map<string, EntityId>()
  for (const row of readTable('cities')) if (!row.weak) cities.set(keyOf(row.city!), stateId(row.state!))
  return cities
})

/** Existing today by somebody's count, without an ISO code. */
const contested = (state: EntityId): boolean => !isoCode(state) && lifetime(state)?.to === EVER.to

/**
 * The state in which a well-known city lies, on the day if one is given; `undefined` for a city that the table has not,
 * whose name several share, whose state is disputed, or whose state did not exist on the day.
 */
export function cityState(city: string, day?: Day): EntityId | undefined {
  const key = keyOf(city.replace(/, ?D\.?C\.?$/, ''))
  if (OPEN.has(key)) return undefined
  const capitals = statesOfCapital(city, day)
  if (capitals.some(contested)) return undefined
  if (capitals.length) return capitals.length === 1 ? capitals[0] : undefined
  const state = table().get(key)
  return state && (!day || existed(state, day)) ? state : undefined
}
