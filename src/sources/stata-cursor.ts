/** A place in bytes, which goes on with what is read. Every reading beyond the end throws a `RangeError`. */
export interface Cursor {
  /** Whole numbers of 1, 2 or 4 bytes. */
  unsigned(bytes: number): number
  signed(bytes: number): number
  /** A whole number of 8 bytes that a table can have rows. */
  long(): number
  /** A number of one of the newer releases' types. */
  number(type: number): number
  /** Text of a field of so many bytes, which a zero ends. */
  text(bytes: number): string
  skip(bytes: number): void
  times<T>(count: number, take: () => T): T[]
  /** Passes over a tag, where there is one. */
  pass(tag: string): void
  sees(tag: string): boolean
  left(): number
  /** Another that begins here, or so many bytes on. */
  here(): Cursor
  at(offset: number): Cursor
}

const MOST_ROWS = 100_000_000

export function cursorOn(bytes: Buffer, little: boolean, encoding: 'latin1' | 'utf8', from: number): Cursor {
  let place = from
  const take = (length: number): number => {
    if (!(length >= 0) || place + length > bytes.length) throw new RangeError('beyond the end')
    place += length
    return place - length
  }
  const unsigned = (n: number) => (little ? bytes.readUIntLE(take(n), n) : bytes.readUIntBE(take(n), n))
  const signed = (n: number) => (little ? bytes.readIntLE(take(n), n) : bytes.readIntBE(take(n), n))
  const sees = (tag: string) => bytes.toString('latin1', place, place + tag.length) === tag
  const at = (offset: number) => cursorOn(bytes, little, encoding, place + offset)
  return {
    unsigned,
    signed,
    sees,
    at,
    here: () => at(0),
    left: () => bytes.length - place,
    long() {
      const number = Number(little ? bytes.readBigUInt64LE(take(8)) : bytes.readBigUInt64BE(take(8)))
      if (number > MOST_ROWS) throw new RangeError('rows')
      return number
    },
    number(type) {
      if (type === 65526) return little ? bytes.readDoubleLE(take(8)) : bytes.readDoubleBE(take(8))
      if (type === 65527) return little ? bytes.readFloatLE(take(4)) : bytes.readFloatBE(take(4))
      if (type < 65526 || type > 65530) throw new RangeError('type')
      return signed(type === 65528 ? 4 : type === 65529 ? 2 : 1)
    },
    text(length) {
      const start = take(length)
      const end = bytes.indexOf(0, start)
      return bytes.toString(encoding, start, end < 0 || end > start + length ? start + length : end)
    },
    skip: (length) => void take(length),
    times: (count, one) => Array.from({ length: count }, one),
    pass: (tag) => void (sees(tag) && take(tag.length)),
  }
}
