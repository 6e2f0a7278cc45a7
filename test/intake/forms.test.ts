import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { bytesOf, type Item, intake, type Opened, Parser } from '../../src/intake/index.ts'
import { ARTICLE, PAGES, PARAGRAPHS, TITLE } from './articles.ts'
import { docx, http, pages, pdf, record, stream, zip } from './build.ts'

const parser = new Parser()
after(() => parser.close())

async function* inPieces(bytes: Buffer, size = 1000): AsyncGenerator<Buffer> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}

async function opened(content: Buffer | string, name = 'x', type?: string): Promise<Item[]> {
  const bytes = Buffer.from(content as string)
  const hint = { name, ...(type && { type }) }
  const items: Item[] = []
  for await (const item of intake({ stream: inPieces(bytes), hint }, { parser, copies: true })) items.push(item)
  return items
}

const one = async (...given: Parameters<typeof opened>): Promise<Opened> => {
  const [item, ...more] = await opened(...given)
  assert.ok(item && !('error' in item) && !more.length)
  return item
}
const all = async (...given: Parameters<typeof opened>): Promise<Opened[]> =>
  (await opened(...given)).map((item) => {
    assert.ok(!('error' in item), JSON.stringify(item))
    return item
  })

const HTML = PAGES[0]!.html

describe('plain text', () => {
  test('is as it stands, and needs no copy', async () => {
    const text = '\uFEFFOne.\r\n\r\n Two  \t three.\n'
    assert.deepEqual(await one(text), { text, name: 'x' })
  })
  const utf16 = (text: string, swap = false) =>
    swap ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le')
  const ENCODED: [string, Buffer, string, string?][] = [
    ['UTF-16 with a mark', utf16('\uFEFFLima – São Tomé'), '\uFEFFLima – São Tomé'],
    ['UTF-16 the other way', utf16('\uFEFFLima – São Tomé', true), '\uFEFFLima – São Tomé'],
    ['UTF-16 without a mark', utf16('Peru and Chile met in Lima.'), 'Peru and Chile met in Lima.'],
    ['windows-1252', Buffer.from('\x93S\xe3o Tom\xe9\x94 \x96 \x80 5', 'latin1'), '“São Tomé” – € 5'],
    [
      'as declared by a server',
      Buffer.from('\xd0\xc5\xd2\xd5', 'latin1'),
      'перу'.toLowerCase(),
      'text/plain; charset=koi8-r',
    ],
    [
      'UTF-8 with a broken letter',
      Buffer.concat([Buffer.from('São Tomé, Curaçao, '), Buffer.from([0xe9]), Buffer.from(' Łódź')]),
      'São Tomé, Curaçao, \uFFFD Łódź',
    ],
    ['UTF-8 that is called Latin-1', Buffer.from('São Tomé'), 'São Tomé', 'text/plain; charset=iso-8859-1'],
  ]
  for (const [name, bytes, text, type] of ENCODED)
    test(`in ${name}`, async () => assert.equal((await one(bytes, 'x', type)).text.toLowerCase(), text.toLowerCase()))
})

describe('the encoding of a page', () => {
  const page = (meta: string) =>
    `<html><head>${meta}</head><body><p>${'The state of S\xe3o Tom\xe9 was there. '.repeat(10)}</body></html>`
  const SAID: [string, string, string?][] = [
    ['nothing', ''],
    ['its meta', '<meta charset="iso-8859-1">'],
    ['its old meta', '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'],
    ['its server', '', 'text/html; charset=ISO-8859-1'],
    ['a wrong word for it', '<meta charset="utf-8">'],
    ['no word for any', '<meta charset="nonsense">'],
  ]
  for (const [name, meta, type] of SAID)
    test(`is told by ${name}`, async () =>
      assert.match((await one(Buffer.from(page(meta), 'latin1'), 'x', type)).text, /São Tomé/))
})

describe('what a file is, its content says', () => {
  const long = `<p>${PARAGRAPHS[0]}</p>`
  const AS: [string, Buffer | string, string, string | undefined, RegExp][] = [
    ['a page that is called text', `<!DOCTYPE html>${long}`, 'a.txt', 'text/plain', /^LIMA/],
    ['a page without a head', `${long}`, 'a', undefined, /^LIMA/],
    ['text that speaks of a page', `The tag <p> begins a paragraph.`, 'a.txt', undefined, /^The tag <p>/],
    ['text that begins with a mark', `<Lima> was the word.`, 'a.txt', undefined, /^<Lima>/],
    ['text that a server calls a page', `No tag at all.`, 'a', 'text/html', /^No tag/],
    ['a PDF that is called a page', pages([[72, 700, 'Hello there.']]), 'a.html', 'text/html', /^Hello there\.$/],
    ['a Word document that is called a PDF', docx(['Hello there.']), 'a.pdf', undefined, /^Hello there\.$/],
    ['a packed page', gzipSync(HTML), 'a.html.gz', undefined, /^LIMA/],
    ['packed text', gzipSync('Some *words*.'), 'a.txt.gz', undefined, /^Some \*words\*/],
    ['Markdown by its name', 'Some *words*.', 'a.md', undefined, /^Some words/],
  ]
  for (const [name, content, path, type, text] of AS)
    test(name, async () => assert.match((await one(content, path, type)).text, text))

  const BAD: [string, Buffer | string, string, RegExp][] = [
    ['nothing', '', 'incorrect', /empty/],
    ['blanks', ' \n\t\uFEFF', 'incorrect', /empty/],
    ['a NUL', 'abc\0def', 'incorrect', /NUL at byte 3/],
    ['controls', Buffer.from([0x41, 0xe9, 1, 2]), 'incorrect', /control at byte 2/],
    ['an image', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'unsupported', /an image/],
    ['an old Word file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'unsupported', /old form/],
    ['an archive of files', zip({ 'a.txt': 'a' }), 'unsupported', /archive/],
    ['gzip in gzip', gzipSync(gzipSync('a')), 'unsupported', /twice/],
    ['damaged gzip', gzipSync('abc'.repeat(999)).subarray(0, 20), 'incorrect', /damaged gzip/],
    ['a damaged archive', zip({ 'word/document.xml': '<a>' }).subarray(0, 60), 'incorrect', /damaged/],
    ['a damaged PDF', '%PDF-1.7\nnothing', 'incorrect', /damaged PDF/],
    ['a PDF of pictures', pages([]), 'unsupported', /no text/],
    ['no feed', '<rss><x/></rss>', 'incorrect', /no sound/],
    ['an empty feed', '<rss version="2.0"><channel><title>T</title></channel></rss>', 'unsupported', /no entry/],
  ]
  for (const [name, content, code, message] of BAD)
    test(`${name} is refused`, () => assert.rejects(opened(content), { code, message }))
})

describe('what came is kept', () => {
  test('byte for byte, with its hash', async () => {
    for (const content of [HTML, docx(PARAGRAPHS), pages([[72, 700, 'Hello there.']])]) {
      const { captured } = await one(content)
      assert.deepEqual(bytesOf(captured!), Buffer.from(content as string))
      assert.equal(captured!.bytes, Buffer.byteLength(content as string))
    }
  })
  test('a copy that was changed is found out', async () => {
    const { captured } = await one(HTML)
    const other = (await one(`${HTML} `)).captured!
    assert.throws(() => bytesOf({ ...captured!, copy: other.copy! }), {
      code: 'incorrect',
      message: /not what was stored/,
    })
  })
})

test('Markdown is its words', async () => {
  const { text, title, date, source, language } = await one(
    `---\ntitle: "Over the top"\ndate: 2024-03-12\nurl: https://g.example/1\nlang: en-GB\n---\n# A heading\n\nThe *United* **States** of\n_America_ [said](https://a.example "t") so.\n\n> Quoted\n> words.\n\n- one\n- two ![x](y.png)\n\n\`\`\`\ncode\n\`\`\`\n\n---\n## Then\n\nsnake_case_name and 2 * 3 * 4 stay; <b>tags</b> go.\n[1]: https://x.example\n`,
    'a.md',
  )
  assert.deepEqual(
    { title, date, source, language },
    { title: 'Over the top', date: '2024-03-12', source: 'https://g.example/1', language: 'en' },
  )
  assert.equal(
    text,
    'The United States of\nAmerica said so.\n\nQuoted\nwords.\n\none\n\ntwo\n\nThen\n\nsnake_case_name and 2 * 3 * 4 stay; tags go.',
  )
  assert.equal((await one('# The title\n\nWords.', 'a.md')).title, 'The title')
})

describe('a Word document', () => {
  test('is its paragraphs and its title', async () => {
    const { text, title, date } = await one(docx(PARAGRAPHS, TITLE))
    assert.deepEqual({ text, title, date }, { text: ARTICLE, title: TITLE, date: undefined })
  })
  const SAYS: [string, string, string][] = [
    [
      'what was deleted is gone, what was inserted is there',
      '<w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins>',
      'new',
    ],
    ['orders of fields are no text', '<w:r><w:instrText>PAGE \\* x</w:instrText></w:r><w:r><w:t>7</w:t></w:r>', '7'],
    ['breaks and tabs', '<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>', 'a\nb c'],
    ['entities', '<w:r><w:t>R&amp;D &#8212; &#x41;&unknown;</w:t></w:r>', 'R&D — A&unknown;'],
    [
      'a picture says nothing',
      '<w:r><w:drawing><a:t>x</a:t><w:txbxContent><w:p><w:r><w:t>y</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r><w:r><w:t>z</w:t></w:r>',
      'z',
    ],
    ['words in pieces', '<w:r><w:rPr><w:b/></w:rPr><w:t>Ecua</w:t></w:r><w:r><w:t>dor</w:t></w:r>', 'Ecuador'],
  ]
  for (const [name, xml, text] of SAYS) test(name, async () => assert.equal((await one(docx([{ xml }]))).text, text))
  test('a title by its style is no text', async () => {
    const found = await one(
      docx([{ xml: `<w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>${TITLE}</w:t></w:r>` }, 'Words.']),
    )
    assert.deepEqual([found.title, found.text], [TITLE, 'Words.'])
  })
  test('entities of its own are refused', () =>
    assert.rejects(opened(zip({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' })), {
      code: 'incorrect',
    }))
})

/** A paragraph as lines of a page. */
function lined(text: string, top: number, x = 72, width = 80, leading = 14): [number, number, string][] {
  const lines: string[] = []
  for (const word of text.replace(/[“”]/g, '').replace(/[—–]/g, '-').split(' '))
    if (lines.length && `${lines.at(-1)} ${word}`.length <= width) lines[lines.length - 1] += ` ${word}`
    else lines.push(word)
  return lines.map((line, i) => [x, top - i * leading, line])
}
const plain = (text: string) => text.replace(/[“”]/g, '').replace(/[—–]/g, '-').replaceAll('í', 'i')
const LINED = PARAGRAPHS.map(plain)

describe('a PDF', () => {
  test('is its paragraphs, by the space between them', async () => {
    const body = LINED.flatMap((text, i) => lined(text, 700 - i * 80))
    assert.equal((await one(pages(body))).text, LINED.join('\n\n'))
  })
  test('by their indents', async () => {
    let top = 700
    const body = LINED.flatMap((text) => {
      const lines = lined(text, top)
      top -= lines.length * 14
      lines[0]![0] += 18
      return lines
    })
    assert.equal((await one(pages(body))).text, LINED.join('\n\n'))
  })
  test('in two columns, one after the other', async () => {
    const left = LINED.slice(0, 3).flatMap((text, i) => lined(text, 700 - i * 120, 60, 40))
    const right = LINED.slice(3).flatMap((text, i) => lined(text, 700 - i * 120, 330, 40))
    assert.equal((await one(pages([...left, ...right]))).text, LINED.join('\n\n'))
  })
  test('over several pages, without heads, feet and numbers', async () => {
    const page = (n: number, text: string): [number, number, string][] => [
      [72, 760, 'The Gazette, 12 March 2024'],
      ...lined(text, 700),
      [300, 30, `Page ${n} of 3`],
    ]
    const [first = '', second = '', third = ''] = LINED
    const half = second.indexOf('said')
    const found = await one(
      pages(page(1, `${first} ${second.slice(0, half)}`.trim()), page(2, second.slice(half)), page(3, third)),
    )
    assert.equal(found.text, `${first} ${second}\n\n${third}`)
  })
  test('words cut at the end of a line are whole again', async () => {
    const { text } = await one(
      pages([
        [72, 700, 'The two govern-'],
        [72, 686, 'ments of Peru met the Vice-'],
        [72, 672, 'President of Chile.'],
      ]),
    )
    assert.equal(text, 'The two governments of Peru met the Vice-President of Chile.')
  })
  test('the day on which the file was made is not its date, a file’s name not its title', async () => {
    const made = pdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      stream('BT /F1 12 Tf 72 700 Td (Words.) Tj ET'),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ])
    const { text, title, date } = await one(made)
    assert.deepEqual({ text, title, date }, { text: 'Words.', title: undefined, date: undefined })
  })
})

const item = (n: number, more = '') =>
  `<item><title>Story ${n}</title><link>https://g.example/${n}</link><pubDate>Tue, 1${n} Mar 2024 09:00:00 GMT</pubDate>${more}</item>`

describe('a feed', () => {
  const rss = (items: string) =>
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Gazette</title><language>en-gb</language>${items}</channel></rss>`
  const expected = (n: number, text: string) => ({
    text,
    title: `Story ${n}`,
    date: `2024-03-1${n}`,
    outlet: 'The Gazette',
    language: 'en',
    source: `https://g.example/${n}`,
  })
  const bare = ({ captured: _, name: __, among: ___, ...rest }: Opened) => rest

  test('RSS: the whole text where it is there, else the summary; entries without any are left out', async () => {
    const feed = rss(
      item(
        1,
        '<description>Short.</description><content:encoded><![CDATA[<p>Peru &amp; Chile.</p><p>Two.</p>]]></content:encoded>',
      ) +
        item(2, '<description>Ten &lt;b&gt;words&lt;/b&gt; of it.</description>') +
        item(3),
    )
    const found = await all(feed)
    assert.deepEqual(found.map(bare), [expected(1, 'Peru & Chile.\n\nTwo.'), expected(2, 'Ten words of it.')])
    assert.equal(bytesOf(found[0]!.captured!)!.toString(), '<p>Peru &amp; Chile.</p><p>Two.</p>')
    assert.ok(found.every(({ among }) => among))
  })
  test('Atom: the day of publication, not of an update', async () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Gazette</title><entry><title>Story 1</title><link rel="self" href="https://g.example/self"/><link href="https://g.example/1"/><published>2024-03-11T01:00:00Z</published><updated>2024-05-01T00:00:00Z</updated><content type="html">&lt;p&gt;Words.&lt;/p&gt;</content></entry><entry><title>T</title><updated>2024-05-01T00:00:00Z</updated><content type="text">1 &lt; 2.</content></entry></feed>`
    const [first, second] = (await all(feed)).map(bare)
    assert.deepEqual(first, expected(1, 'Words.'))
    assert.deepEqual([second!.text, second!.date], ['1 < 2.', undefined])
  })
  test('JSON Feed and RDF', async () => {
    const json = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Gazette',
      language: 'en',
      items: [
        {
          id: '1',
          title: 'Story 1',
          url: 'https://g.example/1',
          date_published: '2024-03-11T01:00:00Z',
          content_html: '<p>Words.</p>',
        },
      ],
    }
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Gazette</title></channel><item><title>Story 1</title><link>https://g.example/1</link><description>Words.</description><dc:date>2024-03-11</dc:date></item></rdf:RDF>`
    assert.deepEqual((await all(JSON.stringify(json, null, 2))).map(bare), [expected(1, 'Words.')])
    const { language: _, ...rest } = expected(1, 'Words.')
    assert.deepEqual((await all(rdf)).map(bare), [rest])
  })
})

describe('a web archive', () => {
  const chunked = `${HTML.length.toString(16)}\r\n${HTML}\r\n0\r\n\r\n`
  const archive = Buffer.concat([
    record('https://g.example/1', http('text/html; charset=utf-8', Buffer.from(HTML))),
    record('https://g.example/robots.txt', http('text/plain', 'User-agent: *')),
    record('https://g.example/i.png', http('image/png', '\x89PNG')),
    record('https://g.example/gone', 'HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Not here.'),
    record('https://g.example/2', http('text/html', gzipSync(HTML), 'Content-Encoding: gzip\r\n')),
    record(
      'https://g.example/3',
      http('text/html', chunked.replaceAll(/[“”—©í]/g, '?'), 'Transfer-Encoding: chunked\r\n'),
    ),
    record('https://g.example/4', HTML, 'resource'),
    record('https://g.example/empty', http('text/html', '<script>1</script>')),
    record('https://g.example/bad', http('application/pdf', '%PDF-1.7')),
  ])
  const names = (items: Item[]) => items.map((one) => `${one.name.slice(18)}${'error' in one ? ' failed' : ''}`)

  test('gives its pages that were there, with where and when', async () => {
    const items = await opened(archive)
    assert.deepEqual(names(items), ['1', '2', '3', '4', 'bad failed'])
    const first = items[0] as Opened
    assert.deepEqual(
      [first.text, first.source, first.captured!.at],
      [ARTICLE, 'https://g.example/1', '2024-03-12T08:00:00.000Z'],
    )
    assert.equal((items[1] as Opened).text, ARTICLE)
  })
  test('packed too, record by record or as a whole', async () => {
    const two = [archive.subarray(0, 3000), archive.subarray(3000)].map((part) => gzipSync(part))
    for (const packed of [gzipSync(archive), Buffer.concat(two)]) assert.equal((await opened(packed)).length, 5)
  })
  test('that is cut gives what is whole', async () => {
    assert.deepEqual(names(await opened(archive.subarray(0, archive.length - 400))).slice(0, 3), ['1', '2', '3'])
    await assert.rejects(opened(gzipSync(archive).subarray(0, -30)), { code: 'incorrect', message: /damaged gzip/ })
  })
  test('whose headers do not end is refused', () =>
    assert.rejects(opened(`WARC/1.0\r\n${'X: y\r\n'.repeat(100_000)}`), { code: 'incorrect', message: /do not end/ }))
})
