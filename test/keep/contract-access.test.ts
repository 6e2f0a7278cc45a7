import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import pg from 'pg'
import { hashOfSecret, type Token } from '../../src/keep/access.ts'
import { embeddedLedger } from '../../src/keep/embedded.ts'
import { postgresLedger } from '../../src/keep/postgres/ledger.ts'
import { freshSchema } from './server.ts'
import { closing, holdsInEveryStore, on, scratch, visit } from './stores.ts'

const T = '2026-11-22T10:00:00.000Z'
const token = (id: string, more: Partial<Token> = {}): Token => ({
  ...{ id: `token:${id}`, name: 'Ana', scope: 'read', created: T, expires: '2027-01-01T00:00:00.000Z' },
  ...more,
})

holdsInEveryStore({
  'a token is found by the hash of its secret alone, as it was made': async ({ access }) => {
    const made = token('a', { name: 'Ťažko 😀 \u0000', scope: 'admin' })
    await access.add(made, hashOfSecret('one'))
    assert.deepEqual(await access.find(hashOfSecret('one')), made)
    assert.equal(await access.find(hashOfSecret('two')), undefined)
    assert.equal(await access.find('one'), undefined)
    assert.equal(await access.find(''), undefined)
  },
  'tokens are listed in order of their making, without a hash': async ({ access }) => {
    const [later, first] = [token('b', { created: '2026-11-23T00:00:00.000Z' }), token('c')]
    await access.add(later, hashOfSecret('b'))
    await access.add(first, hashOfSecret('c'))
    assert.deepEqual(await access.list(), [first, later])
  },
  'a token that is revoked stays on the list and says when; once is enough': async ({ access }) => {
    await access.add(token('a'), hashOfSecret('a'))
    assert.equal(await access.revoke('token:a', '2026-11-24T00:00:00.000Z'), true)
    assert.equal(await access.revoke('token:a', '2026-11-25T00:00:00.000Z'), false)
    const revoked = token('a', { revoked: '2026-11-24T00:00:00.000Z' })
    assert.deepEqual(await access.find(hashOfSecret('a')), revoked)
    assert.deepEqual(await access.list(), [revoked])
    await assert.rejects(access.revoke('token:none', T), { code: 'not-found' })
  },
  'no second token has the id or the hash of another': async ({ access }) => {
    await access.add(token('a'), hashOfSecret('a'))
    await assert.rejects(access.add(token('a'), hashOfSecret('b')), { code: 'conflict' })
    await assert.rejects(access.add(token('b'), hashOfSecret('a')), { code: 'conflict' })
    assert.deepEqual(await access.list(), [token('a')])
  },
  'tokens are no part of the record': async (ledger) => {
    await ledger.access.add(token('a'), hashOfSecret('a'))
    assert.equal((await ledger.summary()).lastRecorded, undefined)
  },
})

test('a ledger file of the third format takes tokens, and tells what it told', async (t) => {
  const path = join(scratch(t), 'ledger.db')
  const old = embeddedLedger(path)
  await old.add({ facts: [visit('a', 'ECU')] }, on('2024-01-01'))
  await old.close()
  const db = new DatabaseSync(path)
  db.exec('DROP TABLE token; PRAGMA user_version = 3')
  db.close()
  for (const n of [1, 2]) {
    const ledger = embeddedLedger(path)
    assert.equal((await ledger.summary()).facts, 1)
    if (n === 1) await ledger.access.add(token('a'), hashOfSecret('a'))
    assert.equal((await ledger.access.list()).length, 1)
    await ledger.close()
  }
})

test('a ledger of the first format on a server takes tokens, and tells what it told', async (t) => {
  const url = freshSchema()
  if (!url) return t.skip('no PostgreSQL is installed')
  const old = await postgresLedger(url)
  await old.add({ facts: [visit('a', 'ECU')] }, on('2024-01-01'))
  await old.close()
  const client = new pg.Client(url)
  await client.connect()
  await client.query("DROP TABLE token; UPDATE state SET value = 1 WHERE name = 'chancery ledger format'")
  await client.end()
  const ledger = closing(t, await postgresLedger(url))
  await ledger.access.add(token('a'), hashOfSecret('a'))
  assert.equal((await ledger.access.list()).length, 1)
  assert.equal((await ledger.summary()).facts, 1)
})
