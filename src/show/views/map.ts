import { type EntityId, nameOf } from '../../model/ids.ts'
import type { Day } from '../../model/when.ts'
import { PLACES } from './map.table.ts'

export interface Place {
  lon: number
  lat: number
}

const places: ReadonlyMap<string, Place> = new Map(
  PLACES.trim()
    .split('\n')
    .map((row) => row.split(' '))
    .map(([code, lon, lat]) => [code!, { lon: Number(lon), lat: Number(lat) }]),
)

/** The day on which the government of the Republic of China moved from the mainland. */
const MOVED: Readonly<Record<string, { until: Day; as: string }>> = { TWN: { until: '1949-12-07', as: 'CHN' } }

/** Where a dot for a state stands on a day, in degrees; absent for one that the table does not have. */
export function placeOf(state: EntityId, day?: Day): Place | undefined {
  const moved = MOVED[nameOf(state)]
  return places.get(moved && day && day < moved.until ? moved.as : nameOf(state))
}
