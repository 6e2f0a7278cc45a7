import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'

/** What stands before the body of an answer as it was recorded. */
export interface Head {
  status: number
  /** Their names in small letters. */
  headers: ReadonlyMap<string, string>
  /** Where the body begins. */
  from: number
}

const LONGEST_HEAD = 128 * 1024

/** The head of a recorded answer (RFC 9112); nothing where there is none. */
export function headOf(block: Buffer): Head | undefined {
  const text = block.subarray(0, LONGEST_HEAD).toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})\b/.exec(text)
  if (!end || !status) return undefined
  const headers = new Map<string, string>()
  for (const line of text.slice(0, end.index).split(/\r?\n/).slice(1)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { status: Number(status[1]), headers, from: end.index + end[0].length }
}

const UNPACKERS: Readonly<Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Buffer>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
}

/** The body of a recorded answer, put together and unpacked, of at most `most` bytes. Throws what unpacking does. */
export function bodyOf(block: Buffer, { headers, from }: Head, most: number): Buffer {
  const raw = block.subarray(from)
  const body = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '') ? joined(raw) : raw
  const unpack = UNPACKERS[headers.get('content-encoding')?.toLowerCase() ?? '']
  return unpack ? unpack(body, { maxOutputLength: most }) : body
}

/** The chunks of a body; one that was put together before it was recorded, as many archives have it, is as it is. */
function joined(raw: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < raw.length; ) {
    const end = raw.indexOf(10, at)
    const size =
      end < 0 || end - at > 64 ? null : /^([\da-f]{1,8})\s*(?:;|$)/i.exec(raw.toString('latin1', at, end).trim())
    if (!size) return parts.length ? Buffer.concat(parts) : raw
    const length = Number.parseInt(size[1]!, 16)
    if (length === 0) break
    parts.push(raw.subarray(end + 1, end + 1 + length))
    at = end + 1 + length
    if (raw[at] === 13) at++
    if (raw[at] === 10) at++
  }
  return Buffer.concat(parts)
}
