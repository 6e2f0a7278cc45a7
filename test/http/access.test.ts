import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newApi } from '../../src/http/api.ts'
import { ROUTES } from '../../src/http/routes.ts'
import { ROUTE_SCOPES, routeName } from '../../src/http/scopes.ts'
import { memoryLedger } from '../../src/keep/memory.ts'
import { BEARERS, type Bearer, secrets } from './tokens.ts'
import { desk } from './world.ts'

const BEYOND = { beyond: { names: ['chancery.example'] } }

const LEVEL = { read: 1, review: 2, admin: 3 } as const

/** Every route that the groups of `src/http/routes` add, by the name that the description gives it. */
function routes(): string[] {
  const api = newApi()
  const services = { ledger: memoryLedger(), now: () => '', today: () => '2026-11-22', by: '' }
  for (const add of ROUTES) add(api, services)
  const named = api.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => routeName(method, path))
  return [...new Set(named)].sort()
}

test('each route says in one place which scope it demands, and nothing else stands there', () => {
  assert.deepEqual(routes(), Object.keys(ROUTE_SCOPES).sort())
})

test('the description names every route but itself, and the scope of each', async (t) => {
  const { get } = await desk(t)
  const { body } = await get('/api/openapi.json')
  const described = Object.entries(body.paths as Record<string, Record<string, { security: unknown }>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(
        ([method, { security }]) => [routeName(method.toUpperCase(), path), security] as const,
      ),
  )
  for (const [name, security] of described) assert.deepEqual(security, [{ token: [ROUTE_SCOPES[name]] }], name)
  const undescribed = Object.keys(ROUTE_SCOPES).filter((name) => !described.some(([other]) => other === name))
  assert.deepEqual(undescribed.sort(), UNDESCRIBED.sort())
})
const UNDESCRIBED = [
  'GET /api/docs',
  'GET /api/docs.css',
  'GET /api/openapi.json',
  'DELETE /mcp',
  'GET /mcp',
  'GET /metrics',
  'POST /mcp',
]

/** The status that a guard gives, or what stands behind it: here no body is sent and no id is real, so it is never 401 or 403. */
const expected = (bearer: Bearer, name: string): number | 'let in' => {
  if (!(bearer in LEVEL)) return 401
  const wanted = ROUTE_SCOPES[name]!
  return LEVEL[bearer as keyof typeof LEVEL] >= LEVEL[wanted] ? 'let in' : 403
}

test('each route beyond this machine × {no token, read, review, admin, revoked, expired, unknown}', async (t) => {
  const { ledger } = await desk(t, BEYOND)
  const secret = await secrets(ledger.access)
  let asked = 0
  for (const name of routes()) {
    // Each with a count of wrong tokens of its own.
    const { request } = await desk(t, { ...BEYOND, ledger })
    for (const bearer of BEARERS) {
      const [method, path] = name.split(' ') as [string, string]
      const headers = { host: 'chancery.example', ...(secret[bearer] && { authorization: `Bearer ${secret[bearer]}` }) }
      const response = await request(path.replace(/\{\w+\}/g, 'x'), { method, headers })
      const wanted = expected(bearer, name)
      const { status } = response
      const got = status === 401 || status === 403 ? status : 'let in'
      assert.equal(got, wanted, `${name} with ${bearer}: ${status}`)
      if (got === 'let in') continue
      assert.equal(response.headers.get('content-type'), 'application/problem+json', name)
      assert.equal(response.headers.has('www-authenticate'), status === 401, name)
      const text = await response.text()
      for (const one of Object.values(secret)) assert.equal(one !== undefined && text.includes(one), false)
      asked++
    }
  }
  assert.ok(asked >= 27 * 4, `${asked}`)
})

test('a route that nobody declared is for admin alone; a path that is none is told to nobody without a token', async (t) => {
  const { ledger, request } = await desk(t, BEYOND)
  const secret = await secrets(ledger.access)
  for (const path of ['/api/none', '/api', '/api/', '/mcp/x', '/metrics/x', '/reconcile/x']) {
    assert.equal((await request(path)).status, 401, path)
    assert.equal((await request(path, { headers: { authorization: `Bearer ${secret.read}` } })).status, 404, path)
  }
  assert.equal((await request('/none', { method: 'POST' })).status, 401)
  assert.equal((await request('/', { method: 'DELETE' })).status, 401)
})

test('a token that is revoked ends with the next request', async (t) => {
  const { ledger, request } = await desk(t, BEYOND)
  const secret = await secrets(ledger.access)
  const ask = async () =>
    (await request('/api/documents', { headers: { authorization: `bearer ${secret.read}` } })).status
  assert.equal(await ask(), 200)
  const [token] = (await ledger.access.list()).filter(({ name }) => name === 'read')
  await ledger.access.revoke(token!.id, '2026-11-22T12:00:00.000Z')
  assert.equal(await ask(), 401)
})

test('a token counts in a header or the page’s cookie, and nowhere in an address', async (t) => {
  const { ledger, request } = await desk(t, BEYOND)
  const { read } = await secrets(ledger.access)
  const rows: [string, Record<string, string>, number][] = [
    ['/api/documents', { authorization: `Bearer ${read}` }, 200],
    ['/api/documents', { cookie: `chancery=${read}` }, 200],
    ['/api/documents', { cookie: `chancery=${read}`, authorization: 'Bearer x' }, 401],
    ['/api/documents', { authorization: `Basic ${read}` }, 401],
    ['/api/documents', { authorization: `Bearer ${read} x` }, 401],
    ['/api/documents', { authorization: '' }, 401],
    [`/api/documents?token=${read}&access_token=${read}&authorization=Bearer+${read}`, {}, 401],
  ]
  for (const [path, headers, status] of rows)
    assert.equal((await request(path, { headers })).status, status, `${path} ${Object.keys(headers)}`)
})

test('what is decided with a token is signed by its bearer, whomever the request names', async (t) => {
  const { ledger, request } = await desk(t, BEYOND)
  const { review } = await secrets(ledger.access)
  const found = {
    ...{ kind: 'visit', roles: { visitor: ['person:barack-obama'], to: ['state:CUB'] }, when: '2016-03-20' },
    ...{ url: 'https://example.org/a', quote: 'He arrived.', by: 'The minister' },
  }
  const response = await request('/api/found', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${review}` },
    body: JSON.stringify(found),
  })
  assert.equal(response.status, 200, await response.clone().text())
  const { id } = (await response.json()) as { id: string }
  assert.deepEqual(
    (await ledger.history(id)).map(({ by }) => by),
    ['review'],
  )
})

test('beyond this machine a server goes by its addresses and its names', async (t) => {
  const { ledger, request } = await desk(t, BEYOND)
  const { read } = await secrets(ledger.access)
  for (const [host, status] of [
    ['chancery.example', 200],
    ['CHANCERY.example:4180', 200],
    ['192.168.1.7:4180', 200],
    ['[fd00::7]:4180', 200],
    ['localhost', 200],
    ['evil.example', 400],
    ['192.168.1.7.evil.example', 400],
  ] as const) {
    const response = await request('/api/documents', { headers: { host, authorization: `Bearer ${read}` } })
    assert.equal(response.status, status, host)
  }
})

test('the page asks for a token, keeps it for the session, and leads where one wanted to go', async (t) => {
  const { ledger, request } = await desk(t, BEYOND)
  const { read, revoked } = await secrets(ledger.access)
  const page = await request('/pair/ECU/ISR?with="><script>')
  assert.equal(page.status, 401)
  const html = await page.text()
  assert.match(html, /<form method="post" action="\/login">/)
  assert.doesNotMatch(html, /<script/)
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/)
  assert.equal((await request('/assets/a.js')).status, 200)
  const login = (token: string, next: string) =>
    request('/login', { method: 'POST', body: new URLSearchParams({ token, next }) })
  const signed = await login(` ${read} `, '/pair/ECU/ISR?with=x')
  assert.deepEqual([signed.status, signed.headers.get('location')], [303, '/pair/ECU/ISR?with=x'])
  const cookie = signed.headers.get('set-cookie') ?? ''
  assert.match(cookie, /; HttpOnly; SameSite=Lax$/)
  assert.doesNotMatch(cookie, /max-age|expires/i)
  const headers = { cookie: cookie.split(';')[0]! }
  assert.equal(await (await request('/pair/ECU/ISR', { headers })).text(), '<!doctype html>page')
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/a\nb', '', 'x'])
    assert.equal((await login(read!, next)).headers.get('location'), '/', next)
  const refused = await login(revoked!, '/')
  assert.equal(refused.status, 401)
  assert.match(await refused.text(), /was revoked/)
  assert.equal(refused.headers.has('set-cookie'), false)
  const out = await request('/logout', { method: 'POST', headers })
  assert.match(out.headers.get('set-cookie') ?? '', /^chancery=; Max-Age=0/)
})

test('on this machine alone nobody is asked for a token', async (t) => {
  const { request } = await desk(t)
  assert.equal((await request('/api/documents')).status, 200)
  assert.equal((await request('/login', { method: 'POST' })).status, 404)
})
