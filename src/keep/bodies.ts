import type { Database } from './driver.ts'

/** More than this many are read anew rather than kept: a hundred megabytes. */
const MOST = 150_000
/** An article may be as long as two million characters. */
const LONGEST = 10_000

/** Records' contents by their number, read from the disk once: a record never changes. They are frozen, since many share them. */
export class Bodies {
  readonly #db: Database
  readonly #kept = new Map<number, unknown>()
  constructor(db: Database) {
    this.#db = db
  }

  /** In the order asked for. */
  of<T>(seqs: readonly number[]): T[] {
    if (this.#kept.size + seqs.length > MOST) this.#kept.clear()
    const missing = seqs.filter((seq) => !this.#kept.has(seq))
    const read = missing.length ? this.#read(missing) : undefined
    return seqs.map((seq) => (read?.get(seq) ?? this.#kept.get(seq)) as T)
  }

  #read(seqs: readonly number[]): Map<number, unknown> {
    const sql = 'SELECT seq, body FROM record WHERE seq IN (SELECT value FROM json_each(?))'
    const read = new Map<number, unknown>()
    for (const { seq, body } of this.#db.all<{ seq: number; body: string }>(sql, JSON.stringify(seqs))) {
      const content = frozen(JSON.parse(body))
      read.set(seq, content)
      if (body.length < LONGEST) this.#kept.set(seq, content)
    }
    return read
  }
}

export function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  for (const name in value) frozen((value as Record<string, unknown>)[name])
  return Object.freeze(value)
}
