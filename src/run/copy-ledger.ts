import { type Copied, copyTables } from '../keep/copy.ts'
import { tablesAt } from './ledger.ts'

/** Copies the ledger at a path or address into an empty one, verified; see `copyTables` for what it throws. */
export async function copyLedger(from: string, to: string, progress: (text: string) => void): Promise<Copied> {
  await using source = closing(await tablesAt(from, 'read'))
  await using target = closing(await tablesAt(to, 'write'))
  return await copyTables(source, target, (table, rows) => progress(`${table}: ${rows} rows`))
}

const closing = <T extends { close(): Promise<void> }>(open: T): T & AsyncDisposable =>
  Object.assign(open, { [Symbol.asyncDispose]: () => open.close() })
