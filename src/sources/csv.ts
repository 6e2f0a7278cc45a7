import { CsvError, parse } from 'csv-parse/sync'
import { ChanceryError } from '../model/error.ts'
import type { Files } from './source.ts'

/** One row of a publisher's table. */
export interface CsvRow {
  /** Value of a column that the layout has, trimmed. Throws `fault` for one that it was not asked to have. */
  get(column: string): string
  /** `row 12`, counted from 1 at the first row after the header. */
  locator: string
}

export interface Layout {
  /** Columns without which the file is not the publisher's; it may have others. */
  columns: readonly string[]
  delimiter?: ',' | ';' | '\t'
  /** Where the publisher writes another encoding than UTF-8; a copy saved as UTF-8 is read as well. */
  encoding?: 'windows-1252'
}

/**
 * Rows of a publisher's table with a header line, columns in any order. Throws `incorrect` for another layout, saying which
 * columns were expected and which were found.
 */
export function csvRows(files: Files, path: string, { columns, delimiter = ',', encoding }: Layout): CsvRow[] {
  const at = `${files.at}/${path}`
  const records = parsed(at, encoding && !isSheet(path) ? decoded(files.bytes(path)) : files.text(path), delimiter)
  const header = (records[0] ?? []).map((name) => name.trim())
  requireColumns(at, header, columns)
  const index = new Map(header.map((name, i) => [name, i]))
  const get = (record: readonly string[], column: string): string => {
    const i = index.get(column)
    if (i === undefined) throw new ChanceryError('fault', at, `the column ${column} was not asked for`)
    return record[i]?.trim() ?? ''
  }
  return records.slice(1).map((record, i) => ({ get: (column) => get(record, column), locator: `row ${i + 1}` }))
}

const isSheet = (path: string): boolean => /\.xlsx$/i.test(path)

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function parsed(at: string, text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, bom: true, skip_empty_lines: true, relax_column_count: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw wrong(at, `line ${error.lines ?? 1} cannot be read: ${error.message}`)
  }
}

function requireColumns(at: string, header: readonly string[], columns: readonly string[]): void {
  const missing = columns.filter((name) => !header.includes(name))
  if (!missing.length) return
  const found =
    header.length === 1 ? `one column, "${header[0]?.slice(0, 60)}": is it separated otherwise?` : header.join(', ')
  throw wrong(
    at,
    `the publisher's layout has the columns ${columns.join(', ')}; missing ${missing.join(', ')}; found ${found.slice(0, 400)}`,
  )
}

const wrong = (at: string, what: string): ChanceryError => new ChanceryError('incorrect', at, `${at}: ${what}`)
