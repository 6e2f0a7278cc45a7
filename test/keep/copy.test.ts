import assert from 'node:assert/strict'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { copyTables } from '../../src/keep/copy.ts'
import { embeddedLedger } from '../../src/keep/embedded.ts'
import { embeddedTables } from '../../src/keep/embedded-tables.ts'
import type { Ledger } from '../../src/keep/port.ts'
import { postgresLedger } from '../../src/keep/postgres/ledger.ts'
import { servedTables } from '../../src/keep/postgres/tables.ts'
import type { OpenTables } from '../../src/keep/tables.ts'
import type { Watch } from '../../src/keep/watches.ts'
import { freshSchema } from './server.ts'
import { on, scratch, source, visit } from './stores.ts'

interface Place {
  open(): Promise<Ledger>
  tables(mode: 'read' | 'write'): Promise<OpenTables>
}

const fileIn = (folder: string, name: string): Place => {
  const path = join(folder, name)
  return { open: async () => embeddedLedger(path), tables: async (mode) => embeddedTables(path, mode) }
}

const server = (): Place | undefined => {
  const url = freshSchema()
  return url ? { open: () => postgresLedger(url), tables: (mode) => servedTables(url, mode) } : undefined
}

/** A ledger with every sort of entry: facts told twice and withdrawn, decisions, a document, a roll call, odd text. */
async function fill(ledger: Ledger): Promise<void> {
  const votes: [string, string][] = [
    ['state:ECU', 'yes'],
    ['state:ISR', 'no'],
  ]
  const ballot = { roll: 'roll:A-1', when: '1950-01', source: 'list', locator: '1', votes, stated: { yes: 1, no: 2 } }
  await ledger.add({ sources: [source('list')], ballots: [ballot] }, on('2024-01-01', 'pack'))
  const facts = [visit('a', 'ECU', '1950'), visit('b', 'ISR', '1951', { standing: 'reported' })]
  const names = [{ id: 'person:a', label: 'Ana Able', aliases: ['\u0000\ud83d'] }]
  const document = { id: 'doc:1', text: 'a\u0000b\r\n' }
  const { facts: ids } = await ledger.add({ facts, names, document }, on('2024-01-02', 'ana\u{10FFFF}'))
  await ledger.decide(ids[1]!, 'accept', { ...on('2024-01-03'), note: 'seen \udc00' })
  await ledger.replace({ facts: facts.slice(0, 1) }, on('2024-01-04', 'pack'), { content: '1', stamp: '2' })
  await ledger.retract(ids[0]!, on('2024-01-05'))
  for (const id of ['watch:2', 'watch:1']) await ledger.watches.put(watch(id))
}

const T = '2024-01-06T00:00:00.000Z'
const watch = (id: string): Watch => ({
  ...{ id, form: 'sentence', text: 'Ťažko \u0000\ud83d', date: '2024-01-01', created: T, by: 'ana' },
  last: { at: T, state: '{"outcome":"refuted"}' },
})

async function told(place: Place): Promise<unknown> {
  const ledger = await place.open()
  const moments = [undefined, '2024-01-02', '2024-01-04']
  const snapshots = moments.map((knownOn) => ledger.fetch([{ kind: 'visit' }, { kind: 'vote' }], { knownOn }))
  const all = await Promise.all([
    ...snapshots,
    ledger.summary(),
    ledger.documents(),
    ledger.allNames(),
    ledger.ballots(),
    ledger.watches.list(),
  ])
  await ledger.close()
  return all
}

async function copy(from: Place, to: Place): Promise<number> {
  const [source, target] = [await from.tables('read'), await to.tables('write')]
  try {
    return (await copyTables(source, target, () => {})).reduce((sum, { rows }) => sum + rows, 0)
  } finally {
    await source.close()
    await target.close()
  }
}

async function filled(t: TestContext): Promise<{ first: Place; folder: string }> {
  const folder = scratch(t)
  const first = fileIn(folder, 'first.db')
  const ledger = await first.open()
  await fill(ledger)
  await ledger.close()
  return { first, folder }
}

test('a copy answers as the ledger that it was made of, also about past moments, and can be written to', async (t) => {
  const { first, folder } = await filled(t)
  const second = fileIn(folder, 'second.db')
  assert.ok((await copy(first, second)) > 10)
  assert.deepEqual(await told(second), await told(first))
  const ledger = await second.open()
  assert.equal((await ledger.add({ facts: [visit('c', 'ECU')] }, on('2024-02-01'))).added, 1)
  await ledger.close()
})

test('a ledger goes to a PostgreSQL server and back and stays the same', async (t) => {
  const served = server()
  if (!served) return t.skip('no PostgreSQL is installed')
  const { first, folder } = await filled(t)
  const back = fileIn(folder, 'back.db')
  const rows = await copy(first, served)
  assert.deepEqual(await told(served), await told(first))
  assert.equal(await copy(served, back), rows)
  assert.deepEqual(await told(back), await told(first))
  const ledger = await served.open()
  assert.equal((await ledger.add({ facts: [visit('c', 'ECU')] }, on('2024-02-01'))).added, 1)
  await ledger.close()
})

test('a copy takes the place of nothing', async (t) => {
  const { first, folder } = await filled(t)
  const second = fileIn(folder, 'second.db')
  const ledger = await second.open()
  await ledger.add({ facts: [visit('z', 'ECU')] }, on('2024-01-01'))
  await ledger.close()
  const before = await told(second)
  await assert.rejects(copy(first, second), { code: 'conflict' })
  assert.deepEqual(await told(second), before)
})

test('a copy has what is watched, and none goes where something is watched already', async (t) => {
  const { first, folder } = await filled(t)
  const second = fileIn(folder, 'second.db')
  await copy(first, second)
  const ledger = await second.open()
  assert.deepEqual(await ledger.watches.list(), [watch('watch:1'), watch('watch:2')])
  await ledger.close()
  const third = fileIn(folder, 'third.db')
  const watched = await third.open()
  await watched.watches.put(watch('watch:3'))
  await watched.close()
  await assert.rejects(copy(first, third), { code: 'conflict' })
})

test('a watch that was not written as it was read is a fault', async (t) => {
  const { first, folder } = await filled(t)
  const second = fileIn(folder, 'second.db')
  const [source, target] = [await first.tables('read'), await second.tables('write')]
  const wrong: OpenTables = {
    ...target,
    put: (table, rows) => target.put(table, table === 'watch' ? rows.map(([id]) => [id!, '{}']) : rows),
  }
  await assert.rejects(
    copyTables(source, wrong, () => {}),
    { code: 'fault' },
  )
  await source.close()
  await target.close()
})

test('a copy that is cut short keeps nothing', async (t) => {
  const { first, folder } = await filled(t)
  const second = fileIn(folder, 'second.db')
  const [source, target] = [await first.tables('read'), await second.tables('write')]
  const cut: OpenTables = {
    ...target,
    put: (table, rows) => (table === 'voter' ? Promise.reject(new Error('cut')) : target.put(table, rows)),
  }
  await assert.rejects(
    copyTables(source, cut, () => {}),
    /cut/,
  )
  await target.close()
  const lossy: OpenTables = { ...(await second.tables('write')), put: async () => {} }
  await assert.rejects(
    copyTables(source, lossy, () => {}),
    { code: 'fault' },
  )
  await lossy.close()
  await source.close()
  const ledger = await second.open()
  assert.equal((await ledger.summary()).facts, 0)
  await ledger.close()
})
