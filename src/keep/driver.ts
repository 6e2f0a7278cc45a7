import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { prepare } from './schema.ts'

type Row = Record<string, string | number>

/** A SQLite file as the ledger's readers and writers use it: prepared statements by their text, and transactions. */
export class Database {
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  /** Counts what this process wrote of ballots, for those who keep them in memory. */
  generation = 0
  constructor(path: string) {
    this.#db = new DatabaseSync(path, { timeout: 10_000 })
    try {
      prepare(this.#db, path)
    } catch (error) {
      this.#db.close()
      throw error
    }
  }

  prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#db.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  all<T = Row>(sql: string, ...values: SQLInputValue[]): T[] {
    return this.prepare(sql).all(...values) as T[]
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.prepare(sql).get(...values) as Row | undefined
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.prepare(sql).run(...values)
  }

  /** All or nothing, seen by others only when done. A write takes its turn at once, so that what it reads stays true. */
  atomic<T>(mode: 'DEFERRED' | 'IMMEDIATE', work: () => T): T {
    this.begin(mode)
    try {
      const result = work()
      this.commit()
      return result
    } catch (error) {
      this.rollback()
      throw error
    }
  }

  begin(mode: 'DEFERRED' | 'IMMEDIATE'): void {
    this.#db.exec(`BEGIN ${mode}`)
  }

  commit(): void {
    this.#db.exec('COMMIT')
  }

  rollback(): void {
    if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close()
  }
}
