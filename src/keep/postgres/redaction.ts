import { REDACTABLE, type Redactable, type Redacting, redacted, TOMBSTONE } from '../redaction.ts'
import type { Session } from './session.ts'

/** Redaction within a write to a PostgreSQL ledger. */
export const redactIn = (session: Session, id: string, ways: Pick<Redacting, 'retract' | 'act'>): Promise<string[]> =>
  redacted(
    {
      about: (of) => session.all<Redactable>(ABOUT, [of, of.startsWith('doc:'), [...REDACTABLE]]),
      wasRedacted: async (of) => (await session.get(GONE, [of])) !== undefined,
      ...ways,
      bury: async ({ seq }) => {
        await session.run("UPDATE record SET sort = 'redacted', body = $1 WHERE seq = $2", [TOMBSTONE, seq])
        await session.run('DELETE FROM holds WHERE record = $1', [seq])
      },
    },
    id,
  )

const ABOUT = `SELECT seq, id FROM record
  WHERE sort = ANY($3::text[]) AND (id = $1 OR ($2 AND (source = $1 OR subject = $1))) ORDER BY seq`
const GONE =
  "SELECT 1 AS yes FROM record WHERE sort = 'redacted' AND (id = $1 OR (subject = $1 AND subject <> '')) LIMIT 1"
