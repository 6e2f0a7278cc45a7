import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { ChanceryError } from '../../model/error.ts'
import { hasEnded, OWNER } from './owner.ts'
import type { Failure, Outcome } from './types.ts'

const VERSION = 1
const TABLES = `
CREATE TABLE unit (
  path TEXT NOT NULL, part INTEGER NOT NULL, stamp TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('held', 'free', 'done')),
  owner TEXT NOT NULL, until INTEGER NOT NULL, tries INTEGER NOT NULL, PRIMARY KEY (path, part)) WITHOUT ROWID;
CREATE TABLE dead (
  path TEXT NOT NULL, part INTEGER NOT NULL, name TEXT NOT NULL, code TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (path, part, name)) WITHOUT ROWID;
CREATE TABLE seen (doc TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE written (path TEXT PRIMARY KEY, size INTEGER NOT NULL) WITHOUT ROWID;
PRAGMA user_version = ${VERSION};
`

/** A part of a path as it stands: another `stamp` is another content. */
export interface Part {
  path: string
  part: number
  stamp: string
}

export interface DeadLetter extends Failure {
  path: string
  part: number
  at: string
}

/** `busy`: another holds it. */
export type Lease = { tries: number } | 'done' | 'busy'

/** What workers of one machine share about one sink: who holds what, what is done, what failed and why, and how far files are written. */
export class State {
  readonly #db: DatabaseSync
  readonly path: string
  constructor(path: string) {
    this.path = path
    this.#db = guarded(path, () => new DatabaseSync(path, { timeout: 30_000 }))
    try {
      guarded(path, () => this.#prepare())
    } catch (error) {
      this.#db.close()
      throw error
    }
  }

  #prepare(): void {
    this.#writeAhead()
    this.atomic(() => {
      const version = Number(this.get('PRAGMA user_version')?.user_version)
      if (version === VERSION) return
      const tables = this.get('SELECT count(*) AS n FROM sqlite_schema')?.n
      if (version !== 0 || tables !== 0)
        throw new ChanceryError('incorrect', this.path, `${this.path} is no state of workers: name another by --state`)
      this.#db.exec(TABLES)
    })
  }

  /** The switch needs the file for itself for a moment; SQLite does not wait for that by its own timeout. */
  #writeAhead(): void {
    for (let trial = 0; ; trial++) {
      try {
        this.#db.exec('PRAGMA journal_mode = WAL')
        return
      } catch (error) {
        if (trial === 100 || !/locked|busy/.test(String(error))) throw error
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
      }
    }
  }

  /** All or nothing, and on the disk when it returns if it is `safe`; a lease that is lost with the machine is no loss. */
  atomic<T>(work: () => T, safe = true): T {
    return guarded(this.path, () => {
      this.#db.exec(`PRAGMA synchronous = ${safe ? 'FULL' : 'NORMAL'}`)
      this.#db.exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        this.#db.exec('COMMIT')
        return result
      } catch (error) {
        if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
        throw error
      }
    })
  }

  get = (sql: string, ...values: SQLInputValue[]) => this.#db.prepare(sql).get(...values)
  all = (sql: string, ...values: SQLInputValue[]) => this.#db.prepare(sql).all(...values)
  run = (sql: string, ...values: SQLInputValue[]) => void this.#db.prepare(sql).run(...values)

  /** Takes those parts that nobody holds and that are not done, each for so many milliseconds. */
  lease(parts: readonly Part[], ms: number, now = Date.now()): Lease[] {
    return this.atomic(() => parts.map((part) => this.#lease(part, now, now + ms)), false)
  }

  #lease({ path, part, stamp }: Part, now: number, until: number): Lease {
    const known = this.get('SELECT stamp, state, owner, until, tries FROM unit WHERE path = ? AND part = ?', path, part)
    const same = known?.stamp === stamp
    if (same && known.state === 'done') return 'done'
    if (same && known.state === 'held' && Number(known.until) > now && !hasEnded(String(known.owner))) return 'busy'
    const tries = same ? Number(known.tries) + 1 : 1
    this.run("INSERT OR REPLACE INTO unit VALUES (?, ?, ?, 'held', ?, ?, ?)", path, part, stamp, OWNER, until, tries)
    return { tries }
  }

  /** Whether a part is done, as it stands. */
  isDone({ path, part, stamp }: Part): boolean {
    const sql = "SELECT 1 AS yes FROM unit WHERE path = ? AND part = ? AND stamp = ? AND state = 'done'"
    return this.get(sql, path, part, stamp) !== undefined
  }

  hold(parts: readonly Omit<Part, 'stamp'>[], ms: number): void {
    const sql = 'UPDATE unit SET until = ? WHERE path = ? AND part = ? AND owner = ?'
    this.atomic(() => {
      for (const { path, part } of parts) this.run(sql, Date.now() + ms, path, part, OWNER)
    }, false)
  }

  giveBack(parts: readonly Omit<Part, 'stamp'>[]): void {
    const sql =
      "UPDATE unit SET state = 'free', tries = tries - 1 WHERE path = ? AND part = ? AND owner = ? AND state = 'held'"
    this.atomic(() => {
      for (const { path, part } of parts) this.run(sql, path, part, OWNER)
    }, false)
  }

  /** Marks what this process holds as done, with its dead letters in the place of those from before. */
  done(outcomes: readonly Outcome[]): void {
    this.atomic(() => {
      for (const { unit } of outcomes)
        this.run(
          "UPDATE unit SET state = 'done' WHERE path = ? AND part = ? AND owner = ?",
          unit.path,
          unit.part,
          OWNER,
        )
      this.#bury(outcomes)
    })
  }

  /** A part that no reader takes: that a file was seen to its end. */
  finish({ path, part, stamp }: Part): void {
    const sql = "INSERT OR REPLACE INTO unit VALUES (?, ?, ?, 'done', ?, 0, 1)"
    this.atomic(() => this.run(sql, path, part, stamp, OWNER))
  }

  /** Notes dead letters of what is not held here. */
  bury(outcomes: readonly Outcome[]): void {
    this.atomic(() => this.#bury(outcomes))
  }

  #bury(outcomes: readonly Outcome[]): void {
    const at = new Date().toISOString()
    for (const { unit, failures } of outcomes) {
      this.run('DELETE FROM dead WHERE path = ? AND part = ?', unit.path, unit.part)
      for (const { name, code, reason } of failures)
        this.run('INSERT OR REPLACE INTO dead VALUES (?, ?, ?, ?, ?, ?)', unit.path, unit.part, name, code, reason, at)
    }
  }

  dead(): DeadLetter[] {
    const rows = this.all('SELECT path, part, name, code, reason, at FROM dead ORDER BY path, part, name')
    return rows as unknown as DeadLetter[]
  }

  /** Makes whatever had a dead letter free again, and so the whole of its file; how many letters there were. */
  retry(): number {
    return this.atomic(() => {
      const { n } = this.get('SELECT count(*) AS n FROM dead')!
      this.run(`UPDATE unit SET state = 'free', tries = 0 WHERE (path, part) IN (SELECT path, part FROM dead)
        OR (part = -1 AND path IN (SELECT path FROM dead))`)
      this.run('DELETE FROM dead')
      return Number(n)
    })
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close()
  }
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof ChanceryError) throw error
    const { message } = error as Error
    if (/not a database/.test(message))
      throw new ChanceryError('incorrect', path, `${path} is no state of workers: name another by --state`)
    throw new ChanceryError(
      'fault',
      path,
      `what workers share cannot be written, ${path} (${message}): free space, or name another file by --state`,
    )
  }
}
