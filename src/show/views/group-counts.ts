import type { BallotTable } from '../../model/ballot.ts'
import type { EntityId } from '../../model/ids.ts'
import { type Day, type Days, daysOf, EVER } from '../../model/when.ts'

/** The choices by which a voter takes part, in this order; absence is none. */
export const CHOICES = ['yes', 'no', 'abstain'] as const

/** From the table's number of a choice to its place in `CHOICES`, from 1. */
export const places = (table: BallotTable): number[] => [
  0,
  ...table.names.map((name) => CHOICES.indexOf(name as 'yes') + 1),
]

const years = new WeakMap<BallotTable, readonly number[]>()
export const yearAt = (table: BallotTable, column: number): number => yearsOf(table)[column]!
function yearsOf(table: BallotTable): readonly number[] {
  const made = years.get(table) ?? table.columns.map(({ when }) => Number(when.slice(0, 4)))
  years.set(table, made)
  return made
}

/** Who belongs to a group on a day. */
export type Members = (day: Day) => readonly EntityId[]
/** Who sits in which seat on a day. */
export type SeatOf = (state: EntityId, day: Day) => EntityId | undefined

/** How the members of a group chose in each roll call of a table. */
export interface GroupCounts {
  /** Rows of its members by year, as they were at its end. */
  rows: ReadonlyMap<number, readonly number[]>
  /** How many chose `CHOICES[x]` in a column, at `column * CHOICES.length + x`. */
  counts: Uint16Array
}

// A table is made anew when a roll call is filed; the groups of the atlas stay.
const counted = new WeakMap<BallotTable, Map<Members, GroupCounts>>()
const dated = new WeakMap<BallotTable, readonly Days[]>()

/** Counted once for a table and a group; `members` tells groups apart. */
export function groupCounts(table: BallotTable, members: Members, seatOf: SeatOf): GroupCounts {
  const known = counted.get(table) ?? new Map<Members, GroupCounts>()
  counted.set(table, known)
  const made = known.get(members) ?? countsOf(table, members, seatOf)
  known.set(members, made)
  return made
}

/** The days on which each roll call of a table may have been held. */
export function daysIn(table: BallotTable): readonly Days[] {
  const made = dated.get(table) ?? table.columns.map(({ when }) => daysOf(when) ?? EVER)
  dated.set(table, made)
  return made
}

function countsOf(table: BallotTable, members: Members, seatOf: SeatOf): GroupCounts {
  const rows = rowsByYear(table, members, seatOf)
  const [place, width] = [places(table), table.columns.length]
  const counts = new Uint16Array(width * CHOICES.length)
  for (let column = 0; column < width; column++)
    for (const row of rows.get(yearAt(table, column)) ?? []) {
      const choice = place[table.choices[row * width + column]!]!
      if (choice) counts[column * CHOICES.length + choice - 1]!++
    }
  return { rows, counts }
}

function rowsByYear(table: BallotTable, members: Members, seatOf: SeatOf): GroupCounts['rows'] {
  const place = new Map(table.voters.map((voter, i) => [voter, i]))
  const years = new Set(table.columns.map((_, column) => yearAt(table, column)))
  const rows = (year: number) =>
    members(`${year}-12-31`).flatMap((state) => place.get(seatOf(state, `${year}-12-31`) ?? '') ?? [])
  return new Map([...years].map((year) => [year, rows(year)]))
}
