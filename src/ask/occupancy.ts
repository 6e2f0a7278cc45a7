import { classOf, type EntityId, nameOf, seatId, stateId } from '../model/ids.ts'
import type { Day } from '../model/when.ts'
import type { World } from './world.ts'

/** The state that sits in a seat on a day; without a telling, the state of the seat's own code. */
export function occupantOf(world: World, seat: EntityId, day?: Day): EntityId {
  if (classOf(seat) !== 'seat') return seat
  const facts = world.of('occupancy').filter((f) => f.roles.seat === seat && f.telling === 'yes')
  const sitting = day && facts.find((f) => world.days(f).from <= day && day <= world.days(f).to)
  return sitting ? String(sitting.roles.state) : stateId(nameOf(seat))
}

/** The seat in which a state sits on a day. */
export function seatOf(world: World, state: EntityId, day?: Day): EntityId {
  if (classOf(state) !== 'state') return state
  const facts = world.of('occupancy').filter((f) => f.roles.state === state && f.telling === 'yes')
  const sitting = facts.find((f) => !day || (world.days(f).from <= day && day <= world.days(f).to))
  return sitting ? String(sitting.roles.seat) : seatId(nameOf(state))
}
