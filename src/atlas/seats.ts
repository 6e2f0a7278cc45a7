import { type EntityId, seatId, stateId } from '../model/ids.ts'
import { type Day, EVER } from '../model/when.ts'
import { firstDay, lastDay, lazy, readTable } from './table.ts'

/** Who sat in a seat of the United Nations, and when. */
export interface Occupancy {
  seat: EntityId
  state: EntityId
  from: Day
  to: Day
}

const table = lazy((): Occupancy[] =>
  readTable('seats').map((row) => ({
    seat: seatId(row.seat!),
    state: stateId(row.occupant!),
    from: firstDay(row.from),
    to: lastDay(row.to),
  })),
)

/** The founding seats of the Soviet Union and the Republic of China, by the codes of their first occupants. */
const ALIASES: Readonly<Record<EntityId, EntityId>> = { 'seat:SUN': 'seat:RUS', 'seat:TWN': 'seat:CHN' }
const TODAY = EVER.to

const on = (held: Occupancy, day: Day): boolean => held.from <= day && day <= held.to

/** Every occupancy of every seat, or of one. */
export const occupancies = (seat?: EntityId): Occupancy[] => {
  const id = seat && (ALIASES[seat] ?? seat)
  return table().filter((held) => !id || held.seat === id)
}

/** The state that sat in a seat of the United Nations on a day (now, without one); `undefined` for an empty or no seat. */
export const occupant = (seat: EntityId, day: Day = TODAY): EntityId | undefined =>
  occupancies(seat).find((held) => on(held, day))?.state

/** The seat in which a state sat on a day (now, without one). */
export const seatOf = (state: EntityId, day: Day = TODAY): EntityId | undefined =>
  table().find((held) => held.state === state && on(held, day))?.seat

/** The states that sat in the United Nations on a day. */
export const seated = (day: Day = TODAY): EntityId[] => table().flatMap((held) => (on(held, day) ? [held.state] : []))

/** A state's time as a permanent observer at the United Nations. */
export interface Observation {
  state: EntityId
  from: Day
  to: Day
  /** In what capacity, where not as a state. */
  note?: string
}

const observed = lazy((): Observation[] =>
  readTable('observers').map((row) => ({
    ...{ state: stateId(row.state!), from: firstDay(row.from), to: lastDay(row.to) },
    ...(row.note && { note: row.note }),
  })),
)

/** When states were permanent observers at the United Nations: all, or one state's spells. */
export const observations = (state?: EntityId): Observation[] =>
  observed().filter((one) => !state || one.state === state)

/** The permanent observers at the United Nations on a day (now, without one). */
export const observers = (day: Day = TODAY): EntityId[] =>
  observed().flatMap((one) => (one.from <= day && day <= one.to ? [one.state] : []))
