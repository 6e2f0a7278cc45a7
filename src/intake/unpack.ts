import { Readable, type Transform } from 'node:stream'
import { constants, createGunzip, gunzipSync } from 'node:zlib'
import { ChanceryError } from '../model/error.ts'

/** Text packs to a fifth or a tenth; what packs so well after so much is nothing but a bomb. */
const DENSEST = 200
const FIRST = 64 * 1024 * 1024

/** The beginning of what is packed by gzip, from its own beginning. */
export function beginning(head: Uint8Array): Uint8Array {
  try {
    return gunzipSync(head.subarray(0, 1024), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 2 * 1024 * 1024 })
  } catch {
    return new Uint8Array()
  }
}

/** All that is packed by gzip, of at most `most` bytes. Throws `incorrect`. */
export function unpacked(bytes: Uint8Array, most: number, at: string): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: most })
  } catch (error) {
    const long = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    const what = long ? `it unpacks to more than ${most} bytes` : 'damaged gzip'
    throw new ChanceryError('incorrect', at, `${what}: give the article itself`)
  }
}

/** A gzip stream of any length as it unpacks, in bounded memory; a bomb ends in `incorrect`. */
export async function* unpackedStream(stream: AsyncIterable<Uint8Array>, at: string): AsyncGenerator<Buffer> {
  let packed = 0
  const counted = async function* () {
    for await (const chunk of stream) {
      packed += chunk.length
      yield chunk
    }
  }
  const source = Readable.from(counted(), { objectMode: false })
  const unpacker: Transform = createGunzip()
  source.on('error', (error) => unpacker.destroy(error))
  let size = 0
  try {
    for await (const chunk of source.pipe(unpacker)) {
      size += (chunk as Buffer).length
      if (size > FIRST && size > packed * DENSEST)
        throw new ChanceryError(
          'incorrect',
          at,
          'it unpacks without end: it is made to harm; give the articles themselves',
        )
      yield chunk as Buffer
    }
  } catch (error) {
    if (error instanceof ChanceryError || !String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw error
    throw new ChanceryError('incorrect', at, 'damaged gzip: write the archive again')
  } finally {
    source.destroy()
  }
}
