import { inflateRawSync } from 'node:zlib'
import { ChanceryError } from '../model/error.ts'

/** One file of an archive, by its central directory. */
export interface Entry {
  name: string
  method: number
  packed: number
  size: number
  /** Where its own header stands. */
  at: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
/** The end record and the longest comment after it. */
const TAIL = 22 + 0xffff
const MOST_ENTRIES = 10_000
const [STORED, DEFLATED] = [0, 8]

const damaged = (at: string): ChanceryError =>
  new ChanceryError('incorrect', at, 'a damaged archive: save the document again')

/** The files of a ZIP archive by name; only what its directory lists is there. Throws `incorrect`. */
export function entriesOf(bytes: Buffer, at: string): Map<string, Entry> {
  try {
    return listed(bytes, at)
  } catch (error) {
    throw error instanceof ChanceryError ? error : damaged(at)
  }
}

function listed(bytes: Buffer, at: string): Map<string, Entry> {
  const end = endOf(bytes)
  if (end < 0) throw damaged(at)
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw damaged(at)
  const entries = new Map<string, Entry>()
  let place = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (bytes.readUInt32LE(place) !== CENTRAL) throw damaged(at)
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(place + field)) as [
      number,
      number,
      number,
    ]
    const flags = bytes.readUInt16LE(place + 8)
    if (flags & 1) throw new ChanceryError('unsupported', at, 'it is locked by a password: save it without one')
    entries.set(bytes.toString('utf8', place + 46, place + 46 + name), {
      name: bytes.toString('utf8', place + 46, place + 46 + name),
      method: bytes.readUInt16LE(place + 10),
      packed: bytes.readUInt32LE(place + 20),
      size: bytes.readUInt32LE(place + 24),
      at: bytes.readUInt32LE(place + 42),
    })
    place += 46 + name + extra + comment
  }
  return entries
}

function endOf(bytes: Buffer): number {
  const from = Math.max(0, bytes.length - TAIL)
  for (let i = bytes.length - 22; i >= from; i--) if (bytes.readUInt32LE(i) === END) return i
  return -1
}

/** The content of one file, of at most `most` bytes, whatever its directory says of its size. Throws `incorrect`. */
export function contentOf(
  bytes: Buffer,
  { at: start, method, packed, size, name }: Entry,
  most: number,
  at: string,
): Buffer {
  if (size > most) throw tooLong(name, most, at)
  try {
    if (bytes.readUInt32LE(start) !== LOCAL) throw damaged(at)
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28)
    const raw = bytes.subarray(from, from + packed)
    if (method === STORED && raw.length <= most) return raw
    if (method !== DEFLATED) throw damaged(at)
    return inflateRawSync(raw, { maxOutputLength: most })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLong(name, most, at)
    throw error instanceof ChanceryError ? error : damaged(at)
  }
}

const tooLong = (name: string, most: number, at: string): ChanceryError =>
  new ChanceryError(
    'incorrect',
    at,
    `${name} in it unpacks to more than ${most} bytes, as no article does: give its text`,
  )
