import { occupancies, resolve, seatOf, stateByCode } from '../../atlas/index.ts'
import { type EntityId, nameOf, seatId } from '../../model/ids.ts'
import { type Days, meets } from '../../model/when.ts'

/** Where a label goes on after its seat ended: the file keeps "Yugoslavia" for those who were admitted in 2000. */
const GOES_ON: Readonly<Record<EntityId, EntityId>> = { 'seat:YUG': 'seat:SRB' }

/** The seat that was meant, and whether it was filled on the days of the vote. */
export interface Voter {
  seat: EntityId
  member: boolean
}

/**
 * Who voted, by a data set's label or its Correlates of War number on the days of a roll call. A voter is a seat: "Taiwan" voted
 * in the seat of China before October 1971, "Belarus" in 1947 in the seat that is Belarus's now.
 */
export function voters(): (label: string, number: string, days: Days) => Voter | undefined {
  const seats = new Map<string, EntityId | undefined>()
  const known = new Map<string, Voter | undefined>()
  return (label, number, days) => {
    const key = `${label}|${number}|${days.from}`
    if (known.has(key)) return known.get(key)
    const named = `${label}|${number}`
    if (!seats.has(named)) seats.set(named, seatOfLabel(label, number))
    const seat = seats.get(named)
    const voter = seat ? filled(seat, days) : undefined
    known.set(key, voter)
    return voter
  }
}

/** A label is asked first: numbers are shared (365 is the Soviet Union and Russia), and one file writes NA for some. */
function seatOfLabel(label: string, number: string): EntityId | undefined {
  const isCode = number !== '' && /^[A-Z]{3}$/.test(label)
  const named = isCode ? undefined : resolve(label).find((c) => c.id.startsWith('state:'))?.id
  const state = named ?? stateByNumber(number)
  if (!state) return undefined
  const own = seatId(nameOf(state))
  return occupancies(own)[0]?.seat ?? seatOf(state) ?? lastSeatOf(state)
}

const stateByNumber = (number: string): EntityId | undefined => (number ? stateByCode('cow', number) : undefined)
const lastSeatOf = (state: EntityId): EntityId | undefined => occupancies().findLast((o) => o.state === state)?.seat

function filled(seat: EntityId, days: Days): Voter {
  const on = (id: EntityId) => occupancies(id).some((o) => meets(o, days))
  if (on(seat)) return { seat, member: true }
  const next = GOES_ON[seat]
  return next && on(next) ? { seat: next, member: true } : { seat, member: false }
}
