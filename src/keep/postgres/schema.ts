import { ChanceryError } from '../../model/error.ts'
import { OPEN } from '../schema.ts'
import type { Session } from './session.ts'
import { takeTurn } from './turn.ts'

const VERSION = 3
const FORMAT = 'chancery ledger format'

/** Since version 2: who may use a server of this ledger. */
const TOKENS = `
CREATE TABLE token (
  id TEXT COLLATE "C" PRIMARY KEY, hash TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('read', 'review', 'admin')),
  created TEXT COLLATE "C" NOT NULL, expires TEXT NOT NULL, revoked TEXT);
`

/** Since version 3: what is asked again and again, as JSON. */
const WATCHES = 'CREATE TABLE IF NOT EXISTS watch (id TEXT COLLATE "C" PRIMARY KEY, body TEXT NOT NULL);'

/**
 * The tables of an embedded ledger, as PostgreSQL has them. What must hold is held by keys: two writers cannot give one number to
 * two transactions, nor one author tell a record twice at a time. `state.ballots` grows with each write of ballots.
 */
export const TABLES = `
CREATE TABLE state (name TEXT PRIMARY KEY, value BIGINT NOT NULL);
CREATE TABLE tx (seq BIGINT PRIMARY KEY, at TEXT COLLATE "C" NOT NULL, by TEXT NOT NULL, note TEXT);
CREATE INDEX tx_at ON tx (at);
CREATE TABLE record (
  seq BIGINT PRIMARY KEY, id TEXT COLLATE "C" NOT NULL UNIQUE, sort TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
  source TEXT NOT NULL, standing TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX record_kind ON record (sort, kind);
CREATE INDEX record_subject ON record (sort, subject) WHERE subject <> '';
CREATE TABLE filing (
  record BIGINT NOT NULL REFERENCES record, by TEXT COLLATE "C" NOT NULL, added BIGINT NOT NULL REFERENCES tx,
  retracted BIGINT NOT NULL DEFAULT ${OPEN} CHECK (retracted > added), PRIMARY KEY (record, by, added));
CREATE UNIQUE INDEX filing_open ON filing (record, by) WHERE retracted = ${OPEN};
CREATE INDEX filing_by ON filing (by) WHERE retracted = ${OPEN};
CREATE TABLE decision (
  tx BIGINT PRIMARY KEY REFERENCES tx, record BIGINT NOT NULL REFERENCES record,
  decision TEXT NOT NULL CHECK (decision IN ('accept', 'reject')));
CREATE INDEX decision_record ON decision (record, tx);
CREATE TABLE holds (
  field TEXT COLLATE "C" NOT NULL, entity TEXT COLLATE "C" NOT NULL, record BIGINT NOT NULL REFERENCES record,
  PRIMARY KEY (field, entity, record));
CREATE TABLE called (
  key TEXT COLLATE "C" NOT NULL, record BIGINT NOT NULL REFERENCES record, PRIMARY KEY (key, record));
CREATE TABLE tally (
  kind TEXT NOT NULL, source TEXT NOT NULL, standing TEXT NOT NULL, n BIGINT NOT NULL,
  PRIMARY KEY (kind, source, standing));
CREATE TABLE mark (by TEXT COLLATE "C" PRIMARY KEY, content TEXT NOT NULL, stamp TEXT NOT NULL);
CREATE TABLE voter (n INTEGER PRIMARY KEY, id TEXT COLLATE "C" NOT NULL UNIQUE);
CREATE TABLE ballot (record BIGINT PRIMARY KEY REFERENCES record, key TEXT COLLATE "C" NOT NULL, choices BYTEA NOT NULL);
CREATE INDEX ballot_key ON ballot (key);
CREATE TABLE act (
  tx BIGINT PRIMARY KEY REFERENCES tx, id TEXT COLLATE "C" NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('accept', 'reject', 'retract')));
CREATE TABLE link (tx BIGINT PRIMARY KEY REFERENCES tx, hash TEXT NOT NULL);
${TOKENS}
${WATCHES}
INSERT INTO state VALUES ('${FORMAT}', ${VERSION}), ('ballots', 0);
`

/**
 * Makes the schema that a connection writes to a ledger if it is empty. Throws `incorrect` where other tables stand there, `unsupported`
 * for a later format.
 */
export async function prepare(session: Session, where: string): Promise<void> {
  if ((await versionOf(session, where)) === VERSION) return
  await takeTurn(session)
  // Another process may have been faster.
  const version = await versionOf(session, where)
  if (version === 0) await session.run(TABLES)
  if (version === 0 || version === VERSION) return
  const missing = version === 1 ? `${TOKENS} ${WATCHES}` : WATCHES
  await session.run(`${missing} UPDATE state SET value = ${VERSION} WHERE name = '${FORMAT}'`)
}

/** 0 for an empty schema. */
async function versionOf(session: Session, where: string): Promise<number> {
  const tables = await session.all<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()',
  )
  if (!tables.length) return 0
  const names = new Set(tables.map(({ name }) => name))
  const sql = `SELECT value FROM state WHERE name = '${FORMAT}'`
  const row = names.has('state') && names.has('filing') ? await session.get<{ value: number }>(sql) : undefined
  if (!row) throw new ChanceryError('incorrect', where, `${where} holds other tables and no ledger: name an empty one`)
  if (row.value <= VERSION) return row.value
  throw new ChanceryError(
    'unsupported',
    where,
    `the ledger ${where} was written by a later Chancery (format ${row.value}, this one reads ${VERSION}): update Chancery`,
  )
}
