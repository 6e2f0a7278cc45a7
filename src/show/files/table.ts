import { type Cell, type FlatRow, isNumeric } from './row.ts'

const quoted = (cell: Cell | undefined): string => {
  const text = cell === null || cell === undefined ? '' : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The first line of a CSV file (RFC 4180, lines end with a line feed). */
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
