import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type TestContext, test } from 'node:test'
import { embeddedLedger } from '../../src/keep/embedded.ts'
import { embeddedTables } from '../../src/keep/embedded-tables.ts'
import type { Ledger } from '../../src/keep/port.ts'
import { postgresLedger } from '../../src/keep/postgres/ledger.ts'
import { servedTables } from '../../src/keep/postgres/tables.ts'
import { NAMES, type OpenTables, TABLES } from '../../src/keep/tables.ts'
import { type Verified, verifyTables } from '../../src/keep/verify.ts'
import { freshSchema } from './server.ts'
import { covers, on, scratch, source, visit } from './stores.ts'

const votes: [string, string][] = [
  ['state:ECU', 'yes'],
  ['state:ISR', 'no'],
]

/** Every sort of record and of entry. */
async function fill(ledger: Ledger): Promise<void> {
  const ballot = { roll: 'roll:A-1', when: '1950-01', source: 'list', locator: '1', votes }
  const more = { ...ballot, roll: 'roll:A-2', locator: '2' }
  await ledger.add({ sources: [source('list')], ballots: [ballot, more] }, on('2024-01-01', 'pack'))
  const facts = [visit('a', 'ECU', '1950'), visit('b', 'ISR', '1951', { standing: 'reported' }), visit('c', 'ISR')]
  const names = [{ id: 'person:a', label: 'Ana Able', aliases: [] }]
  const batch = { facts, names, coverage: [covers('visit', { to: 'state:ECU' })], document: { id: 'doc:1', text: 'a' } }
  const { facts: ids } = await ledger.add(batch, on('2024-01-02', 'ana'))
  await ledger.decide(ids[1]!, 'accept', { ...on('2024-01-03'), note: 'seen' })
  const tellings: [string, string] = [ids[0]!, ids[1]!]
  const judgement = { is: 'same' as const, kind: 'visit' as const, because: 'one day', by: 'ana', tellings }
  await ledger.add({ judgements: [judgement] }, on('2024-01-03', 'ana'))
  await ledger.replace({ facts: facts.slice(0, 2) }, on('2024-01-04', 'list'), { content: '1', stamp: '2' })
  await ledger.replace({ facts: facts.slice(0, 1) }, on('2024-01-05', 'list'), { content: '2', stamp: '2' })
  await ledger.retract(ids[2]!, on('2024-01-05'))
  const vote = (await ledger.fetch([{ kind: 'vote', roles: { roll: ['roll:A-2'] } }])).facts[0]!
  await ledger.retract(vote.id, on('2024-01-06'))
}

async function verified(open: OpenTables | Promise<OpenTables>): Promise<Verified> {
  const tables = await open
  try {
    return await verifyTables(tables)
  } finally {
    await tables.close()
  }
}

async function filled(t: TestContext): Promise<string> {
  const path = join(scratch(t), 'ledger.db')
  const ledger = embeddedLedger(path)
  await fill(ledger)
  await ledger.close()
  return path
}

test('a ledger as it was written is whole, on a disk and on a server, with one head', async (t) => {
  const path = await filled(t)
  const whole = await verified(embeddedTables(path, 'read'))
  assert.deepEqual(whole.damages, [])
  assert.equal(whole.transactions, 8)
  assert.match(whole.head ?? '', /^[0-9a-f]{64}$/)
  const url = freshSchema()
  if (!url) return t.diagnostic('no PostgreSQL is installed: the server was not tried')
  const served = await postgresLedger(url)
  await fill(served)
  await served.close()
  assert.deepEqual(await verified(servedTables(url, 'read')), whole)
})

/** What is no part of the record. */
const UNCHAINED: readonly string[] = ['mark', 'watch']

test('any cell that was changed is found', async (t) => {
  const path = await filled(t)
  const db = new DatabaseSync(path)
  t.after(() => db.close())
  db.exec('PRAGMA foreign_keys = OFF')
  let tried = 0
  for (const table of NAMES.filter((name) => !UNCHAINED.includes(name)))
    for (const column of TABLES[table].columns)
      for (const { rowid } of rowsOf(db, table)) {
        const changed = change(db, table, column, rowid)
        if (!changed) continue
        tried++
        const { damages } = await verified(embeddedTables(path, 'read'))
        assert.ok(damages.length > 0, `${table}.${column} of row ${rowid}`)
        changed.undo()
      }
  assert.ok(tried > 150, String(tried))
  assert.deepEqual((await verified(embeddedTables(path, 'read'))).damages, [])
})

test('a row that was taken out or put in is found', async (t) => {
  for (const table of NAMES.filter((name) => ![...UNCHAINED, 'voter'].includes(name))) {
    const path = await filled(t)
    const db = new DatabaseSync(path)
    const { columns, keys } = TABLES[table]
    const key = columns.slice(0, keys).join(', ')
    db.exec(`PRAGMA foreign_keys = OFF; DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} LIMIT 1)`)
    db.close()
    assert.ok((await verified(embeddedTables(path, 'read'))).damages.length > 0, table)
  }
})

/** Numbers of rows; a table without such is told by its order. */
function rowsOf(db: DatabaseSync, table: string): { rowid: number }[] {
  const { n } = db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }
  return Array.from({ length: n }, (_, rowid) => ({ rowid }))
}

type Cell = string | number | null | Uint8Array

/** Changes one bit of a cell, unless a constraint forbids it. */
function change(db: DatabaseSync, table: string, column: string, row: number): { undo(): void } | undefined {
  const { columns } = TABLES[table as keyof typeof TABLES]
  const all = db.prepare(`SELECT ${columns.join(', ')} FROM ${table}`).all() as Record<string, Cell>[]
  const old = all[row]!
  const to = flipped(old[column]!)
  if (to === undefined) return undefined
  const where = (cells: Record<string, Cell>) => columns.map((c) => cells[c] as Cell)
  const sql = `UPDATE ${table} SET ${column} = ? WHERE ${columns.map((c) => `${c} IS ?`).join(' AND ')}`
  try {
    db.prepare(sql).run(to, ...where(old))
  } catch {
    return undefined
  }
  const now = { ...old, [column]: to }
  return { undo: () => db.prepare(sql).run(old[column]!, ...where(now)) }
}

function flipped(cell: Cell): Cell | undefined {
  if (typeof cell === 'number') return cell ^ 1
  if (cell === null) return 'x'
  if (typeof cell !== 'string') return Uint8Array.from(cell, (byte, i) => (i ? byte : byte ^ 1))
  const at = cell.length >> 1
  return `${cell.slice(0, at)}${String.fromCharCode((cell.charCodeAt(at) || 0x60) ^ 1)}${cell.slice(at + 1)}`
}
