import type { Ballot } from '../model/ballot.ts'
import type { EntityId } from '../model/ids.ts'
import { type Act, Book, ballotKey, CHOICES, type Head, type Leaf } from './ballots.ts'
import type { Database } from './driver.ts'
import { clearVote, type Mask, mergedBits } from './masks.ts'
import { OPEN } from './schema.ts'

/** Ballots in a SQLite file, packed; each method runs within a transaction of the caller. */
export class PackedBallots {
  readonly #db: Database
  #whole: { book: Book; version: string } | undefined
  #voters: EntityId[] = []
  #numbers = new Map<EntityId, number>()
  constructor(db: Database) {
    this.#db = db
  }

  /** Every ballot ever told, read once as long as nothing is written. */
  whole(): Book {
    return this.#known() ?? this.#keep(this.#book('1', []))
  }

  /** At least the ballots of some roll calls. */
  forRolls(rolls: readonly EntityId[]): Book {
    const where = "r.sort = 'ballot' AND r.subject <> '' AND r.subject IN (SELECT value FROM json_each(?))"
    return this.#known() ?? this.#book(where, rolls)
  }

  #version = (): string => `${this.#db.get('PRAGMA data_version')!.data_version} ${this.#db.generation}`

  #known(): Book | undefined {
    return this.#whole?.version === this.#version() ? this.#whole.book : undefined
  }

  #keep(book: Book): Book {
    this.#whole = { version: this.#version(), book }
    return book
  }

  ofKeys = (keys: readonly string[]): Book => this.#book(OF_KEYS, keys)

  #book(where: string, values: readonly string[]): Book {
    this.#readVoters()
    const acts = this.#db.all<Act>('SELECT tx, id, act FROM act ORDER BY tx').map((act) => ({ ...act }))
    return new Book(this.#leaves(where, values), this.#voters, acts)
  }

  #leaves(where: string, values: readonly string[]): Leaf[] {
    const given = values.length ? [JSON.stringify(values)] : []
    const filings = new Map<number, { added: number; retracted: number }[]>()
    const sql = `SELECT f.record, f.added, f.retracted FROM ballot b JOIN record r ON r.seq = b.record
      JOIN filing f ON f.record = b.record WHERE ${where}`
    for (const { record, added, retracted } of this.#db.all<Record<string, number>>(sql, ...given)) {
      const filing = { added: added!, retracted: retracted! }
      const known = filings.get(record!)
      if (known) known.push(filing)
      else filings.set(record!, [filing])
    }
    const rows = this.#db.all<{ record: number; key: string; body: string; choices: Uint8Array }>(
      `SELECT b.record, b.key, b.choices, r.body FROM ballot b JOIN record r ON r.seq = b.record WHERE ${where}`,
      ...given,
    )
    return rows.map(({ record, key, body, choices }) => ({
      key,
      head: JSON.parse(body) as Head,
      choices,
      filings: filings.get(record) ?? [],
    }))
  }

  /** Numbers are only ever added. */
  #readVoters(): void {
    const rows = this.#db.all<{ n: number; id: string }>(
      'SELECT n, id FROM voter WHERE n >= ? ORDER BY n',
      this.#voters.length,
    )
    for (const { n, id } of rows) {
      this.#voters[n] = id
      this.#numbers.set(id, n)
    }
  }

  /** Keeps the votes of a new record. */
  put(record: number, ballot: Ballot): void {
    const numbered = ballot.votes.map(([voter, choice]) => [
      this.#numberOf(voter),
      CHOICES.indexOf(choice as 'yes') + 1,
    ])
    const choices = new Uint8Array(Math.max(0, ...numbered.map(([n]) => n! + 1)))
    for (const [n, choice] of numbered) choices[n!] = choice!
    this.#db.run('INSERT INTO ballot VALUES (?, ?, ?)', record, ballotKey(ballot), choices)
    this.#db.generation++
  }

  #numberOf(voter: EntityId): number {
    const known = this.#numbers.get(voter)
    if (known !== undefined) return known
    this.#readVoters()
    const n = this.#numbers.get(voter) ?? this.#voters.length
    if (n === this.#voters.length) {
      this.#db.run('INSERT INTO voter VALUES (?, ?)', n, voter)
      this.#voters[n] = voter
      this.#numbers.set(voter, n)
    }
    return n
  }

  /** A transaction that was taken back may have numbered voters. */
  forget(): void {
    this.#voters = []
    this.#numbers = new Map()
    this.#whole = undefined
  }

  keyOf = (record: number): string => String(this.#db.get('SELECT key FROM ballot WHERE record = ?', record)?.key ?? '')

  /** The votes in force of some keys; those that a person withdrew are not. */
  masks(keys: Iterable<string>): Map<string, Mask> {
    const list = [...keys]
    const masks = new Map<string, Mask>()
    if (!list.length) return masks
    const sql = `SELECT b.key, b.choices, r.source FROM ballot b JOIN record r ON r.seq = b.record WHERE ${OF_KEYS}
      AND EXISTS (SELECT 1 FROM filing f WHERE f.record = b.record AND f.retracted = ${OPEN})`
    for (const row of this.#db.all<{ key: string; choices: Uint8Array; source: string }>(sql, JSON.stringify(list)))
      masks.set(row.key, { source: row.source, bits: mergedBits(masks.get(row.key)?.bits, row.choices) })
    this.#readVoters()
    for (const { id } of this.#db.all("SELECT id FROM act WHERE act = 'retract'"))
      clearVote(masks, String(id), this.#voters)
    return masks
  }
}

const OF_KEYS = 'b.key IN (SELECT value FROM json_each(?))'
