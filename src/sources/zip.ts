import { inflateRawSync } from 'node:zlib'
import { ChanceryError } from '../model/error.ts'

/** A file within a zip archive, unpacked when asked. Sizes are those that the archive states. */
export interface Packed {
  name: string
  size: number
  /** Throws `incorrect` where it is damaged, or longer than the bound whatever the archive states. */
  bytes(): Buffer
}

const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50]
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const [STORED, DEFLATED] = [0, 8]
/** Archives of more than 4 GiB, or of very many files, keep their true figures elsewhere. */
const ELSEWHERE = 0xffffffff

/** The files of a zip archive in memory, none longer than `longest` once unpacked. Throws `incorrect` for what is none. */
export function unzip(at: string, archive: Buffer, longest: number): Packed[] {
  try {
    return entriesOf(at, archive, longest)
  } catch (error) {
    if (error instanceof ChanceryError) throw error
    throw damaged(at)
  }
}

function entriesOf(at: string, archive: Buffer, longest: number): Packed[] {
  const end = endOf(archive)
  if (end === undefined) throw damaged(at)
  const count = archive.readUInt16LE(end + 10)
  const out: Packed[] = []
  for (let [i, place] = [0, archive.readUInt32LE(end + 16)]; i < count; i++) {
    if (archive.readUInt32LE(place) !== ENTRY) throw damaged(at)
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(place + offset)) as [
      number,
      number,
      number,
    ]
    const [packed, size, local] = [20, 24, 42].map((offset) => archive.readUInt32LE(place + offset)) as [
      number,
      number,
      number,
    ]
    if (packed === ELSEWHERE || local === ELSEWHERE) throw damaged(at)
    const method = archive.readUInt16LE(place + 10)
    const path = archive.toString('utf8', place + 46, place + 46 + name)
    out.push({ name: path, size, bytes: () => unpacked(`${at}/${path}`, archive, { local, packed, method }, longest) })
    place += 46 + name + extra + comment
  }
  return out
}

/** The record at the end, which a comment may follow. */
function endOf(archive: Buffer): number | undefined {
  const least = Math.max(0, archive.length - END_LENGTH - LONGEST_COMMENT)
  for (let place = archive.length - END_LENGTH; place >= least; place--)
    if (archive.readUInt32LE(place) === END) return place
  return undefined
}

function unpacked(
  at: string,
  archive: Buffer,
  { local, packed, method }: { local: number; packed: number; method: number },
  longest: number,
): Buffer {
  if (local + 30 > archive.length || archive.readUInt32LE(local) !== LOCAL) throw damaged(at)
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  if (start + packed > archive.length) throw damaged(at)
  const content = archive.subarray(start, start + packed)
  if (method === STORED && packed <= longest) return content
  if (method !== DEFLATED) throw damaged(at)
  try {
    return inflateRawSync(content, { maxOutputLength: longest })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw damaged(at)
    throw new ChanceryError('incorrect', at, `the file unpacks to more than ${longest} bytes: it is not taken`)
  }
}

const damaged = (at: string): ChanceryError =>
  new ChanceryError('incorrect', at, 'the archive is cut, damaged or locked, and cannot be unpacked: fetch it again')
