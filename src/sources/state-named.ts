import { existed, resolve } from '../atlas/index.ts'
import type { EntityId } from '../model/ids.ts'
import type { Day } from '../model/when.ts'

/** The lists of states begin on it; before it, a name means who bore it then. */
const FIRST_DAY = '1816-01-01'

/** Who bore a name on a day; of a double name ("Kingdom of Serbia/Yugoslavia"), whichever existed. */
export function stateNamed(name: string, day: Day): EntityId | undefined {
  const on = day < FIRST_DAY ? FIRST_DAY : day
  const found = [name, ...name.split('/')]
    .flatMap((one) => resolve(one, on))
    .filter(({ id }) => id.startsWith('state:'))
  return (found.find(({ id }) => existed(id, on)) ?? found.find(({ score }) => score >= 0.5))?.id
}
