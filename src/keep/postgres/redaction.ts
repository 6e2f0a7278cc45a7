import {
  BURIED,
  type Candidate,
  lookedUp,
  personMark,
  type Redacting,
  redacted,
  subjectLeft,
  TOMBSTONE,
  toGo,
} from '../redaction.ts'
import type { Session } from './session.ts'

/** Records and persons that were redacted: telling them again files nothing. */
export const buriedIn = async (session: Session): Promise<Set<string>> =>
  new Set((await session.all<{ id: string }>(BURIED, [])).map((r) => r.id))

/** Redaction within a write to a PostgreSQL ledger. */
export const redactIn = (session: Session, id: string, ways: Pick<Redacting, 'retract' | 'act'>): Promise<string[]> =>
  redacted(
    {
      about: async (of) => {
        const { person, sorts, doc } = lookedUp(of)
        const found = await (person
          ? session.all<Candidate>(NAMING, [of, [...sorts]])
          : session.all<Candidate>(ABOUT, [of, doc, [...sorts]]))
        return toGo(of, found, found.length ? await session.all<Candidate>(JUDGEMENTS, []) : [])
      },
      wasRedacted: async (of) =>
        (await session.get(GONE, [of])) !== undefined || (await buriedIn(session)).has(personMark(of)),
      ...ways,
      bury: async ({ seq, sort }) => {
        const subject = subjectLeft(sort) === 'gone' ? ", subject = ''" : ''
        await session.run(`UPDATE record SET sort = 'redacted', body = $1${subject} WHERE seq = $2`, [TOMBSTONE, seq])
        await session.run('DELETE FROM holds WHERE record = $1', [seq])
        if (sort === 'name') await session.run('DELETE FROM called WHERE record = $1', [seq])
      },
    },
    id,
  )

const CANDIDATES = 'SELECT seq, id, sort, body FROM record'
const ABOUT = `${CANDIDATES}
  WHERE sort = ANY($3::text[]) AND (id = $1 OR ($2 AND (source = $1 OR subject = $1))) ORDER BY seq`
const NAMING = `${CANDIDATES} WHERE sort = ANY($2::text[]) AND position($1 in body) > 0 ORDER BY seq`
const JUDGEMENTS = `${CANDIDATES} WHERE sort = 'judgement' ORDER BY seq`
const GONE =
  "SELECT 1 AS yes FROM record WHERE sort = 'redacted' AND (id = $1 OR (subject = $1 AND subject <> '')) LIMIT 1"
