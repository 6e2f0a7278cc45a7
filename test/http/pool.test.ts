import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { HEAVY_ROUTES } from '../../src/http/heavy.ts'
import { Pool, type PoolOptions } from '../../src/http/pool.ts'
import { ROUTE_SCOPES } from '../../src/http/scopes.ts'
import { onForget, type Services } from '../../src/http/services.ts'
import { openLedger } from '../../src/run/ledger.ts'
import { secrets } from './tokens.ts'
import { desk, example, ownLedger } from './world.ts'

/** A desk whose heavy work threads do, on the same ledger. */
async function threaded(t: TestContext, more: Partial<PoolOptions> = {}, now: Partial<Services> = {}) {
  const path = await ownLedger()
  const ledger = await openLedger({ path, packs: null })
  const pool = new Pool({ ledger: path, threads: 1, budget: 60_000, most: 8, ...more })
  onForget(ledger, () => pool.forget())
  t.after(async () => {
    await pool.close()
    await ledger.close()
  })
  return { pool, ...(await desk(t, { ledger, pool, ...now })) }
}
const json = (body: unknown, more: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...more },
  body: JSON.stringify(body),
})

test('what takes long writes nothing, but for an article that is filed at once', () => {
  const writing = HEAVY_ROUTES.filter((route) => ROUTE_SCOPES[route] !== 'read')
  assert.deepEqual(writing, ['POST /api/keep'])
})

test('a thread answers as the server itself does, refusals too', async (t) => {
  // An answer may tell the instant.
  const now = { now: () => '2026-11-22T12:00:00.000Z' }
  const [plain, threads] = [await desk(t, now), await threaded(t, {}, now)]
  const asked: [string, RequestInit | undefined][] = [
    ['/api/check', json(example('havana'))],
    ['/api/check', json({ text: '' })],
    ['/api/check', { ...json(0), body: '{' }],
    ['/api/check', { method: 'POST', body: 'text' }],
    ['/api/export', json({ article: example('havana'), as: 'html' })],
    ['/api/briefing/file', json({ a: 'USA', b: 'CUB', on: '2016-03-20', format: 'md' })],
    ['/api/panel.zip?states=USA,CUB&from=2015&to=2016', undefined],
    ['/api/panel.zip?states=USA,CUB&from=x', undefined],
  ]
  for (const [path, init] of asked) {
    const [one, other] = [await plain.request(path, init), await threads.request(path, init)]
    assert.deepEqual(
      [other.status, other.headers.get('content-type')],
      [one.status, one.headers.get('content-type')],
      path,
    )
    assert.ok((await other.text()) === (await one.text()), path)
  }
})

test('what goes beyond its budget is cancelled and says so; the next is answered', async (t) => {
  const { request, pool } = await threaded(t, { budget: 1000 })
  const long = json({ text: example('havana').text.repeat(400) })
  const response = await request('/api/check', long)
  const problem = (await response.json()) as { code: string; detail: string; budget: { ms: number } }
  assert.deepEqual([response.status, problem.code, problem.budget], [422, 'over-budget', { ms: 1000 }])
  assert.match(problem.detail, /^check took longer than its budget of 1 s and was cancelled/)
  const events = await (
    await request('/api/check', { ...long, headers: { ...long.headers, accept: 'text/event-stream' } })
  ).text()
  assert.match(events, /^event: queued\ndata: \{"ahead":0\}\n\nevent: begun\n/)
  assert.match(events, /event: problem\ndata: \{.*"code":"over-budget"/)
  assert.equal(pool.waiting, 0)
})

test('events tell how far it is, and end with the answer', async (t) => {
  const { request } = await threaded(t)
  const response = await request(
    '/api/check',
    json({ text: 'Obama visited Cuba in 2016.' }, { accept: 'text/event-stream' }),
  )
  assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/)
  const events = (await response.text()).split('\n\n').filter(Boolean)
  const names = events.map((event) => /^event: (\w+)/.exec(event)![1])
  assert.deepEqual(
    names.filter((name) => name !== 'working'),
    ['queued', 'begun', 'done'],
  )
  const { document } = JSON.parse(events.at(-1)!.split('\ndata: ')[1]!)
  assert.equal(document.text, 'Obama visited Cuba in 2016.')
})

test('where too many wait, the next is told to come again', async (t) => {
  const { request, pool } = await threaded(t, { most: 1 })
  const one = json({ text: 'Obama visited Cuba in 2016.' })
  const answers = [request('/api/check', one), request('/api/check', one), request('/api/check', one)]
  const statuses = (await Promise.all(answers)).map(({ status, headers }) => [status, headers.get('retry-after')])
  assert.deepEqual(statuses, [
    [200, null],
    [200, null],
    [503, '5'],
  ])
  assert.equal(pool.waiting, 0)
})

test('a thread that cannot open the ledger says why, and the server goes on', async (t) => {
  const { request } = await threaded(t, { ledger: '/dev/null' })
  const response = await request('/api/check', json({ text: 'x' }))
  assert.equal(response.status, 500)
  assert.match(((await response.json()) as { detail: string }).detail, /is no ordinary file/)
  assert.equal((await request('/api/documents')).status, 200)
})

test('what is added is known to the threads at once', async (t) => {
  const { request } = await threaded(t)
  const article = json({ text: 'Barack Obama visited Bhutan in November 2016.', date: '2016-12-01' })
  const outcome = async () =>
    ((await (await request('/api/check', article)).json()) as { claims: { outcome: string }[] }).claims[0]?.outcome
  const before = await outcome()
  const found = { kind: 'visit', roles: { visitor: ['person:barack-obama'], to: ['state:BTN'] }, when: '2016-11-18' }
  const told = await request(
    '/api/found',
    json({ ...found, url: 'https://example.org/a', quote: 'He arrived in Thimphu.' }),
  )
  assert.equal(told.status, 200, await told.text())
  assert.deepEqual([before === 'supported', await outcome()], [false, 'supported'])
})

test('what a thread files is signed by the bearer of the token', async (t) => {
  const path = await ownLedger()
  const ledger = await openLedger({ path, packs: null })
  const pool = new Pool({ ledger: path, threads: 1, budget: 60_000, most: 8 })
  t.after(async () => {
    await pool.close()
    await ledger.close()
  })
  const { request } = await desk(t, { ledger, pool, beyond: { names: [] } })
  const { read, review } = await secrets(ledger.access)
  const keep = (token: string | undefined) =>
    request(
      '/api/keep',
      json(
        { text: 'Barack Obama visited Bhutan in November 2016.', by: 'The minister' },
        { authorization: `Bearer ${token}` },
      ),
    )
  assert.equal((await keep(read)).status, 403)
  const response = await keep(review)
  assert.equal(response.status, 200)
  const { facts } = (await response.json()) as { facts: string[] }
  assert.deepEqual(
    (await ledger.history(facts[0]!)).map(({ by }) => by),
    ['review'],
  )
})
