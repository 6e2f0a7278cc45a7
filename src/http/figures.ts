import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ChanceryError } from '../model/error.ts'

const OWN = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i

export interface Figures {
  /** Where they are read. */
  address: string
  close(): void
}

/** Shows figures in the text format of Prometheus at `/metrics`, to this machine alone. Throws `conflict` where the port is taken. */
export async function serveMetrics(port: number, figures: () => string): Promise<Figures> {
  const server = createServer((request, response) => {
    const answer = (status: number, text: string) =>
      response
        .writeHead(status, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' })
        .end(text)
    if (!OWN.test(request.headers.host ?? '')) answer(421, 'open http://127.0.0.1\n')
    else if (request.method !== 'GET' && request.method !== 'HEAD') answer(405, 'GET /metrics\n')
    else if (request.url?.split('?')[0] !== '/metrics') answer(404, 'GET /metrics\n')
    else answer(200, figures())
  })
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new ChanceryError(
      'conflict',
      '--metrics',
      `the port ${port} cannot be had, ${(error as Error).message}: give another`,
    )
  }
  // Nobody who looks keeps the worker from ending.
  server.unref()
  const { port: own } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${own}/metrics`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
