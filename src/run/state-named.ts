import { resolve } from '../atlas/index.ts'
import { ChanceryError } from '../model/error.ts'
import { classOf, type EntityId } from '../model/ids.ts'

/** The one state that a name means today. Throws `not-found` for none. */
export function stateNamed(name: string): EntityId {
  const found = resolve(name).find((c) => classOf(c.id) === 'state')
  if (found) return found.id
  throw new ChanceryError(
    'not-found',
    name,
    'no state of that name is known: try chancery resolve with another spelling',
  )
}
