import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { ChanceryError } from '../../src/model/error.ts'
import { type Article, type Opening, type OpenOptions, openAll, openBytes, pageOf } from '../../src/run/open.ts'
import { ARTICLE, PAGES, PARAGRAPHS, TITLE } from '../intake/articles.ts'
import { docx, http, pages, record } from '../intake/build.ts'
import { LOOPBACK } from '../net/server.ts'
import { scratch } from '../sources/pack-folder.ts'

const HTML = PAGES[0]!.html
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])

/** The one article of a file or an address. */
async function openOne(path: string, options?: OpenOptions) {
  const found = await all(openAll([path], options))
  assert.equal(found.length, 1)
  if ('error' in found[0]!) throw found[0].error
  return found[0]!.doc
}

async function all(from: AsyncIterable<Opening>): Promise<Opening[]> {
  const out: Opening[] = []
  for await (const one of from) out.push(one)
  return out
}
const articles = async (path: string, options?: OpenOptions): Promise<Article[]> =>
  (await all(openAll([path], options))).filter((one) => 'doc' in one)

function folderOf(t: Parameters<typeof scratch>[0], files: Record<string, string | Buffer>): string {
  const folder = scratch(t)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

describe('one article', () => {
  test('the command line goes before the file beside it, and that before the page', async (t) => {
    const folder = folderOf(t, { 'a.html': HTML, 'a.meta.json': '{"date":"2024-03-13","outlet":"The Courier"}' })
    const file = join(folder, 'a.html')
    const { id, text, title, date, outlet, language, captured } = await openOne(file)
    assert.deepEqual(
      { text, title, date, outlet, language },
      { text: ARTICLE, title: TITLE, date: '2024-03-13', outlet: 'The Courier', language: 'en' },
    )
    assert.match(id, /^doc:[0-9a-f]{32}$/)
    assert.equal(captured!.copy, undefined, 'no copy unless asked for')
    const said = await openOne(file, { date: '2024-03-14', title: 'Mine', outlet: 'Me', copies: true })
    assert.deepEqual([said.date, said.title, said.outlet, said.id], ['2024-03-14', 'Mine', 'Me', id])
    assert.deepEqual(pageOf(said), Buffer.from(HTML))
  })
  test('a wrong cut is mended, and the page stays beside it', async (t) => {
    const folder = folderOf(t, { 'a.html': HTML })
    const doc = await openOne(join(folder, 'a.html'), { text: 'Only this.', copies: true })
    assert.deepEqual([doc.text, doc.title], ['Only this.', TITLE])
    assert.deepEqual(pageOf(doc), Buffer.from(HTML))
  })
  test('text is its own copy; its language is that of its words', async (t) => {
    const folder = folderOf(t, { 'a.txt': ARTICLE })
    const doc = await openOne(join(folder, 'a.txt'))
    assert.deepEqual([doc.captured, doc.language, pageOf(doc)], [undefined, 'en', undefined])
  })
  test('bytes that came in another way', async () => {
    const [one] = await all(openBytes(docx(PARAGRAPHS, TITLE), { name: 'upload' }))
    assert.deepEqual('doc' in one! && [one.doc.text, one.doc.title], [ARTICLE, TITLE])
  })
  test('faults are thrown', async (t) => {
    const folder = folderOf(t, { 'a.png': PNG, 'a.txt': '' })
    const BAD: [string, string][] = [
      ['a.png', 'unsupported'],
      ['a.txt', 'incorrect'],
      ['none', 'not-found'],
    ]
    for (const [name, code] of BAD) await assert.rejects(openOne(join(folder, name)), { code }, name)
    await assert.rejects(articles('https://news.example/1'), { code: 'incorrect', message: /nothing is fetched/ })
  })
})

const feed = (n: number): string =>
  `<rss version="2.0"><channel><title>The Gazette</title>${Array.from({ length: n }, (_, i) => `<item><link>https://g.example/${i}</link><description>${PARAGRAPHS[i]}</description></item>`).join('')}</channel></rss>`

describe('a folder', () => {
  test('of every form, in order; what is none is told in its place', async (t) => {
    const folder = folderOf(t, {
      'a.html': HTML.replaceAll('Peru', 'Chile'),
      'b.pdf': pages([[72, 700, 'Words of a PDF.']]),
      'c/d.docx': docx(['Words of a document.']),
      'c/e.md': '# T\n\nWords of *mine*.',
      'f.png': PNG,
      'g.txt': 'Words of a text.',
      'g.meta.json': '{}',
      '.hidden.txt': 'no',
      '.git/x.txt': 'no',
      'h.xml': feed(2),
      'i.warc': record('https://g.example/w', http('text/html', HTML)),
    })
    const found = await all(openAll([folder]))
    const named = found.map((one) => `${one.name.replace(folder, '')}${'error' in one ? ` ${one.error.code}` : ''}`)
    assert.deepEqual(named, [
      ...['/a.html', '/b.pdf', '/c/d.docx', '/c/e.md', '/f.png unsupported', '/g.txt'],
      ...['https://g.example/0', 'https://g.example/1', 'https://g.example/w'],
    ])
    assert.ok(found.every((one) => 'error' in one || one.among))
  })
  test('without files is refused', async (t) => {
    await assert.rejects(all(openAll([scratch(t)])), { code: 'not-found', message: /holds no file/ })
  })
  test('prints of one report are told as one', async (t) => {
    const line = '<p>A reporter of the Courier added this of his own, and went home.</p>'
    const folder = folderOf(t, {
      'a.html': HTML,
      'b.html': HTML.replace('<h1>', '<h1>Other: '),
      'c.html': PAGES[7]!.html.replace(/<p>LIMA, March 12 — /, `<p>`).replace('</div>', `${line}</div>`),
      'd.txt': PARAGRAPHS.slice(1, 4).join('\n'),
      'e.txt': PARAGRAPHS.toReversed()
        .map((text) => text.split(' ').toReversed().join(' '))
        .join('\n'),
      'f.txt': 'Short words.',
      'g.txt': 'Short words.',
    })
    const found = await articles(folder)
    assert.deepEqual(
      found.map(({ name, copyOf }) => [name.slice(-6), copyOf?.slice(-6)]),
      [
        ...[
          ['a.html', undefined],
          ['b.html', 'a.html'],
          ['c.html', 'a.html'],
          ['/d.txt', 'a.html'],
        ],
        ...[
          ['/e.txt', undefined],
          ['/f.txt', undefined],
          ['/g.txt', '/f.txt'],
        ],
      ],
    )
    assert.deepEqual(await articles(folder), found, 'each time the same')
  })
})

describe('an address of the web', () => {
  test('is fetched when asked for, and says where and when it was', async (t) => {
    const server = createServer(({ url }, response) => {
      if (url === '/robots.txt') response.writeHead(404).end()
      else if (url === '/old') response.writeHead(301, { location: '/a' }).end()
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(HTML)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    t.after(() => server.close())
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const fetcher = { reach: LOOPBACK, pauseMs: 0, cache: scratch(t) }
    const doc = await openOne(`${base}/old`, { fetch: true, fetcher, copies: true })
    assert.deepEqual([doc.text, doc.source, doc.date], [ARTICLE, `${base}/a`, '2024-03-12'])
    assert.ok(Math.abs(Date.parse(doc.captured!.at!) - Date.now()) < 60_000)
    assert.deepEqual(pageOf(doc), Buffer.from(HTML))
    await assert.rejects(openOne(`${base}/a`, { fetch: true }), (error) => error instanceof ChanceryError)
  })
})
