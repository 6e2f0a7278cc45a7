import { ChanceryError } from '../src/model/error.ts'
import { type Destination, destination } from '../src/sources/historian/countries.ts'

/** Where a trip led, by the same reckoning as when the lists are pulled. A pack holds no row without it. */
export function destinationOf(id: string, name: string, day: string): Destination {
  const found = destination(id, name, day)
  if (found?.to === 'state:TWN') return { ...found, note: 'Republic of China.' }
  if (found) return found
  throw new ChanceryError('unsupported', 'countries.ts', `nobody of the name ${name} on ${day}: add it to the table`)
}
