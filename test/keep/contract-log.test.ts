import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import type { Ledger } from '../../src/keep/port.ts'
import { postgresLedger } from '../../src/keep/postgres/ledger.ts'
import { freshSchema } from './server.ts'
import { closing, holdsInEveryStore, on, source, visit } from './stores.ts'

async function filled(ledger: Ledger): Promise<string[]> {
  const batch = { facts: [visit('a', 'ECU'), visit('b', 'ECU')], sources: [source('list')] }
  const { facts } = await ledger.add(batch, { ...on('2024-01-01'), note: 'first' })
  await ledger.decide(facts[0]!, 'reject', on('2024-01-02', 'ana'))
  await ledger.retract(facts[1]!, on('2024-01-03', 'bo'))
  await ledger.decide(facts[0]!, 'accept', on('2024-01-04', 'ana'))
  await ledger.redact(facts[1]!, { ...on('2024-01-05', 'bo'), note: 'asked to' })
  return facts
}

holdsInEveryStore({
  'the log tells what each did, the latest first': async (ledger) => {
    assert.deepEqual(await ledger.log({ most: 10 }), [])
    const [a, b] = await filled(ledger)
    const log = await ledger.log({ most: 10 })
    assert.deepEqual(
      log.map(({ n, by, note, filed, withdrawn, did }) => [n, by, note, filed, withdrawn, did]),
      [
        [5, 'bo', 'asked to', 0, 0, { act: 'retract', id: b }],
        [4, 'ana', undefined, 0, 0, { act: 'accept', id: a }],
        [3, 'bo', undefined, 0, 1, undefined],
        [2, 'ana', undefined, 0, 0, { act: 'reject', id: a }],
        [1, 'desk', 'first', 3, 0, undefined],
      ],
    )
    assert.deepEqual(
      log.map(({ at }) => at.slice(0, 10)),
      ['2024-01-05', '2024-01-04', '2024-01-03', '2024-01-02', '2024-01-01'],
    )
  },
  'the log is read in parts, and each entry has a link of its own where there is a chain': async (ledger) => {
    await filled(ledger)
    const parts = [
      await ledger.log({ most: 2 }),
      await ledger.log({ before: 4, most: 2 }),
      await ledger.log({ before: 2, most: 2 }),
    ]
    assert.deepEqual(parts.flat(), await ledger.log({ most: 10 }))
    assert.deepEqual(
      parts.map((part) => part.length),
      [2, 2, 1],
    )
    const links = parts.flat().flatMap(({ link }) => link ?? [])
    assert.equal(new Set(links).size, links.length)
  },
  'the head is another after each entry, and else the same': async (ledger) => {
    assert.equal(await ledger.head(), 0)
    const [a] = await filled(ledger)
    assert.equal(await ledger.head(), 5)
    await ledger.fetch([{ kind: 'visit' }])
    assert.equal(await ledger.head(), 5)
    await ledger.decide(a!, 'reject', on('2024-01-06'))
    assert.equal(await ledger.head(), 6)
  },
})

test('after many facts at once a server knows how large its tables are', async (t) => {
  const url = freshSchema()
  if (!url) return t.skip('no PostgreSQL is installed')
  const ledger = closing(t, await postgresLedger(url))
  await ledger.add({ facts: Array.from({ length: 600 }, (_, i) => visit(`v${i}`, 'ECU')) }, on('2024-01-01'))
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query("SELECT reltuples FROM pg_class WHERE oid = 'holds'::regclass")
  await client.end()
  assert.ok(rows[0].reltuples >= 1200, String(rows[0].reltuples))
})
