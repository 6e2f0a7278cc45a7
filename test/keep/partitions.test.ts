import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import type { Pattern } from '../../src/ask/snapshot.ts'
import { postgresLedger } from '../../src/keep/postgres/ledger.ts'
import { BY_RECORD, partitionedTables } from '../../src/keep/postgres/partitions.ts'
import { copyLedger } from '../../src/run/copy-ledger.ts'
import { openLedger } from '../../src/run/ledger.ts'
import { verifyLedger } from '../../src/run/verify.ts'
import { freshSchema } from './server.ts'
import { closing, on, scratch, visit } from './stores.ts'

const ROLES: readonly Record<string, string[]>[] = [{}, { to: ['state:ISR'] }, { parties: ['state:USA'] }]

test('a ledger that is copied into partitions gives what it gave, and is verified', async (t) => {
  const url = freshSchema(partitionedTables(5))
  if (!url) return t.skip('no PostgreSQL is installed')
  const path = join(scratch(t), 'ledger.db')
  const file = closing(t, await openLedger({ path }))
  await copyLedger(path, url, () => {})
  const served = closing(t, await postgresLedger(url))
  const { kinds } = await file.summary()
  assert.ok(kinds.length > 5)
  for (const { kind } of kinds)
    for (const roles of ROLES) {
      const pattern: Pattern[] = [{ kind, roles }]
      assert.deepEqual(await served.fetch(pattern), await file.fetch(pattern), kind)
    }
  assert.deepEqual(await served.summary(), await file.summary())
  assert.deepEqual(await served.allNames(), await file.allNames())
  assert.deepEqual((await verifyLedger(url)).damages, [])
})

test('every part has its share, and a content stands once, whatever writes it', async (t) => {
  const url = freshSchema(partitionedTables(4))
  if (!url) return t.skip('no PostgreSQL is installed')
  const ledger = closing(t, await postgresLedger(url))
  await ledger.add({ facts: Array.from({ length: 200 }, (_, i) => visit(`v${i}`, 'ECU')) }, on('2024-01-01'))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const table of Object.keys(BY_RECORD).filter((name) => !['called', 'ballot'].includes(name)))
      for (let i = 0; i < 4; i++) {
        const { rows } = await client.query(`SELECT count(*)::int AS n FROM ${table}_${i}`)
        assert.ok(rows[0].n > 10, `${table}_${i} has ${rows[0].n}`)
      }
    const again =
      'INSERT INTO record SELECT seq + 1000, id, sort, kind, subject, source, standing, body FROM record LIMIT 1'
    await assert.rejects(client.query(again), { code: '23505' })
    const twice = 'INSERT INTO filing (record, by, added) SELECT record, by, added FROM filing LIMIT 1'
    await assert.rejects(client.query(twice), { code: '23505' })
    // What belongs to one record is looked for in one part.
    const { rows } = await client.query('EXPLAIN SELECT * FROM filing WHERE record = 7')
    const parts = new Set(rows.flatMap((row) => String(row['QUERY PLAN']).match(/filing_\d/g) ?? []))
    assert.equal(parts.size, 1)
  } finally {
    await client.end()
  }
})

test('a number of partitions is a number', () => {
  for (const wrong of [0, 1.5, Number.NaN, 1000]) assert.throws(() => partitionedTables(wrong), { code: 'incorrect' })
})
