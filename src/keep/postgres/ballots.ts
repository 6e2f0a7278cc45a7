import type { Ballot } from '../../model/ballot.ts'
import type { EntityId } from '../../model/ids.ts'
import { type Act, Book, ballotKey, CHOICES, type Head, type Leaf } from '../ballots.ts'
import { clearVote, type Mask, mergedBits } from '../masks.ts'
import { OPEN } from '../schema.ts'
import type { Session } from './session.ts'

/** Every ballot ever told, as known at the last write of ballots: read once for many questions. */
export interface WholeBook {
  read?: { book: Book; version: number }
}

interface Row {
  record: number
  key: string
  choices: Uint8Array
  body: string
  source: string
  filings: [added: number, retracted: number][]
}

const SELECT = `SELECT b.record, b.key, b.choices, r.body, r.source,
    (SELECT json_agg(json_build_array(f.added, f.retracted)) FROM filing f WHERE f.record = b.record) AS filings
  FROM ballot b JOIN record r ON r.seq = b.record`

/** Ballots of a PostgreSQL ledger within one transaction. */
export class ServedBallots {
  readonly #session: Session
  readonly #shared: WholeBook
  #voters: EntityId[] | undefined
  #numbers = new Map<EntityId, number>()
  constructor(session: Session, shared: WholeBook) {
    this.#session = session
    this.#shared = shared
  }

  async whole(): Promise<Book> {
    const version = await this.#version()
    if (this.#shared.read?.version === version) return this.#shared.read.book
    const book = await this.#book('true', undefined)
    this.#shared.read = { book, version }
    return book
  }

  /** At least the ballots of some roll calls. */
  async forRolls(rolls: readonly EntityId[]): Promise<Book> {
    if (this.#shared.read?.version === (await this.#version())) return this.#shared.read!.book
    return this.#book("r.sort = 'ballot' AND r.subject <> '' AND r.subject = ANY($1::text[])", rolls)
  }

  ofKeys = (keys: readonly string[]): Promise<Book> => this.#book('b.key = ANY($1::text[])', keys)

  async #version(): Promise<number> {
    return (await this.#session.get<{ value: number }>("SELECT value FROM state WHERE name = 'ballots'"))!.value
  }

  async #book(where: string, values: readonly string[] | undefined): Promise<Book> {
    const rows = await this.#session.all<Row>(`${SELECT} WHERE ${where}`, values ? [[...values]] : [])
    const acts = await this.#session.all<Act>('SELECT tx, id, act FROM act ORDER BY tx')
    const leaves = rows.map(({ key, body, choices, filings }): Leaf => {
      const told = (filings ?? []).map(([added, retracted]) => ({ added, retracted }))
      return { key, head: JSON.parse(body) as Head, choices, filings: told }
    })
    return new Book(leaves, await this.#known(), acts)
  }

  async #known(): Promise<EntityId[]> {
    if (this.#voters) return this.#voters
    const rows = await this.#session.all<{ n: number; id: EntityId }>('SELECT n, id FROM voter ORDER BY n')
    this.#numbers = new Map(rows.map(({ n, id }) => [id, n]))
    this.#voters = rows.map(({ id }) => id)
    return this.#voters
  }

  /** Keeps the votes of new records. */
  async put(ballots: readonly { seq: number; ballot: Ballot }[]): Promise<void> {
    if (!ballots.length) return
    await this.#number(ballots.flatMap(({ ballot }) => ballot.votes.map(([voter]) => voter)))
    const packed = ballots.map(({ ballot }) => this.#packed(ballot))
    await this.#session.run('INSERT INTO ballot SELECT * FROM unnest($1::bigint[], $2::text[], $3::bytea[])', [
      ballots.map(({ seq }) => seq),
      ballots.map(({ ballot }) => ballotKey(ballot)),
      packed,
    ])
  }

  #packed({ votes }: Ballot): Buffer {
    const numbered = votes.map(([voter, choice]) => [this.#numbers.get(voter)!, CHOICES.indexOf(choice as 'yes') + 1])
    const choices = Buffer.alloc(Math.max(0, ...numbered.map(([n]) => n! + 1)))
    for (const [n, choice] of numbered) choices[n!] = choice!
    return choices
  }

  /** Numbers are only ever added. */
  async #number(voters: readonly EntityId[]): Promise<void> {
    const known = await this.#known()
    const fresh = [...new Set(voters)].filter((voter) => !this.#numbers.has(voter))
    if (!fresh.length) return
    for (const voter of fresh) this.#numbers.set(voter, known.push(voter) - 1)
    await this.#session.run('INSERT INTO voter SELECT * FROM unnest($1::integer[], $2::text[])', [
      fresh.map((voter) => this.#numbers.get(voter)),
      fresh,
    ])
  }

  changed = (): Promise<void> => this.#session.run("UPDATE state SET value = value + 1 WHERE name = 'ballots'")

  async keysOf(records: readonly number[]): Promise<string[]> {
    const rows = await this.#session.all<{ key: string }>('SELECT key FROM ballot WHERE record = ANY($1::bigint[])', [
      [...records],
    ])
    return rows.map(({ key }) => key)
  }

  /** The votes in force of some keys; those that a person withdrew are not. */
  async masks(keys: Iterable<string>): Promise<Map<string, Mask>> {
    const masks = new Map<string, Mask>()
    const list = [...keys]
    if (!list.length) return masks
    const sql = `${SELECT} WHERE b.key = ANY($1::text[])
      AND EXISTS (SELECT 1 FROM filing f WHERE f.record = b.record AND f.retracted = ${OPEN})`
    for (const row of await this.#session.all<Row>(sql, [list]))
      masks.set(row.key, { source: row.source, bits: mergedBits(masks.get(row.key)?.bits, row.choices) })
    const voters = await this.#known()
    for (const { id } of await this.#session.all<{ id: string }>("SELECT id FROM act WHERE act = 'retract'"))
      clearVote(masks, id, voters)
    return masks
  }
}
