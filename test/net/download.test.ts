import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { download } from '../../src/net/download.ts'
import { scratch } from '../sources/pack-folder.ts'
import { cutAfter, type Fault, inTurn, LOOPBACK, says, serve } from './server.ts'

const BODY = randomBytes(50_000)
const SHA = createHash('sha256').update(BODY).digest('hex')
const QUICK = { pauseMs: 5, stallMs: 10_000, tries: 3, reach: LOOPBACK }
/** Where a server is to be found stalling. */
const SOON = { ...QUICK, stallMs: 300 }

const stall: Fault = (_, __, response, body) => {
  response.writeHead(200, { etag: '"x"', 'content-length': body.length })
  response.write(body.subarray(0, 1000))
  return true
}

const drop: Fault = (_, __, response) => {
  response.destroy()
  return true
}

/** Without a word on its length. */
const sendAll: Fault = (_, __, response, body) => {
  response.writeHead(200).end(body)
  return true
}

describe('fetching a file', () => {
  const GOOD: [string, Fault | undefined, string[]][] = [
    ['at once', undefined, ['']],
    ['cut, it goes on where it was', inTurn(cutAfter(20_000), cutAfter(20_000)), ['', 'bytes=20000-', 'bytes=40000-']],
    [
      'after 500, 503 and 429 with a time to wait',
      inTurn(says(500), says(503), says(429, { 'retry-after': '0' })),
      ['', '', '', ''],
    ],
    ['a server that stalls is left and asked again', inTurn(stall), ['', 'bytes=1000-']],
    ['a line that is dropped before an answer', inTurn(drop), ['', '']],
    [
      'a server that sends another part than was asked for',
      inTurn(cutAfter(20_000), (_, __, response, body) => {
        response.writeHead(206, { 'content-range': `bytes 5-${body.length - 1}/${body.length}` }).end(body.subarray(5))
        return true
      }),
      ['', 'bytes=20000-', ''],
    ],
  ]
  for (const [name, fault, ranges] of GOOD)
    test(name, async (t) => {
      const served = await serve(t, BODY, fault)
      const folder = scratch(t)
      const done = await download(served.url, join(folder, 'f'), {
        ...(name.includes('stall') ? SOON : QUICK),
        tries: 4,
        sha256: SHA,
      })
      assert.deepEqual(done, { bytes: BODY.length, sha256: SHA, resumed: 0 })
      assert.ok(readFileSync(join(folder, 'f')).equals(BODY))
      assert.deepEqual(served.ranges, ranges)
      assert.deepEqual(readdirSync(folder), ['f'])
    })

  test('an earlier run is resumed, also when all but the name had arrived (416)', async (t) => {
    const served = await serve(t, BODY, inTurn(cutAfter(20_000), says(404)))
    const file = join(scratch(t), 'f')
    await assert.rejects(download(served.url, file, QUICK), { code: 'not-found' })
    assert.ok(!existsSync(file))
    assert.equal((await download(served.url, file, QUICK)).resumed, 20_000)
    assert.equal(served.ranges.at(-1), 'bytes=20000-')
    const etag = `"${createHash('sha256').update(BODY).digest('hex').slice(0, 16)}"`
    writeFileSync(`${file}.part`, BODY)
    writeFileSync(`${file}.part.json`, JSON.stringify({ url: served.url, validator: etag }))
    assert.equal((await download(served.url, file, { ...QUICK, sha256: SHA })).bytes, BODY.length)
    assert.equal(served.ranges.at(-1), 'bytes=50000-')
  })

  test('a file that changed at its publisher meanwhile is fetched from its beginning', async (t) => {
    const first = await serve(t, BODY, inTurn(cutAfter(20_000), says(404)))
    const file = join(scratch(t), 'f')
    await assert.rejects(download(first.url, file, QUICK))
    const changed = randomBytes(30_000)
    const second = await serve(t, changed)
    const note = JSON.parse(readFileSync(`${file}.part.json`, 'utf8'))
    writeFileSync(`${file}.part.json`, JSON.stringify({ ...note, url: second.url }))
    await download(second.url, file, QUICK)
    assert.ok(readFileSync(file).equals(changed))
  })

  test('a part of another address, or without a sign of its version, is no part', async (t) => {
    const served = await serve(t, BODY, inTurn(cutAfter(10)), '')
    const file = join(scratch(t), 'f')
    writeFileSync(`${file}.part`, 'of something else')
    writeFileSync(`${file}.part.json`, JSON.stringify({ url: 'http://example.org', validator: '"x"' }))
    const done = await download(served.url, file, { ...QUICK, sha256: SHA })
    assert.equal(done.resumed, 0)
    assert.equal(served.ranges[0], '')
  })

  const always =
    (fault: Fault): Fault =>
    (_, ...rest) =>
      fault(0, ...rest)
  const BAD: [string, Fault, object, string, RegExp][] = [
    ['what is not there', says(404), {}, 'not-found', /may have moved/],
    ['what is forbidden', says(403), {}, 'unsupported', /by hand/],
    ['a server that fails for good', says(500), {}, 'fault', /the server said 500.*what was fetched is kept/],
    [
      'a server that stalls for good',
      always((_, __, response, body) => {
        response.writeHead(200, { 'content-length': body.length })
        response.flushHeaders()
        return true
      }),
      {},
      'fault',
      /no byte for 0\.3 s/,
    ],
    ['a wrong hash', () => false, { sha256: 'f'.repeat(64) }, 'incorrect', /is expected/],
    ['a file that is too long', () => false, { most: 100 }, 'incorrect', /longer than 100 bytes/],
    ['a file that is too long and does not say so', sendAll, { most: 100 }, 'incorrect', /longer than 100 bytes/],
  ]
  for (const [name, fault, options, code, message] of BAD)
    test(`${name} is a failure`, async (t) => {
      const served = await serve(t, BODY, fault)
      const file = join(scratch(t), 'f')
      await assert.rejects(download(served.url, file, { ...(name.includes('stall') ? SOON : QUICK), ...options }), {
        code,
        message,
      })
      assert.ok(!existsSync(file))
    })

  test('nobody listens', async (t) => {
    const file = join(scratch(t), 'f')
    await assert.rejects(download('http://127.0.0.1:9/f', file, QUICK), { code: 'fault' })
  })
})
