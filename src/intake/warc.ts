import { brotliDecompressSync } from 'node:zlib'
import { WARCParser, type WARCRecord } from 'warcio'
import { ChanceryError } from '../model/error.ts'
import { LONGEST_FILE } from './extract.ts'

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
/** Unpacked bytes reach the parser in pieces of this size, so that what they unpack to themselves stays small. */
const PIECE = 16 * 1024

/** What may be an article, by what a server says of it. */
const READ =
  /^(?:text\/(?:html|plain|markdown)|application\/(?:xhtml\+xml|pdf|vnd\.openxmlformats-officedocument\.wordprocessingml\.document))\b/i

/**
 * The pages of a WARC stream (unpacked) that were answered well and may be articles, in its order and in bounded memory; one that
 * is too long is given as an error, and the rest goes on. Throws `incorrect` for what is no sound WARC.
 */
export async function* recordsOf(
  stream: AsyncIterable<Uint8Array>,
  at: string,
): AsyncGenerator<Recorded | { url: string; error: ChanceryError }> {
  const source = new Bounded(stream, at)
  const parser = new WARCParser(source)
  for (;;) {
    source.headers()
    const record = await parsed(parser, at)
    if (!record) return
    source.content()
    const page = pageOf(record)
    if (page) yield await contentOf(record, page, at)
    await record.skipFully()
  }
}

async function parsed(parser: WARCParser, at: string): Promise<WARCRecord | null> {
  try {
    return await parser.parse()
  } catch (error) {
    if (error instanceof ChanceryError) throw error
    throw new ChanceryError('incorrect', at, `a damaged web archive (${(error as Error).message}): write it again`)
  }
}

type Head = Omit<Recorded, 'bytes'> & { encoding: string }

/** Of a record that may be an article: what is known of it. */
function pageOf(record: WARCRecord): Head | undefined {
  const { warcType, warcTargetURI: url, warcDate, httpHeaders } = record
  if (!url || url.endsWith('/robots.txt')) return undefined
  const answered = warcType === 'response' && httpHeaders?.statusCode === 200
  if (!answered && warcType !== 'resource' && warcType !== 'conversion') return undefined
  const type = (answered ? httpHeaders?.headers.get('content-type') : record.warcContentType) ?? ''
  if (!READ.test(type.trim())) return undefined
  const at = warcDate && !Number.isNaN(Date.parse(warcDate)) ? new Date(warcDate).toISOString() : undefined
  const encoding = httpHeaders?.headers.get('content-encoding')?.trim().toLowerCase() ?? ''
  return { url, type, encoding, ...(at && { at }) }
}

async function contentOf(record: WARCRecord, { encoding, ...page }: Head, at: string) {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of record.contentReader) {
      size += chunk.length
      if (size > LONGEST_FILE) return { url: page.url, error: tooLong(page.url) }
      chunks.push(chunk)
    }
    const raw = Buffer.concat(chunks)
    return { ...page, bytes: encoding === 'br' ? brotliDecompressSync(raw, { maxOutputLength: LONGEST_FILE }) : raw }
  } catch (error) {
    if (error instanceof ChanceryError) throw error
    return { url: page.url, error: new ChanceryError('incorrect', at, `${page.url} in it is damaged: fetch it again`) }
  }
}

const tooLong = (url: string): ChanceryError =>
  new ChanceryError('incorrect', url, `longer than ${LONGEST_FILE} bytes: give only the article`)

/** A stream in small pieces of which no more is taken for headers than headers are. */
class Bounded implements AsyncIterable<Uint8Array> {
  readonly #stream: AsyncIterable<Uint8Array>
  readonly #at: string
  #left = 0
  constructor(stream: AsyncIterable<Uint8Array>, at: string) {
    this.#stream = stream
    this.#at = at
  }

  headers(): void {
    this.#left = LONGEST_HEADERS
  }

  content(): void {
    this.#left = Number.POSITIVE_INFINITY
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#stream)
      for (let i = 0; i < chunk.length; i += PIECE) {
        const piece = chunk.subarray(i, i + PIECE)
        this.#left -= piece.length
        if (this.#left < 0)
          throw new ChanceryError('incorrect', this.#at, 'a record whose headers do not end: write the archive again')
        // The parser keeps pieces and does not expect a Buffer, whose slice is no copy.
        yield new Uint8Array(piece)
      }
  }
}
