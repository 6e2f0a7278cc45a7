import { deflateSync, gzipSync } from 'node:zlib'
import { CATALOGUE, onePage, pdf, record, stream, zip } from './build.ts'

const squeezed = (bytes: Buffer, times: number): Buffer => {
  let out = bytes
  for (let i = 0; i < times; i++) out = deflateSync(out, { level: 9 })
  return out
}
const MB = 1_000_000
const tree = (kids: string, count: number, ...more: string[]): Buffer =>
  pdf([CATALOGUE, `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`, ...more])
const form = (content: string): Buffer =>
  stream(content, '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R /Y 7 0 R >> >>')

const wordXml = (bytes: number): Buffer =>
  Buffer.concat([Buffer.from('<w:document><w:body>'), Buffer.alloc(bytes, '<w:p><w:r><w:t>a</w:t></w:r></w:p>')])

function nested(levels: number): Buffer {
  let bytes = zip({ '0.txt': Buffer.alloc(MB) })
  for (let i = 0; i < levels; i++) bytes = zip({ 'a.zip': bytes, 'b.zip': bytes })
  return bytes
}

const laughs = (root: string): string => {
  const steps = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`)
  return `<!DOCTYPE x [<!ENTITY l0 "lol">${steps.join('')}]>${root.replace('?', '&l12;')}`
}

const rows = (n: number, one: string): string => one.repeat(n)
const attributes = (n: number): string => Array.from({ length: n }, (_, i) => `a${i}=b`).join(' ')

/** Files that are made to take all time or memory; each is built when its turn comes. None may be read, and each must end. */
export const BOMBS: Readonly<Record<string, () => Buffer>> = {
  'a Word document of 200 MB': () => zip({ 'word/document.xml': wordXml(200 * MB) }),
  'a Word document of 200 MB that says ten bytes': () => zip({ 'word/document.xml': wordXml(200 * MB) }, true),
  'a Word document of entities': () => zip({ 'word/document.xml': laughs('<w:document>?</w:document>') }),
  'a Word document without words, four million deep': () => zip({ 'word/document.xml': rows(4 * MB, '<w:p>') }),
  'archives in archives': () => nested(20),
  'an archive of itself by its directory': () => zip({ 'word/document.xml': 'x' }).fill(0xff, 40, 60),
  '400 MB packed': () => gzipSync(Buffer.alloc(400 * MB), { level: 9 }),
  '400 MB packed twice': () => gzipSync(gzipSync(Buffer.alloc(400 * MB), { level: 9 })),
  'a page half a million deep': () => Buffer.from(rows(500_000, '<div>')),
  'a page half a million deep by two': () => Buffer.from(rows(250_000, '<a><b></i>')),
  'a page of rows in cells': () => Buffer.from(`<table>${rows(70_000, '<td><tr>')}`),
  'a page of opening signs': () => Buffer.from(rows(5 * MB, '<')),
  'a page of 140,000 opening signs': () => Buffer.from(`<p>${rows(140_000, '<')}`),
  'a page of comments that do not end': () => Buffer.from(`<p>${rows(MB, '<!--')}`),
  'a page of drawings that do not end': () => Buffer.from(`<p>${rows(140_000, '<svg>')}`),
  'a page of half a million attributes': () => Buffer.from(`<p ${attributes(500_000)}>`),
  'a page of 140,000 paragraphs': () => Buffer.from(rows(140_000, '<p>x')),
  'a page of 79,000 paragraphs': () => Buffer.from(rows(79_000, '<p>x')),
  'a page of one line of 5 MB': () => Buffer.from(`<p>${rows(1_250_000, 'a b ')}`),
  'a page of one line of 2.5 MB': () => Buffer.from(`<p>${rows(625_000, 'a b ')}`),
  'a page of 30 MB': () => Buffer.from(`<p>${rows(300_000, `<i>${rows(25, 'a b ')}</i>`)}`),
  'a page of data, four million deep': () =>
    Buffer.from(`<script type="application/ld+json">${rows(4 * MB, '[')}</script>`),
  'a text of one line of 5 MB': () => Buffer.from(rows(1_250_000, 'a b ')),
  'a text of one word of 5 MB': () => Buffer.from(rows(5 * MB, 'a')),
  'a feed half a million deep': () => Buffer.from(`<rss version="2.0"><channel>${rows(500_000, '<a>')}`),
  'a feed of entities': () => Buffer.from(laughs('<rss version="2.0"><channel><title>?</title></channel></rss>')),
  'a feed of a million entries': () =>
    Buffer.from(`<rss version="2.0"><channel>${rows(MB, '<item><title>x</title></item>')}</channel></rss>`),
  'a feed of tags that do not end': () => Buffer.from(`<rss version="2.0"><channel>${rows(2 * MB, '<a ')}`),
  'a JSON feed four million deep': () =>
    Buffer.from(`{"version":"https://jsonfeed.org/version/1","items":${rows(4 * MB, '[')}`),
  'a PDF whose pages are their own': () => tree('2 0 R 2 0 R', 2),
  'a PDF whose pages are each other’s': () =>
    tree('3 0 R 3 0 R', 400, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 200 >>'),
  'a PDF of a hundred million pages': () => tree('2 0 R', 100 * MB),
  'a PDF of many pages that are one': () => tree(rows(100_000, '3 0 R '), 100_000, '<< /Type /Page /Parent 2 0 R >>'),
  'a PDF that draws itself': () =>
    onePage(
      stream(rows(50, '/X Do ')),
      '/XObject << /X 6 0 R /Y 7 0 R >>',
      form(rows(50, '/Y Do ')),
      form(rows(50, '/X Do ')),
    ),
  'a PDF packed three times': () =>
    onePage(stream(squeezed(Buffer.alloc(300 * MB, ' '), 3), '/Filter [/FlateDecode /FlateDecode /FlateDecode]')),
  'a PDF of 300 MB of words': () =>
    onePage(stream(squeezed(Buffer.alloc(300 * MB, 'BT /F1 12 Tf (Hello) Tj ET '), 1), '/Filter /FlateDecode')),
  'a PDF of 60 MB of words': () =>
    onePage(stream(squeezed(Buffer.alloc(60 * MB, 'BT /F1 12 Tf (Hello) Tj ET '), 1), '/Filter /FlateDecode')),
  'a PDF whose tables come before themselves': () =>
    Buffer.from(
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R /Prev 58 >>\nstartxref\n58\n%%EOF',
    ),
  'a PDF of objects that are each other': () => pdf(['<< /Type /Catalog /Pages 2 0 R >>', '3 0 R', '2 0 R']),
  'a PDF of 20 MB of opening signs': () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(20 * MB, '<< /A [')]),
  'a web archive of 400 MB of nothing': () =>
    gzipSync(Buffer.concat([Buffer.from('WARC/1.0\r\nX: '), Buffer.alloc(400 * MB, 'x')]), { level: 9 }),
  'a web archive with a page of 400 MB': () =>
    gzipSync(
      record(
        'https://g.example/',
        Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'), Buffer.alloc(400 * MB)]),
      ),
      { level: 9 },
    ),
  'a web archive with a packed page of 400 MB': () =>
    record(
      'https://g.example/',
      Buffer.concat([
        Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n'),
        gzipSync(Buffer.alloc(400 * MB), { level: 9 }),
      ]),
    ),
}
