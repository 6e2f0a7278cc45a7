import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { fetchSource } from '../../src/run/fetch.ts'
import type { OpenSource, Publisher } from '../../src/sources/source.ts'
import { unpackTar } from '../../src/sources/tar.ts'
import { nothingTold } from '../../src/sources/telling.ts'
import { cutAfter, inTurn, LOOPBACK, serve } from '../net/server.ts'
import { scratch } from '../sources/pack-folder.ts'

const source = (publisher: Publisher, mark: string): OpenSource => ({
  name: 'trial',
  title: 'A trial',
  holds: 'nothing',
  viewpoint: 'as nobody sees it',
  licence: { name: 'CC0-1.0', exports: true },
  covers: 'nothing',
  faults: [],
  megabytes: 0,
  recommended: false,
  publisher,
  recognise: (files) => (files.list(mark).length ? files : undefined),
  tell: nothingTold,
})

/** One entry of an archive; a long path in a PAX header before it. */
function entry(path: string, body: string, type = '0'): Buffer {
  if (path.length > 100) {
    const record = ` path=${path}\n`
    const length = record.length + String(record.length + 3).length
    return Buffer.concat([entry('pax', `${length}${record}`, 'x'), entry(path.slice(0, 99), body, type)])
  }
  const header = Buffer.alloc(512)
  header.write(path, 0)
  header.write('0000644\0', 100)
  header.write(`${Buffer.byteLength(body).toString(8).padStart(11, '0')}\0`, 124)
  header.write('        ', 148)
  header.write(type, 156)
  header.write('ustar\0', 257)
  const sum = header.reduce((a, b) => a + b, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  const data = Buffer.alloc(Math.ceil(Buffer.byteLength(body) / 512) * 512)
  data.write(body)
  return Buffer.concat([header, data])
}
const archive = (...entries: Buffer[]): Buffer => gzipSync(Buffer.concat([...entries, Buffer.alloc(1024)]))

const LONG = `repo-1/data/${'x'.repeat(120)}.xml`
const ARCHIVE = archive(
  entry('pax_global_header', '52 comment=abc\n', 'g'),
  entry('repo-1/', '', '5'),
  entry('repo-1/data/a.xml', '<a/>'),
  entry(LONG, '<long/>'),
  entry('repo-1/data/../../evil', 'x'),
  entry('repo-1/data/link', '', '2'),
  entry('repo-1/README.md', 'no'),
)
const REPOSITORY: Publisher = { kind: 'repository', repository: 'owner/repo', commit: 'abc', paths: ['data/'] }
const QUICK = { pauseMs: 5, stallMs: 10_000, tries: 3, reach: LOOPBACK }

describe('fetching a data set', () => {
  test('a repository comes as one archive, of which the wanted folders are unpacked', async (t) => {
    const served = await serve(t, ARCHIVE, inTurn(cutAfter(100)))
    const folder = scratch(t)
    const asked: string[] = []
    const via = (url: string) => {
      asked.push(url)
      return served.url
    }
    const files = await fetchSource(source(REPOSITORY, 'data/'), folder, { ...QUICK, via })
    assert.deepEqual(files.list(), ['data/a.xml', LONG.slice('repo-1/'.length)])
    assert.equal(files.text('data/a.xml'), '<a/>')
    assert.deepEqual(asked, ['https://codeload.github.com/owner/repo/tar.gz/abc'])
    assert.deepEqual(served.ranges, ['', 'bytes=100-'])
    await fetchSource(source(REPOSITORY, 'data/'), folder, { ...QUICK, via })
    assert.equal(served.ranges.length, 2, 'what is pinned is not fetched anew')
    const moved = source({ ...REPOSITORY, paths: ['elsewhere/'] } as Publisher, 'data/')
    await assert.rejects(fetchSource(moved, folder, { ...QUICK, via, again: true }), {
      code: 'incorrect',
      message: /layout changed/,
    })
    assert.ok(existsSync(join(folder, 'files/data/a.xml')), 'what was there stays')
  })

  test('files come one by one, and those that are there are not fetched anew', async (t) => {
    const served = await serve(t, Buffer.from('a,b\n'))
    const folder = scratch(t)
    const publisher: Publisher = {
      kind: 'files',
      files: ['one.csv', 'two/two.csv'].map((path) => ({ url: `https://example.org/${path}`, path })),
    }
    const via = () => served.url
    const files = await fetchSource(source(publisher, 'one'), folder, { ...QUICK, via })
    assert.deepEqual(files.list(), ['one.csv', 'two/two.csv'])
    await fetchSource(source(publisher, 'one'), folder, { ...QUICK, via })
    assert.equal(served.ranges.length, 2)
    await fetchSource(source(publisher, 'one'), folder, { ...QUICK, via, again: true })
    assert.equal(served.ranges.length, 4)
    assert.deepEqual(readdirSync(folder).sort(), ['fetched.json', 'files'])
  })

  test('what a person has to download is said with its page', async (t) => {
    const publisher: Publisher = { kind: 'by-hand', page: 'https://example.org/page', how: 'it asks for a name' }
    await assert.rejects(fetchSource(source(publisher, ''), scratch(t)), {
      code: 'unsupported',
      message: /it asks for a name: download it from https:\/\/example\.org\/page/,
    })
  })

  test('what is laid out in another way is refused', async (t) => {
    const served = await serve(t, Buffer.from('a,b\n'))
    const publisher: Publisher = { kind: 'files', files: [{ url: 'https://example.org/x', path: 'x.csv' }] }
    const folder = scratch(t)
    mkdirSync(join(folder, 'files'))
    writeFileSync(join(folder, 'files/y.csv'), '')
    await assert.rejects(fetchSource(source(publisher, 'z'), folder, { ...QUICK, via: () => served.url }), {
      code: 'incorrect',
    })
  })

  const BAD: [string, Buffer][] = [
    ['cut', gzipSync(Buffer.concat([entry('r/data/a', 'x'.repeat(600))]).subarray(0, 900))],
    ['no gzip', Buffer.from('<html>')],
    ['no archive', gzipSync(Buffer.alloc(2000, 'x'))],
    ['a gzip that is cut', ARCHIVE.subarray(0, 60)],
  ]
  for (const [name, bytes] of BAD)
    test(`an archive that is ${name} is refused`, () =>
      assert.throws(() => unpackTar('a.tar.gz', bytes, ['']), { code: 'incorrect' }))
})
