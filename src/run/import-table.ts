import { CsvError, parse } from 'csv-parse/sync'
import { ChanceryError } from '../model/error.ts'

/** A row of a person's own table, with the line of the file on which it ends. */
export interface TableRow {
  line: number
  cells: readonly string[]
}

export interface Table {
  header: readonly string[]
  rows: readonly TableRow[]
  /** Rows that could not be taken apart, or are not as wide as the header: nothing of them is filed. */
  broken: readonly { line: number; message: string }[]
}

const SEPARATORS = [',', ';', '\t', '|'] as const
/** A line of a header longer than this is no header. */
const LOOKED_AT = 20_000

/** The separator that stands most often in the first line, outside quotes. */
function separatorOf(text: string): string {
  const first = text
    .slice(0, LOOKED_AT)
    .split(/\r?\n/, 1)[0]!
    .replace(/"[^"]*"/g, '')
  const counts = SEPARATORS.map((s) => first.split(s).length - 1)
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!
}

const MOST_ROWS = 200_000

/**
 * A table of a person's own: its first line names the columns; separated by commas, semicolons, tabs or bars. Throws `incorrect`
 * for what is no table.
 */
export function tableOf(text: string, at: string): Table {
  const records = parsed(text, at)
  const [head, ...body] = records
  const header = (head?.record ?? []).map((name) => name.trim())
  if (header.filter(Boolean).length < 2)
    throw new ChanceryError(
      'incorrect',
      at,
      'no table: the first line names fewer than two columns, separated by commas, semicolons or tabs',
    )
  if (body.length > MOST_ROWS) throw new ChanceryError('incorrect', at, `more than ${MOST_ROWS} rows: split the file`)
  const wide = (r: CsvRecord) => r.record.length === header.length
  const rows = body.filter(wide).map(({ record, info }) => ({ line: info.lines, cells: record.map((c) => c.trim()) }))
  const broken = body
    .filter((r) => !wide(r))
    .map(({ record, info }) => ({
      line: info.lines,
      message: `${record.length} cells where the header has ${header.length}: a quotation mark or separator is missing`,
    }))
  return { header, rows, broken }
}

interface CsvRecord {
  record: string[]
  info: { lines: number }
}

function parsed(text: string, at: string): CsvRecord[] {
  try {
    return parse(text, {
      delimiter: separatorOf(text),
      ...{ bom: true, info: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: true },
    }) as unknown as CsvRecord[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new ChanceryError('incorrect', `${at}:${Number(error.lines ?? 1)}`, `${error.message}: check quotation marks`)
  }
}
