import { type EntityId, nameOf } from '../model/ids.ts'
import type { Day } from '../model/when.ts'
import { bodyId, placeId } from './entries.ts'
import { groupId } from './groups.ts'
import { isoCode, stateLabel, stateOf } from './states.ts'
import { lazy, readTable } from './table.ts'

interface Labelled {
  label: string
  iso3?: string
}

const others = lazy((): ReadonlyMap<EntityId, Labelled> => {
  const map = new Map<EntityId, Labelled>()
  for (const row of readTable('places'))
    map.set(placeId(row.name!), { label: row.name!, ...(row.iso3 && { iso3: row.iso3 }) })
  for (const row of readTable('bodies')) map.set(bodyId(row.id!), { label: row.name! })
  for (const row of readTable('groups')) if (!map.has(groupId(row.id!))) map.set(groupId(row.id!), { label: row.name! })
  return map
})

/** The neutral name of a state, place, body or group of the atlas; with a day, the state's name of that day. */
export const labelOf = (id: EntityId, day?: Day): string =>
  stateOf(id) ? stateLabel(id, 'un', day) : (others().get(id)?.label ?? nameOf(id))

/** The ISO 3166 alpha-3 code of a state or place, where it has one. */
export const iso3Of = (id: EntityId): string | undefined => (stateOf(id) ? isoCode(id) : others().get(id)?.iso3)
