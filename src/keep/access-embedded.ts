import { type Access, noToken, sameToken, type TokenRow, tokenOf } from './access.ts'
import type { Database } from './driver.ts'

const COLUMNS = 'id, name, scope, created, expires, revoked'

/** Tokens in a ledger file; `read` and `write` run work in a transaction of the file. */
export function embeddedAccess(
  db: Database,
  read: <T>(work: () => T) => Promise<T>,
  write: <T>(work: () => T) => Promise<T>,
): Access {
  const one = (sql: string, value: string) => db.all<TokenRow>(`SELECT ${COLUMNS} FROM token WHERE ${sql}`, value)[0]
  return {
    add: (token, hash) =>
      write(() => {
        if (one('id = ?', token.id) || one('hash = ?', hash)) throw sameToken(token.id)
        const { id, name, scope, created, expires, revoked = null } = token
        db.run(
          `INSERT INTO token (hash, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
          ...[hash, id, name],
          scope,
          ...[created, expires, revoked],
        )
      }),
    find: (hash) =>
      read(() => {
        const row = one('hash = ?', hash)
        return row && tokenOf(row)
      }),
    list: () => read(() => db.all<TokenRow>(`SELECT ${COLUMNS} FROM token ORDER BY created, id`).map(tokenOf)),
    revoke: (id, at) =>
      write(() => {
        const row = one('id = ?', id)
        if (!row) throw noToken(id)
        if (row.revoked !== null) return false
        db.run('UPDATE token SET revoked = ? WHERE id = ?', at, id)
        return true
      }),
  }
}
