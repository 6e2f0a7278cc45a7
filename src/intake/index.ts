import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Captured } from '../model/claim.ts'
import { ChanceryError } from '../model/error.ts'
import { type Extract, type Form, type Hint, LONGEST_FILE, LONGEST_TEXT } from './extract.ts'
import type { Parser } from './parser.ts'
import { HEAD, sniff } from './sniff.ts'
import { beginning, unpacked, unpackedStream } from './unpack.ts'
import type { Recorded } from './warc.ts'

export { Parser } from './parser.ts'

/** An article as taken out of a file or page, with what it was taken from. */
export type Opened = Omit<Extract, 'part'> & {
  /** The file, or the address within an archive or a feed. */
  name: string
  /** It is one of several: of a feed or a web archive. */
  among?: true
  /** Absent where the text is all that came. */
  captured?: Captured
}

/** An article, or why a part of a file gave none. */
export type Item = Opened | { name: string; error: ChanceryError }

/** What comes in, from wherever: bytes in order. */
export interface Input {
  stream: AsyncIterable<Uint8Array>
  hint: Hint
  /** When a server sent it, an instant in UTC. */
  at?: string
}

export interface IntakeOptions {
  parser: Parser
  /** Keeps a copy of what came in each document. */
  copies?: boolean
}

/**
 * The articles of what comes in: one of a page or a file, many of a feed or a web archive, these as they come and in bounded
 * memory. What it is decides its content, not its name. Throws `unsupported` for formats that are not read, `incorrect` for what is
 * damaged, too long or made to harm.
 */
export async function* intake(input: Input, options: IntakeOptions): AsyncGenerator<Item> {
  const { hint } = input
  const { head, rest } = await peeked(input.stream)
  if (head.length === 0) throw empty(hint.name)
  const form = sniff(head, hint)
  if (form === 'warc') return yield* archive(rest, hint.name, options)
  if (form === 'gzip' && sniffInside(head, hint) === 'warc')
    return yield* archive(unpackedStream(rest, hint.name), hint.name, options)
  const bytes = await whole(rest, hint.name)
  if (form !== 'gzip') return yield* articles(bytes, form, input, options)
  const plain = unpacked(bytes, LONGEST_FILE, hint.name)
  yield* articles(plain, sniffInside(bytes, hint), { ...input, hint: inner(hint) }, options)
}

const empty = (at: string): ChanceryError =>
  new ChanceryError('incorrect', at, 'the text is empty: give a file with words in it')

/** The name of what is inside `page.html.gz`. */
const inner = ({ name }: Hint): Hint => ({ name: name.replace(/\.gz$/i, '') })

function sniffInside(head: Uint8Array, hint: Hint): Form | 'warc' | 'zip' {
  const form = sniff(beginning(head), inner(hint))
  if (form === 'gzip') throw new ChanceryError('unsupported', hint.name, 'it is packed twice over: unpack it')
  return form
}

/** The first bytes of a stream, and the whole stream again. */
async function peeked(stream: AsyncIterable<Uint8Array>): Promise<{ head: Buffer; rest: AsyncGenerator<Uint8Array> }> {
  const each = stream[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  while (size < HEAD) {
    const { value, done } = await each.next()
    if (done) break
    first.push(value)
    size += value.length
  }
  async function* rest(): AsyncGenerator<Uint8Array> {
    yield* first
    try {
      for (let next = await each.next(); !next.done; next = await each.next()) yield next.value
    } finally {
      await each.return?.()
    }
  }
  return { head: Buffer.concat(first), rest: rest() }
}

async function whole(stream: AsyncIterable<Uint8Array>, at: string): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > LONGEST_FILE) throw tooLong(at, LONGEST_FILE)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function* articles(
  bytes: Buffer,
  form: Form | 'warc' | 'zip',
  { hint, at }: Pick<Input, 'hint' | 'at'>,
  { parser, copies = false }: IntakeOptions,
): AsyncGenerator<Item> {
  if (form === 'zip' || form === 'warc')
    throw new ChanceryError('unsupported', hint.name, 'an archive of files: unpack it, and give the folder')
  if (bytes.length > LONGEST[form])
    throw tooLong(hint.name, form === 'text' || form === 'markdown' ? LONGEST_TEXT : LONGEST[form])
  const found = await parser.parse({ form, bytes, hint })
  if (form === 'feed' && !found.length)
    throw new ChanceryError(
      'unsupported',
      hint.name,
      'the feed holds no entry with a text: give the articles themselves',
    )
  for (const [i, { part, ...extract }] of found.entries()) {
    const name = form === 'feed' ? (extract.source ?? `${hint.name}#${i + 1}`) : hint.name
    const wrong = faultOf(extract.text, name)
    if (wrong && form !== 'feed') throw wrong
    if (wrong) yield { name, error: wrong }
    else
      yield {
        ...extract,
        name,
        ...(form === 'feed' && { among: true as const }),
        ...capturedOf(extract.text, part ?? { type: TYPES[form], content: bytes }, at, copies),
      }
  }
}

const MIB = 1024 * 1024
/** The longest file of each form, in bytes; of a text in UTF-16, twice its letters. */
const LONGEST: Readonly<Record<Form, number>> = {
  ...{ text: 2 * LONGEST_TEXT, markdown: 2 * LONGEST_TEXT, html: 12 * MIB, feed: 8 * MIB },
  ...{ pdf: LONGEST_FILE, docx: LONGEST_FILE },
}

const tooLong = (at: string, most: number): ChanceryError =>
  new ChanceryError('incorrect', at, `longer than ${most / MIB} MiB: split it, or give only the article`)

const TYPES: Readonly<Record<Form, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  feed: 'application/xml',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

function faultOf(text: string, at: string): ChanceryError | undefined {
  if (!text.replace('\uFEFF', '').trim()) return empty(at)
  return Buffer.byteLength(text) > LONGEST_TEXT ? tooLong(at, LONGEST_TEXT) : undefined
}

/** The longest copy that is kept, packed; of what is longer, the hash alone. */
const LONGEST_COPY = 4 * 1024 * 1024

function capturedOf(
  text: string,
  { type, content }: { type: string; content: string | Buffer },
  at: string | undefined,
  copies: boolean,
): { captured?: Captured } {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  if (!at && bytes.equals(Buffer.from(text))) return {}
  const captured: Captured = {
    type,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    ...(at && { at }),
  }
  const copy = copies ? packed(bytes) : undefined
  return { captured: copy ? { ...captured, copy } : captured }
}

function packed(bytes: Buffer): string | undefined {
  const gzip = gzipSync(bytes)
  // The tenth byte names the system that packed: the same page is the same copy anywhere.
  gzip[9] = 255
  return gzip.length <= LONGEST_COPY ? gzip.toString('base64') : undefined
}

/** What a stored copy holds, byte for byte. Throws `incorrect` where it is not what its hash says. */
export function bytesOf({ copy, sha256 }: Captured): Buffer | undefined {
  if (copy === undefined) return undefined
  const bytes = unpacked(Buffer.from(copy, 'base64'), LONGEST_FILE, sha256)
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes
  throw new ChanceryError('incorrect', sha256, 'the stored copy is not what was stored: file the page again')
}

/** A page of a web archive as it was recorded, or why one cannot be had. */
export type Page = Recorded | { url: string; error: ChanceryError }

/** The pages of a web archive, packed or not, that may be articles, in its order; none of them is parsed yet. */
export async function* pagesIn(stream: AsyncIterable<Uint8Array>, at: string): AsyncGenerator<Page> {
  const { head, rest } = await peeked(stream)
  const { recordsOf } = await import('./warc.ts')
  yield* recordsOf(sniff(head, { name: at }) === 'gzip' ? unpackedStream(rest, at) : rest, at)
}

/** The pages of a web archive, each as if it were a file of its own. */
async function* archive(stream: AsyncIterable<Uint8Array>, at: string, options: IntakeOptions): AsyncGenerator<Item> {
  const { recordsOf } = await import('./warc.ts')
  for await (const page of recordsOf(stream, at)) yield* articlesOn(page, options)
}

/** The article of a recorded page; what is no article is left out, what is damaged is told. */
export async function* articlesOn(page: Page, options: IntakeOptions): AsyncGenerator<Item> {
  if ('error' in page) return yield { name: page.url, error: page.error }
  const { url, bytes, type, at: time } = page
  const hint = { name: url, type }
  try {
    const form = sniff(bytes, hint)
    if (form === 'gzip' || form === 'feed' || !bytes.length) return
    for await (const item of articles(bytes, form, { hint, ...(time && { at: time }) }, options))
      yield 'error' in item ? item : { ...item, source: url, among: true }
  } catch (error) {
    if (!(error instanceof ChanceryError)) throw error
    // Most pages of a crawl are no articles, which is no fault.
    if (error.code !== 'unsupported') yield { name: url, error }
  }
}
