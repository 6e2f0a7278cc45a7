import { type Cell, type FlatRow, isNumeric } from './row.ts'

/** What a spreadsheet would take for a formula; text of others must not run there. */
const FORMULA = /^[=+\-@\t\r]/

const quoted = (cell: Cell | undefined): string => {
  const plain = cell === null || cell === undefined ? '' : String(cell)
  const text = typeof cell === 'string' && FORMULA.test(plain) ? `'${plain}` : plain
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The first line of a CSV file (RFC 4180, lines end with a line feed). A text that begins like a formula gets an apostrophe before it. */
export const csvHead = (columns: readonly string[]): string => `${columns.join(',')}\n`
export const csvLine = (columns: readonly string[], row: FlatRow): string =>
  `${columns.map((column) => quoted(row[column])).join(',')}\n`

/** A Parquet file of rows: text and 32-bit integers or doubles, all optional, compressed by Snappy. */
export async function parquetOf(columns: readonly string[], rows: readonly FlatRow[]): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  const columnData = columns.map((name) => ({
    name,
    data: rows.map((row) => row[name] ?? null),
    type: isNumeric(name) ? ('DOUBLE' as const) : ('STRING' as const),
    nullable: true,
  }))
  return new Uint8Array(parquetWriteBuffer({ columnData }))
}
