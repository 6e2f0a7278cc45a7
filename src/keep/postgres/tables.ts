import { ANYTHING, type Cells, type OpenTables, TABLES, type Table } from '../tables.ts'
import { count } from './count.ts'
import { prepare } from './schema.ts'
import { Connections, type Session } from './session.ts'
import { takeTurn } from './turn.ts'

const ROWS = 5_000

/** The tables of a PostgreSQL ledger in one transaction, to be read or to be filled. */
export async function servedTables(url: string, mode: 'read' | 'write'): Promise<OpenTables> {
  const connections = new Connections(url)
  const { where } = connections
  try {
    await connections.atomic('READ WRITE', (session) => prepare(session, where))
    const open = await connections.open(mode === 'read' ? 'READ ONLY' : 'READ WRITE')
    const told = <T>(work: Promise<T>): Promise<T> =>
      work.catch((error) => {
        throw connections.told(error)
      })
    if (mode === 'write') await takeTurn(open.session)
    return {
      where,
      rows: (table) => rowsOf(open.session, table),
      put: (table, rows) => told(put(open.session, table, rows)),
      isEmpty: async () => (await told(open.session.get(ANYTHING))) === undefined,
      done: async () => {
        await told(open.commit())
        await count(connections)
      },
      close: async () => {
        await open.end()
        await connections.close()
      },
    }
  } catch (error) {
    await connections.close()
    throw error
  }
}

async function* rowsOf(session: Session, table: Table): AsyncGenerator<Cells[]> {
  const { columns } = TABLES[table]
  await session.run(`DECLARE copied NO SCROLL CURSOR FOR SELECT ${columns.join(', ')} FROM ${table}`)
  for (;;) {
    const rows = await session.all<Record<string, Cells[number]>>(`FETCH ${ROWS} FROM copied`)
    if (rows.length) yield rows.map((row) => columns.map((column) => row[column] as Cells[number]))
    if (rows.length < ROWS) break
  }
  await session.run('CLOSE copied')
}

const TYPES: Readonly<Record<string, string>> = {
  seq: 'bigint',
  record: 'bigint',
  added: 'bigint',
  retracted: 'bigint',
  tx: 'bigint',
  n: 'bigint',
  choices: 'bytea',
}

async function put(session: Session, table: Table, rows: readonly Cells[]): Promise<void> {
  const { columns } = TABLES[table]
  const typed = columns.map((column, i) => `$${i + 1}::${(TYPES as Record<string, string>)[column] ?? 'text'}[]`)
  await session.run(
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT * FROM unnest(${typed.join(', ')})`,
    columns.map((_, i) => rows.map((row) => (row[i] instanceof Uint8Array ? Buffer.from(row[i]) : row[i]))),
  )
}
