import type { Ballot } from '../../model/ballot.ts'
import type { Fact } from '../../model/fact.ts'
import { ballotKey } from '../ballots.ts'
import { keysOf } from '../names.ts'
import type { Name } from '../port.ts'
import type { Filed } from '../record.ts'
import { OPEN } from '../schema.ts'

/** Rows of one statement: a load of any size goes in pieces. */
const ROWS = 20_000

/** Records of which an author's filing is in force. */
export const OPEN_OF = `SELECT r.seq, r.id, r.sort, r.kind, r.source, r.standing FROM filing f JOIN record r ON r.seq = f.record
  WHERE f.by = $1 AND f.retracted = ${OPEN}`

export const KNOWN = `SELECT r.seq, r.id, EXISTS (SELECT 1 FROM filing f WHERE f.record = r.seq AND f.retracted = ${OPEN}) AS open
  FROM record r WHERE r.id = ANY($1::text[])`

export const INSERT = `INSERT INTO record (seq, id, sort, kind, subject, source, standing, body) SELECT * FROM
  unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])`

export const ballotKeys = (records: readonly Filed[]): string[] =>
  records.flatMap((r) => (r.sort === 'ballot' ? [ballotKey(r.body as Ballot)] : []))

export type Numbered = Filed & { seq: number }

export const holdsOf = ({ sort, kind, body, seq }: Numbered): (string | number)[][] =>
  sort === 'fact'
    ? Object.entries((body as Fact).roles).flatMap(([role, value]) =>
        (Array.isArray(value) ? value : [value]).map((entity) => [`${kind}.${role}`, entity, seq]),
      )
    : []

export const calledOf = ({ sort, body, seq }: Numbered): (string | number)[][] =>
  sort === 'name' ? keysOf(body as Name).map((key) => [key, seq]) : []

/** Items in pieces of what one statement takes. */
export function* parts<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += ROWS) yield items.slice(i, i + ROWS)
}
