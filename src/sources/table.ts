import { CsvError, parse } from 'csv-parse/sync'
import { ChanceryError, type ErrorCode } from '../model/error.ts'

/** One row of a table, with the place to name when it is wrong. */
export interface Row {
  /** Value of a column; empty when the column or the value is absent. */
  get(column: string): string
  wrong(column: string, message: string): ChanceryError
}

/** Rows of a CSV text with a header line. A column that is not listed is an error, so that no value is dropped unseen. */
export function readTable(file: string, text: string, columns: readonly string[]): Row[] {
  const records = parsed(file, text)
  const header = records[0]?.record ?? []
  const unknown = header.find((name) => !columns.includes(name))
  if (unknown !== undefined)
    throw place('incorrect', file, 1, unknown, `the column is unknown; known are ${columns.join(', ')}`)
  const twice = header.find((name, i) => header.indexOf(name) !== i)
  if (twice !== undefined) throw place('incorrect', file, 1, twice, 'the column stands twice')
  const index = new Map(header.map((name, i) => [name, i]))
  return records.slice(1).map(({ record, info }) => ({
    get: (column) => record[index.get(column) ?? -1]?.trim() ?? '',
    wrong: (column, message) => place('incorrect', file, info.lines, column, message),
  }))
}

interface CsvRecord {
  record: string[]
  info: { lines: number }
}

function parsed(file: string, text: string): CsvRecord[] {
  try {
    return parse(text, { bom: true, info: true, skip_empty_lines: true }) as unknown as CsvRecord[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw place('incorrect', file, Number(error.lines ?? 1), '', `${error.message}: check commas and quotes`)
  }
}

function place(code: ErrorCode, file: string, line: number, column: string, message: string): ChanceryError {
  const at = column ? `${file}:${line}, column ${column}` : `${file}:${line}`
  return new ChanceryError(code, at, `${at}: ${message}`)
}
