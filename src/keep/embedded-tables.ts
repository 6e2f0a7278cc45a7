import { Database } from './driver.ts'
import { guarded } from './schema.ts'
import { ANYTHING, type Cells, type OpenTables, TABLES, type Table } from './tables.ts'

const ROWS = 5_000

/** The tables of a ledger file in one transaction, to be read or to be filled. */
export function embeddedTables(path: string, mode: 'read' | 'write'): OpenTables {
  const db = guarded(path, () => new Database(path))
  guarded(path, () => db.begin(mode === 'read' ? 'DEFERRED' : 'IMMEDIATE'))
  return {
    where: path,
    rows: (table) => rowsOf(db, path, table),
    put: async (table, rows) => guarded(path, () => put(db, table, rows)),
    isEmpty: async () => guarded(path, () => db.get(ANYTHING) === undefined),
    done: async () => guarded(path, () => db.commit()),
    close: async () => {
      db.rollback()
      db.close()
    },
  }
}

async function* rowsOf(db: Database, path: string, table: Table): AsyncGenerator<Cells[]> {
  const { columns } = TABLES[table]
  const statement = guarded(path, () => db.prepare(`SELECT ${columns.join(', ')} FROM ${table}`))
  let part: Cells[] = []
  for (const row of statement.iterate() as Iterable<Record<string, Cells[number]>>) {
    part.push(columns.map((column) => row[column] as Cells[number]))
    if (part.length < ROWS) continue
    yield part
    part = []
  }
  if (part.length) yield part
}

function put(db: Database, table: Table, rows: readonly Cells[]): void {
  const { columns } = TABLES[table]
  const statement = db.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  for (const row of rows) statement.run(...row)
}
