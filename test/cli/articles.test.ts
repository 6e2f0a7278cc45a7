import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { ARTICLE, PAGES, PARAGRAPHS, TITLE } from '../intake/articles.ts'
import { docx, http, pages, record } from '../intake/build.ts'

const ROOT = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'chancery-articles-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const env = { ...process.env, CHANCERY_LEDGER: join(folder, 'ledger.db'), XDG_CACHE_HOME: join(folder, 'cache') }
function chancery(args: string[], input?: Buffer) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(ROOT, 'src/cli/main.ts'), ...args],
    { cwd: folder, env, encoding: 'utf8', ...(input && { input }) },
  )
  return { status, stdout, stderr }
}

const HTML = PAGES[0]!.html
const file = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content)
  return name
}
const rowsOf = (stdout: string) =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('articles on the command line', () => {
  test('every form is read, and its offsets are offsets into the text that was taken out', () => {
    const forms = [
      file('a.html', HTML),
      file('a.txt', ARTICLE),
      file('a.docx', docx(PARAGRAPHS)),
      file('a.html.gz', gzipSync(HTML)),
    ]
    const found = forms.map((name) => chancery(['read', name, '--format', 'rows', '--date', '2024-03-12']))
    for (const { status, stderr, stdout } of found) {
      assert.deepEqual([status, stderr], [0, ''])
      const rows = rowsOf(stdout)
      assert.ok(rows.length >= 3)
      for (const { start, end, quote } of rows) assert.equal(ARTICLE.slice(start as number, end as number), quote)
      assert.equal(stdout, found[0]!.stdout)
    }
  })
  test('standard input is what it is', () => {
    const { status, stdout } = chancery(['check', '-'], Buffer.from(HTML))
    assert.equal(status, 0)
    assert.match(stdout, new RegExp(`^${TITLE}, 12 March 2024\n`))
  })
  test('a web archive, a feed and a folder give many, each with its name', () => {
    const archive = Buffer.concat(
      ['1', '2'].map((n) => record(`https://g.example/${n}`, http('text/html; charset=utf-8', HTML))),
    )
    const { status, stdout } = chancery(['check', file('crawl.warc.gz', gzipSync(archive)), '--format', 'json'])
    const [first, second] = rowsOf(stdout)
    assert.deepEqual([status, first!.id, first!.date], [0, 'https://g.example/1', '2024-03-12'])
    assert.deepEqual(second, { id: 'https://g.example/2', copyOf: 'https://g.example/1' })
    const items = PARAGRAPHS.map(
      (text, i) => `<item><link>https://g.example/${i}</link><description>${text}</description></item>`,
    )
    const feed = file('feed.xml', `<rss version="2.0"><channel><title>T</title>${items.join('')}</channel></rss>`)
    const named = new Set(rowsOf(chancery(['read', feed, '--format', 'rows']).stdout).map(({ id }) => id))
    assert.ok(named.has('https://g.example/0') && named.has('https://g.example/1'))
    assert.equal(chancery(['check', feed, '--explain', '1']).status, 2)
  })
  test('filed once, with its page; prints of one report are told once', () => {
    const one = chancery(['file', 'a.html'])
    assert.match(one.stdout, /^a\.html: \d+ reports filed/)
    const mended = chancery([
      'file',
      'a.html',
      '--text',
      file('mended.txt', 'Peru recalled its ambassador from Ecuador in 2023.'),
    ])
    assert.match(mended.stdout, /^a\.html: 1 reports filed/)
    const archive = Buffer.concat(
      ['1', '2'].map((n) => record(`https://g.example/${n}`, http('text/html; charset=utf-8', HTML))),
    )
    const many = chancery(['file', file('two.warc', archive)])
    assert.match(many.stdout, /\nhttps:\/\/g\.example\/2: the same text as https:\/\/g\.example\/1/)
  })
  const BAD: [string, string[], number, RegExp][] = [
    [
      'an address without --fetch',
      ['check', 'https://news.example/1'],
      2,
      /nothing is fetched unless asked for.*add --fetch/,
    ],
    ['this machine', ['read', 'http://127.0.0.1:8080/', '--fetch'], 3, /no connection was made.*give the file/],
    ['what is no web', ['read', 'https://a:b@news.example/', '--fetch'], 2, /leave them out/],
    ['a missing page', ['check', 'none.html'], 4, /no such file/],
    ['a picture', ['check', file('x.png', Buffer.from([0x89, 0x50, 0x4e, 0x47]))], 3, /an image.*save the article as/],
    ['a PDF without text', ['check', file('x.pdf', pages([]))], 3, /no text.*recognise/],
    ['a title for two', ['file', 'a.html', 'a.txt', '--title', 'T'], 2, /one title for several/],
    ['an empty folder', ['check', mkdtempSync(join(folder, 'empty-'))], 4, /holds no file/],
  ]
  for (const [name, args, status, says] of BAD)
    test(`${name} is one line and exit code ${status}`, () => {
      const found = chancery(args)
      assert.deepEqual([found.status, found.stdout], [status, ''])
      assert.match(found.stderr, says)
      assert.equal(found.stderr.split('\n').length, 2)
    })
})
