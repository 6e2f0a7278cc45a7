import type { Connections } from './session.ts'

/** After so many facts filed or withdrawn at once, the server's picture of its tables is made anew. */
export const MANY = 500

/**
 * Has the server count what its tables hold. It does so by itself within a minute or so; until then it takes large tables for small ones, and
 * a question that takes milliseconds takes half a minute. Whoever may not do it leaves it to the server.
 */
export const count = (connections: Connections): Promise<void> =>
  connections
    .atomic('READ WRITE', (session) => session.run('ANALYZE record, filing, decision, holds, called'))
    .catch(() => {})
