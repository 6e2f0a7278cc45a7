import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Desk, desk, type Json } from './world.ts'

/** The candidates of each query, as a client of the protocol asks for them. */
async function asked({ request }: Desk, queries: unknown, headers: Record<string, string> = {}): Promise<Json> {
  const body = new URLSearchParams({ queries: typeof queries === 'string' ? queries : JSON.stringify(queries) })
  const response = await request('/reconcile', { method: 'POST', body, headers })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

test('the manifest says what the service is, and its addresses answer', async (t) => {
  const { get, request } = await desk(t)
  const { body } = await get('/reconcile')
  assert.ok(body.versions.includes('0.2'))
  for (const field of ['name', 'identifierSpace', 'schemaSpace']) assert.equal(typeof body[field], 'string', field)
  assert.deepEqual(
    body.defaultTypes.slice(0, 3).map(({ id }: Json) => id),
    ['state', 'office', 'person'],
  )
  for (const what of ['entity', 'type', 'property']) {
    const { service_url: base, service_path: path } = body.suggest[what]
    const response = await request(`${base}${path}?prefix=`.replace('http://127.0.0.1', ''))
    assert.ok(Array.isArray(((await response.json()) as Json).result), what)
  }
  const preview = body.preview.url.replace('http://127.0.0.1', '').replace('{{id}}', encodeURIComponent('state:ECU'))
  const page = await request(preview)
  assert.match(await page.text(), /<h1>Ecuador<\/h1>.*ECU/)
  assert.match(
    page.headers.get('content-security-policy') ?? '',
    /default-src 'none'.*frame-ancestors 'self' http:\/\/127/,
  )
  assert.equal(page.headers.has('x-frame-options'), false)
})

test('a batch of names gives for each whom it means, and says where it is sure', async (t) => {
  const server = await desk(t)
  const rows: [string, object, string | undefined, boolean][] = [
    ['a', { query: 'Burma', type: 'state' }, 'state:MMR', true],
    ['b', { query: 'ECUADOR' }, 'state:ECU', true],
    ['c', { query: 'Barack Obama', type: ['person'] }, 'person:barack-obama', true],
    ['d', { query: 'president of Ecuador', type: 'office' }, 'office:president/ECU', true],
    ['e', { query: 'Soviet Union', type: 'state', properties: [{ pid: 'on', v: '1975-01-01' }] }, 'state:SUN', true],
    ['f', { query: 'Soviet Union', type: 'state', properties: [{ pid: 'on', v: '2015-01-01' }] }, undefined, false],
    ['g', { query: 'Ecuador', type: 'person' }, undefined, false],
    ['h', { query: 'Ecuador', type: 'river' }, undefined, false],
    ['i', { query: '' }, undefined, false],
    ['j', { query: 'zzzz' }, undefined, false],
  ]
  const { status, body } = await asked(server, Object.fromEntries(rows.map(([key, query]) => [key, query])))
  assert.equal(status, 200)
  for (const [key, query, id, sure] of rows) {
    const first = body[key].result[0]
    assert.deepEqual([first?.id, first?.match ?? false], [id, sure], JSON.stringify(query))
    for (const { name, score, type } of body[key].result) {
      assert.ok(typeof name === 'string' && score > 0 && score <= 100 && type[0].id && type[0].name)
    }
    const scores = body[key].result.map(({ score }: Json) => score)
    assert.deepEqual(
      scores,
      scores.toSorted((x: number, y: number) => y - x),
    )
    assert.ok(body[key].result.filter(({ match }: Json) => match).length <= 1)
  }
  const one = encodeURIComponent(JSON.stringify({ q0: { query: 'Cuba', limit: 1 } }))
  const { body: got } = await server.get(`/reconcile?queries=${one}`)
  assert.deepEqual(
    got.q0.result.map(({ id }: Json) => id),
    ['state:CUB'],
  )
})

test('names are suggested by their first letters', async (t) => {
  const { get } = await desk(t)
  const names = async (of: string, prefix: string) =>
    (await get(`/reconcile/suggest/${of}?prefix=${prefix}`)).body.result.map(({ id }: Json) => id)
  assert.ok((await names('entity', 'Ecua')).includes('state:ECU'))
  assert.ok((await names('entity', 'obam')).includes('person:barack-obama'))
  assert.deepEqual(await names('type', 'per'), ['person'])
  assert.deepEqual(await names('property', 'o'), ['on'])
  assert.deepEqual(await names('entity', ''), [])
  assert.equal((await get('/reconcile/suggest/river?prefix=a')).status, 400)
})

test('queries that are none are refused', async (t) => {
  const server = await desk(t)
  const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`q${i}`, { query: 'a' }]))
  for (const queries of [
    '',
    '{',
    '[]',
    'null',
    '1',
    { q0: 'Cuba' },
    { q0: {} },
    { q0: { query: 'a', limit: -1 } },
    many,
  ]) {
    const { status, body } = await asked(server, queries)
    assert.deepEqual([status, body.code], [400, 'incorrect'], JSON.stringify(queries).slice(0, 60))
  }
  assert.equal((await server.get('/reconcile/preview?id=state:XXX')).status, 404)
})

test('a page of a program on this machine may ask, a page of another site may not', async (t) => {
  const server = await desk(t)
  const query = { q0: { query: 'Cuba' } }
  const own = await asked(server, query, { origin: 'http://127.0.0.1:3333' })
  assert.equal(own.status, 200)
  assert.equal(own.headers.get('access-control-allow-origin'), 'http://127.0.0.1:3333')
  assert.equal((await asked(server, query, { origin: 'https://evil.example' })).status, 400)
  const read = await server.request('/reconcile', { headers: { origin: 'https://evil.example' } })
  assert.equal(read.headers.has('access-control-allow-origin'), false)
  const write = await server.request('/api/keep', { method: 'POST', headers: { origin: 'http://127.0.0.1:3333' } })
  assert.equal(write.status, 400, 'it may do nothing else')
})
