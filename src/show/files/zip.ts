import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { ChanceryError } from '../../model/error.ts'

export interface Entry {
  name: string
  bytes: Uint8Array
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
/** An archive that unpacks to more is no document of a desk. */
const LARGEST = 64 * 1024 * 1024

const broken = (at: string): ChanceryError =>
  new ChanceryError('incorrect', at, 'the archive is broken or too large: save it again as .docx')

/** The entries of a ZIP archive, in its order. Throws `incorrect` for what is none, or unpacks to more than 64 MiB. */
export function unzipped(data: Uint8Array, at: string): Entry[] {
  try {
    return entriesOf(Buffer.from(data.buffer, data.byteOffset, data.byteLength), at)
  } catch (error) {
    throw error instanceof ChanceryError ? error : broken(at)
  }
}

function entriesOf(zip: Buffer, at: string): Entry[] {
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== END) end--
  if (end < 0) throw broken(at)
  const out: Entry[] = []
  let total = 0
  let place = zip.readUInt32LE(end + 16)
  for (let i = zip.readUInt16LE(end + 10); i > 0; i--) {
    if (zip.readUInt32LE(place) !== CENTRAL) throw broken(at)
    const [method, packed, size] = [
      zip.readUInt16LE(place + 10),
      zip.readUInt32LE(place + 20),
      zip.readUInt32LE(place + 24),
    ]
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(place + field)) as [
      number,
      number,
      number,
    ]
    const local = zip.readUInt32LE(place + 42)
    total += size
    if (total > LARGEST) throw broken(at)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const body = zip.subarray(start, start + packed)
    const bytes = method === 0 ? body : inflateRawSync(body, { maxOutputLength: Math.max(1, size) })
    out.push({ name: zip.toString('utf8', place + 46, place + 46 + name), bytes })
    place += 46 + name + extra + comment
  }
  return out
}

/** 1 January 1980, the first day that the format knows. */
const DATE = 0x21

/** A ZIP archive without times of its own: the same entries give the same bytes. */
export function zipped(entries: readonly Entry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const title = Buffer.from(name)
    const body = deflateRawSync(bytes, { level: 9 })
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(DATE, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(body.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(title.length, 22)
    parts.push(signed(LOCAL), common, title, body)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(signed(CENTRAL), Buffer.from([20, 0]), common, tail, title)
    offset += 30 + title.length + body.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...parts, central, signed(END), end]))
}

const signed = (signature: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature)
  return bytes
}
