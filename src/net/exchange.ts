import { type IncomingMessage, request } from 'node:http'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { ChanceryError } from '../model/error.ts'
import { dial, type Reach, webUrl } from './dial.ts'

export interface Request {
  headers?: Readonly<Record<string, string>>
  signal: AbortSignal
  reach?: Reach
  /** How many redirects are followed; none unless said. */
  redirects?: number
  /** Asked before every hop, with its address; it may throw. */
  before?: (url: URL) => Promise<void>
}

export interface Answer {
  /** Where it came from, after redirects. */
  url: string
  status: number
  headers: Headers
  /** The body, unpacked. */
  body: Readable
  /** Leaves the rest of the body. */
  cancel(): void
}

const REDIRECTS = [301, 302, 303, 307, 308]
const MOST_HEADERS = 64 * 1024

/**
 * Sends one GET, each hop over a connection of its own to an address that was checked (`dial`). Cookies and credentials are
 * never sent. Throws what `dial` throws, and what the network does.
 */
export async function exchange(address: string, options: Request): Promise<Answer> {
  let url = webUrl(address)
  for (let hop = 0; ; hop++) {
    await options.before?.(url)
    const message = await ask(url, options)
    const to = REDIRECTS.includes(message.statusCode!) ? message.headers.location : undefined
    if (!to || !options.redirects) return answerOf(url, message)
    message.destroy()
    if (hop >= options.redirects)
      throw new ChanceryError('unsupported', address, `${address} leads on and on: save the page, and give the file`)
    url = webUrl(URL.parse(to, url.href)?.href ?? to)
  }
}

async function ask(url: URL, { headers = {}, signal, reach = {} }: Request): Promise<IncomingMessage> {
  const socket = await dial(url, reach, signal)
  return new Promise((resolve, reject) => {
    const sent = request({
      createConnection: () => socket,
      path: `${url.pathname}${url.search}`,
      headers: { ...headers, host: url.host },
      maxHeaderSize: MOST_HEADERS,
      signal,
    })
    sent.once('error', (error) => {
      socket.destroy()
      reject(signal.aborted ? signal.reason : error)
    })
    sent.once('response', resolve)
    sent.end()
  })
}

function answerOf(url: URL, message: IncomingMessage): Answer {
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headersDistinct))
    for (const one of value ?? []) headers.append(name, one)
  const body = unpacked(message, headers.get('content-encoding')?.trim().toLowerCase() ?? '')
  // Who left the body hears of no error of what came after.
  body.on('error', () => {})
  message.on('error', (error) => body.destroy(error))
  return { url: url.href, status: message.statusCode!, headers, body, cancel: () => message.destroy() }
}

const UNPACKERS: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

function unpacked(message: IncomingMessage, encoding: string): Readable {
  const unpacker = UNPACKERS[encoding]
  return unpacker ? message.pipe(unpacker()) : message
}

/** What browsers of text say of themselves; a site's owner may refuse it by its name. */
export const PACKED = 'gzip, deflate, br'
