import { frozen } from '../bodies.ts'
import type { Session } from './session.ts'

/** More than this many are read anew rather than kept: a hundred megabytes. */
const MOST = 150_000
/** An article may be as long as two million characters. */
const LONGEST = 10_000

/** Records' contents by their number, fetched from the server once: a record never changes. They are frozen, since many share them. */
export class KeptBodies {
  readonly #kept = new Map<number, unknown>()

  /** In the order asked for. */
  async of<T>(session: Session, seqs: readonly number[]): Promise<T[]> {
    const missing = seqs.filter((seq) => !this.#kept.has(seq))
    const found = new Map(seqs.map((seq) => [seq, this.#kept.get(seq)]))
    if (this.#kept.size + missing.length > MOST) this.#kept.clear()
    const sql = 'SELECT seq, body FROM record WHERE seq = ANY($1::bigint[])'
    const rows = missing.length ? await session.all<{ seq: number; body: string }>(sql, [missing]) : []
    for (const { seq, body } of rows) {
      const content = frozen(JSON.parse(body))
      found.set(seq, content)
      if (body.length < LONGEST) this.#kept.set(seq, content)
    }
    return seqs.map((seq) => found.get(seq) as T)
  }
}
