import type { SQLInputValue } from 'node:sqlite'
import type { Pattern, Snapshot } from '../ask/snapshot.ts'
import type { BallotTable } from '../model/ballot.ts'
import type { Document } from '../model/claim.ts'
import type { Coverage, Source } from '../model/coverage.ts'
import type { Fact } from '../model/fact.ts'
import type { Judgement } from '../model/judgement.ts'
import type { KeptReview } from '../model/review.ts'
import { historyOf, keyOf, tellingOf } from './ballots.ts'
import { Bodies } from './bodies.ts'
import type { Database } from './driver.ts'
import { endOf } from './instant.ts'
import { type Counts, countSql, HEAD, type LogAsked, type LogEntry, type LogRow, logOf, logSql } from './log.ts'
import { bears } from './match.ts'
import { noRecord } from './missing.ts'
import { mergeNames, nameKey } from './names.ts'
import type { PackedBallots } from './packed.ts'
import type { At, Changes, Entry, Mark, Name, Summary } from './port.ts'
import { byId, decided, lastOfEach, oneOfEach, type Sort } from './record.ts'
import { NAMED, OPEN } from './schema.ts'
import { without } from './shelf.ts'
import { summarise } from './summary.ts'

/** For more roll calls than this, all are read at once. */
const FEW_ROLLS = 200

/** The last transaction that a reader may see. */
const NOW = OPEN - 1

const IN_FORCE = 'EXISTS (SELECT 1 FROM filing f WHERE f.record = r.seq AND f.added <= ? AND f.retracted > ?)'
/** Where nobody has decided on anything, no record is looked up among the decisions. */
const DECISION = `CASE WHEN EXISTS (SELECT 1 FROM decision) THEN
  (SELECT decision FROM decision d WHERE d.record = r.seq AND d.tx <= ? ORDER BY d.tx DESC LIMIT 1) END`
const HOLDS = 'r.seq IN (SELECT record FROM holds WHERE field = ? AND entity IN (SELECT value FROM json_each(?)))'

const CITED = `SELECT r.seq FROM record r WHERE r.sort = 'source' AND r.subject <> ''
  AND r.subject IN (SELECT value FROM json_each(?)) AND ${IN_FORCE} ORDER BY r.seq`

const parsed = <T>(row: Record<string, unknown>): T => JSON.parse(row.body as string) as T
const seqOf = (row: Record<string, unknown>): number => Number(row.seq)

/** Questions to an embedded ledger; each runs within one read transaction of the caller. */
export class EmbeddedReader {
  readonly #db: Database
  readonly #ballots: PackedBallots
  readonly #bodies: Bodies
  constructor(db: Database, ballots: PackedBallots) {
    this.#db = db
    this.#ballots = ballots
    this.#bodies = new Bodies(db)
  }

  fetch(patterns: readonly Pattern[], at?: At): Snapshot {
    const bound = this.#bound(at)
    const facts = new Map<string, Fact>()
    const told = new Set<string>()
    for (const pattern of patterns)
      for (const [fact, decision] of this.#facts(pattern, bound)) {
        if (fact.kind === 'vote') told.add(tellingOf(fact))
        if (decision !== 'reject') facts.set(fact.id, decided(fact, decision))
      }
    const counted = this.#votes(patterns, bound, facts, told)
    const kinds = [...new Set(patterns.map((p) => p.kind))]
    const coverage = kinds.flatMap((kind) =>
      this.#inForce<Coverage>('coverage', bound, 'kind', kind).filter((c) => patterns.some((p) => bears(p, c))),
    )
    const judgements = kinds.flatMap((kind) => this.#inForce<Judgement>('judgement', bound, 'kind', kind))
    coverage.push(...counted)
    const cited = new Set([...facts.values(), ...coverage].map((item) => item.cite.source))
    const sources = this.#bodies.of<Source>(this.#db.all(CITED, JSON.stringify([...cited]), bound, bound).map(seqOf))
    return {
      facts: [...facts.values()].sort(byId),
      coverage: coverage.sort(byId),
      sources: oneOfEach(sources),
      ...(judgements.length > 0 && { judgements }),
    }
  }

  /** Adds votes of ballots to facts, unless told singly; what these ballots cover by count. */
  #votes(patterns: readonly Pattern[], bound: number, facts: Map<string, Fact>, told: Set<string>): Coverage[] {
    const asked = patterns.filter((p) => p.kind === 'vote')
    if (!asked.length) return []
    const rolls = asked.flatMap((p) => p.roles?.roll ?? [])
    const few = asked.every((p) => p.roles?.roll) && rolls.length <= FEW_ROLLS
    const book = few ? this.#ballots.forRolls(rolls) : this.#ballots.whole()
    for (const pattern of asked) for (const fact of book.facts(pattern, bound, told)) facts.set(fact.id, fact)
    return book.coverage(asked, bound)
  }

  ballots(at?: At): BallotTable {
    return this.#ballots.whole().table(this.#bound(at))
  }

  changes(by: string): Changes | undefined {
    const tx = this.#db.get('SELECT seq, at FROM tx WHERE by = ? ORDER BY seq DESC LIMIT 1', by)
    if (!tx) return undefined
    const [filed, withdrawn] = (['added', 'retracted'] as const).map((column) => {
      const rows = this.#db.all(changedIn(column), by, tx.seq!)
      return {
        facts: rows.filter((r) => r.sort === 'fact').map(parsed<Fact>),
        rows: rows.filter((r) => r.sort === 'ballot'),
      }
    })
    const keys = [...filed!.rows, ...withdrawn!.rows].map((r) => String(r.key))
    const book = this.#ballots.ofKeys(keys)
    const votes = (bound: number) => book.facts({ kind: 'vote' }, bound)
    const [now, then] = keys.length ? [votes(Number(tx.seq)), votes(Number(tx.seq) - 1)] : [[], []]
    return {
      at: tx.at as string,
      filed: [...filed!.facts, ...without(now, then)].sort(byId),
      withdrawn: [...withdrawn!.facts, ...without(then, now)].sort(byId),
    }
  }

  #bound(at: At | undefined): number {
    if (at?.knownOn === undefined) return NOW
    return Number(this.#db.get('SELECT coalesce(max(seq), 0) AS seq FROM tx WHERE at <= ?', endOf(at.knownOn))!.seq)
  }

  #facts(pattern: Pattern, bound: number): [Fact, string | undefined][] {
    const roles = Object.entries(pattern.roles ?? {})
    const where = ["r.sort = 'fact' AND r.kind = ?", ...roles.map(() => HOLDS), IN_FORCE].join(' AND ')
    const held = roles.flatMap(([role, ids]) => [`${pattern.kind}.${role}`, JSON.stringify(ids)])
    const values: SQLInputValue[] = [bound, pattern.kind, ...held, bound, bound]
    const rows = this.#db.all(`SELECT r.seq, ${DECISION} AS decision FROM record r WHERE ${where}`, ...values)
    const facts = this.#bodies.of<Fact>(rows.map(seqOf))
    return rows.map((row, i) => [facts[i]!, row.decision as string | undefined])
  }

  /** Bodies of a sort in force, in order of recording. */
  #inForce<T>(sort: Sort, bound = NOW, column?: 'kind' | 'subject', value = ''): T[] {
    const narrowed = column ? `AND r.${column} = ? ${column === 'subject' ? "AND r.subject <> ''" : ''}` : ''
    const sql = `SELECT r.seq FROM record r WHERE r.sort = ? ${narrowed} AND ${IN_FORCE} ORDER BY r.seq`
    const seqs = this.#db.all(sql, sort, ...(column ? [value] : []), bound, bound).map(seqOf)
    return this.#bodies.of<T>(seqs)
  }

  marks(): Mark[] {
    return this.#db.all<Mark>('SELECT by, content, stamp FROM mark ORDER BY by').map((mark) => ({ ...mark }))
  }

  history(id: string): Entry[] {
    const records = this.#db.all(NAMED, id, id)
    if (!records.length) return this.#historyOfVote(id)
    const seqs = JSON.stringify(records.map((r) => r.seq))
    const rows = this.#db.all(HISTORY, seqs, seqs, seqs, seqs)
    return rows.map(({ at, by, act, note }) => ({ at, by, act, ...(note !== null && { note }) }) as Entry)
  }

  #historyOfVote(id: string): Entry[] {
    const book = this.#ballots.ofKeys([keyOf(id)])
    const leaves = book.leavesOf(id)
    if (!leaves.length) throw noRecord(id)
    const transactions = (seq: number) => {
      const { at, by, note } = this.#db.get('SELECT at, by, note FROM tx WHERE seq = ?', seq) as Record<
        string,
        string | null
      >
      return { at: at!, by: by!, ...(note !== null && { note: note! }) }
    }
    return historyOf(leaves, book.acts(id), transactions, OPEN)
  }

  fact(id: string): Fact | undefined {
    const row = this.#db.get(
      `SELECT r.body, ${DECISION} AS decision FROM record r WHERE r.id = ? AND r.sort = 'fact'`,
      NOW,
      id,
    )
    if (!id.startsWith('fact:')) return undefined
    return row ? decided(parsed<Fact>(row), row.decision as string) : this.#ballots.ofKeys([keyOf(id)]).vote(id)
  }

  #decidedVotes(decision: 'accept' | 'reject'): number {
    const keys = this.#db.all('SELECT DISTINCT id FROM act').map((r) => keyOf(String(r.id)))
    return keys.length ? this.#ballots.ofKeys(keys).decided(decision, NOW) : 0
  }

  documents(): Document[] {
    return lastOfEach(this.#inForce<Document>('document'))
  }

  document(id: string): Document | undefined {
    return this.#inForce<Document>('document', NOW, 'subject', id).at(-1)
  }

  reviews(document: string): KeptReview[] {
    return this.#inForce<KeptReview>('review', NOW, 'subject', document)
  }

  lookupNames(keys: readonly string[], at?: At): Name[] {
    const bound = this.#bound(at)
    const rows = this.#db.all(CALLED, bound, bound, JSON.stringify(keys.map(nameKey)), bound, bound)
    return mergeNames(this.#bodies.of<Name>(rows.map(seqOf)))
  }

  allNames(at?: At): Name[] {
    return mergeNames(this.#inForce<Name>('name', this.#bound(at)))
  }

  log({ before = OPEN, most }: LogAsked): LogEntry[] {
    const rows = this.#db.all<LogRow>(logSql('?', '?'), before, most)
    const counts = (column: 'added' | 'retracted') =>
      this.#db.all<Counts[number]>(countSql(column, '?', '?'), rows.at(-1)?.n ?? 0, rows[0]?.n ?? 0)
    return logOf(rows, counts('added'), counts('retracted'))
  }

  head = (): number => Number(this.#db.get(HEAD)?.n ?? 0)

  summary(): Summary {
    const count = (sql: string) => Number(this.#db.get(sql)!.n)
    return summarise({
      tallies: this.#db.all('SELECT kind, source, standing, n FROM tally'),
      accepted: count(decidedNow('accept')) + this.#decidedVotes('accept'),
      rejected: count(decidedNow('reject')) + this.#decidedVotes('reject'),
      documents: count(DOCUMENTS),
      coverage: this.#inForce<Coverage>('coverage'),
      sources: this.#inForce<Source>('source'),
      lastRecorded: this.#db.get('SELECT at FROM tx ORDER BY seq DESC LIMIT 1')?.at as string | undefined,
      marks: this.marks(),
    })
  }
}

/** Facts and ballots that an author filed, or withdrew, in a transaction. */
const changedIn = (column: 'added' | 'retracted'): string => `SELECT r.sort, r.body, b.key FROM filing f
  JOIN record r ON r.seq = f.record LEFT JOIN ballot b ON b.record = r.seq
  WHERE f.by = ? AND f.${column} = ? AND r.sort IN ('fact', 'ballot')`

const HISTORY = `SELECT DISTINCT tx.seq, tx.at, tx.by, tx.note, e.act FROM (
    SELECT added AS seq, 'recorded' AS act FROM filing WHERE record IN (SELECT value FROM json_each(?))
    UNION ALL
    SELECT retracted, 'retracted' FROM filing WHERE record IN (SELECT value FROM json_each(?)) AND retracted < ${OPEN}
    UNION ALL
    SELECT tx, decision || 'ed' FROM decision WHERE record IN (SELECT value FROM json_each(?))
    UNION ALL
    SELECT a.tx, 'redacted' FROM act a JOIN record r ON r.id = a.id WHERE r.seq IN (SELECT value FROM json_each(?))
  ) e JOIN tx ON tx.seq = e.seq ORDER BY tx.seq, e.act`

/** Every name record in force of the things that some name record in force calls by a key. */
const CALLED = `SELECT r.seq FROM record r WHERE r.sort = 'name' AND r.subject <> '' AND ${IN_FORCE}
  AND r.subject IN (SELECT r.subject FROM called c JOIN record r ON r.seq = c.record
    WHERE c.key IN (SELECT value FROM json_each(?)) AND ${IN_FORCE})
  ORDER BY r.seq`

const DOCUMENTS = `SELECT count(DISTINCT r.subject) AS n FROM record r
  WHERE r.sort = 'document' AND EXISTS (SELECT 1 FROM filing f WHERE f.record = r.seq AND f.retracted = ${OPEN})`

/** Facts in force whose last decision is this one. */
const decidedNow = (decision: string): string => `SELECT count(*) AS n FROM (
  SELECT d.record, d.decision, max(d.tx) FROM decision d GROUP BY d.record) last
  WHERE last.decision = '${decision}' AND EXISTS (SELECT 1 FROM filing f WHERE f.record = last.record AND f.retracted = ${OPEN})`
