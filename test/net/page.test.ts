import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, type TestContext, test } from 'node:test'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { fetcher, USER_AGENT } from '../../src/net/page.ts'
import { allows, robotsOf } from '../../src/net/robots.ts'
import { scratch } from '../sources/pack-folder.ts'
import { LOOPBACK } from './server.ts'

const ROBOTS = `# all
User-agent: *
Disallow: /private
Allow: /private/press$
Disallow: /*.pdf$
Disallow: /a*b*c

User-Agent: other
User-agent: Chancery/9
Disallow: /
Allow: /news/
Crawl-delay: 2`

describe('robots.txt', () => {
  const everybody: [path: string, allowed: boolean][] = [
    ['/', true],
    ['/private/x', false],
    ['/privately', false],
    ['/private/press', true],
    ['/private/press/x', false],
    ['/x.pdf', false],
    ['/x.pdf?y', true],
    ['/a/b', true],
    ['/a/b/c/d', false],
  ]
  for (const [path, allowed] of everybody)
    test(`${path} is ${allowed ? '' : 'not '}allowed to everybody`, () =>
      assert.equal(allows(robotsOf(ROBOTS, 'nobody'), path), allowed))

  test('who is named has rules of its own, longest first', () => {
    const own = robotsOf(ROBOTS, 'chancery')
    assert.deepEqual([allows(own, '/x'), allows(own, '/news/x'), own.delay], [false, true, 2])
  })
  test('nothing, an empty rule and nonsense forbid nothing', () => {
    for (const text of ['', 'Disallow: /', 'User-agent: *\nDisallow:', '<html>: no', 'User-agent: *\nnonsense'])
      assert.ok(allows(robotsOf(text, 'chancery'), '/x'), text)
  })
  test('a pattern of many stars is done at once', () => {
    const robots = robotsOf(`User-agent: *\nDisallow: /${'*a'.repeat(5000)}$`, 'chancery')
    assert.ok(allows(robots, `/${'a'.repeat(4000)}`))
  })
})

interface Site {
  url: string
  asked: { path: string; headers: IncomingMessage['headers']; at: number }[]
}

async function site(t: TestContext, answer: (path: string, response: ServerResponse) => void): Promise<Site> {
  const asked: Site['asked'] = []
  const server = createServer((request, response) => {
    asked.push({ path: request.url!, headers: request.headers, at: performance.now() })
    answer(request.url!, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

const pages =
  (found: Record<string, [status: number, headers?: Record<string, string>, body?: string | Buffer]>) =>
  (path: string, response: ServerResponse): void => {
    const [status, headers = {}, body = ''] = found[path] ?? [404]
    response.writeHead(status, headers).end(body)
  }

const QUICK = { reach: LOOPBACK, pauseMs: 0 }

describe('fetching a page', () => {
  test('it says who asks, and asks for the rules first, once', async (t) => {
    const { url, asked } = await site(t, pages({ '/a': [200, { 'content-type': 'text/html; charset=x' }, 'A'] }))
    const fetch = fetcher(QUICK)
    const page = await fetch(`${url}/a#part`)
    assert.deepEqual([page.url, page.bytes.toString(), page.type], [`${url}/a`, 'A', 'text/html; charset=x'])
    await fetch(`${url}/a`)
    assert.deepEqual(
      asked.map(({ path }) => path),
      ['/robots.txt', '/a', '/a'],
    )
    for (const { headers } of asked) {
      assert.equal(headers['user-agent'], USER_AGENT)
      assert.deepEqual([headers.cookie, headers.referer, headers.authorization], [undefined, undefined, undefined])
    }
  })

  test('what has not changed is not sent again, also in another run', async (t) => {
    const { url, asked } = await site(t, (path, response) => {
      if (path !== '/a') response.writeHead(404).end()
      else if (asked.at(-1)!.headers['if-none-match'] === '"1"') response.writeHead(304).end()
      else response.writeHead(200, { etag: '"1"', 'last-modified': 'Mon, 02 Mar 2020 10:00:00 GMT' }).end('A')
    })
    const cache = scratch(t)
    for (const _ of [1, 2]) assert.equal((await fetcher({ ...QUICK, cache })(`${url}/a`)).bytes.toString(), 'A')
    assert.equal(asked.at(-1)!.headers['if-modified-since'], 'Mon, 02 Mar 2020 10:00:00 GMT')
    assert.equal(asked.filter(({ headers }) => headers['if-none-match']).length, 1)
  })

  test('requests to one host keep their distance', async (t) => {
    const { url } = await site(t, pages({ '/a': [200, {}, 'A'] }))
    const waited: number[] = []
    const fetch = fetcher({ ...QUICK, pauseMs: 600_000, wait: async (ms) => waited.push(ms) })
    await Promise.all([fetch(`${url}/a`), fetch(`${url}/a`), fetch(`${url}/a`)])
    assert.deepEqual(
      waited.map((ms) => Math.round(ms / 600_000)),
      [1, 2],
    )
  })

  test('packed pages are unpacked', async (t) => {
    const { url } = await site(
      t,
      pages({
        '/g': [200, { 'content-encoding': 'gzip' }, gzipSync('packed')],
        '/b': [200, { 'content-encoding': 'br' }, brotliCompressSync('packed')],
      }),
    )
    const fetch = fetcher(QUICK)
    for (const path of ['/g', '/b']) assert.equal((await fetch(`${url}${path}`)).bytes.toString(), 'packed')
  })

  const BAD: [string, Parameters<typeof pages>[0], string, RegExp][] = [
    ['what is not there', {}, 'not-found', /404.*check the address/],
    ['what is refused', { '/a': [403] }, 'unsupported', /403.*give the file/],
    ['a server that is busy', { '/a': [503, { 'retry-after': '7' }] }, 'fault', /503: try again in 7 seconds/],
    [
      'what robots may not fetch',
      { '/robots.txt': [200, {}, 'User-agent: chancery\nDisallow: /a'], '/a': [200, {}, 'A'] },
      'unsupported',
      /robots\.txt/,
    ],
    ['a site whose rules fail', { '/robots.txt': [500], '/a': [200, {}, 'A'] }, 'unsupported', /robots\.txt/],
    [
      'a redirect to what robots may not fetch',
      {
        '/robots.txt': [200, {}, 'User-agent: *\nDisallow: /b'],
        '/a': [302, { location: '/b' }],
        '/b': [200, {}, 'B'],
      },
      'unsupported',
      /robots\.txt/,
    ],
    ['a circle', { '/a': [302, { location: '/a' }] }, 'unsupported', /on and on/],
    ['a page that is too long', { '/a': [200, {}, Buffer.alloc(3000)] }, 'incorrect', /longer than 2000 bytes/],
    [
      'a packed page that is too long',
      { '/a': [200, { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(100_000_000))] },
      'incorrect',
      /longer than 2000 bytes/,
    ],
    [
      'a body that is not what it says',
      { '/a': [200, { 'content-encoding': 'gzip' }, 'no gzip'] },
      'fault',
      /cannot be/,
    ],
  ]
  for (const [name, found, code, message] of BAD)
    test(`${name} is a failure`, async (t) => {
      const { url } = await site(t, pages(found))
      await assert.rejects(fetcher({ ...QUICK, most: 2000 })(`${url}/a`), { code, message })
    })

  test('a server that does not answer', async (t) => {
    const { url } = await site(t, () => {})
    await assert.rejects(fetcher({ ...QUICK, timeOutMs: 100 })(`${url}/a`), { code: 'fault', message: /in time/ })
  })

  test('this machine, unless a test says so', async (t) => {
    const { url, asked } = await site(t, pages({ '/a': [200] }))
    await assert.rejects(fetcher()(`${url}/a`), { code: 'unsupported', message: /no public address/ })
    assert.equal(asked.length, 0)
  })
})
