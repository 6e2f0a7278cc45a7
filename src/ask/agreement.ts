import type { BallotTable } from '../model/ballot.ts'
import type { EntityId } from '../model/ids.ts'
import { type Days, daysOf, EVER, meets } from '../model/when.ts'

/** Of the roll calls in which two voters took part, how many, and in how many both chose alike. */
export interface Agreement {
  both: number
  alike: number
}

/** Absence is no part taken. */
const TAKES_PART = ['yes', 'no', 'abstain']

const everyColumn = new WeakMap<BallotTable, readonly number[]>()

/** One column a roll call: where several sources tell one, the first source by name. */
export function columnsIn(table: BallotTable, window: Days = EVER): readonly number[] {
  if (window !== EVER) return chosenIn(table, window)
  const made = everyColumn.get(table) ?? chosenIn(table, window)
  everyColumn.set(table, made)
  return made
}

function chosenIn(table: BallotTable, window: Days): number[] {
  const chosen = new Map<EntityId, number>()
  for (const [column, { roll, when, source }] of table.columns.entries()) {
    if (window !== EVER && !meets(daysOf(when) ?? EVER, window)) continue
    const known = chosen.get(roll)
    if (known === undefined || source < table.columns[known]!.source) chosen.set(roll, column)
  }
  return [...chosen.values()].sort((a, b) => a - b)
}

const takesPart = (table: BallotTable): boolean[] => [false, ...table.names.map((name) => TAKES_PART.includes(name))]

/** How far two voters agreed in the roll calls of some columns. */
export function agreement(table: BallotTable, a: EntityId, b: EntityId, columns = columnsIn(table)): Agreement {
  const [rowA, rowB] = [a, b].map((voter) => table.voters.indexOf(voter) * table.columns.length)
  const out = { both: 0, alike: 0 }
  if (rowA! < 0 || rowB! < 0) return out
  const part = takesPart(table)
  for (const column of columns) {
    const [x, y] = [table.choices[rowA! + column]!, table.choices[rowB! + column]!]
    if (!part[x] || !part[y]) continue
    out.both++
    if (x === y) out.alike++
  }
  return out
}

/** The same year by year, for years in which both took part. */
export function agreementByYear(table: BallotTable, a: EntityId, b: EntityId): (Agreement & { year: string })[] {
  const years = Map.groupBy(columnsIn(table), (column) => table.columns[column]!.when.slice(0, 4))
  const all = [...years].map(([year, columns]) => ({ year, ...agreement(table, a, b, columns) }))
  return all.filter(({ both }) => both > 0).sort((x, y) => (x.year < y.year ? -1 : 1))
}

/** Agreement of every voter with every other, row by row in the order of `voters`. */
export interface Matrix {
  voters: readonly EntityId[]
  both: Uint32Array
  alike: Uint32Array
}

/** All pairs in the roll calls of a window. */
export function agreementMatrix(table: BallotTable, window: Days): Matrix {
  const size = table.voters.length
  const matrix = { voters: table.voters, both: new Uint32Array(size * size), alike: new Uint32Array(size * size) }
  const part = takesPart(table)
  const width = table.columns.length
  const [present, chosen] = [new Int32Array(size), new Uint8Array(size)]
  for (const column of columnsIn(table, window)) {
    let count = 0
    for (let voter = 0; voter < size; voter++) {
      const choice = table.choices[voter * width + column]!
      if (!part[choice]) continue
      present[count] = voter
      chosen[count++] = choice
    }
    addColumn(matrix, present, chosen, count)
  }
  return matrix
}

function addColumn({ voters, both, alike }: Matrix, present: Int32Array, chosen: Uint8Array, count: number): void {
  const size = voters.length
  for (let i = 0; i < count; i++) {
    const row = present[i]! * size
    const choice = chosen[i]
    for (let j = 0; j < count; j++) {
      const place = row + present[j]!
      both[place]!++
      if (chosen[j] === choice) alike[place]!++
    }
  }
}
