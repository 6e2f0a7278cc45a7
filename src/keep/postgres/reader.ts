import type { Pattern, Snapshot } from '../../ask/snapshot.ts'
import type { BallotTable } from '../../model/ballot.ts'
import type { Document } from '../../model/claim.ts'
import type { Coverage, Source } from '../../model/coverage.ts'
import type { Fact } from '../../model/fact.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { KeptReview } from '../../model/review.ts'
import { historyOf, keyOf, tellingOf } from '../ballots.ts'
import { endOf } from '../instant.ts'
import { type Counts, countSql, HEAD, type LogAsked, type LogEntry, type LogRow, logOf, logSql } from '../log.ts'
import { bears } from '../match.ts'
import { noRecord } from '../missing.ts'
import { mergeNames, nameKey } from '../names.ts'
import type { At, Changes, Entry, Mark, Name, Summary } from '../port.ts'
import { byId, decided, lastOfEach, oneOfEach, type Sort } from '../record.ts'
import { OPEN } from '../schema.ts'
import { without } from '../shelf.ts'
import { summarise } from '../summary.ts'
import type { ServedBallots } from './ballots.ts'
import type { KeptBodies } from './bodies.ts'
import type { Session } from './session.ts'

/** For more roll calls than this, all are read at once. */
const FEW_ROLLS = 200
/** The last transaction that a reader may see. */
const NOW = OPEN - 1

/** `$1` is the last transaction to be seen. */
const IN_FORCE = 'EXISTS (SELECT 1 FROM filing f WHERE f.record = r.seq AND f.added <= $1 AND f.retracted > $1)'
const OPEN_NOW = `EXISTS (SELECT 1 FROM filing f WHERE f.record = r.seq AND f.retracted = ${OPEN})`
const DECISION = '(SELECT decision FROM decision d WHERE d.record = r.seq AND d.tx <= $1 ORDER BY d.tx DESC LIMIT 1)'

interface Numbered {
  seq: number
}

/** Questions to a PostgreSQL ledger within one transaction. */
export class ServedReader {
  readonly #session: Session
  readonly #ballots: ServedBallots
  readonly #bodies: KeptBodies
  constructor(session: Session, ballots: ServedBallots, bodies: KeptBodies) {
    this.#session = session
    this.#ballots = ballots
    this.#bodies = bodies
  }

  async fetch(patterns: readonly Pattern[], at?: At): Promise<Snapshot> {
    const bound = await this.#bound(at)
    const facts = new Map<string, Fact>()
    const told = new Set<string>()
    for (const pattern of patterns)
      for (const [fact, decision] of await this.#facts(pattern, bound)) {
        if (fact.kind === 'vote') told.add(tellingOf(fact))
        if (decision !== 'reject') facts.set(fact.id, decided(fact, decision ?? undefined))
      }
    const counted = await this.#votes(patterns, bound, facts, told)
    const kinds = [...new Set(patterns.map((p) => p.kind))]
    const [coverage, judgements] = [
      (await this.#ofKinds<Coverage>('coverage', kinds, bound)).filter((c) => patterns.some((p) => bears(p, c))),
      await this.#ofKinds<Judgement>('judgement', kinds, bound),
    ]
    coverage.push(...counted)
    const cited = new Set([...facts.values(), ...coverage].map((item) => item.cite.source))
    const sources = await this.#inForce<Source>(
      'source',
      bound,
      "AND r.subject <> '' AND r.subject = ANY($3::text[])",
      [[...cited]],
    )
    return {
      facts: [...facts.values()].sort(byId),
      coverage: coverage.sort(byId),
      sources: oneOfEach(sources),
      ...(judgements.length > 0 && { judgements }),
    }
  }

  /** Adds votes of ballots to facts, unless told singly; what these ballots cover by count. */
  async #votes(patterns: readonly Pattern[], bound: number, facts: Map<string, Fact>, told: Set<string>) {
    const asked = patterns.filter((p) => p.kind === 'vote')
    if (!asked.length) return []
    const rolls = asked.flatMap((p) => p.roles?.roll ?? [])
    const few = asked.every((p) => p.roles?.roll) && rolls.length <= FEW_ROLLS
    const book = few ? await this.#ballots.forRolls(rolls) : await this.#ballots.whole()
    for (const pattern of asked) for (const fact of book.facts(pattern, bound, told)) facts.set(fact.id, fact)
    return book.coverage(asked, bound)
  }

  async ballots(at?: At): Promise<BallotTable> {
    return (await this.#ballots.whole()).table(await this.#bound(at))
  }

  async changes(by: string): Promise<Changes | undefined> {
    const last = 'SELECT seq, at FROM tx WHERE by = $1 ORDER BY seq DESC LIMIT 1'
    const tx = await this.#session.get<{ seq: number; at: string }>(last, [by])
    if (!tx) return undefined
    const [filed, withdrawn] = [
      await this.#session.all<Changed>(changedIn('added'), [by, tx.seq]),
      await this.#session.all<Changed>(changedIn('retracted'), [by, tx.seq]),
    ]
    const factsOf = (rows: readonly Changed[]) =>
      rows.filter((r) => r.sort === 'fact').map((r) => JSON.parse(r.body) as Fact)
    const keys = [...filed, ...withdrawn].flatMap((r) => (r.sort === 'ballot' ? [r.key!] : []))
    const book = await this.#ballots.ofKeys(keys)
    const votes = (bound: number) => book.facts({ kind: 'vote' }, bound)
    const [now, then] = keys.length ? [votes(tx.seq), votes(tx.seq - 1)] : [[], []]
    return {
      at: tx.at,
      filed: [...factsOf(filed), ...without(now, then)].sort(byId),
      withdrawn: [...factsOf(withdrawn), ...without(then, now)].sort(byId),
    }
  }

  async #bound(at: At | undefined): Promise<number> {
    if (at?.knownOn === undefined) return NOW
    const sql = 'SELECT coalesce(max(seq), 0) AS seq FROM tx WHERE at <= $1'
    return (await this.#session.get<Numbered>(sql, [endOf(at.knownOn)]))!.seq
  }

  async #facts(pattern: Pattern, bound: number): Promise<[Fact, string | null][]> {
    const roles = Object.entries(pattern.roles ?? {})
    const held = roles.map(
      (_, i) =>
        `r.seq IN (SELECT record FROM holds WHERE field = $${2 * i + 3} AND entity = ANY($${2 * i + 4}::text[]))`,
    )
    const where = ["r.sort = 'fact' AND r.kind = $2", ...held, IN_FORCE].join(' AND ')
    const values = [bound, pattern.kind, ...roles.flatMap(([role, ids]) => [`${pattern.kind}.${role}`, [...ids]])]
    const sql = `SELECT r.seq, ${DECISION} AS decision FROM record r WHERE ${where}`
    const rows = await this.#session.all<Numbered & { decision: string | null }>(sql, values)
    const facts = await this.#bodies.of<Fact>(
      this.#session,
      rows.map((row) => row.seq),
    )
    return rows.map(({ decision }, i) => [facts[i]!, decision])
  }

  /** Of each kind in turn, in order of recording. */
  async #ofKinds<T extends { kind: string }>(sort: Sort, kinds: readonly string[], bound: number): Promise<T[]> {
    const told = await this.#inForce<T>(sort, bound, 'AND r.kind = ANY($3::text[])', [[...kinds]])
    return kinds.flatMap((kind) => told.filter((item) => item.kind === kind))
  }

  /** Bodies of a sort in force, in order of recording. */
  async #inForce<T>(sort: Sort, bound = NOW, narrowed = '', values: readonly unknown[] = []): Promise<T[]> {
    const sql = `SELECT r.seq FROM record r WHERE r.sort = $2 ${narrowed} AND ${IN_FORCE} ORDER BY r.seq`
    const rows = await this.#session.all<Numbered>(sql, [bound, sort, ...values])
    return this.#bodies.of<T>(
      this.#session,
      rows.map((row) => row.seq),
    )
  }

  marks = (): Promise<Mark[]> => this.#session.all<Mark>('SELECT by, content, stamp FROM mark ORDER BY by')

  async history(id: string): Promise<Entry[]> {
    const records = await this.#session.all<Numbered>(NAMED, [id])
    if (!records.length) return this.#historyOfVote(id)
    const rows = await this.#session.all<Entry & { note: string | null }>(HISTORY, [records.map((r) => r.seq)])
    return rows.map(({ at, by, act, note }) => ({ at, by, act, ...(note !== null && { note }) }))
  }

  async #historyOfVote(id: string): Promise<Entry[]> {
    const book = await this.#ballots.ofKeys([keyOf(id)])
    const leaves = book.leavesOf(id)
    if (!leaves.length) throw noRecord(id)
    type Tx = { seq: number; at: string; by: string; note: string | null }
    const acts = book.acts(id)
    const named = [
      ...leaves.flatMap((leaf) => leaf.filings.flatMap((f) => [f.added, f.retracted])),
      ...acts.map((a) => a.tx),
    ]
    const rows = await this.#session.all<Tx>('SELECT seq, at, by, note FROM tx WHERE seq = ANY($1::bigint[])', [named])
    const known = new Map(rows.map((row) => [row.seq, row]))
    const entry = (seq: number) => {
      const { at, by, note } = known.get(seq)!
      return { at, by, ...(note !== null && { note }) }
    }
    return historyOf(leaves, acts, entry, OPEN)
  }

  async fact(id: string): Promise<Fact | undefined> {
    if (!id.startsWith('fact:')) return undefined
    const sql = `SELECT r.body, ${DECISION} AS decision FROM record r WHERE r.id = $2 AND r.sort = 'fact'`
    const row = await this.#session.get<{ body: string; decision: string | null }>(sql, [NOW, id])
    if (row) return decided(JSON.parse(row.body) as Fact, row.decision ?? undefined)
    return (await this.#ballots.ofKeys([keyOf(id)])).vote(id)
  }

  documents = async (): Promise<Document[]> => lastOfEach(await this.#inForce<Document>('document'))

  async document(id: string): Promise<Document | undefined> {
    const told = await this.#inForce<Document>('document', NOW, "AND r.subject <> '' AND r.subject = $3", [id])
    return told.at(-1)
  }

  reviews = (document: string): Promise<KeptReview[]> =>
    this.#inForce<KeptReview>('review', NOW, "AND r.subject <> '' AND r.subject = $3", [document])

  async lookupNames(keys: readonly string[], at?: At): Promise<Name[]> {
    const rows = await this.#session.all<Numbered>(CALLED, [await this.#bound(at), keys.map(nameKey)])
    const names = await this.#bodies.of<Name>(
      this.#session,
      rows.map((row) => row.seq),
    )
    return mergeNames(names)
  }

  allNames = async (at?: At): Promise<Name[]> => mergeNames(await this.#inForce<Name>('name', await this.#bound(at)))

  async log({ before = OPEN, most }: LogAsked): Promise<LogEntry[]> {
    const rows = await this.#session.all<LogRow>(logSql('$1', '$2'), [before, most])
    const counts = (column: 'added' | 'retracted') =>
      this.#session.all<Counts[number]>(countSql(column, '$1', '$2'), [rows.at(-1)?.n ?? 0, rows[0]?.n ?? 0])
    return logOf(rows, await counts('added'), await counts('retracted'))
  }

  head = async (): Promise<number> => (await this.#session.get<{ n: number }>(HEAD))?.n ?? 0

  async summary(): Promise<Summary> {
    const count = async (sql: string) => (await this.#session.get<{ n: number }>(sql))!.n
    return summarise({
      tallies: await this.#session.all('SELECT kind, source, standing, n FROM tally'),
      accepted: (await count(decidedNow('accept'))) + (await this.#decidedVotes('accept')),
      rejected: (await count(decidedNow('reject'))) + (await this.#decidedVotes('reject')),
      documents: await count(DOCUMENTS),
      coverage: await this.#inForce<Coverage>('coverage'),
      sources: await this.#inForce<Source>('source'),
      lastRecorded: (await this.#session.get<{ at: string }>('SELECT at FROM tx ORDER BY seq DESC LIMIT 1'))?.at,
      marks: await this.marks(),
    })
  }

  async #decidedVotes(decision: 'accept' | 'reject'): Promise<number> {
    const acts = await this.#session.all<{ id: string }>('SELECT DISTINCT id FROM act')
    return acts.length ? (await this.#ballots.ofKeys(acts.map(({ id }) => keyOf(id)))).decided(decision, NOW) : 0
  }
}

interface Changed {
  sort: string
  body: string
  key: string | null
}

/** The record of an id, or every record about a document. */
export const NAMED = `SELECT r.seq, r.id, r.sort, r.kind, r.source, r.standing FROM record r
  WHERE r.id = $1 OR (r.sort IN ('document', 'redacted') AND r.subject = $1 AND r.subject <> '')`

/** Facts and ballots that an author filed, or withdrew, in a transaction. */
const changedIn = (column: 'added' | 'retracted'): string => `SELECT r.sort, r.body, b.key FROM filing f
  JOIN record r ON r.seq = f.record LEFT JOIN ballot b ON b.record = r.seq
  WHERE f.by = $1 AND f.${column} = $2 AND r.sort IN ('fact', 'ballot')`

const HISTORY = `SELECT DISTINCT tx.seq, tx.at, tx.by, tx.note, e.act COLLATE "C" AS act FROM (
    SELECT added AS seq, 'recorded' AS act FROM filing WHERE record = ANY($1::bigint[])
    UNION ALL
    SELECT retracted, 'retracted' FROM filing WHERE record = ANY($1::bigint[]) AND retracted < ${OPEN}
    UNION ALL
    SELECT tx, decision || 'ed' FROM decision WHERE record = ANY($1::bigint[])
    UNION ALL
    SELECT a.tx, 'redacted' FROM act a JOIN record r ON r.id = a.id WHERE r.seq = ANY($1::bigint[])
  ) e JOIN tx ON tx.seq = e.seq ORDER BY tx.seq, e.act COLLATE "C"`

/** Every name record in force of the things that some name record in force calls by a key. */
const CALLED = `SELECT r.seq FROM record r WHERE r.sort = 'name' AND r.subject <> '' AND ${IN_FORCE}
  AND r.subject IN (SELECT r.subject FROM called c JOIN record r ON r.seq = c.record
    WHERE c.key = ANY($2::text[]) AND ${IN_FORCE})
  ORDER BY r.seq`

const DOCUMENTS = `SELECT count(DISTINCT r.subject) AS n FROM record r WHERE r.sort = 'document' AND ${OPEN_NOW}`

/** Facts in force whose last decision is this one. */
const decidedNow = (decision: string): string => `SELECT count(*) AS n FROM (
  SELECT DISTINCT ON (d.record) d.record AS seq, d.decision FROM decision d ORDER BY d.record, d.tx DESC) r
  WHERE r.decision = '${decision}' AND ${OPEN_NOW}`
