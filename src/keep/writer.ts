import type { Ballot } from '../model/ballot.ts'
import type { Fact } from '../model/fact.ts'
import { ballotKey, keyOf } from './ballots.ts'
import { type Deed, FIRST_LINK, linkOf } from './chain.ts'
import type { Database } from './driver.ts'
import { instantOf } from './instant.ts'
import { noRecord } from './missing.ts'
import { keysOf } from './names.ts'
import type { PackedBallots } from './packed.ts'
import type { Added, Batch, Decision, Meta, Name } from './port.ts'
import { type Filed, factsIn, filedOf, REPLACING } from './record.ts'
import {
  BURIED,
  type Candidate,
  lookedUp,
  personMark,
  redactedAtOnce,
  subjectLeft,
  TOMBSTONE,
  toGo,
  unburied,
} from './redaction.ts'
import { COLUMNS, NAMED, OPEN } from './schema.ts'
import { countVotes, Tally } from './tally.ts'

interface Kept {
  seq: number
  id: string
  sort: string
  kind: string
  source: string
  standing: string
}

/** Entries into an embedded ledger; each runs within one write transaction of the caller. */
export class EmbeddedWriter {
  readonly #db: Database
  readonly #ballots: PackedBallots
  constructor(db: Database, ballots: PackedBallots) {
    this.#db = db
    this.#ballots = ballots
  }

  add(batch: Batch, meta: Meta): Added {
    const { records, facts } = filedOf(batch)
    const fresh = unburied(records, this.#buried()).filter((r) => !this.#last(r.id, meta.by, 'f.retracted = ?', OPEN))
    return { ...this.#file(records, fresh, this.#outdated(records, meta.by), meta), facts }
  }

  /** What an author told before of the sources and documents told anew. */
  #outdated(records: readonly Filed[], by: string): Kept[] {
    const ids = new Set(records.map((r) => r.id))
    return records
      .filter((r) => REPLACING.has(r.sort))
      .flatMap((r) => this.#db.all<Kept>(`${OPEN_OF} AND ${ABOUT}`, by, r.sort, r.subject))
      .filter((r) => !ids.has(r.id))
  }

  replace(batch: Batch, meta: Meta, mark: { content: string; stamp: string }): Added {
    const { records, facts } = filedOf(batch)
    const known = this.#db.get('SELECT content FROM mark WHERE by = ?', meta.by)
    this.#db.run('INSERT OR REPLACE INTO mark VALUES (?, ?, ?)', meta.by, mark.content, mark.stamp)
    if (known?.content === mark.content) return { ...this.#file(records, [], [], meta), facts }
    const told = new Set(records.map((r) => r.id))
    const gone = this.#db.all<Kept>(OPEN_OF, meta.by).filter((r) => !told.has(r.id))
    const fresh = unburied(records, this.#buried()).filter(
      (r) => !this.#last(r.id, meta.by, '(f.retracted = ? OR t.by <> f.by)', OPEN),
    )
    return { ...this.#file(records, fresh, gone, meta), facts }
  }

  /** Whether the author's last filing of a record is so. */
  #last(id: string, by: string, condition: string, ...values: number[]): boolean {
    const sql = `SELECT ${condition} AS yes FROM record r JOIN filing f ON f.record = r.seq
      LEFT JOIN tx t ON t.seq = f.retracted WHERE r.id = ? AND f.by = ? ORDER BY f.added DESC LIMIT 1`
    return this.#db.get(sql, ...values, id, by)?.yes === 1
  }

  #file(records: readonly Filed[], fresh: readonly Filed[], gone: readonly Kept[], meta: Meta): Omit<Added, 'facts'> {
    const ids: string[] = []
    const tally = new Tally()
    const tx = fresh.length || gone.length ? this.#begin(meta) : undefined
    const pairs = (list: readonly { id: string }[]) => list.map((r): [string, string] => [r.id, meta.by])
    if (tx) this.#seal({ ...tx, filed: pairs(fresh), withdrawn: pairs(gone) })
    const keys = this.#keysOf(fresh, gone)
    const before = this.#ballots.masks(keys)
    let retracted = 0
    for (const record of gone) if (this.#withdraw(record, tx!.seq, meta.by, tally)) retracted++
    const holds: [string, string, number][] = []
    for (const record of fresh) {
      if (this.#put(record, tx!.seq, meta.by, holds)) continue
      if (record.sort !== 'fact') continue
      ids.push(record.id)
      tally.count(record, 1)
    }
    this.#index(holds)
    const votes = countVotes(before, this.#ballots.masks(keys), tally)
    this.#post(tally)
    const added = ids.length + votes.added
    const unchanged = factsIn(records) - added
    return {
      recordedAt: tx?.at ?? instantOf(meta.recordedAt),
      added,
      unchanged,
      retracted: retracted + votes.retracted,
      ids,
    }
  }

  #keysOf(fresh: readonly Filed[], gone: readonly Kept[]): Set<string> {
    return new Set([
      ...fresh.flatMap((r) => (r.sort === 'ballot' ? [ballotKey(r.body as Ballot)] : [])),
      ...gone.flatMap((r) => (r.sort === 'ballot' ? [this.#ballots.keyOf(r.seq)] : [])),
    ])
  }

  /** Starts an entry; whoever starts one seals it. */
  #begin(meta: Meta): Deed {
    const asked = instantOf(meta.recordedAt)
    const last = this.#db.get('SELECT seq, at FROM tx ORDER BY seq DESC LIMIT 1')
    const at = last && (last.at as string) > asked ? (last.at as string) : asked
    const seq = Number(last?.seq ?? 0) + 1
    this.#db.run('INSERT INTO tx VALUES (?, ?, ?, ?)', seq, at, meta.by, meta.note ?? null)
    return { seq, at, by: meta.by, note: meta.note ?? null, filed: [], withdrawn: [] }
  }

  /** Chains what an entry does to what was done before. */
  #seal(deed: Deed): void {
    const before = this.#db.get('SELECT hash FROM link ORDER BY tx DESC LIMIT 1')?.hash ?? FIRST_LINK
    this.#db.run('INSERT INTO link VALUES (?, ?)', deed.seq, linkOf(String(before), deed))
  }

  /** Files a record for an author; whether it was in force already. */
  #put(record: Filed, tx: number, by: string, holds: [string, string, number][]): boolean {
    const known = this.#db.get('SELECT seq FROM record WHERE id = ?', record.id)
    const seq = known ? Number(known.seq) : this.#insert(record, holds)
    const inForce = known !== undefined && this.#isOpen(seq)
    this.#db.run('INSERT INTO filing (record, by, added) VALUES (?, ?, ?)', seq, by, tx)
    return inForce
  }

  #isOpen(seq: number): boolean {
    return (
      this.#db.get(`SELECT 1 AS yes FROM filing WHERE record = ? AND retracted = ${OPEN} LIMIT 1`, seq) !== undefined
    )
  }

  #insert(record: Filed, holds: [string, string, number][]): number {
    const { id, sort, kind, subject, source, standing } = record
    const body = sort === 'ballot' ? { ...record.body, votes: undefined } : record.body
    const sql = 'INSERT INTO record (id, sort, kind, subject, source, standing, body) VALUES (?, ?, ?, ?, ?, ?, ?)'
    const seq = Number(
      this.#db.prepare(sql).run(id, sort, kind, subject, source, standing, JSON.stringify(body)).lastInsertRowid,
    )
    if (sort === 'ballot') this.#ballots.put(seq, record.body as Ballot)
    if (sort === 'name')
      for (const key of keysOf(body as Name)) this.#db.run('INSERT INTO called VALUES (?, ?)', key, seq)
    if (sort === 'fact')
      for (const [role, value] of Object.entries((body as Fact).roles))
        for (const entity of Array.isArray(value) ? value : [value]) holds.push([`${kind}.${role}`, entity, seq])
    return seq
  }

  /** In order, which makes a large load several times faster. */
  #index(holds: [string, string, number][]): void {
    holds.sort(([f, e, r], [g, d, s]) => (f < g ? -1 : f > g ? 1 : e < d ? -1 : e > d ? 1 : r - s))
    const statement = this.#db.prepare('INSERT OR IGNORE INTO holds VALUES (?, ?, ?)')
    for (const hold of holds) statement.run(...hold)
  }

  #post(tally: Tally): void {
    for (const { kind, source, standing, n } of tally.changes())
      this.#db.run(
        'INSERT INTO tally VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n',
        kind,
        source,
        standing,
        n,
      )
  }

  /** Ends filings of a record, one author's or all; whether a fact ceased to be in force by it. */
  #withdraw(record: Kept, tx: number, by: string | undefined, tally: Tally): boolean {
    const whose = by === undefined ? '' : 'AND by = ?'
    const sql = `UPDATE filing SET retracted = ? WHERE record = ? AND retracted = ${OPEN} ${whose}`
    this.#db.run(sql, tx, record.seq, ...(by === undefined ? [] : [by]))
    if (record.sort === 'ballot') this.#db.generation++
    if (record.sort !== 'fact' || this.#isOpen(record.seq)) return false
    tally.count(record, -1)
    return true
  }

  restamp(by: string, stamp: string): void {
    this.#db.run('UPDATE mark SET stamp = ? WHERE by = ?', stamp, by)
  }

  retract(id: string, meta: Meta): boolean {
    const records = this.#db.all<Kept>(NAMED, id, id)
    if (!records.length) return this.#retractVote(id, meta)
    const open = records.filter((record) => this.#isOpen(record.seq))
    if (!open.length) return false
    const tally = new Tally()
    const deed = this.#begin(meta)
    this.#seal({ ...deed, withdrawn: open.flatMap((record) => this.#authors(record)) })
    const keys = this.#keysOf([], open)
    const before = this.#ballots.masks(keys)
    for (const record of open) this.#withdraw(record, deed.seq, undefined, tally)
    countVotes(before, this.#ballots.masks(keys), tally)
    this.#post(tally)
    return true
  }

  /** Those whose telling of a record is in force. */
  #authors({ seq, id }: Kept): [string, string][] {
    const sql = `SELECT by FROM filing WHERE record = ? AND retracted = ${OPEN}`
    return this.#db.all(sql, seq).map(({ by }) => [id, String(by)])
  }

  /** Withdraws one vote of a ballot, or what a ballot covers by count. */
  #retractVote(id: string, meta: Meta): boolean {
    const book = this.#ballots.ofKeys([keyOf(id)])
    if (!book.leavesOf(id).length) throw noRecord(id)
    if (!book.isOpen(id, OPEN - 1)) return false
    const before = this.#ballots.masks([keyOf(id)])
    this.#act(id, 'retract', meta)
    const tally = new Tally()
    countVotes(before, this.#ballots.masks([keyOf(id)]), tally)
    this.#post(tally)
    return true
  }

  #act(id: string, act: 'accept' | 'reject' | 'retract', meta: Meta): void {
    const deed = this.#begin(meta)
    this.#seal({ ...deed, acted: [id, act] })
    this.#db.run('INSERT INTO act VALUES (?, ?, ?)', deed.seq, id, act)
    this.#db.generation++
  }

  #buried = (): Set<string> => new Set(this.#db.all(BURIED).map((r) => String(r.id)))

  redact(id: string, meta: Meta): string[] {
    // What is overwritten is zeroed on the disk too.
    this.#db.run('PRAGMA secure_delete = ON')
    return redactedAtOnce(
      {
        about: (of) => this.#toGo(of),
        wasRedacted: (of) => this.#db.get(GONE, of, of) !== undefined || this.#buried().has(personMark(of)),
        retract: (record) => this.retract(record, meta),
        act: (record) => this.#act(record, 'retract', meta),
        bury: ({ seq, sort }) => {
          const subject = subjectLeft(sort) === 'gone' ? ", subject = ''" : ''
          this.#db.run(`UPDATE record SET sort = 'redacted', body = ?${subject} WHERE seq = ?`, TOMBSTONE, seq)
          this.#db.run('DELETE FROM holds WHERE record = ?', seq)
          if (sort === 'name') this.#db.run('DELETE FROM called WHERE record = ?', seq)
        },
      },
      id,
    )
  }

  #toGo(id: string): Candidate[] {
    const { person, sorts, doc } = lookedUp(id)
    const of = JSON.stringify(sorts)
    const found = person
      ? this.#db.all<Candidate>(NAMING, of, id)
      : this.#db.all<Candidate>(ABOUT_TO_GO, of, id, Number(doc), id, id)
    return toGo(id, found, found.length ? this.#db.all<Candidate>(JUDGEMENTS) : [])
  }

  decide(id: string, decision: Decision, meta: Meta): void {
    const record = this.#db.get("SELECT seq FROM record WHERE id = ? AND sort = 'fact'", id)
    if (!record) {
      if (!this.#ballots.ofKeys([keyOf(id)]).vote(id)) throw noRecord(id)
      this.#act(id, decision, meta)
      return
    }
    const deed = this.#begin(meta)
    this.#seal({ ...deed, decided: [id, decision] })
    this.#db.run('INSERT INTO decision VALUES (?, ?, ?)', deed.seq, record.seq!, decision)
  }
}

const SORTED = 'SELECT seq, id, sort, body FROM record WHERE sort IN (SELECT value FROM json_each(?))'
const ABOUT_TO_GO = `${SORTED} AND (id = ? OR (? AND (source = ? OR subject = ?))) ORDER BY seq`
const NAMING = `${SORTED} AND instr(body, ?) > 0 ORDER BY seq`
const JUDGEMENTS = "SELECT seq, id, sort, body FROM record WHERE sort = 'judgement' ORDER BY seq"
const GONE =
  "SELECT 1 AS yes FROM record WHERE sort = 'redacted' AND (id = ? OR (subject = ? AND subject <> '')) LIMIT 1"
const ABOUT = "r.sort = ? AND r.subject = ? AND r.subject <> ''"
const OPEN_OF = `SELECT ${COLUMNS} FROM filing f JOIN record r ON r.seq = f.record WHERE f.by = ? AND f.retracted = ${OPEN}`
