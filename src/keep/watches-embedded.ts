import type { Database } from './driver.ts'
import { inOrder, type Watches, watchOf } from './watches.ts'

/** Watches in a ledger file; `read` and `write` run work in a transaction of the file. */
export const embeddedWatches = (
  db: Database,
  read: <T>(work: () => T) => Promise<T>,
  write: <T>(work: () => T) => Promise<T>,
): Watches => ({
  put: (watch) =>
    write(() => void db.run('INSERT OR REPLACE INTO watch (id, body) VALUES (?, ?)', watch.id, JSON.stringify(watch))),
  list: () => read(() => inOrder(db.all<{ body: string }>('SELECT body FROM watch').map(watchOf))),
  remove: (id) =>
    write(() => {
      const there = db.all('SELECT 1 FROM watch WHERE id = ?', id).length > 0
      db.run('DELETE FROM watch WHERE id = ?', id)
      return there
    }),
})
