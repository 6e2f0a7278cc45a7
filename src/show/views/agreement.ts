import { columnsIn } from '../../ask/agreement.ts'
import type { BallotTable } from '../../model/ballot.ts'
import type { EntityId } from '../../model/ids.ts'
import { type Day, type Days, daysOf, EVER, meets } from '../../model/when.ts'

/** When a state sat in which seat. */
export interface Sitting extends Days {
  seat: EntityId
}

/** A group with whose members the two are compared, by year. */
export interface Comparison {
  id: EntityId
  label: string
  definition: string
  members(day: Day): readonly EntityId[]
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

/** A choice by which a voter takes part, in the order of `table`; absence is none. */
export const CHOICES = ['yes', 'no', 'abstain'] as const

interface Asked {
  one: readonly Sitting[]
  other: readonly Sitting[]
  /** Who sits in which seat on a day. */
  seatOf(state: EntityId, day: Day): EntityId | undefined
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
  const without = (rows: Rows, sittings: readonly Sitting[]): Rows => {
    const own = sittings.map((s) => table.voters.indexOf(s.seat))
    return new Map([...rows].map(([year, list]) => [year, list.filter((row) => !own.includes(row))]))
  }
  const groups = compare.map(({ id, label, definition, members }) => {
    const rows = rowsByYear(table, columns, members, seatOf)
    return {
      id,
      label,
      definition,
      one: withGroup(table, columns, a!, without(rows, one)),
      other: withGroup(table, columns, b!, without(rows, other)),
    }
  })
  const sources = [...new Set(columns.map((c) => table.columns[c]!.source))].sort()
  return { ...view, compare: groups, seats: { one: [...one], other: [...other] }, sources }
}

/** Rows of a group's members by year. */
type Rows = ReadonlyMap<number, readonly number[]>
type ChoiceAt = (column: number) => number

const yearAt = (table: BallotTable, column: number): number => Number(table.columns[column]!.when.slice(0, 4))

/** What a state chose: 1–3 by `CHOICES`, 0 where it took no part or sat nowhere. */
function choicesOf(table: BallotTable, sittings: readonly Sitting[]): ChoiceAt {
  const width = table.columns.length
  const place = places(table)
  const rows = sittings.map((s) => ({ days: s, row: table.voters.indexOf(s.seat) * width }))
  return (column) => {
    const days = daysOf(table.columns[column]!.when) ?? EVER
    const seated = rows.find((r) => r.row >= 0 && meets(r.days, days))
    return seated ? place[table.choices[seated.row + column]!]! : 0
  }
}

/** The same in words: `yes`, `no`, `abstain`, or nothing. */
export function choiceOn(table: BallotTable, sittings: readonly Sitting[]): (column: number) => string | undefined {
  const choice = choicesOf(table, sittings)
  return (column) => CHOICES[choice(column) - 1]
}

/** From the table's number of a choice to its place in `CHOICES`, from 1. */
const places = (table: BallotTable): number[] => [0, ...table.names.map((name) => CHOICES.indexOf(name as 'yes') + 1)]

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

/** Rows of the table of a group's members, by year: as they were at its end. */
function rowsByYear(
  table: BallotTable,
  columns: readonly number[],
  members: Comparison['members'],
  seatOf: Asked['seatOf'],
): Rows {
  const place = new Map(table.voters.map((voter, i) => [voter, i]))
  const years = new Set(columns.map((column) => yearAt(table, column)))
  const rows = (year: number) =>
    members(`${year}-12-31`).flatMap((state) => place.get(seatOf(state, `${year}-12-31`) ?? '') ?? [])
  return new Map([...years].map((year) => [year, rows(year)]))
}

/** By year, how a state voted with the members of a group other than itself, summed over them. */
function withGroup(table: BallotTable, columns: readonly number[], own: ChoiceAt, rows: Rows): Share[] {
  const out = new Map<number, Share>()
  const place = places(table)
  const width = table.columns.length
  for (const column of columns) {
    const choice = own(column)
    if (!choice) continue
    const year = yearAt(table, column)
    const share = out.get(year) ?? { year, both: 0, alike: 0 }
    out.set(year, share)
    for (const row of rows.get(year) ?? []) {
      const theirs = place[table.choices[row * width + column]!]!
      if (!theirs) continue
      share.both++
      if (theirs === choice) share.alike++
    }
  }
  return [...out.values()].filter((share) => share.both > 0).sort((x, y) => x.year - y.year)
}
