import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { HEAVY_ROUTES } from '../../src/http/heavy.ts'
import { Pool, type PoolOptions } from '../../src/http/pool.ts'
import { ROUTE_SCOPES } from '../../src/http/scopes.ts'
import { checkerFor, checkerHead, type Services } from '../../src/http/services.ts'
import { tiedPool } from '../../src/http/tied.ts'
import { openLedger } from '../../src/run/ledger.ts'
import { secrets } from './tokens.ts'
import { desk, example, ownLedger } from './world.ts'

/** A desk whose heavy work threads do, on the same ledger. */
async function threaded(t: TestContext, more: Partial<PoolOptions> = {}, now: Partial<Services> = {}) {
  const path = await ownLedger()
  const ledger = await openLedger({ path, packs: null })
  const pool = tiedPool(ledger, { ledger: path, threads: 1, budget: 60_000, most: 8, ...more })
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

/** Routes that the server answers itself: none grows with what it is given beyond its bound; a pair, a roll call and lists are kept. */
const OWN = [
  'DELETE /api/watches/{id}',
  'DELETE /mcp',
  'GET /api/decisions',
  'GET /api/docs',
  'GET /api/docs.css',
  'GET /api/document/{id}',
  'GET /api/documents',
  'GET /api/entities',
  'GET /api/entity/{id}',
  'GET /api/examples',
  'GET /api/fact/{id}',
  'GET /api/me',
  'GET /api/names',
  'GET /api/openapi.json',
  'GET /api/pair/{a}/{b}',
  'GET /api/pair/{a}/{b}/rolls',
  'GET /api/roll/{id}',
  'GET /api/rolls',
  'GET /api/sources',
  'GET /api/watches',
  'GET /mcp',
  'GET /metrics',
  'GET /reconcile',
  'GET /reconcile/preview',
  'GET /reconcile/suggest/{of}',
  'POST /api/open',
  'POST /reconcile',
]

test('a route is done by a thread, or is known to be short', () => {
  const others = Object.keys(ROUTE_SCOPES).filter((route) => !HEAVY_ROUTES.includes(route))
  assert.deepEqual(others.sort(), OWN)
})

const VISIT = { url: 'https://example.org/a', quote: 'He came.' }
const nauru = (day: string) => ({
  ...{ kind: 'visit', roles: { visitor: ['person:barack-obama'], to: ['state:NRU'] }, when: day, ...VISIT },
})

test('of two who decide one claim at once by two threads, the second is told of the first', async (t) => {
  const { request } = await threaded(t, { threads: 2 })
  const article = { text: 'Barack Obama visited Cuba in March 2016.', date: '2016-03-30' }
  const { claims } = (await (await request('/api/check', json(article))).json()) as { claims: { id: string }[] }
  const word = (is: string, by: string) => request('/api/review', json({ article, claim: claims[0]!.id, is, by }))
  const answers = await Promise.all([word('accepted', 'ana'), word('rejected', 'bob')])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409])
})

test('what was cancelled was not recorded, and what was answered was', async (t) => {
  for (const budget of [1, 3, 10, 30, 100, 1000]) {
    const { request, ledger } = await threaded(t, { budget })
    const response = await request('/api/found', json(nauru('2015-02-03')))
    const answer = (await response.json()) as { code?: string; recorded?: true }
    const { facts } = await ledger.fetch([{ kind: 'visit', roles: { to: ['state:NRU'] } }])
    const kept = facts.filter(({ when }) => when === '2015-02-03').length
    const said = response.status === 200 || answer.recorded === true ? 1 : 0
    assert.deepEqual([kept, answer.code], [said, response.status === 200 ? undefined : 'over-budget'], `${budget} ms`)
  }
})

test('what a thread writes of what others keep, the process and every thread load anew', async (t) => {
  const { request, ledger } = await threaded(t)
  await checkerFor(ledger)
  assert.notEqual(checkerHead(ledger), undefined)
  const office = {
    kind: 'office',
    roles: { person: ['Zed Zimmer'], office: ['office:president/NRU'], state: ['state:NRU'], step: ['serving'] },
  }
  const added = await request('/api/found', json({ ...office, when: '2015', ...VISIT }))
  assert.equal(added.status, 200, await added.text())
  assert.equal(checkerHead(ledger), undefined)
})

test('a table beyond its budget is cancelled before anything of it is filed', async (t) => {
  const { request, ledger } = await threaded(t, { budget: 300 })
  const rows = Array.from({ length: 30_000 }, (_, i) => `Jane Doe ${i},Nauru,1950-01-0${1 + (i % 9)}`)
  const before = await ledger.head()
  const response = await request('/api/table', json({ text: `visitor,to,when\n${rows.join('\n')}\n`, file_it: true }))
  assert.equal(response.status, 422)
  assert.equal(((await response.json()) as { code: string }).code, 'over-budget')
  assert.equal(await ledger.head(), before)
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
    ['/api/table', json({ text: 'visitor,to,when\nBarack Obama,Nauru,2015-02-03\n', file: 'own.csv' })],
    ['/api/found', json({ ...nauru('2015-02-03'), url: 'no address' })],
    ['/api/review', json({ article: example('havana'), claim: 'claim:none', is: 'accepted' })],
    ['/api/same', json({ article: example('havana'), pair: ['fact:a', 'fact:b'], is: 'same' })],
    ['/api/changes?since=2026-11-22T00:00:00.000Z', undefined],
    ['/api/ask/examples', undefined],
    ['/api/watches/run', json({})],
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
