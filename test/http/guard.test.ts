import assert from 'node:assert/strict'
import { test } from 'node:test'
import { desk, example } from './world.ts'

test('a request under another name than this machine is refused, and a write from another site', async (t) => {
  const { request } = await desk(t)
  const rows: [string, string, Record<string, string>, number][] = [
    ['GET', '/', { host: '127.0.0.1:4180' }, 200],
    ['GET', '/', { host: '[::1]:4180' }, 200],
    ['GET', '/', { host: 'evil.example' }, 400],
    ['GET', '/', { host: '127.0.0.1.evil.example:4180' }, 400],
    ['GET', '/api/documents', { host: '192.168.1.7' }, 400],
    ['POST', '/api/check', { host: '127.0.0.1:4180', origin: 'http://evil.example' }, 400],
    ['POST', '/api/check', { host: '127.0.0.1:4180', origin: 'null' }, 400],
    ['POST', '/api/check', { host: '127.0.0.1:4180', origin: 'http://127.0.0.1:4181' }, 400],
    ['POST', '/api/check', { host: '127.0.0.1:4180', 'sec-fetch-site': 'cross-site' }, 400],
    ['POST', '/api/check', { host: '127.0.0.1:4180', origin: 'http://127.0.0.1:4180' }, 200],
  ]
  for (const [method, path, headers, status] of rows) {
    const body = method === 'POST' ? JSON.stringify({ text: 'Obama visited Cuba.' }) : undefined
    const all = { 'content-type': 'application/json', ...headers }
    const response = await request(path, { method, headers: all, ...(body && { body }) })
    assert.equal(response.status, status, `${method} ${path} ${JSON.stringify(headers)}`)
  }
})

test('every response, a refusal too, forbids inline code, foreign origins and frames', async (t) => {
  const { request } = await desk(t)
  for (const path of ['/', '/assets/a.js', '/api/documents', '/api/nothing', '/assets/none.js']) {
    const { headers } = await request(path)
    const policy = headers.get('content-security-policy') ?? ''
    assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self';/, path)
    assert.doesNotMatch(policy, /unsafe|\*|data:/)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.equal(headers.get('referrer-policy'), 'no-referrer')
    assert.equal(headers.get('x-frame-options'), 'DENY')
    assert.equal(headers.get('access-control-allow-origin'), null)
  }
})

test('the page is served for each of its addresses, its files with a lasting tag, compressed where that is asked for', async (t) => {
  const { request } = await desk(t)
  for (const path of ['/', '/pair/ECU/ISR', '/ask?q=x', '/roll/A-RES-181(II)'])
    assert.equal(await (await request(path)).text(), '<!doctype html>page')
  const file = await request('/assets/a.js', { headers: { 'accept-encoding': 'gzip, br' } })
  assert.equal(file.headers.get('content-encoding'), 'gzip')
  assert.match(file.headers.get('cache-control') ?? '', /immutable/)
  assert.equal((await request('/assets/a.js', { headers: { 'if-none-match': '"2"' } })).status, 304)
  assert.equal((await request('/', { headers: { 'if-none-match': '"1"' } })).status, 304)
  assert.equal((await request('/assets/none.js')).status, 404)
  assert.equal((await request('/', { method: 'POST' })).status, 404)
})

test('a body of any wrong shape is a problem of the request, never a fault', async (t) => {
  const { post, request } = await desk(t)
  const article = { text: 'Obama visited Cuba.' }
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
  const bodies: unknown[] = ['', '{', 'null', '[]', '"x"', '1e999', '\u0000', '{"text":', deep, `{"text":${deep}}`]
  bodies.push({}, { text: '' }, { text: ' \n' }, { text: 1 }, { text: null }, { text: ['a'] }, { text: { a: 1 } })
  bodies.push({ ...article, date: '2016-02-30' }, { ...article, date: 20160322 }, { ...article, title: {} })
  bodies.push({ article }, { article, claim: '' }, { article, claim: 'claim:x', is: 'maybe' })
  bodies.push({ article, claim: 'claim:x', is: 'corrected', correction: { span: { start: -1, end: 1e12 } } })
  bodies.push({ kind: 'visit', roles: [], when: 'yesterday', url: 1, quote: '' })
  bodies.push({ kind: 'constructor', roles: { __proto__: ['x'] }, when: '2016', url: 'https://a.example', quote: 'x' })
  for (const path of ['/api/check', '/api/review', '/api/review/undo', '/api/found', '/api/whole', '/api/export'])
    for (const given of bodies) {
      const { status, body } = await post(path, given)
      assert.ok(status >= 400 && status < 500, `${path} ${JSON.stringify(given).slice(0, 80)}: ${status}`)
      assert.deepEqual([body.status, typeof body.detail, typeof body.code], [status, 'string', 'string'])
    }
  const plain = await request('/api/check', { method: 'POST', body: JSON.stringify(article) })
  assert.equal(plain.status, 400, 'a form of another site sends no JSON')
  assert.equal(plain.headers.get('content-type'), 'application/problem+json')
  const long = await post('/api/check', { text: 'a '.repeat(5_000_000) })
  assert.equal(long.status, 400)
})

test('an article with markup, controls and overrides comes back as the text that it is', async (t) => {
  const { post } = await desk(t)
  const text = `<img src=x onerror=alert(1)>\u202Egnp\u0007 ${example('havana').text}`
  const { status, body } = await post('/api/check', { text, title: '<script>alert(1)</script>', date: '2016-03-22' })
  assert.equal(status, 200)
  assert.equal(body.document.text, text)
  for (const claim of body.claims) assert.equal(text.slice(claim.start, claim.end), claim.quote)
})

test('the description of the routes is OpenAPI 3.1 and names every one', async (t) => {
  const { get } = await desk(t)
  const { body } = await get('/api/openapi.json')
  assert.equal(body.openapi, '3.1.0')
  for (const path of ['/api/check', '/api/review', '/api/review/undo', '/api/found', '/api/whole', '/api/export'])
    assert.ok(body.paths[path]?.post?.responses?.default, path)
})
