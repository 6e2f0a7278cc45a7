import { hash } from 'node:crypto'

/** A row of a ledger's table, cell by cell. */
export type Cells = (string | number | null | Uint8Array)[]

/**
 * The tables of a ledger on a disk or a server, with their columns: what is recorded, then the indexes of it, then what is watched. In
 * this order, what a row refers to stands before it. The first `keys` columns tell rows apart.
 */
export const TABLES = {
  tx: { keys: 1, columns: ['seq', 'at', 'by', 'note'] },
  record: { keys: 1, columns: ['seq', 'id', 'sort', 'kind', 'subject', 'source', 'standing', 'body'] },
  filing: { keys: 3, columns: ['record', 'by', 'added', 'retracted'] },
  decision: { keys: 1, columns: ['tx', 'record', 'decision'] },
  voter: { keys: 1, columns: ['n', 'id'] },
  ballot: { keys: 1, columns: ['record', 'key', 'choices'] },
  act: { keys: 1, columns: ['tx', 'id', 'act'] },
  link: { keys: 1, columns: ['tx', 'hash'] },
  mark: { keys: 1, columns: ['by', 'content', 'stamp'] },
  holds: { keys: 3, columns: ['field', 'entity', 'record'] },
  called: { keys: 2, columns: ['key', 'record'] },
  tally: { keys: 3, columns: ['kind', 'source', 'standing', 'n'] },
  watch: { keys: 1, columns: ['id', 'body'] },
} as const

export type Table = keyof typeof TABLES
export const NAMES = Object.keys(TABLES) as Table[]

/** A ledger's tables, open for one reading or one writing as a whole. */
export interface OpenTables {
  /** As it may be shown. */
  readonly where: string
  /** Every row, in parts. */
  rows(table: Table): AsyncIterable<Cells[]>
  put(table: Table, rows: readonly Cells[]): Promise<void>
  /** Whether nothing was ever recorded, and nothing is watched. */
  isEmpty(): Promise<boolean>
  /** Keeps what was put. */
  done(): Promise<void>
  /** Takes back what was put and not kept. */
  close(): Promise<void>
}

/** A row where a ledger holds what a copy would have to take the place of. */
export const ANYTHING = 'SELECT 1 AS yes FROM tx UNION ALL SELECT 1 AS yes FROM watch LIMIT 1'

/** How many rows a table has, and the sum of their hashes, which does not depend on their order. */
export interface Digest {
  rows: number
  sum: bigint
}

const WIDTH = 1n << 256n
export const NO_ROWS: Digest = { rows: 0, sum: 0n }

export const digested = (known: Digest, rows: readonly Cells[]): Digest => ({
  rows: known.rows + rows.length,
  sum: rows.reduce((sum, row) => (sum + BigInt(`0x${hash('sha256', textOf(row))}`)) % WIDTH, known.sum),
})

const textOf = (row: Cells): string =>
  JSON.stringify(row.map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString('hex') : cell)))
