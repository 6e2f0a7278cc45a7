import type { Ballot } from '../model/ballot.ts'
import type { Fact } from '../model/fact.ts'
import { type Act, ballotKey, CHOICES, type Head } from './ballots.ts'
import { deedsOf, linksOf } from './chain.ts'
import { clearVote, type Mask, mergedBits } from './masks.ts'
import { keysOf } from './names.ts'
import type { Batch, Name } from './port.ts'
import { type Filed, filedOf, type Sort } from './record.ts'
import { TOMBSTONE } from './redaction.ts'
import { OPEN } from './schema.ts'
import { type Cells, digested, NO_ROWS, type OpenTables, type Table } from './tables.ts'
import { Tally } from './tally.ts'

/** Something in a ledger that is not as it was written. */
export interface Damage {
  table: Table
  /** The id of a record, the number of a transaction, or absent where a whole table is meant. */
  at?: string
  what: string
}

export interface Verified {
  transactions: number
  records: number
  /** The last link of the chain: noted elsewhere, it shows later that nothing before it was changed. Absent: an empty ledger. */
  head?: string
  damages: Damage[]
}

interface Told {
  id: string
  sort: string
  kind: string
  source: string
  standing: string
}

/**
 * Reads a ledger whole and compares: each record with the hash that is its id, each transaction with its link in the chain, and the
 * indexes with the records. The marks of packs alone are not compared: they only say what need not be read again.
 */
export async function verifyTables(tables: OpenTables): Promise<Verified> {
  const damages: Damage[] = []
  const { ballots, voters } = await ballotsOf(tables)
  const acts = (await allRows(tables, 'act')).map(([tx, id, act]) => ({ tx, id, act }) as Act)
  const records = new Map<number, Told>()
  let [holds, called] = [NO_ROWS, NO_ROWS]
  for await (const rows of tables.rows('record'))
    for (const row of rows) {
      const [seq, id, sort, kind, , source, standing] = row as [number, string, Sort, string, string, string, string]
      records.set(seq, { id, sort, kind, source, standing })
      const filed = sort === 'redacted' ? tombstoneOf(row, acts) : filedFrom(row, ballots.get(seq), voters)
      if (typeof filed === 'string') damages.push({ table: 'record', at: id, what: filed })
      else if (filed?.sort === 'fact') holds = digested(holds, holdsOf(filed, seq))
      else if (filed?.sort === 'name') called = digested(called, calledOf(filed, seq))
    }
  const { links, transactions, open } = await chainOf(tables, records, acts, damages)
  for (const [table, wanted] of [
    ['holds', holds],
    ['called', called],
  ] as const)
    if (!sameDigest(await digestOf(tables, table), wanted))
      damages.push({ table, what: 'does not list what the records hold' })
  if (!(await tallyHolds(tables, open, records, ballots, voters, acts)))
    damages.push({ table: 'tally', what: 'does not count the facts in force' })
  const head = links.at(-1)?.hash
  return { transactions, records: records.size, ...(head && { head }), damages }
}

interface Kept {
  key: string
  choices: Uint8Array
}

async function allRows(tables: OpenTables, table: Table): Promise<Cells[]> {
  const all: Cells[] = []
  for await (const rows of tables.rows(table)) all.push(...rows)
  return all
}

async function digestOf(tables: OpenTables, table: Table) {
  let digest = NO_ROWS
  for await (const rows of tables.rows(table)) digest = digested(digest, rows)
  return digest
}
const sameDigest = (a: typeof NO_ROWS, b: typeof NO_ROWS): boolean => a.rows === b.rows && a.sum === b.sum

async function ballotsOf(tables: OpenTables): Promise<{ ballots: Map<number, Kept>; voters: string[] }> {
  const voters: string[] = []
  for (const [n, id] of await allRows(tables, 'voter')) voters[n as number] = id as string
  const rows = (await allRows(tables, 'ballot')) as [number, string, Uint8Array][]
  return { ballots: new Map(rows.map(([record, key, choices]) => [record, { key, choices }])), voters }
}

/** A tombstone is one only where an entry of the chain says so; else what is wrong with it. */
function tombstoneOf([, id, , , , , , text]: Cells, acts: readonly Act[]): string | undefined {
  if (text !== TOMBSTONE) return 'its tombstone is not as it was written'
  return acts.some((a) => a.id === id && a.act === 'retract') ? undefined : 'no entry says that it was redacted'
}

/** A record as it would be filed today, if it is just what is kept; else what is wrong with it. */
function filedFrom(row: Cells, packed: Kept | undefined, voters: readonly string[]): Filed | string {
  const [, id, sort, kind, subject, source, standing, text] = row as [number, ...string[]]
  try {
    const body = JSON.parse(text!) as never
    if (JSON.stringify(body) !== text) return 'its text is not as it was written'
    const filed = filedOf(batchOf(sort as Sort, sort === 'ballot' ? unpacked(body, packed!, voters) : body)).records[0]!
    const kept = { id, sort, kind, subject, source, standing }
    const wrong = Object.entries(kept).find(([name, value]) => filed[name as keyof Filed] !== value)
    if (wrong)
      return wrong[0] === 'id'
        ? 'its content is not what its id was made of'
        : `its ${wrong[0]} is not that of its content`
    if (sort === 'ballot' && packed!.key !== ballotKey(body)) return 'its key is not that of its content'
    const { id: inner } = body as { id?: string }
    return ['source', 'name', 'document', 'ballot'].includes(sort!) || inner === id
      ? filed
      : 'its content names another id'
  } catch {
    return 'its content cannot be read'
  }
}

/** A batch of one record, whatever it is. */
function batchOf(sort: Sort, body: never): Batch {
  if (sort === 'fact') return { facts: [body] }
  if (sort === 'coverage') return { coverage: [body] }
  if (sort === 'source') return { sources: [body] }
  if (sort === 'name') return { names: [body] }
  if (sort === 'judgement') return { judgements: [body] }
  if (sort === 'review') return { reviews: [body] }
  return sort === 'ballot' ? { ballots: [body] } : { documents: [body] }
}

function unpacked(head: Head, { choices }: Kept, voters: readonly string[]): never {
  const votes = [...choices].flatMap((choice, n): Ballot['votes'] =>
    choice ? [[voters[n]!, CHOICES[choice - 1]!]] : [],
  )
  return { ...head, votes } as never
}

const holdsOf = ({ kind, body }: Filed, seq: number): Cells[] => {
  const pairs = Object.entries((body as Fact).roles).flatMap(([role, value]) =>
    (Array.isArray(value) ? value : [value]).map((entity) => `${kind}.${role}\n${entity}`),
  )
  return [...new Set(pairs)].map((pair) => [...pair.split('\n'), seq])
}
const calledOf = ({ body }: Filed, seq: number): Cells[] => keysOf(body as Name).map((key) => [key, seq])

/** Compares each transaction with its link; the records in force now. */
async function chainOf(
  tables: OpenTables,
  records: ReadonlyMap<number, Told>,
  acts: readonly Act[],
  damages: Damage[],
) {
  const transactions = (await allRows(tables, 'tx')).map(
    ([seq, at, by, note]) => ({ seq, at, by, note }) as { seq: number; at: string; by: string; note: string | null },
  )
  const open = new Set<number>()
  const filings = (await allRows(tables, 'filing')).map((row) => {
    const [record, by, added, retracted] = row as [number, string, number, number]
    if (retracted === OPEN) open.add(record)
    return { id: records.get(record)?.id ?? '', by, added, retracted }
  })
  const decisions = (await allRows(tables, 'decision')).map(([tx, record, decision]) => ({
    tx: tx as number,
    id: records.get(record as number)?.id ?? '',
    decision: decision as string,
  }))
  const known = new Set<number>([...transactions.map(({ seq }) => seq), OPEN])
  if (filings.some(({ id, added, retracted }) => !id || !known.has(added) || !known.has(retracted)))
    damages.push({ table: 'filing', what: 'names records or entries that are not there' })
  const links = linksOf(deedsOf({ transactions, filings, decisions, acts }))
  const kept = new Map((await allRows(tables, 'link')) as [number, string][])
  const broken = links.find(({ tx, hash }) => kept.get(tx) !== hash)
  if (broken)
    damages.push({ table: 'link', at: String(broken.tx), what: 'this entry, or its link, is not as it was written' })
  if (kept.size > links.length) damages.push({ table: 'link', what: 'has links of entries that are not there' })
  return { links, transactions: transactions.length, open }
}

async function tallyHolds(
  tables: OpenTables,
  open: ReadonlySet<number>,
  records: ReadonlyMap<number, Told>,
  ballots: ReadonlyMap<number, Kept>,
  voters: readonly string[],
  acts: readonly Act[],
): Promise<boolean> {
  const tally = new Tally()
  const masks = new Map<string, Mask>()
  for (const seq of open) {
    const record = records.get(seq)
    const ballot = ballots.get(seq)
    if (record?.sort === 'fact') tally.count(record, 1)
    if (record && ballot)
      masks.set(ballot.key, { source: record.source, bits: mergedBits(masks.get(ballot.key)?.bits, ballot.choices) })
  }
  for (const { id, act } of acts) if (act === 'retract') clearVote(masks, id, voters)
  for (const { source, bits } of masks.values())
    tally.count(
      { kind: 'vote', source, standing: 'data' },
      bits.reduce((sum, byte) => sum + ONES[byte]!, 0),
    )
  const line = (cells: readonly unknown[]): string => JSON.stringify(cells)
  const wanted = tally.changes().map(({ kind, source, standing, n }) => line([kind, source, standing, n]))
  const kept = (await allRows(tables, 'tally')).filter((row) => row[3] !== 0).map(line)
  return line(wanted.filter((w) => !w.endsWith(',0]')).sort()) === line(kept.sort())
}
const ONES = Array.from({ length: 16 }, (_, n) => [1, 2, 4, 8].filter((bit) => n & bit).length)
