import { type EntityId, stateId } from '../model/ids.ts'
import { type Day, EVER } from '../model/when.ts'
import { seated } from './seats.ts'
import { existed } from './states.ts'
import { firstDay, lastDay, lazy, readTable } from './table.ts'

interface Membership {
  group: EntityId
  state: EntityId
  from: Day
  to: Day
}

const table = lazy((): Membership[] =>
  readTable('members').map((row) => ({
    group: row.group!,
    state: stateId(row.state!),
    from: firstDay(row.from),
    to: lastDay(row.to),
  })),
)

const UNITED_NATIONS = 'body:united-nations'

/** Bodies and regions whose members the atlas holds. */
export const groupsHeld = (): EntityId[] => [UNITED_NATIONS, ...new Set(table().map((row) => row.group))]

/**
 * The member states of a body or region on a day (now, without one), in the order of their ids; `undefined` for a group
 * that the atlas does not hold. A suspension counts as an interruption. The European Union counts from the Communities of 1958.
 */
export function membersOf(group: EntityId, day: Day = EVER.to): EntityId[] | undefined {
  if (group === UNITED_NATIONS) return seated(day).sort()
  const rows = table().filter((row) => row.group === group)
  if (!rows.length) return undefined
  const members = rows.filter((row) => row.from <= day && day <= row.to && existed(row.state, day))
  return members.map((row) => row.state).sort()
}
