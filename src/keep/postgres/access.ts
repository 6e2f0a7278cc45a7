import { type Access, noToken, sameToken, type TokenRow, tokenOf } from '../access.ts'
import type { Connections } from './session.ts'

const COLUMNS = 'id, name, scope, created, expires, revoked'

/** Tokens in a ledger on a server. */
export const servedAccess = (connections: Connections): Access => ({
  add: (token, hash) =>
    connections.atomic('READ WRITE', async (session) => {
      const { id, name, scope, created, expires, revoked = null } = token
      const added = await session.all(
        `INSERT INTO token (hash, ${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
        [hash, id, name, scope, created, expires, revoked],
      )
      if (!added.length) throw sameToken(id)
    }),
  find: (hash) =>
    connections.atomic('READ ONLY', async (session) => {
      const row = await session.get<TokenRow>(`SELECT ${COLUMNS} FROM token WHERE hash = $1`, [hash])
      return row && tokenOf(row)
    }),
  list: () =>
    connections.atomic('READ ONLY', async (session) =>
      (await session.all<TokenRow>(`SELECT ${COLUMNS} FROM token ORDER BY created, id`)).map(tokenOf),
    ),
  revoke: (id, at) =>
    connections.atomic('READ WRITE', async (session) => {
      const ended = await session.all('UPDATE token SET revoked = $2 WHERE id = $1 AND revoked IS NULL RETURNING id', [
        id,
        at,
      ])
      if (ended.length) return true
      if (await session.get('SELECT 1 FROM token WHERE id = $1', [id])) return false
      throw noToken(id)
    }),
})
