import { gunzipSync } from 'node:zlib'
import { ChanceryError } from '../model/error.ts'

const BLOCK = 512
const LONGEST = 1024 ** 3

/**
 * The ordinary files of a `.tar.gz` whose path, without its first folder, begins with one of some prefixes; links, devices and
 * paths that lead out of the folder are left aside. Throws `incorrect` for an archive that is cut, damaged or too long.
 */
export function unpackTar(at: string, packed: Uint8Array, prefixes: readonly string[]): Map<string, Uint8Array> {
  const bytes = unpacked(at, packed)
  const out = new Map<string, Uint8Array>()
  let longName: string | undefined
  for (let place = 0; place + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(place, place + BLOCK)
    if (header.every((byte) => byte === 0)) return out
    requireSum(at, header)
    const size = Number.parseInt(text(header, 124, 12).trim() || '0', 8)
    const body = bytes.subarray(place + BLOCK, place + BLOCK + size)
    if (!Number.isFinite(size) || body.length < size) break
    place += BLOCK + Math.ceil(size / BLOCK) * BLOCK
    const type = String.fromCharCode(header[156]!)
    if (type === 'x' || type === 'L') {
      longName = type === 'L' ? text(body, 0, size) : paxPath(body)
      continue
    }
    const prefix = text(header, 345, 155)
    const name = longName ?? (prefix ? `${prefix}/` : '') + text(header, 0, 100)
    longName = undefined
    const path = name.slice(name.indexOf('/') + 1)
    if ((type === '0' || type === '\0') && isInside(path) && prefixes.some((p) => path.startsWith(p)))
      out.set(path, body)
  }
  throw new ChanceryError('incorrect', at, `the archive ${at} is cut: fetch it again`)
}

const isInside = (path: string): boolean =>
  path !== '' && !path.startsWith('/') && !path.includes('\\') && !path.split('/').includes('..')

function text(bytes: Uint8Array, from: number, length: number): string {
  const field = Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(length, bytes.length - from))
  const end = field.indexOf(0)
  return field.toString('utf8', 0, end < 0 ? field.length : end)
}

/** `27 path=…\n` among the records of a PAX header. */
function paxPath(body: Uint8Array): string | undefined {
  const found = /(?:^|\n)\d+ path=([^\n]+)\n/.exec(Buffer.from(body).toString('utf8'))
  return found?.[1]
}

function requireSum(at: string, header: Uint8Array): void {
  let sum = 0
  for (let i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? 32 : header[i]!
  if (sum !== Number.parseInt(text(header, 148, 8).trim(), 8))
    throw new ChanceryError('incorrect', at, `the archive ${at} is damaged, or no archive: fetch it again`)
}

function unpacked(at: string, packed: Uint8Array): Buffer {
  try {
    return gunzipSync(packed, { maxOutputLength: LONGEST })
  } catch (error) {
    throw new ChanceryError(
      'incorrect',
      at,
      `the archive ${at} cannot be unpacked (${(error as Error).message}): fetch it again`,
    )
  }
}
