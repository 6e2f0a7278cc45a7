import { inOrder, type Watches, watchOf } from '../watches.ts'
import type { Connections } from './session.ts'

/** Watches in a ledger on a server. */
export const servedWatches = (connections: Connections): Watches => ({
  put: (watch) =>
    connections.atomic('READ WRITE', async (session) => {
      await session.all(
        'INSERT INTO watch (id, body) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body RETURNING id',
        [watch.id, JSON.stringify(watch)],
      )
    }),
  list: () =>
    connections.atomic('READ ONLY', async (session) =>
      inOrder((await session.all<{ body: string }>('SELECT body FROM watch', [])).map(watchOf)),
    ),
  remove: (id) =>
    connections.atomic('READ WRITE', async (session) => {
      const gone = await session.all('DELETE FROM watch WHERE id = $1 RETURNING id', [id])
      return gone.length > 0
    }),
})
