import type { Ballot } from '../../model/ballot.ts'
import { keyOf } from '../ballots.ts'
import { type Deed, FIRST_LINK, linkOf } from '../chain.ts'
import { instantOf } from '../instant.ts'
import { noRecord } from '../missing.ts'
import type { Added, Batch, Decision, Meta } from '../port.ts'
import { type Filed, factsIn, filedOf, REPLACING } from '../record.ts'
import { unburied } from '../redaction.ts'
import { OPEN } from '../schema.ts'
import { countVotes, Tally } from '../tally.ts'
import type { ServedBallots } from './ballots.ts'
import { NAMED } from './reader.ts'
import { buriedIn, redactIn } from './redaction.ts'
import { ballotKeys, calledOf, holdsOf, INSERT, KNOWN, OPEN_OF, parts } from './rows.ts'
import type { Session } from './session.ts'

interface Kept {
  seq: number
  id: string
  sort: string
  kind: string
  source: string
  standing: string
}

/** Entries into a PostgreSQL ledger within one transaction; the caller holds the writers' turn. */
export class ServedWriter {
  readonly #session: Session
  readonly #ballots: ServedBallots
  constructor(session: Session, ballots: ServedBallots) {
    this.#session = session
    this.#ballots = ballots
  }

  async add(batch: Batch, meta: Meta): Promise<Added> {
    const { records, facts } = filedOf(batch)
    const told = await this.#lastTold(records, meta.by, `f.retracted = ${OPEN}`)
    const fresh = unburied(records, await buriedIn(this.#session)).filter((r) => !told.has(r.id))
    return { ...(await this.#file(records, fresh, await this.#outdated(records, meta.by), meta)), facts }
  }

  /** What an author told before of the sources, documents and judgements told anew. */
  async #outdated(records: readonly Filed[], by: string): Promise<Kept[]> {
    const renewed = records.filter((r) => REPLACING.has(r.sort) && r.subject !== '')
    if (!renewed.length) return []
    const ids = new Set(records.map((r) => r.id))
    const about = '(r.sort, r.subject) IN (SELECT * FROM unnest($2::text[], $3::text[]))'
    const values = [by, renewed.map((r) => r.sort), renewed.map((r) => r.subject)]
    const open = await this.#session.all<Kept>(`${OPEN_OF} AND ${about}`, values)
    return open.filter((r) => !ids.has(r.id))
  }

  async replace(batch: Batch, meta: Meta, mark: { content: string; stamp: string }): Promise<Added> {
    const { records, facts } = filedOf(batch)
    const known = await this.#session.get<{ content: string }>('SELECT content FROM mark WHERE by = $1', [meta.by])
    await this.#session.run(
      'INSERT INTO mark VALUES ($1, $2, $3) ON CONFLICT (by) DO UPDATE SET content = excluded.content, stamp = excluded.stamp',
      [meta.by, mark.content, mark.stamp],
    )
    if (known?.content === mark.content) return { ...(await this.#file(records, [], [], meta)), facts }
    const told = new Set(records.map((r) => r.id))
    const open = await this.#session.all<Kept>(OPEN_OF, [meta.by])
    const settled = await this.#lastTold(records, meta.by, `(f.retracted = ${OPEN} OR t.by <> f.by)`)
    const fresh = unburied(records, await buriedIn(this.#session)).filter((r) => !settled.has(r.id))
    const gone = open.filter((r) => !told.has(r.id))
    return { ...(await this.#file(records, fresh, gone, meta)), facts }
  }

  /** The records of which the author's last filing is so. */
  async #lastTold(records: readonly Filed[], by: string, condition: string): Promise<Set<string>> {
    const sql = `SELECT id FROM (
        SELECT DISTINCT ON (r.id) r.id, ${condition} AS yes FROM record r JOIN filing f ON f.record = r.seq
        LEFT JOIN tx t ON t.seq = f.retracted WHERE r.id = ANY($1::text[]) AND f.by = $2 ORDER BY r.id, f.added DESC
      ) last WHERE yes`
    const found = new Set<string>()
    for (const part of parts(records)) {
      const rows = await this.#session.all<{ id: string }>(sql, [part.map((r) => r.id), by])
      for (const { id } of rows) found.add(id)
    }
    return found
  }

  async #file(
    records: readonly Filed[],
    fresh: readonly Filed[],
    gone: readonly Kept[],
    meta: Meta,
  ): Promise<Omit<Added, 'facts'>> {
    const tally = new Tally()
    const ids: string[] = []
    const tx = fresh.length || gone.length ? await this.#begin(meta) : undefined
    const pairs = (list: readonly { id: string }[]) => list.map((r): [string, string] => [r.id, meta.by])
    if (tx) await this.#seal({ ...tx, filed: pairs(fresh), withdrawn: pairs(gone) })
    const keys = new Set([...ballotKeys(fresh), ...(await this.#keysOf(gone))])
    const before = await this.#ballots.masks(keys)
    const retracted = await this.#withdraw(gone, tx?.seq ?? 0, meta.by, tally)
    for (const part of parts(fresh))
      for (const record of await this.#put(part, tx!.seq, meta.by)) {
        ids.push(record.id)
        tally.count(record, 1)
      }
    const votes = countVotes(before, await this.#ballots.masks(keys), tally)
    await this.#post(tally)
    if (keys.size) await this.#ballots.changed()
    const added = ids.length + votes.added
    return {
      recordedAt: tx?.at ?? instantOf(meta.recordedAt),
      added,
      unchanged: factsIn(records) - added,
      retracted: retracted + votes.retracted,
      ids,
    }
  }

  #keysOf(gone: readonly Kept[]): Promise<string[]> | string[] {
    const ballots = gone.filter((r) => r.sort === 'ballot').map((r) => r.seq)
    return ballots.length ? this.#ballots.keysOf(ballots) : []
  }

  /** Starts an entry; whoever starts one seals it. */
  async #begin(meta: Meta): Promise<Deed> {
    const asked = instantOf(meta.recordedAt)
    const last = await this.#session.get<{ seq: number; at: string }>(
      'SELECT seq, at FROM tx ORDER BY seq DESC LIMIT 1',
    )
    const at = last && last.at > asked ? last.at : asked
    const seq = (last?.seq ?? 0) + 1
    await this.#session.run('INSERT INTO tx VALUES ($1, $2, $3, $4)', [seq, at, meta.by, meta.note ?? null])
    return { seq, at, by: meta.by, note: meta.note ?? null, filed: [], withdrawn: [] }
  }

  /** Chains what an entry does to what was done before. */
  async #seal(deed: Deed): Promise<void> {
    const last = await this.#session.get<{ hash: string }>('SELECT hash FROM link ORDER BY tx DESC LIMIT 1')
    await this.#session.run('INSERT INTO link VALUES ($1, $2)', [deed.seq, linkOf(last?.hash ?? FIRST_LINK, deed)])
  }

  /** Files records for an author; gives the facts that were not in force before. */
  async #put(records: readonly Filed[], tx: number, by: string): Promise<Filed[]> {
    const known = await this.#session.all<{ seq: number; id: string; open: boolean }>(KNOWN, [records.map((r) => r.id)])
    const seqs = new Map(known.map(({ id, seq }) => [id, seq]))
    await this.#insert(
      records.filter((r) => !seqs.has(r.id)),
      seqs,
    )
    await this.#session.run(
      'INSERT INTO filing (record, by, added) SELECT seq, $2, $3 FROM unnest($1::bigint[]) AS seq',
      [records.map((r) => seqs.get(r.id)!), by, tx],
    )
    const open = new Set(known.filter((k) => k.open).map((k) => k.id))
    return records.filter((r) => r.sort === 'fact' && !open.has(r.id))
  }

  async #insert(records: readonly Filed[], seqs: Map<string, number>): Promise<void> {
    if (!records.length) return
    const { n } = (await this.#session.get<{ n: number }>('SELECT coalesce(max(seq), 0) AS n FROM record'))!
    for (const [i, record] of records.entries()) seqs.set(record.id, n + 1 + i)
    const column = (of: (record: Filed) => unknown) => records.map(of)
    await this.#session.run(INSERT, [
      column((r) => seqs.get(r.id)),
      column((r) => r.id),
      column((r) => r.sort),
      column((r) => r.kind),
      column((r) => r.subject),
      column((r) => r.source),
      column((r) => r.standing),
      column((r) => JSON.stringify(r.sort === 'ballot' ? { ...r.body, votes: undefined } : r.body)),
    ])
    const numbered = records.map((record) => ({ ...record, seq: seqs.get(record.id)! }))
    await this.#pairs('holds', numbered.flatMap(holdsOf))
    await this.#pairs('called', numbered.flatMap(calledOf))
    await this.#ballots.put(
      numbered.flatMap(({ seq, sort, body }) => (sort === 'ballot' ? [{ seq, ballot: body as Ballot }] : [])),
    )
  }

  /** Index entries: texts, and the number of a record last. */
  async #pairs(table: 'holds' | 'called', rows: readonly (readonly (string | number)[])[]): Promise<void> {
    for (const part of parts(rows)) {
      const width = table === 'holds' ? 2 : 1
      const texts = Array.from({ length: width }, (_, i) => `$${i + 1}::text[]`).join(', ')
      await this.#session.run(
        `INSERT INTO ${table} SELECT * FROM unnest(${texts}, $${width + 1}::bigint[]) ON CONFLICT DO NOTHING`,
        Array.from({ length: width + 1 }, (_, i) => part.map((row) => row[i])),
      )
    }
  }

  async #post(tally: Tally): Promise<void> {
    const changes = tally.changes()
    if (!changes.length) return
    await this.#session.run(
      `INSERT INTO tally SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[])
        ON CONFLICT (kind, source, standing) DO UPDATE SET n = tally.n + excluded.n`,
      [
        changes.map((c) => c.kind),
        changes.map((c) => c.source),
        changes.map((c) => c.standing),
        changes.map((c) => c.n),
      ],
    )
  }

  /** Ends filings of records, one author's or all; how many facts ceased to be in force by it. */
  async #withdraw(records: readonly Kept[], tx: number, by: string | undefined, tally: Tally): Promise<number> {
    if (!records.length) return 0
    const seqs = records.map((r) => r.seq)
    const whose = by === undefined ? '' : 'AND by = $3'
    await this.#session.run(
      `UPDATE filing SET retracted = $1 WHERE record = ANY($2::bigint[]) AND retracted = ${OPEN} ${whose}`,
      [tx, seqs, ...(by === undefined ? [] : [by])],
    )
    const open = await this.#open(seqs)
    const ceased = records.filter((r) => r.sort === 'fact' && !open.has(r.seq))
    for (const record of ceased) tally.count(record, -1)
    return ceased.length
  }

  async #open(seqs: readonly number[]): Promise<Set<number>> {
    const sql = `SELECT DISTINCT record FROM filing WHERE record = ANY($1::bigint[]) AND retracted = ${OPEN}`
    const rows = await this.#session.all<{ record: number }>(sql, [[...seqs]])
    return new Set(rows.map(({ record }) => record))
  }

  restamp = (by: string, stamp: string): Promise<void> =>
    this.#session.run('UPDATE mark SET stamp = $1 WHERE by = $2', [stamp, by])

  async retract(id: string, meta: Meta): Promise<boolean> {
    const records = await this.#session.all<Kept>(NAMED, [id])
    if (!records.length) return this.#retractVote(id, meta)
    const known = await this.#open(records.map((r) => r.seq))
    const open = records.filter((r) => known.has(r.seq))
    if (!open.length) return false
    const tally = new Tally()
    const deed = await this.#begin(meta)
    await this.#seal({ ...deed, withdrawn: await this.#authors(open) })
    const keys = await this.#keysOf(open)
    const before = await this.#ballots.masks(keys)
    await this.#withdraw(open, deed.seq, undefined, tally)
    countVotes(before, await this.#ballots.masks(keys), tally)
    await this.#post(tally)
    if (keys.length) await this.#ballots.changed()
    return true
  }

  /** Those whose tellings of records are in force. */
  async #authors(records: readonly Kept[]): Promise<[string, string][]> {
    const sql = `SELECT record, by FROM filing WHERE record = ANY($1::bigint[]) AND retracted = ${OPEN}`
    const rows = await this.#session.all<{ record: number; by: string }>(sql, [records.map((r) => r.seq)])
    const ids = new Map(records.map(({ seq, id }) => [seq, id]))
    return rows.map(({ record, by }) => [ids.get(record)!, by])
  }

  /** Withdraws one vote of a ballot, or what a ballot covers by count. */
  async #retractVote(id: string, meta: Meta): Promise<boolean> {
    const book = await this.#ballots.ofKeys([keyOf(id)])
    if (!book.leavesOf(id).length) throw noRecord(id)
    if (!book.isOpen(id, OPEN - 1)) return false
    const before = await this.#ballots.masks([keyOf(id)])
    await this.#act(id, 'retract', meta)
    const tally = new Tally()
    countVotes(before, await this.#ballots.masks([keyOf(id)]), tally)
    await this.#post(tally)
    return true
  }

  async #act(id: string, act: 'accept' | 'reject' | 'retract', meta: Meta): Promise<void> {
    const deed = await this.#begin(meta)
    await this.#seal({ ...deed, acted: [id, act] })
    await this.#session.run('INSERT INTO act VALUES ($1, $2, $3)', [deed.seq, id, act])
    await this.#ballots.changed()
  }

  redact = (id: string, meta: Meta): Promise<string[]> =>
    redactIn(this.#session, id, {
      retract: (of) => this.retract(of, meta),
      act: (of) => this.#act(of, 'retract', meta),
    })

  async decide(id: string, decision: Decision, meta: Meta): Promise<void> {
    const sql = "SELECT seq FROM record WHERE id = $1 AND sort = 'fact'"
    const record = await this.#session.get<{ seq: number }>(sql, [id])
    if (!record) {
      if (!(await this.#ballots.ofKeys([keyOf(id)])).vote(id)) throw noRecord(id)
      await this.#act(id, decision, meta)
      return
    }
    const deed = await this.#begin(meta)
    await this.#seal({ ...deed, decided: [id, decision] })
    await this.#session.run('INSERT INTO decision VALUES ($1, $2, $3)', [deed.seq, record.seq, decision])
  }
}
