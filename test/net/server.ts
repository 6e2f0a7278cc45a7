import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'

/** These tests' servers stand on this machine, which nothing else may reach. */
export const LOOPBACK = { permits: (address: string): boolean => address === '127.0.0.1' }

/** What a server does with the n-th request (from 0): it may answer itself, or leave it to the next. */
export type Fault = (n: number, request: IncomingMessage, response: ServerResponse, body: Buffer) => boolean

export interface Served {
  url: string
  /** The `Range` of each request, or an empty text. */
  ranges: string[]
}

/** A server of one file that knows ranges, after the faults that a test gives it. */
export async function serve(
  t: TestContext,
  body: Buffer,
  fault: Fault = () => false,
  etag = etagOf(body),
): Promise<Served> {
  const ranges: string[] = []
  const server = createServer((request, response) => {
    ranges.push(request.headers.range ?? '')
    if (fault(ranges.length - 1, request, response, body)) return
    answer(request, response, body, etag)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`, ranges }
}

const etagOf = (body: Buffer): string => `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`

/** As a well-behaved server does. */
export function answer(request: IncomingMessage, response: ServerResponse, body: Buffer, etag: string): void {
  const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')
  const from = range && request.headers['if-range'] === etag ? Number(range[1]) : 0
  if (from >= body.length && from > 0) {
    response.writeHead(416, { 'content-range': `bytes */${body.length}` }).end()
    return
  }
  const headers = { ...(etag && { etag }), 'content-length': body.length - from }
  if (from) response.writeHead(206, { ...headers, 'content-range': `bytes ${from}-${body.length - 1}/${body.length}` })
  else response.writeHead(200, headers)
  response.end(body.subarray(from))
}

/** Sends a part of what is asked for and drops the line. */
export function cutAfter(bytes: number): Fault {
  return (_, request, response, body) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const headers = { etag: etagOf(body), 'content-length': body.length - from }
    if (from)
      response.writeHead(206, { ...headers, 'content-range': `bytes ${from}-${body.length - 1}/${body.length}` })
    else response.writeHead(200, headers)
    response.write(body.subarray(from, from + bytes), () => request.socket.end())
    return true
  }
}

export const says = (status: number, headers: Record<string, string> = {}): Fault => {
  return (_, __, response) => {
    response.writeHead(status, headers).end('no')
    return true
  }
}

/** A fault for the first requests, one each. */
export const inTurn =
  (...faults: Fault[]): Fault =>
  (n, ...rest) =>
    faults[n]?.(n, ...rest) ?? false
