import type { DatabaseSync } from 'node:sqlite'
import { ChanceryError } from '../model/error.ts'
import { deedsOf, linksOf } from './chain.ts'

/** "CHCY": what a ledger file calls itself. */
const APPLICATION = 0x43484359
const VERSION = 5

/** The `retracted` of a filing that is in force. */
export const OPEN = Number.MAX_SAFE_INTEGER

/**
 * A write is one transaction with its time and author. A record is content under its hash; a filing says that an author
 * told it from one transaction until before another. `holds` finds facts by what a role holds (`visit.to`, `state:ISR`).
 * `tally` counts the facts in force, kept in step by each write.
 */
const TABLES = (): string => `
CREATE TABLE tx (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, note TEXT) STRICT;
CREATE TABLE record (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sort TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
  source TEXT NOT NULL, standing TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX record_kind ON record (sort, kind);
CREATE INDEX record_subject ON record (sort, subject) WHERE subject <> '';
CREATE TABLE filing (
  record INTEGER NOT NULL REFERENCES record, by TEXT NOT NULL, added INTEGER NOT NULL REFERENCES tx,
  retracted INTEGER NOT NULL DEFAULT ${OPEN}, PRIMARY KEY (record, by, added)) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX filing_open ON filing (record, by) WHERE retracted = ${OPEN};
CREATE TABLE decision (
  tx INTEGER PRIMARY KEY REFERENCES tx, record INTEGER NOT NULL REFERENCES record,
  decision TEXT NOT NULL CHECK (decision IN ('accept', 'reject'))) STRICT;
CREATE INDEX decision_record ON decision (record, tx);
CREATE TABLE holds (
  field TEXT NOT NULL, entity TEXT NOT NULL, record INTEGER NOT NULL,
  PRIMARY KEY (field, entity, record)) STRICT, WITHOUT ROWID;
CREATE TABLE called (key TEXT NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (key, record)) STRICT, WITHOUT ROWID;
CREATE TABLE tally (
  kind TEXT NOT NULL, source TEXT NOT NULL, standing TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (kind, source, standing)) STRICT, WITHOUT ROWID;
CREATE TABLE mark (by TEXT PRIMARY KEY, content TEXT NOT NULL, stamp TEXT NOT NULL) STRICT, WITHOUT ROWID;
${BALLOTS}
${CHAIN}
${TOKENS}
${WATCHES}
PRAGMA application_id = ${APPLICATION};
PRAGMA user_version = ${VERSION};
`

/**
 * Since version 2: roll calls packed, a byte a vote at the place of its voter's number, and what persons did to single votes,
 * which have no record of their own. `key` is the first half of the ids of a ballot's votes.
 */
const BALLOTS = `
CREATE TABLE voter (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE ballot (record INTEGER PRIMARY KEY REFERENCES record, key TEXT NOT NULL, choices BLOB NOT NULL) STRICT;
CREATE INDEX ballot_key ON ballot (key);
CREATE TABLE act (
  tx INTEGER PRIMARY KEY REFERENCES tx, id TEXT NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('accept', 'reject', 'retract'))) STRICT;
CREATE INDEX filing_by ON filing (by) WHERE retracted = ${OPEN};
`

/** Since version 3: each transaction with the hash of what it did and of the link before. */
const CHAIN = 'CREATE TABLE link (tx INTEGER PRIMARY KEY REFERENCES tx, hash TEXT NOT NULL) STRICT;'

/** Since version 4: who may use a server of this ledger. The secret itself is nowhere. */
const TOKENS = `
CREATE TABLE IF NOT EXISTS token (
  id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('read', 'review', 'admin')),
  created TEXT NOT NULL, expires TEXT NOT NULL, revoked TEXT) STRICT, WITHOUT ROWID;
`

/** Since version 5: what is asked again and again, as JSON. */
const WATCHES = 'CREATE TABLE IF NOT EXISTS watch (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;'

export const COLUMNS = 'r.seq, r.id, r.sort, r.kind, r.source, r.standing'

/** The record of an id, or every record about a document. */
export const NAMED = `SELECT ${COLUMNS} FROM record r WHERE r.id = ?
  UNION SELECT ${COLUMNS} FROM record r WHERE r.sort IN ('document', 'redacted') AND r.subject = ? AND r.subject <> ''`

/** Makes an open file ready: its tables if it is empty, a refusal if it is no ledger or one of a later version. */
export function prepare(db: DatabaseSync, path: string): void {
  if (versionOf(db, path) !== VERSION) {
    if (path !== ':memory:') writeAhead(db)
    db.exec('BEGIN IMMEDIATE')
    try {
      // Another process may have been faster.
      const version = versionOf(db, path)
      if (version === 0) db.exec(TABLES())
      if (version === 1) db.exec(BALLOTS)
      if (version === 1 || version === 2) chain(db)
      if (version > 0 && version < VERSION) db.exec(`${TOKENS} ${WATCHES} PRAGMA user_version = ${VERSION};`)
      db.exec('COMMIT')
    } catch (error) {
      db.exec('ROLLBACK')
      throw error
    }
  }
  db.exec('PRAGMA synchronous = FULL; PRAGMA cache_size = -32000')
}

/** Makes the chain of what an older file holds. */
function chain(db: DatabaseSync): void {
  db.exec(CHAIN)
  const rows = <T>(sql: string): T[] => db.prepare(sql).all() as T[]
  const deeds = deedsOf({
    transactions: rows('SELECT seq, at, by, note FROM tx'),
    filings: rows('SELECT r.id, f.by, f.added, f.retracted FROM filing f JOIN record r ON r.seq = f.record'),
    decisions: rows('SELECT d.tx, r.id, d.decision FROM decision d JOIN record r ON r.seq = d.record'),
    acts: rows('SELECT tx, id, act FROM act'),
  })
  const insert = db.prepare('INSERT INTO link VALUES (?, ?)')
  for (const { tx, hash } of linksOf(deeds)) insert.run(tx, hash)
}

/** The version of a ledger's tables; 0 for an empty file. */
function versionOf(db: DatabaseSync, path: string): number {
  const application = pragma(db, 'application_id')
  const version = pragma(db, 'user_version')
  if (application === APPLICATION && version > VERSION)
    throw new ChanceryError(
      'unsupported',
      path,
      `the ledger ${path} was written by a later Chancery (format ${version}, this one reads ${VERSION}): update Chancery or name another file`,
    )
  if (application === APPLICATION && version > 0) return version
  const tables = db.prepare('SELECT count(*) AS n FROM sqlite_schema').get() as { n: number }
  if (application === 0 && version === 0 && tables.n === 0) return 0
  throw new ChanceryError('incorrect', path, `${path} is a database but no ledger: name another file`)
}

const pragma = (db: DatabaseSync, name: string): number =>
  Number(Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0])

/** The switch needs the file for itself for a moment; SQLite does not wait for that by its own timeout. */
function writeAhead(db: DatabaseSync): void {
  for (let trial = 0; ; trial++) {
    try {
      db.exec('PRAGMA journal_mode = WAL')
      return
    } catch (error) {
      if (trial === 100 || !/locked|busy/.test(String(error))) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

const WHAT_TO_DO: readonly [RegExp, 'incorrect' | 'conflict' | 'fault', string][] = [
  [/not a database|malformed|corrupt/, 'incorrect', 'is no ledger, or is damaged: name another file'],
  [/locked|busy/, 'conflict', 'is in use by another process that does not finish: try again'],
  [/readonly|read-only/, 'fault', 'cannot be written: change its permissions, or name another file'],
  [/unable to open|permission|directory/i, 'fault', 'cannot be opened: check the folder and its permissions'],
  [/full/, 'fault', 'cannot be written, the disk is full: free some space; nothing was lost'],
]

/** Runs work on a ledger file; what SQLite throws becomes an error that says what to do. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof ChanceryError) throw error
    const message = error instanceof Error ? error.message : String(error)
    const [, code, advice] = WHAT_TO_DO.find(([pattern]) => pattern.test(message)) ?? [null, 'fault' as const, 'failed']
    throw new ChanceryError(code, path, `the ledger file ${path} ${advice} (${message})`)
  }
}
