import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cursorOf, partOf, placeOf } from '../../src/http/cursor.ts'
import { type Desk, desk, example, type Json } from './world.ts'

/** Every part of a list, by its cursors. */
async function parts({ get }: Desk, path: string, name: string): Promise<Json[][]> {
  const out: Json[][] = []
  let next: string | undefined
  do {
    const { status, body } = await get(`${path}${next ? `&cursor=${encodeURIComponent(next)}` : ''}`)
    assert.equal(status, 200)
    out.push(body[name])
    next = body.next
    assert.ok(out.length < 2000, 'it does not end')
  } while (next)
  return out
}

test('entities come in parts that together are the whole list, each once', async (t) => {
  const server = await desk(t)
  const whole = (await parts(server, '/api/entities?limit=1000', 'entities')).flat()
  const pieces = await parts(server, '/api/entities?limit=97', 'entities')
  assert.deepEqual(pieces.flat(), whole)
  assert.ok(pieces.slice(0, -1).every((part) => part.length === 97))
  assert.equal(new Set(whole.map(({ id }) => id)).size, whole.length)
  const classes = new Set(whole.map(({ class: kind }) => kind))
  for (const kind of ['state', 'office', 'person', 'roll']) assert.ok(classes.has(kind), kind)
  const states = (await parts(server, '/api/entities?class=state&limit=1000', 'entities')).flat()
  assert.deepEqual(
    states,
    whole.filter(({ class: kind }) => kind === 'state'),
  )
})

test('roll calls that are sought come in parts', async (t) => {
  const server = await desk(t)
  const names = Array.from({ length: 90 }, (_, i) => ({
    id: `roll:T-${i}`,
    label: `T/${i}`,
    aliases: [],
    day: '1999-01-01',
  }))
  await server.ledger.add({ names }, { recordedAt: new Date().toISOString(), by: 'ana' })
  const pieces = await parts(server, '/api/rolls?q=', 'rolls')
  const ids = pieces.flat().map(({ id }) => id)
  assert.ok(pieces.length > 1 && pieces[0]!.length === 40, `${pieces.map((part) => part.length)}`)
  assert.equal(new Set(ids).size, ids.length)
  const { body } = await server.get('/api/rolls?q=')
  assert.equal(ids.length, 40 + body.more)
})

test('a name leads to whom it may mean, on a day, likeliest first', async (t) => {
  const { get } = await desk(t)
  const first = async (query: string) => {
    const { body } = await get(`/api/entities?${query}`)
    return body.entities[0]?.id
  }
  assert.equal(await first('q=Ecuador'), 'state:ECU')
  assert.equal(await first('q=Burma&class=state'), 'state:MMR')
  assert.equal(await first('q=state:SUN'), 'state:SUN')
  assert.equal(await first('q=barack obama&class=person'), 'person:barack-obama')
  assert.equal(await first('q=Obama, Barack&class=person'), 'person:barack-obama')
  assert.equal(await first('q=president of Ecuador&class=office'), 'office:president/ECU')
  assert.equal(await first('q=zzzz qqqq'), undefined)
  assert.equal(await first('q=Yugoslavia&class=state&on=2020-01-01'), undefined, 'no state that was not there')
  const { body } = await get('/api/entity/state:YUG')
  assert.deepEqual([body.codes.iso3, body.existed.to < '2010', body.successors.length > 0], ['YUG', true, true])
  assert.equal((await get('/api/entity/state:XXX')).status, 404)
})

test('articles come latest first, in parts, and what was decided in a log of links', async (t) => {
  const server = await desk(t)
  const days = ['2016-03-22', '1999-01-01', undefined, '2023-08-22', '2016-03-22']
  for (const [i, date] of days.entries())
    await server.post('/api/keep', { text: `Obama visited Cuba in 2016. ${i}`, ...(date && { date }), by: 'ana' })
  const pieces = await parts(server, '/api/documents?limit=2', 'documents')
  assert.deepEqual(
    pieces.flat().map(({ date }) => date),
    ['2023-08-22', '2016-03-22', '2016-03-22', '1999-01-01', undefined],
  )
  const log = (await parts(server, '/api/decisions?limit=2', 'entries')).flat()
  assert.deepEqual(
    log.slice(0, 5).map(({ by }) => by),
    Array.from({ length: 5 }, () => 'ana'),
  )
  assert.deepEqual(
    log.map(({ n }) => n),
    log.map((_, i) => log.length - i),
  )
  for (const { link } of log) assert.match(link, /^[0-9a-f]{64}$/)
})

test('what an article tells is read, kept as a report, and accepted by a person', async (t) => {
  const { get, post } = await desk(t)
  const article = example('havana')
  const { body: read } = await post('/api/read', article)
  for (const { start, end, quote } of read.rows) assert.equal(article.text.slice(start, end), quote)
  assert.equal((await get('/api/documents')).body.documents.length, 0, 'reading keeps nothing')
  const { body: kept } = await post('/api/keep', article)
  assert.ok(kept.facts.length > 0)
  assert.equal((await post('/api/keep', article)).body.added, 0, 'twice changes nothing')
  const [id] = kept.facts
  const { status, body } = await post('/api/decisions', { id, is: 'accept', because: 'seen', by: 'bo' })
  assert.equal(status, 200)
  assert.deepEqual(body.history.at(-1).act, 'accepted')
  assert.deepEqual([body.history.at(-1).by, body.history.at(-1).note], ['bo', 'seen'])
  assert.equal((await post('/api/decisions', { id: 'fact:none', is: 'reject' })).status, 404)
  assert.equal((await get(`/api/fact/${id}`)).body.history.length, 2)
})

test('a dossier is what the pair’s page and the command line tell of', async (t) => {
  const { get } = await desk(t)
  const { status, body } = await get('/api/dossier/USA/Cuba')
  assert.equal(status, 200)
  assert.ok(JSON.stringify(body).includes('person:barack-obama'))
  assert.equal((await get('/api/dossier/USA/United States')).status, 400)
  assert.equal((await get('/api/dossier/USA/Nowhere')).status, 404)
})

test('a cursor of another list, or none at all, is refused', async (t) => {
  const { get } = await desk(t)
  for (const cursor of ['x', '', cursorOf('documents', 'a'), cursorOf('entities', 'a').slice(1), '%00', 'é']) {
    const { status, body } = await get(`/api/entities?cursor=${cursor}`)
    assert.deepEqual([status, body.code], [400, 'incorrect'], cursor)
  }
  assert.equal((await get(`/api/decisions?cursor=${cursorOf('decisions', 'x')}`)).status, 400)
  assert.equal((await get('/api/entities?limit=0')).status, 400)
  assert.equal((await get('/api/entities?limit=1001')).status, 400)
  assert.equal(placeOf('a', cursorOf('a', 'x\ny')), 'x\ny')
  const after = (at: string) => partOf('a', ['a', 'b', 'c'], (x) => x, { limit: 2, cursor: cursorOf('a', at) })
  assert.deepEqual(after('a'), { items: ['b', 'c'] })
  assert.deepEqual(after('aa').items, ['b', 'c'], 'a key that is gone since')
  assert.deepEqual(after('c'), { items: [] })
})

test('an answer is tagged with the state of the ledger, and is another after a write', async (t) => {
  const { request, post } = await desk(t)
  const paths = ['/api/documents', '/api/pair/USA/CUB', '/api/entities?limit=5', '/api/sources', '/api/decisions']
  // What reading needs is loaded by the first that asks for it: until then an answer is of no known state.
  await request('/api/pair/USA/CUB')
  for (const path of paths) {
    const first = await request(path)
    const etag = first.headers.get('etag')!
    assert.match(etag, /^"[\w-]{27}"$/, path)
    assert.equal(first.headers.get('cache-control'), 'private, no-cache')
    const [again, same] = [await request(path), await request(path, { headers: { 'if-none-match': `"x", W/${etag}` } })]
    assert.deepEqual([again.status, again.headers.get('etag'), same.status], [200, etag, 304], path)
    assert.equal(await again.text(), await first.text())
    assert.equal(await same.text(), '')
  }
  const tag = async () => (await request('/api/documents')).headers.get('etag')
  const [before, other] = [await tag(), (await request('/api/documents?limit=5')).headers.get('etag')]
  assert.notEqual(before, other)
  await post('/api/keep', { text: 'Obama visited Cuba in 2016.' })
  assert.notEqual(await tag(), before)
  const { documents } = (await (await request('/api/documents')).json()) as Json
  assert.equal(documents.length, 1)
  assert.equal((await request('/api/pair/USA/Nowhere')).headers.has('etag'), false)
})

test('the page of the API names every route, without a script and with nothing from elsewhere', async (t) => {
  const { request, get } = await desk(t)
  const html = await (await request('/api/docs')).text()
  const { body } = await get('/api/openapi.json')
  for (const [path, methods] of Object.entries(body.paths as Record<string, object>))
    for (const method of Object.keys(methods))
      assert.ok(html.includes(`<h2><code>${method.toUpperCase()} ${path}</code></h2>`), `${method} ${path}`)
  assert.doesNotMatch(html, /<script|<style|\sstyle=|\son\w+=|https?:/)
  assert.match((await request('/api/docs.css')).headers.get('content-type') ?? '', /^text\/css/)
})

test('a question is watched, asked again after a write, and says what changed', async (t) => {
  const { get, post, request } = await desk(t)
  const question = { text: 'Which presidents of the United States visited Bhutan?', by: 'ana' }
  const { status, body: watch } = await post('/api/watches', question)
  assert.equal(status, 200)
  assert.equal((await post('/api/watches', question)).status, 409)
  assert.equal((await post('/api/watches', { text: 'The weather was fine.' })).status, 400)
  const found = { kind: 'visit', roles: { visitor: ['person:barack-obama'], to: ['state:BTN'] }, when: '2016-11-18' }
  await post('/api/found', { ...found, url: 'https://example.org/a', quote: 'He arrived in Thimphu.' })
  const { body } = await post('/api/watches/run', {})
  assert.deepEqual([body.runs[0].changed, body.runs[0].entered], [true, ['person:barack-obama']])
  assert.ok(body.runs[0].says.length > 0)
  assert.deepEqual(
    (await get('/api/watches')).body.watches.map(({ id, by }: Json) => [id, by]),
    [[watch.id, 'ana']],
  )
  const gone = await request(`/api/watches/${watch.id}`, { method: 'DELETE' })
  assert.equal(gone.status, 200)
  assert.equal((await request(`/api/watches/${watch.id}`, { method: 'DELETE' })).status, 404)
  assert.deepEqual((await get('/api/watches')).body.watches, [])
})

test('what was kept of answers goes with what was redacted, decided or withdrawn', async (t) => {
  const { ledger, get, post } = await desk(t)
  const { body: kept } = await post('/api/keep', {
    text: 'Barack Obama visited Bhutan in November 2016.',
    title: 'Secret',
  })
  const path = `/api/document/${kept.document}`
  await get('/api/pair/USA/CUB')
  for (let i = 0; i < 2; i++) assert.equal((await get(path)).body.document.title, 'Secret')
  assert.ok(JSON.stringify((await get('/api/documents')).body).includes('Secret'))
  await ledger.redact(kept.document, { recordedAt: new Date().toISOString(), by: 'ana', note: 'asked to' })
  assert.equal((await get(path)).status, 404)
  assert.equal(JSON.stringify((await get('/api/documents')).body).includes('Secret'), false)
  assert.equal((await get(`/api/fact/${kept.facts[0]}`)).status, 404)
})
