import { ChanceryError } from '../model/error.ts'

/** What came back of one request; names of headers in small letters. */
export interface Reply {
  status: number
  headers: Readonly<Record<string, string | undefined>>
  body: string
}

/** The longest answer that is taken, and the longest wait for it. */
const LONGEST = 64 * 1024 * 1024
const TIME_OUT_MS = 90_000

/** Sends one request and follows no redirect. Throws `fault` where no whole answer comes, `incorrect` for one that is too long. */
export async function sendOnce(url: string, headers: Readonly<Record<string, string>>): Promise<Reply> {
  try {
    const response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(TIME_OUT_MS) })
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of response.body ?? []) {
      size += (chunk as Uint8Array).length
      if (size > LONGEST)
        throw new ChanceryError('incorrect', url, `the answer is longer than ${LONGEST} bytes: ask for less`)
      chunks.push(chunk as Uint8Array)
    }
    const body = Buffer.concat(chunks).toString('utf8')
    return { status: response.status, headers: Object.fromEntries(response.headers), body }
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
