import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ALL } from './naughty.ts'
import { type Desk, desk, type Json } from './world.ts'

const TEXT = 'Barack Obama visited Cuba in March 2016. No president of the United States had ever visited Cuba.'
const found = { kind: 'visit', roles: { visitor: ['person:barack-obama'], to: ['state:CUB'] }, when: '2016-03-20' }
const question = { measure: 'includes', set: { op: 'members', ids: ['state:CUB'] } }

/** A request of each route that is well made, so that one of its strings after another can be another. */
const MADE: Readonly<Record<string, { path?: Json; query?: Json; body?: Json; form?: Json; slow?: true }>> = {
  'DELETE /api/watches/{id}': { path: { id: 'watch:none' } },
  'GET /api/ask/examples': {},
  'GET /api/ask/link': { query: { q: 'x' } },
  'GET /api/changes': { query: { since: '2026-11-22T00:00:00.000Z', besides: 'doc:none' } },
  'GET /api/decisions': { query: { cursor: 'x' } },
  'GET /api/document/{id}': { path: { id: 'doc:none' } },
  'GET /api/documents': { query: { cursor: 'x' } },
  'GET /api/dossier/{a}/{b}': { path: { a: 'USA', b: 'CUB' }, query: { knownOn: '2026-11-22' }, slow: true },
  'GET /api/entities': { query: { q: 'Cuba', cursor: 'x' } },
  'GET /api/entity/{id}': { path: { id: 'state:CUB' } },
  'GET /api/examples': {},
  'GET /api/fact/{id}': { path: { id: 'fact:none' } },
  'GET /api/me': {},
  'GET /api/names': { query: { q: 'Cuba', holds: 'state' } },
  'GET /api/pair/{a}/{b}': {
    path: { a: 'USA', b: 'CUB' },
    query: { knownOn: '2026-11-22', with: 'group:x' },
    slow: true,
  },
  'GET /api/pair/{a}/{b}/rolls': {
    path: { a: 'USA', b: 'CUB' },
    query: { year: '2015', knownOn: '2026-11-22' },
    slow: true,
  },
  'GET /api/panel.zip': {
    query: { states: 'USA,CUB', group: 'x', from: '2015', to: '2016', knownOn: '2026-11-22' },
    slow: true,
  },
  'GET /api/roll/{id}': { path: { id: 'A-RES-181(II)' }, query: { with: 'regions', knownOn: '2026-11-22' } },
  'GET /api/rolls': { query: { q: 'partition', cursor: 'x', knownOn: '2026-11-22' } },
  'GET /api/sources': {},
  'GET /api/watches': {},
  'GET /reconcile': { query: { queries: '{"q0":{"query":"Cuba"}}' } },
  'GET /reconcile/preview': { query: { id: 'state:CUB' } },
  'GET /reconcile/suggest/{of}': { path: { of: 'entity' }, query: { prefix: 'Cu' } },
  'POST /api/ask': { body: { text: 'Who visited Cuba in 2016?', knownOn: '2026-11-22' } },
  'POST /api/ask/data': {
    body: {
      link: { text: 'x', form: 'which', question, on: '2026-01-01', today: '2026-01-01', knownOn: '2026-01-01' },
    },
  },
  'POST /api/briefing': {
    body: { a: 'USA', b: 'CUB', on: '2016-03-20', ownNames: 'id,name,note\nstate:CUB,Cuba,x\n', knownOn: '2026-11-22' },
    slow: true,
  },
  'POST /api/briefing/file': {
    body: {
      a: 'USA',
      b: 'CUB',
      on: '2016-03-20',
      ownNames: 'id,name,note\nstate:CUB,Cuba,x\n',
      knownOn: '2026-11-22',
      format: 'md',
      template: 'x',
    },
    slow: true,
  },
  'POST /api/check': { body: { text: TEXT, title: 'a', outlet: 'b', source: 'https://example.org' }, slow: true },
  'POST /api/decisions': { body: { id: 'fact:none', is: 'accept', because: 'a', by: 'b' } },
  'POST /api/export': {
    body: { article: { text: TEXT, title: 'a', outlet: 'b', source: 'https://example.org' }, as: 'html', by: 'a' },
    slow: true,
  },
  'POST /api/found': { body: { ...found, url: 'https://example.org', quote: 'x', by: 'a' }, slow: true },
  'POST /api/keep': { body: { text: TEXT, title: 'a', outlet: 'b', source: 'https://example.org', by: 'a' } },
  'POST /api/open': { body: { name: 'a.txt', bytes: Buffer.from(TEXT).toString('base64') } },
  'POST /api/read': { body: { text: TEXT, title: 'a', outlet: 'b', source: 'https://example.org' } },
  'POST /api/review': {
    body: {
      article: { text: TEXT, title: 'a', outlet: 'b', source: 'https://example.org' },
      claim: 'claim:x',
      seen: 'review:x',
      because: 'a',
      by: 'b',
      is: 'rejected',
    },
  },
  'POST /api/review/undo': {
    body: {
      article: { text: TEXT, title: 'a', outlet: 'b', source: 'https://example.org' },
      claim: 'claim:x',
      seen: 'review:x',
      by: 'b',
    },
  },
  'POST /api/same': {
    body: { facts: ['fact:a', 'fact:b'], a: 'fact:a', b: 'fact:b', is: 'same', because: 'a', by: 'b' },
  },
  'POST /api/same/undo': { body: { id: 'judgement:x', by: 'b' } },
  'POST /api/table': {
    slow: true,
    body: {
      text: 'visitor,to,when\nJane Doe,Cuba,2016\n',
      file: 'a.csv',
      authority: 'a',
      viewpoint: 'b',
      url: 'https://example.org',
      licence: 'c',
      map: { visitor: 'visitor' },
    },
  },
  'POST /api/watches': { body: { text: 'Who visited Cuba in 2016?', by: 'a' } },
  'POST /api/watches/run': {},
  'POST /api/whole': {
    body: {
      kind: 'visit',
      roles: { to: 'state:CUB' },
      from: '2000-01-01',
      to: '2001-01-01',
      authority: 'a',
      note: 'b',
      by: 'c',
    },
    slow: true,
  },
  'POST /reconcile': { form: { queries: '{"q0":{"query":"Cuba"}}' } },
}

/** The places of every string in a value: `body article title`. */
function places(value: Json, before: readonly string[] = []): string[][] {
  if (typeof value === 'string') return [[...before]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => places(part, [...before, key]))
}
const put = (value: Json, [first, ...rest]: readonly string[], text: string): Json => {
  if (first === undefined) return text
  const copy = Array.isArray(value) ? [...value] : { ...value }
  copy[first] = put(copy[first], rest, text)
  return copy
}

/** What a URL can carry of a string: half a character is no character there. */
const inUrl = (text: string): string => encodeURIComponent(text.toWellFormed())

async function send({ request }: Desk, name: string, { path = {}, query = {}, body, form }: (typeof MADE)[string]) {
  const [method, template] = name.split(' ') as [string, string]
  const filled = template.replace(/\{(\w+)\}/g, (_, key: string) => inUrl(path[key]) || '%20')
  const asked = Object.entries(query).map(([key, value]) => `${key}=${inUrl(value as string)}`)
  const given = form ? new URLSearchParams(form) : body === undefined ? undefined : JSON.stringify(body)
  return request(`${filled}${asked.length ? `?${asked.join('&')}` : ''}`, {
    method,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' } }),
    ...(given !== undefined && { body: given }),
  })
}

/** Each string is tried in one field or another of a route; with this set, in all of every route, which takes minutes. */
const THOROUGH = process.env.CHANCERY_THOROUGH !== undefined

type Made = (typeof MADE)[string]
/** A request with strings in the places of some of its own. */
interface Try {
  made: Made
  what: string
}
const tried = (made: Made, fields: readonly string[][], texts: readonly string[]): Try => ({
  made: fields.reduce<Made>((one, field, n) => put(one, field, texts[n]!), made),
  what: fields.map((field, n) => `${field.join('.')} ${JSON.stringify(texts[n]).slice(0, 60)}`).join(', '),
})

/** Sends a request, sees that its answer is no fault and can be read, and gives its status. */
async function sound(server: Desk, name: string, { made, what }: Try): Promise<number> {
  const response = await send(server, name, made)
  const said = await response.text()
  assert.ok(response.status < 500, `${name} ${what}: ${response.status} ${said.slice(0, 300)}`)
  if (response.headers.get('content-type')?.includes('json')) JSON.parse(said)
  assert.doesNotMatch(response.headers.get('set-cookie') ?? '', /a=b/, `${name} ${what}`)
  return response.status
}

/**
 * Every string in every field of a route. Fields that take any words are filled at once, each with another string; where such a request
 * is refused, one after another, since one refusal hides what the other fields would do. How many strings were tried.
 */
async function everyString(server: Desk, name: string, made: Made): Promise<number> {
  const [free, picky] = [[], []] as [string[][], string[][]]
  for (const field of places(made))
    ((await sound(server, name, tried(made, [field], ['zzz']))) < 400 ? free : picky).push(field)
  for (const [i, text] of ALL.entries()) {
    const texts = free.map((_, n) => ALL[(i + 7 * n) % ALL.length]!)
    const alone = free.length > 0 && (await sound(server, name, tried(made, free, texts))) >= 400
    if (alone) for (const [n, field] of free.entries()) await sound(server, name, tried(made, [field], [texts[n]!]))
    for (const field of picky) await sound(server, name, tried(made, [field], [text]))
  }
  return ALL.length * (free.length + picky.length)
}

test('every route has a request that is well made here', async (t) => {
  const { get } = await desk(t)
  const { body } = await get('/api/openapi.json')
  const named = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  assert.deepEqual(named.sort(), Object.keys(MADE).sort())
})

test('no string in any field of any route is a fault, and every answer can be read', async (t) => {
  const server = await desk(t)
  let [asked, turn] = [0, 0]
  for (const [name, made] of Object.entries(MADE)) {
    if (THOROUGH) {
      const started = performance.now()
      asked += await everyString(server, name, made)
      t.diagnostic(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
      continue
    }
    const fields = places(made)
    for (const [i, text] of ALL.entries())
      for (const [n, field] of fields.entries()) {
        if ((i + n + turn++) % (made.slow ? 12 * fields.length : 4) !== 0) continue
        await sound(server, name, tried(made, [field], [text]))
        asked++
      }
  }
  assert.ok(asked > 2000, `${asked}`)
  const whole = await server.get('/api/documents?limit=1000')
  assert.equal(whole.status, 200)
})

test('what is kept comes back letter for letter, is found, and is harmless where it is shown', async (t) => {
  const { post, get } = await desk(t)
  for (const [i, text] of ALL.entries()) {
    const line = text.slice(0, 2000)
    const article = { text: `${TEXT} ${text}`, title: line || 'none', outlet: line || 'none', date: '2016-03-22' }
    const { status, body } = await post('/api/keep', { ...article, by: 'ana' })
    if (status !== 200) assert.fail(`${JSON.stringify(text).slice(0, 60)}: ${status} ${body.detail}`)
    const { body: kept } = await get(`/api/document/${body.document}`)
    assert.equal(kept.document.text, article.text)
    assert.equal(kept.document.title, article.title)
    assert.equal(kept.document.outlet, article.outlet)
    if (!THOROUGH && i % 6 !== 0) continue
    const quote = `He came. ${text}`.trim()
    const told = await post('/api/found', {
      ...found,
      when: '2016-03-21',
      url: 'https://example.org/a',
      quote,
      by: 'ana',
    })
    assert.equal(told.status, 200, JSON.stringify(text).slice(0, 60))
    const { body: fact } = await get(`/api/fact/${told.body.id}`)
    assert.ok(JSON.stringify(fact).includes(JSON.stringify(quote).slice(1, -1)), JSON.stringify(text).slice(0, 60))
  }
})

const STEERING = ['\x1b', '\x9b', '\u202e', '\u0000']

test('what is exported of it is well-formed, and no markup of its own', async (t) => {
  const { post } = await desk(t)
  for (const text of ALL) {
    const article = {
      text: `${text} ${TEXT}`,
      title: text.slice(0, 2000),
      outlet: text.slice(0, 2000),
      date: '2016-03-22',
    }
    for (const as of ['html', 'markdown', 'claimreview']) {
      const { status, body } = await post('/api/export', { article, as, by: text.trim() ? text.slice(0, 100) : 'a' })
      const what = `${as} ${JSON.stringify(text).slice(0, 60)}`
      assert.equal(status, 200, what)
      if (as === 'html') assert.doesNotMatch(body.content, /<script|<img|<svg|onerror=alert\(1\)>/i, what)
      if (as === 'claimreview') JSON.parse(body.content)
      else for (const steering of STEERING) assert.equal(body.content.includes(steering), false, what)
    }
  }
})
