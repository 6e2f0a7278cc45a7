import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Rates } from '../../src/http/rate.ts'
import { secrets } from './tokens.ts'
import { desk } from './world.ts'

test('so many at once, refilled evenly, and the wait is told in whole seconds', () => {
  const rates = new Rates(6)
  const taken = (at: number) => rates.take('a', at)
  assert.deepEqual(
    Array.from({ length: 7 }, () => taken(0)),
    [0, 0, 0, 0, 0, 0, 10],
  )
  assert.equal(taken(4_000), 6)
  assert.equal(taken(10_000), 0)
  assert.equal(taken(10_000), 10)
  assert.equal(rates.take('b', 10_000), 0, 'each has its own')
  assert.equal(taken(9_000), 10, 'a clock that runs back gives nothing')
  assert.equal(taken(1e9), 0)
})

test('more than can be told apart share one measure, and who was quiet makes room', () => {
  const rates = new Rates(2, 3)
  for (const who of ['a', 'b', 'c']) assert.equal(rates.take(who, 0), 0)
  assert.equal(rates.take('d', 1), 0)
  assert.equal(rates.take('e', 1), 0)
  assert.ok(rates.take('f', 1) > 0, 'those beyond the measure share one')
  assert.equal(rates.take('a', 1), 0, 'who is known keeps its own')
  assert.equal(rates.take('g', 120_000), 0)
})

test('beyond the rate a request is refused with the seconds to wait, each token by itself', async (t) => {
  const { ledger, request } = await desk(t, { beyond: { names: [] }, rate: 3 })
  const { read, admin } = await secrets(ledger.access)
  const ask = (token: string | undefined) =>
    request('/api/documents', { headers: { authorization: `Bearer ${token}` } })
  for (let i = 0; i < 3; i++) assert.equal((await ask(read)).status, 200)
  const refused = await ask(read)
  assert.equal(refused.status, 429)
  assert.equal(refused.headers.get('content-type'), 'application/problem+json')
  const wait = Number(refused.headers.get('retry-after'))
  assert.ok(Number.isInteger(wait) && wait >= 1 && wait <= 20, `${wait}`)
  const { code, retryAfter } = (await refused.json()) as { code: string; retryAfter: number }
  assert.deepEqual([code, retryAfter], ['too-many', wait])
  assert.equal((await ask(admin)).status, 200)
})

test('an address that tries many wrong tokens hears no more of them; a right one is let in all the same', async (t) => {
  const { ledger, request } = await desk(t, { beyond: { names: [] } })
  const { read } = await secrets(ledger.access)
  const statuses: number[] = []
  for (let i = 0; i < 60; i++) {
    const login = { method: 'POST', body: new URLSearchParams({ token: `${i}` }) }
    const response =
      i % 2
        ? await request('/login', login)
        : await request('/api/documents', { headers: { authorization: `Bearer ${i}` } })
    statuses.push(response.status)
  }
  assert.deepEqual([...new Set(statuses)], [401, 429])
  // On a slow machine some are forgiven meanwhile.
  assert.ok(statuses.indexOf(429) >= 20, `${statuses}`)
  assert.equal((await request('/api/documents', { headers: { authorization: `Bearer ${read}` } })).status, 200)
  assert.equal((await request('/api/documents')).status, 401, 'no token is no wrong token')
})

test('on this machine a rate holds where one is given', async (t) => {
  const { request } = await desk(t, { rate: 2 })
  const statuses = []
  for (let i = 0; i < 3; i++) statuses.push((await request('/api/documents')).status)
  assert.deepEqual(statuses, [200, 200, 429])
  assert.equal((await request('/assets/a.js')).status, 200, 'the page’s own files are not counted')
})
