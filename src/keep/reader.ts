import type { SQLInputValue } from 'node:sqlite'
import type { Pattern, Snapshot } from '../ask/snapshot.ts'
import type { Document } from '../model/claim.ts'
import type { Coverage, Source } from '../model/coverage.ts'
import type { Fact } from '../model/fact.ts'
import type { Judgement } from '../model/judgement.ts'
import type { Database } from './driver.ts'
import { endOf } from './instant.ts'
import { bears } from './match.ts'
import { noRecord } from './missing.ts'
import { mergeNames, nameKey } from './names.ts'
import type { At, Entry, Mark, Name, Summary } from './port.ts'
import { byId, decided, lastOfEach, oneOfEach, type Sort } from './record.ts'
import { NAMED, OPEN } from './schema.ts'
import { summarise } from './summary.ts'

/** The last transaction that a reader may see. */
const NOW = OPEN - 1

const IN_FORCE = 'EXISTS (SELECT 1 FROM filing f WHERE f.record = r.seq AND f.added <= ? AND f.retracted > ?)'
const DECISION = '(SELECT decision FROM decision d WHERE d.record = r.seq AND d.tx <= ? ORDER BY d.tx DESC LIMIT 1)'
const HOLDS = 'r.seq IN (SELECT record FROM holds WHERE field = ? AND entity IN (SELECT value FROM json_each(?)))'

const CITED = `SELECT r.body FROM record r WHERE r.sort = 'source' AND r.subject <> ''
  AND r.subject IN (SELECT value FROM json_each(?)) AND ${IN_FORCE} ORDER BY r.seq`

const parsed = <T>(row: Record<string, unknown>): T => JSON.parse(row.body as string) as T

/** Questions to an embedded ledger; each runs within one read transaction of the caller. */
export class EmbeddedReader {
  readonly #db: Database
  constructor(db: Database) {
    this.#db = db
  }

  fetch(patterns: readonly Pattern[], at?: At): Snapshot {
    const bound = this.#bound(at)
    const facts = new Map<string, Fact>()
    for (const pattern of patterns) for (const fact of this.#facts(pattern, bound)) facts.set(fact.id, fact)
    const kinds = [...new Set(patterns.map((p) => p.kind))]
    const coverage = kinds.flatMap((kind) =>
      this.#inForce<Coverage>('coverage', bound, 'kind', kind).filter((c) => patterns.some((p) => bears(p, c))),
    )
    const judgements = kinds.flatMap((kind) => this.#inForce<Judgement>('judgement', bound, 'kind', kind))
    const cited = new Set([...facts.values(), ...coverage].map((item) => item.cite.source))
    const sources = this.#db.all(CITED, JSON.stringify([...cited]), bound, bound).map(parsed<Source>)
    return {
      facts: [...facts.values()].sort(byId),
      coverage: coverage.sort(byId),
      sources: oneOfEach(sources),
      ...(judgements.length > 0 && { judgements }),
    }
  }

  #bound(at: At | undefined): number {
    if (at?.knownOn === undefined) return NOW
    return Number(this.#db.get('SELECT coalesce(max(seq), 0) AS seq FROM tx WHERE at <= ?', endOf(at.knownOn))!.seq)
  }

  #facts(pattern: Pattern, bound: number): Fact[] {
    const roles = Object.entries(pattern.roles ?? {})
    const where = ["r.sort = 'fact' AND r.kind = ?", ...roles.map(() => HOLDS), IN_FORCE].join(' AND ')
    const held = roles.flatMap(([role, ids]) => [`${pattern.kind}.${role}`, JSON.stringify(ids)])
    const values: SQLInputValue[] = [bound, pattern.kind, ...held, bound, bound]
    const rows = this.#db.all(`SELECT r.body, ${DECISION} AS decision FROM record r WHERE ${where}`, ...values)
    return rows
      .filter((row) => row.decision !== 'reject')
      .map((row) => decided(parsed<Fact>(row), row.decision as string | undefined))
  }

  /** Bodies of a sort in force, in order of recording. */
  #inForce<T>(sort: Sort, bound = NOW, column?: 'kind' | 'subject', value = ''): T[] {
    const narrowed = column ? `AND r.${column} = ? ${column === 'subject' ? "AND r.subject <> ''" : ''}` : ''
    const sql = `SELECT r.body FROM record r WHERE r.sort = ? ${narrowed} AND ${IN_FORCE} ORDER BY r.seq`
    return this.#db.all(sql, sort, ...(column ? [value] : []), bound, bound).map(parsed<T>)
  }

  marks(): Mark[] {
    return this.#db.all<Mark>('SELECT by, content, stamp FROM mark ORDER BY by').map((mark) => ({ ...mark }))
  }

  history(id: string): Entry[] {
    const records = this.#db.all(NAMED, id, id)
    if (!records.length) throw noRecord(id)
    const seqs = JSON.stringify(records.map((r) => r.seq))
    const rows = this.#db.all(HISTORY, seqs, seqs, seqs)
    return rows.map(({ at, by, act, note }) => ({ at, by, act, ...(note !== null && { note }) }) as Entry)
  }

  fact(id: string): Fact | undefined {
    const row = this.#db.get(`SELECT r.body, ${DECISION} AS decision FROM record r WHERE r.id = ?`, NOW, id)
    return row && id.startsWith('fact:') ? decided(parsed<Fact>(row), row.decision as string) : undefined
  }

  documents(): Document[] {
    return lastOfEach(this.#inForce<Document>('document'))
  }

  document(id: string): Document | undefined {
    return this.#inForce<Document>('document', NOW, 'subject', id).at(-1)
  }

  lookupNames(keys: readonly string[], at?: At): Name[] {
    const bound = this.#bound(at)
    const rows = this.#db.all(CALLED, bound, bound, JSON.stringify(keys.map(nameKey)), bound, bound)
    return mergeNames(rows.map(parsed<Name>))
  }

  allNames(at?: At): Name[] {
    return mergeNames(this.#inForce<Name>('name', this.#bound(at)))
  }

  summary(): Summary {
    const count = (sql: string) => Number(this.#db.get(sql)!.n)
    return summarise({
      tallies: this.#db.all('SELECT kind, source, standing, n FROM tally'),
      accepted: count(decidedNow('accept')),
      rejected: count(decidedNow('reject')),
      documents: count(DOCUMENTS),
      coverage: this.#inForce<Coverage>('coverage'),
      sources: this.#inForce<Source>('source'),
      lastRecorded: this.#db.get('SELECT at FROM tx ORDER BY seq DESC LIMIT 1')?.at as string | undefined,
      marks: this.marks(),
    })
  }
}

const HISTORY = `SELECT DISTINCT tx.seq, tx.at, tx.by, tx.note, e.act FROM (
    SELECT added AS seq, 'recorded' AS act FROM filing WHERE record IN (SELECT value FROM json_each(?))
    UNION ALL
    SELECT retracted, 'retracted' FROM filing WHERE record IN (SELECT value FROM json_each(?)) AND retracted < ${OPEN}
    UNION ALL
    SELECT tx, decision || 'ed' FROM decision WHERE record IN (SELECT value FROM json_each(?))
  ) e JOIN tx ON tx.seq = e.seq ORDER BY tx.seq, e.act`

/** Every name record in force of the things that some name record in force calls by a key. */
const CALLED = `SELECT r.body FROM record r WHERE r.sort = 'name' AND r.subject <> '' AND ${IN_FORCE}
  AND r.subject IN (SELECT r.subject FROM called c JOIN record r ON r.seq = c.record
    WHERE c.key IN (SELECT value FROM json_each(?)) AND ${IN_FORCE})
  ORDER BY r.seq`

const DOCUMENTS = `SELECT count(DISTINCT r.subject) AS n FROM record r
  WHERE r.sort = 'document' AND EXISTS (SELECT 1 FROM filing f WHERE f.record = r.seq AND f.retracted = ${OPEN})`

/** Facts in force whose last decision is this one. */
const decidedNow = (decision: string): string => `SELECT count(*) AS n FROM (
  SELECT d.record, d.decision, max(d.tx) FROM decision d GROUP BY d.record) last
  WHERE last.decision = '${decision}' AND EXISTS (SELECT 1 FROM filing f WHERE f.record = last.record AND f.retracted = ${OPEN})`
