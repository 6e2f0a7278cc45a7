import { ChanceryError } from '../model/error.ts'
import { LONGEST_FILE } from './extract.ts'
import { bodyOf, headOf } from './http-message.ts'

/** A page of a web archive, as its server sent it. */
export interface Recorded {
  url: string
  /** When, an instant in UTC. */
  at?: string
  /** The media type that the server gave. */
  type: string
  bytes: Buffer
}

/** More than so many bytes of headers no record has. */
const LONGEST_HEADERS = 256 * 1024

/** What may be an article, by what a server says of it. */
const READ =
  /^(?:text\/(?:html|plain|markdown)|application\/(?:xhtml\+xml|pdf|vnd\.openxmlformats-officedocument\.wordprocessingml\.document))\b/i

/**
 * The pages of a WARC stream (unpacked, ISO 28500) that were answered well and may be articles, in its order and in bounded memory;
 * one that is too long or damaged is given as an error, and the rest goes on. What is cut at the end is left out. Throws
 * `incorrect` for what is no sound WARC.
 */
export async function* recordsOf(
  stream: AsyncIterable<Uint8Array>,
  at: string,
): AsyncGenerator<Recorded | { url: string; error: ChanceryError }> {
  const bytes = new Bytes(stream)
  for (;;) {
    const headers = await headersOf(bytes, at)
    if (!headers) return
    const length = Number(headers.get('content-length') ?? Number.NaN)
    if (!Number.isSafeInteger(length) || length < 0) throw damaged(at, 'a record of no length')
    const url = headers.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1') ?? ''
    if (!isWanted(headers, url) || length > LONGEST_FILE) {
      await bytes.skip(length)
      if (isWanted(headers, url)) yield { url, error: tooLong(url) }
      continue
    }
    const block = await bytes.take(length)
    if (block.length < length) return
    const page = pageOf(headers, url, block)
    if (page) yield page
  }
}

const damaged = (at: string, what: string): ChanceryError =>
  new ChanceryError('incorrect', at, `a damaged web archive (${what}): write it again`)

const tooLong = (url: string): ChanceryError =>
  new ChanceryError('incorrect', url, `longer than ${LONGEST_FILE} bytes: give only the article`)

/** The headers of the next record, their names in small letters; nothing at the end. */
async function headersOf(bytes: Bytes, at: string): Promise<Map<string, string> | undefined> {
  let left = LONGEST_HEADERS
  const next = async () => {
    const line = await bytes.line(left)
    if (line === 'too long')
      throw new ChanceryError('incorrect', at, 'a record whose headers do not end: write the archive again')
    left -= (line?.length ?? 0) + 1
    return line?.toString('utf8').trimEnd()
  }
  let first = await next()
  while (first === '') first = await next()
  if (first === undefined) return undefined
  if (!/^WARC\/\d/.test(first)) throw damaged(at, 'no record where one should begin')
  const headers = new Map<string, string>()
  let line = await next()
  for (; line; line = await next()) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  // The archive is cut within them.
  return line === undefined ? undefined : headers
}

const KINDS = ['response', 'resource', 'conversion']

const isWanted = (headers: Map<string, string>, url: string): boolean =>
  KINDS.includes(headers.get('warc-type') ?? '') && url !== '' && !url.endsWith('/robots.txt')

function pageOf(
  headers: Map<string, string>,
  url: string,
  block: Buffer,
): Recorded | { url: string; error: ChanceryError } | undefined {
  const answered = headers.get('warc-type') === 'response'
  const head = answered ? headOf(block) : undefined
  if (answered && head?.status !== 200) return undefined
  const type = (head ? head.headers.get('content-type') : headers.get('content-type')) ?? ''
  if (!READ.test(type)) return undefined
  const date = headers.get('warc-date') ?? ''
  const at = Number.isNaN(Date.parse(date)) ? {} : { at: new Date(date).toISOString() }
  try {
    return { url, type, ...at, bytes: head ? bodyOf(block, head, LONGEST_FILE) : block }
  } catch (error) {
    const long = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    return {
      url,
      error: long ? tooLong(url) : new ChanceryError('incorrect', url, 'damaged on its way: fetch it again'),
    }
  }
}

/** A stream read by lines and lengths. */
class Bytes {
  readonly #each: AsyncIterator<Uint8Array>
  #held: Buffer = Buffer.alloc(0)
  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#each = stream[Symbol.asyncIterator]()
  }

  /** What is held, or the next of the stream; empty at its end. */
  async #some(): Promise<Buffer> {
    while (!this.#held.length) {
      const { value, done } = await this.#each.next()
      if (done) break
      this.#held = Buffer.from(value.buffer, value.byteOffset, value.length)
    }
    return this.#held
  }

  /** Up to a line end, which is left out; nothing at the end of the stream. */
  async line(most: number): Promise<Buffer | 'too long' | undefined> {
    const parts: Buffer[] = []
    let size = 0
    for (let some = await this.#some(); some.length; some = await this.#some()) {
      const end = some.indexOf(10)
      const part = end < 0 ? some : some.subarray(0, end)
      parts.push(part)
      size += part.length
      this.#held = some.subarray(end < 0 ? some.length : end + 1)
      if (size > most) return 'too long'
      if (end >= 0) return Buffer.concat(parts)
    }
    return parts.length ? Buffer.concat(parts) : undefined
  }

  /** So many bytes, or what is left of the stream. */
  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    await this.#eat(length, (part) => parts.push(part))
    return Buffer.concat(parts)
  }

  async skip(length: number): Promise<void> {
    await this.#eat(length, () => {})
  }

  async #eat(length: number, eat: (part: Buffer) => unknown): Promise<void> {
    let left = length
    while (left > 0) {
      const some = await this.#some()
      if (!some.length) return
      eat(some.subarray(0, left))
      this.#held = some.subarray(Math.min(left, some.length))
      left -= Math.min(left, some.length)
    }
  }
}
