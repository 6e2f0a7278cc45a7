import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Chancery, ProblemError } from '../../src/client/index.ts'

type Answer = Response | Error

/** A server that gives answers in order, and what it was sent. */
function scripted(answers: readonly (() => Answer)[], retries?: number) {
  const sent: { url: string; init: RequestInit }[] = []
  const own = (async (url: string, init: RequestInit) => {
    const answer = answers[sent.push({ url, init }) - 1]
    const given = answer ? answer() : new Error('no more answers')
    if (given instanceof Error) throw given
    return given
  }) as typeof fetch
  const client = new Chancery({ url: 'http://127.0.0.1:1/', fetch: own, ...(retries !== undefined && { retries }) })
  return { client, sent }
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })
const examples = (): Answer => json({ examples: ['Who?'] })
const away =
  (status: number, wait = '0') =>
  () =>
    json({ status, code: status === 429 ? 'too-many' : 'busy', detail: 'later', title: 'Later' }, status, {
      'retry-after': wait,
    })
const lost = (): Answer => new TypeError('connection reset')
const decision = { id: 'fact:1', is: 'accept' } as const

async function problem(work: Promise<unknown>): Promise<ProblemError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  assert.ok(error instanceof ProblemError, String(error))
  return error
}

test('what is turned away is sent again after the time asked for, a write too', async () => {
  const read = scripted([away(429), away(503), examples])
  assert.deepEqual(await read.client.questions(), ['Who?'])
  assert.equal(read.sent.length, 3)
  const write = scripted([away(429), () => json({ id: 'fact:1', history: [] })])
  assert.equal((await write.client.decide(decision)).id, 'fact:1')
  const bodies = write.sent.map(({ init }) => init.body)
  assert.deepEqual(bodies, [JSON.stringify(decision), JSON.stringify(decision)])
})

test('where no answer came, what does nothing more when it is done twice is sent again, and nothing else', async () => {
  const read = scripted([lost, () => new Response('', { status: 502 }), examples])
  assert.deepEqual(await read.client.questions(), ['Who?'])
  const write = scripted([lost, () => json({})])
  const told = await problem(write.client.decide(decision))
  assert.deepEqual([told.code, told.status, write.sent.length], ['unreached', 0, 1])
  assert.match(String(told.cause), /connection reset/)
  const gateway = scripted([() => new Response('<html>', { status: 504 })])
  assert.equal((await problem(gateway.client.decide(decision))).code, 'unreached')
})

test('it is told after the last try, or at once where none is wanted or the wait would be long', async () => {
  const tired = scripted([away(503), away(503), away(503)], 2)
  assert.equal((await problem(tired.client.questions())).code, 'busy')
  assert.equal(tired.sent.length, 3)
  const once = scripted([away(503)], 0)
  assert.equal((await problem(once.client.questions())).code, 'busy')
  const long = scripted([away(429, '3600')])
  assert.equal((await problem(long.client.questions())).code, 'too-many')
  assert.equal(long.sent.length, 1)
})

test('what is refused is not sent again', async () => {
  for (const status of [400, 401, 403, 404, 409, 422, 500]) {
    const { client, sent } = scripted([() => json({ status, code: 'incorrect', detail: 'no', title: 'No' }, status)])
    assert.equal((await problem(client.questions())).status, status)
    assert.equal(sent.length, 1)
  }
})

test('an answer that is none of Chancery is told as such', async () => {
  const { client } = scripted([() => new Response('<h1>Not found</h1>', { status: 404 })])
  const told = await problem(client.questions())
  assert.deepEqual([told.status, told.code, told.problem.title], [404, 'unreached', 'Not Chancery'])
})

test('a signal ends a call before it is sent, on its way, and while it waits to be sent again', async () => {
  const reason = new Error('enough')
  const early = scripted([examples])
  await assert.rejects(early.client.questions({ signal: AbortSignal.abort(reason) }), reason)
  assert.equal(early.sent.length, 0)

  const end = new AbortController()
  const waiting = scripted([away(503, '30'), examples])
  const call = waiting.client.questions({ signal: end.signal })
  while (!waiting.sent.length) await new Promise((done) => setImmediate(done))
  setImmediate(() => end.abort(reason))
  await assert.rejects(call, reason)
  assert.equal(waiting.sent.length, 1)

  const under = new AbortController()
  const hanging = new Chancery({
    url: 'http://127.0.0.1:1',
    fetch: ((_, init) =>
      new Promise((_done, fail) => {
        init?.signal?.addEventListener('abort', () => fail(init.signal?.reason))
        under.abort(reason)
      })) as typeof fetch,
  })
  await assert.rejects(hanging.questions({ signal: under.signal }), reason)
})

test('the token goes in its header, and never in the address', async () => {
  const sent: { url: string; init: RequestInit }[] = []
  const own = (async (url: string, init: RequestInit) => {
    sent.push({ url, init })
    return json({ entities: [] })
  }) as typeof fetch
  const client = new Chancery({ url: new URL('https://example.org/chancery/'), token: 'secret', fetch: own })
  await client.resolve('Côte d’Ivoire & co', { on: '1990-01-01' })
  const { url, init } = sent[0]!
  assert.equal(new Headers(init.headers).get('authorization'), 'Bearer secret')
  const { pathname, searchParams } = new URL(url)
  assert.deepEqual(
    [pathname, searchParams.get('q'), searchParams.get('on')],
    ['/chancery/api/entities', 'Côte d’Ivoire & co', '1990-01-01'],
  )
  assert.ok(!url.includes('secret'))
})

const streamed = (pieces: readonly string[]): Response =>
  new Response(ReadableStream.from(pieces).pipeThrough(new TextEncoderStream()), {
    headers: { 'content-type': 'text/event-stream; charset=utf-8' },
  })

test('events are put together however they are cut; one that is a problem is thrown; a stream cut short is no answer', async () => {
  const text = 'event: queued\ndata: {"ahead":2}\n\nevent: done\ndata: {"claims":\ndata: ["ü"]}\n\n'
  for (const pieces of [[text], [...text], [text.slice(0, 20), text.slice(20)]]) {
    const { client } = scripted([() => streamed(pieces)])
    const heard: unknown[] = []
    const answer = await client.check({ text: 'x' }, { onProgress: (one) => heard.push(one) })
    assert.deepEqual([answer, heard], [{ claims: ['ü'] }, [{ is: 'queued', ahead: 2 }]])
  }
  const bad = 'event: problem\ndata: {"status":422,"code":"over-budget","detail":"too long","title":"Long"}\n\n'
  const over = scripted([() => streamed([bad])])
  assert.equal((await problem(over.client.check({ text: 'x' }, { onProgress: () => {} }))).code, 'over-budget')
  const cut = scripted([() => streamed(['event: begun\ndata: {}\n\n'])])
  assert.equal((await problem(cut.client.check({ text: 'x' }, { onProgress: () => {} }))).code, 'unreached')
})
