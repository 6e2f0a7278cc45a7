/** What speaks for the libraries of intake: the same articles through each candidate. `node bench/intake-libraries.ts` */
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { Document, Packer, Paragraph } from 'docx'
import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'
import { WARCParser } from 'warcio'
import { readDocx } from '../src/intake/docx.ts'
import { readHtml } from '../src/intake/html.ts'
import { type Node, paragraphsOf } from '../src/intake/html-text.ts'
import { readPdf } from '../src/intake/pdf.ts'
import { unpackedStream } from '../src/intake/unpack.ts'
import { recordsOf } from '../src/intake/warc.ts'
import { ARTICLE, PAGES, PARAGRAPHS } from '../test/intake/articles.ts'
import { http, pages, record, zip } from '../test/intake/build.ts'

async function rate(times: number, work: () => unknown): Promise<string> {
  await work()
  const from = performance.now()
  for (let i = 0; i < times; i++) await work()
  return `${Math.round((times / (performance.now() - from)) * 1000)}/s`
}

const bodyText = (html: string): string => paragraphsOf(parseHTML(html).document.body as unknown as Node).join('\n\n')
const mainText = (html: string): string => {
  const { document } = parseHTML(html)
  const main = document.querySelector('article') ?? document.querySelector('main') ?? document.body
  return paragraphsOf(main as unknown as Node).join('\n\n')
}
const WAYS: [string, (html: string) => string][] = [
  ['linkedom + Readability + own paragraphs', (html) => readHtml(html, '').text],
  ['linkedom, <article> or <main>', mainText],
  ['linkedom, the whole body', bodyText],
]
for (const [name, way] of WAYS) {
  const whole = PAGES.filter(({ html }) => way(html) === ARTICLE).length
  console.log(
    `HTML\t${name}\t${whole} of ${PAGES.length} cut to the letter\t${await rate(200, () => way(PAGES[0]!.html))}`,
  )
}

const children = PARAGRAPHS.map((text) => new Paragraph(text))
const word = await Packer.toBuffer(new Document({ sections: [{ children }] }))
const raw = async (buffer: Buffer) => (await mammoth.extractRawText({ buffer })).value.trim()
console.log(
  `DOCX\town ZIP and XML walk\t${readDocx(word, '').text === ARTICLE}\t${await rate(500, () => readDocx(word, ''))}`,
)
console.log(`DOCX\tmammoth\t${(await raw(word)) === ARTICLE}\t${await rate(200, () => raw(word))}`)
const bomb = zip({
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  'word/document.xml': Buffer.concat([
    Buffer.from('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'),
    Buffer.alloc(40_000_000, '<w:p><w:r><w:t>a</w:t></w:r></w:p>'),
    Buffer.from('</w:body></w:document>'),
  ]),
})
for (const [name, work] of [
  ['own', async () => readDocx(bomb, '')],
  ['mammoth', () => raw(bomb)],
] as const) {
  await sleep(100)
  const [from, before] = [performance.now(), process.memoryUsage.rss()]
  const how = await work().then(
    () => 'read',
    (error: Error) => `refused: ${error.message.slice(0, 60)}`,
  )
  const [ms, megabytes] = [performance.now() - from, (process.memoryUsage.rss() - before) / 1e6]
  console.log(
    `DOCX of 40 MB of XML in ${bomb.length / 1000} kB\t${name}\t${how}\t${Math.round(ms)} ms, ${Math.round(megabytes)} MB more`,
  )
}

const plain = PARAGRAPHS.map((text) => text.replace(/[^ -~]/g, ''))
const lines = plain.flatMap((text, i) =>
  (text.match(/.{1,80}(?: |$)/g) ?? []).map((line, n) => [72, 700 - i * 80 - n * 14, line.trim()] as const),
)
const pdf = pages(
  [...lines, [72, 760, 'The Gazette'] as const],
  [[72, 700, 'The end.'] as const, [72, 760, 'The Gazette'] as const],
)
const own = async () => (await readPdf(new Uint8Array(pdf), '', () => {})).text
const theirs = async () => (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text
const kept = (text: string) =>
  [...plain, 'The end.'].filter((one) => text.split('\n\n').includes(one.replace(/\s+/g, ' '))).length
console.log(
  `PDF\tunpdf's places, own paragraphs\t${kept(await own())} of ${plain.length + 1} paragraphs\t${await rate(100, own)}`,
)
console.log(`PDF\tunpdf's text\t${kept(await theirs())} of ${plain.length + 1} paragraphs\t${await rate(100, theirs)}`)

const archive = gzipSync(
  Buffer.concat(
    Array.from({ length: 2000 }, (_, i) => record(`https://g.example/${i}`, http('text/html', PAGES[0]!.html))),
  ),
)
async function* once(): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < archive.length; i += 65_536) yield new Uint8Array(archive.subarray(i, i + 65_536))
}
async function count(records: AsyncIterable<unknown>, read: (one: never) => unknown = () => {}): Promise<string> {
  const from = performance.now()
  let n = 0
  for await (const one of records) {
    await read(one as never)
    n++
  }
  return `${Math.round((n / (performance.now() - from)) * 1000)}/s`
}
console.log(`WARC\tNode's gunzip, own reader\t${await count(recordsOf(unpackedStream(once(), ''), ''))}`)
console.log(
  `WARC\twarcio alone\t${await count(WARCParser.iterRecords(once()), (one: { readFully(c: boolean): unknown }) => one.readFully(true))}`,
)
