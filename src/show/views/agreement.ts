import { columnsIn } from '../../ask/agreement.ts'
import type { BallotTable } from '../../model/ballot.ts'
import type { EntityId } from '../../model/ids.ts'
import { type Days, EVER, meets } from '../../model/when.ts'
import {
  CHOICES,
  daysIn,
  type GroupCounts,
  groupCounts,
  type Members,
  places,
  type SeatOf,
  yearAt,
} from './group-counts.ts'

export { CHOICES } from './group-counts.ts'

/** When a state sat in which seat. */
export interface Sitting extends Days {
  seat: EntityId
}

/** A group with whose members the two are compared, by year. */
export interface Comparison {
  id: EntityId
  label: string
  definition: string
  /** The same function for the same group: what is counted of it is kept by it. */
  members: Members
}

export interface Share {
  year: number
  /** Roll calls in which both took part, and those in which they chose alike; of a group, summed over its members. */
  both: number
  alike: number
}

export interface AgreementView {
  /** Roll calls held here in the years asked about, of which both took part in `both`. */
  rolls: number
  both: number
  alike: number
  /** `table[x][y]`: how often one chose `CHOICES[x]` while the other chose `CHOICES[y]`. */
  table: number[][]
  /** Every year in which roll calls are held here, with those in which both took part. */
  years: (Share & { rolls: number })[]
  compare: { id: EntityId; label: string; definition: string; one: Share[]; other: Share[] }[]
  /** Seats that the states sat in, where they sat. */
  seats: { one: Sitting[]; other: Sitting[] }
  sources: string[]
}

interface Asked {
  one: readonly Sitting[]
  other: readonly Sitting[]
  seatOf: SeatOf
  compare: readonly Comparison[]
  window?: Days
}

/** How two states voted while each sat in its seat, over all and by year, and how each voted with the members of some groups. */
export function agreementView(
  table: BallotTable,
  { one, other, seatOf, compare, window = EVER }: Asked,
): AgreementView {
  const columns = columnsIn(table, window)
  const [a, b] = [one, other].map((sittings) => choicesOf(table, sittings))
  const view = counted(table, columns, a!, b!)
  const groups = compare.map(({ id, label, definition, members }) => {
    const group = groupCounts(table, members, seatOf)
    return {
      id,
      label,
      definition,
      one: withGroup(table, columns, a!, group, one),
      other: withGroup(table, columns, b!, group, other),
    }
  })
  const sources = [...new Set(columns.map((c) => table.columns[c]!.source))].sort()
  return { ...view, compare: groups, seats: { one: [...one], other: [...other] }, sources }
}

type ChoiceAt = (column: number) => number

/** What a state chose: 1–3 by `CHOICES`, 0 where it took no part or sat nowhere. */
function choicesOf(table: BallotTable, sittings: readonly Sitting[]): ChoiceAt {
  const width = table.columns.length
  const [place, days] = [places(table), daysIn(table)]
  const rows = sittings.map((s) => ({ days: s, row: table.voters.indexOf(s.seat) * width }))
  return (column) => {
    const seated = rows.find((r) => r.row >= 0 && meets(r.days, days[column]!))
    return seated ? place[table.choices[seated.row + column]!]! : 0
  }
}

/** The same in words: `yes`, `no`, `abstain`, or nothing. */
export function choiceOn(table: BallotTable, sittings: readonly Sitting[]): (column: number) => string | undefined {
  const choice = choicesOf(table, sittings)
  return (column) => CHOICES[choice(column) - 1]
}

function counted(
  table: BallotTable,
  columns: readonly number[],
  a: ChoiceAt,
  b: ChoiceAt,
): Pick<AgreementView, 'rolls' | 'both' | 'alike' | 'table' | 'years'> {
  const cells = CHOICES.map(() => CHOICES.map(() => 0))
  const years = new Map<number, Share & { rolls: number }>()
  for (const column of columns) {
    const year = yearAt(table, column)
    const own = years.get(year) ?? { year, both: 0, alike: 0, rolls: 0 }
    years.set(year, own)
    own.rolls++
    const [x, y] = [a(column), b(column)]
    if (!x || !y) continue
    own.both++
    if (x === y) own.alike++
    cells[x - 1]![y - 1]!++
  }
  const all = [...years.values()].sort((x, y) => x.year - y.year)
  const sum = (key: 'both' | 'alike') => all.reduce((n, share) => n + share[key], 0)
  return { rolls: columns.length, both: sum('both'), alike: sum('alike'), table: cells, years: all }
}

/** By year, how a state voted with the members of a group other than itself, summed over them. */
function withGroup(
  table: BallotTable,
  columns: readonly number[],
  own: ChoiceAt,
  { rows, counts }: GroupCounts,
  sittings: readonly Sitting[],
): Share[] {
  const out = new Map<number, Share>()
  const [place, width] = [places(table), table.columns.length]
  const seats = sittings.map((s) => table.voters.indexOf(s.seat))
  const themselves = new Map([...rows].map(([year, list]) => [year, list.filter((row) => seats.includes(row))]))
  for (const column of columns) {
    const choice = own(column)
    if (!choice) continue
    const year = yearAt(table, column)
    const share = out.get(year) ?? { year, both: 0, alike: 0 }
    out.set(year, share)
    const first = column * CHOICES.length
    for (let x = 0; x < CHOICES.length; x++) share.both += counts[first + x]!
    share.alike += counts[first + choice - 1]!
    for (const row of themselves.get(year) ?? []) {
      const theirs = place[table.choices[row * width + column]!]!
      if (theirs) share.both--
      if (theirs === choice) share.alike--
    }
  }
  return [...out.values()].filter((share) => share.both > 0).sort((x, y) => x.year - y.year)
}
