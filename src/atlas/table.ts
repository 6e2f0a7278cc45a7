import { readFileSync } from 'node:fs'
import { ChanceryError } from '../model/error.ts'
import { type Day, daysOf, EVER } from '../model/when.ts'

export type Row = Readonly<Record<string, string>>

/** Reads one of the atlas's own tables: tab-separated, a header row, no quoting. An empty cell is an empty string. */
export function readTable(name: string): Row[] {
  const url = new URL(`./data/${name}.tsv`, import.meta.url)
  const [header = '', ...lines] = readFileSync(url, 'utf8').trimEnd().split('\n')
  const columns = header.split('\t')
  return lines.map((line, i) => {
    const cells = line.split('\t')
    if (cells.length !== columns.length)
      throw new ChanceryError(
        'fault',
        `${name}.tsv:${i + 2}`,
        `${cells.length} cells where the header has ${columns.length}`,
      )
    const row: Record<string, string> = {}
    for (let c = 0; c < columns.length; c++) row[columns[c]!] = cells[c]!
    return row
  })
}

/** The items of a cell that holds a list, written with "; " between them. */
export const itemsOf = (cell: string | undefined): string[] => (cell ? cell.split('; ') : [])

/** The first day of a date that may be a bare year; an empty text is the open end. */
export const firstDay = (date: string | undefined): Day => (date && daysOf(date)?.from) || EVER.from
/** The last day of a date that may be a bare year; an empty text is the open end. */
export const lastDay = (date: string | undefined): Day => (date && daysOf(date)?.to) || EVER.to

/** A value computed once, on first use. */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
