import { ChanceryError } from '../model/error.ts'
import { type Digest, digested, NAMES, NO_ROWS, type OpenTables, type Table } from './tables.ts'

export type Copied = { table: Table; rows: number }[]

/**
 * Copies a ledger whole into an empty one: every record, decision, time and watch as they are, so that answers of past moments stay the
 * same. What was written is read again and compared before it is kept. Throws `conflict` where the target holds something, `fault`
 * where what was written is not what was read.
 */
export async function copyTables(
  from: OpenTables,
  to: OpenTables,
  progress: (table: Table, rows: number) => void,
): Promise<Copied> {
  if (!(await to.isEmpty()))
    throw new ChanceryError(
      'conflict',
      to.where,
      `${to.where} is not empty, and a copy takes the place of nothing: name an empty ledger`,
    )
  const copied: Copied = []
  for (const table of NAMES) {
    let sent = NO_ROWS
    for await (const rows of from.rows(table)) {
      await to.put(table, rows)
      sent = digested(sent, rows)
      progress(table, sent.rows)
    }
    const kept = await digestOf(to, table)
    if (kept.rows !== sent.rows || kept.sum !== sent.sum)
      throw new ChanceryError(
        'fault',
        to.where,
        `the table ${table} of ${to.where} is not what was sent: nothing was kept, try again`,
      )
    copied.push({ table, rows: sent.rows })
  }
  await to.done()
  return copied
}

async function digestOf(tables: OpenTables, table: Table): Promise<Digest> {
  let digest = NO_ROWS
  for await (const rows of tables.rows(table)) digest = digested(digest, rows)
  return digest
}
