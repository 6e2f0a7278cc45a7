import { type Verified, verifyTables } from '../keep/verify.ts'
import { defaultPath, tablesAt } from './ledger.ts'

/** Compares all that a ledger holds with the hashes under which it was written. Throws `not-found` where there is no ledger. */
export async function verifyLedger(path = defaultPath()): Promise<Verified> {
  const tables = await tablesAt(path, 'read')
  try {
    return await verifyTables(tables)
  } finally {
    await tables.close()
  }
}
