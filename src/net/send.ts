import { ChanceryError } from '../model/error.ts'
import type { Reach } from './dial.ts'
import { type Answer, exchange, PACKED } from './exchange.ts'

/** What came back of one request; names of headers in small letters. */
export interface Reply {
  status: number
  headers: Readonly<Record<string, string | undefined>>
  body: string
}

/** The longest answer that is taken, and the longest wait for it. */
const LONGEST = 64 * 1024 * 1024
const TIME_OUT_MS = 90_000

/**
 * Sends one request and follows no redirect. Throws `fault` where no whole answer comes, `incorrect` for one that is too long,
 * `unsupported` for a host that is not public.
 */
export async function sendOnce(
  url: string,
  headers: Readonly<Record<string, string>>,
  reach: Reach = {},
): Promise<Reply> {
  try {
    const signal = AbortSignal.timeout(TIME_OUT_MS)
    const answer = await exchange(url, { headers: { 'accept-encoding': PACKED, ...headers }, signal, reach })
    const body = (await bodyOf(answer, url, LONGEST)).toString('utf8')
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body }
  } catch (error) {
    if (error instanceof ChanceryError) throw error
    const { message, cause } = error as Error
    throw new ChanceryError(
      'fault',
      url,
      `no answer came (${cause instanceof Error ? cause.message : message}): try again later`,
    )
  }
}

/** The whole body of an answer, as unpacked; what is longer than `most` bytes is refused before it is held. */
export async function bodyOf(answer: Pick<Answer, 'body' | 'cancel'>, url: string, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body) {
    size += (chunk as Uint8Array).length
    if (size > most) {
      answer.cancel()
      throw new ChanceryError('incorrect', url, `the answer is longer than ${most} bytes: ask for less`)
    }
    chunks.push(chunk as Uint8Array)
  }
  return Buffer.concat(chunks)
}
