import { spawn } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { ChanceryError } from '../model/error.ts'
import { app } from './app.ts'
import type { Services } from './services.ts'

export interface Serving {
  address: string
  close(): Promise<void>
}

/** Serves on the loopback address alone; port 0 takes any. Throws `conflict` for a port that is taken. */
export function listen(services: Services, port: number): Promise<Serving> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app(services).fetch, hostname: '127.0.0.1', port }, (info: AddressInfo) =>
      resolve({
        address: `http://127.0.0.1:${info.port}/`,
        close: () => closed(server),
      }),
    )
    server.on('error', (error: NodeJS.ErrnoException) => reject(refusal(error, port)))
  })
}

/** How long an answer under way may take to be sent when the server ends, in ms. */
const GRACE = 2000

/** Ends when what is under way is sent; a browser's open connections are no reason to wait. */
function closed(server: ServerType): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    if (!('closeIdleConnections' in server)) return
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), GRACE).unref()
  })
}

const refusal = (error: NodeJS.ErrnoException, port: number): Error =>
  error.code === 'EADDRINUSE'
    ? new ChanceryError('conflict', '--port', `port ${port} is taken: give another with --port, or 0 for any`)
    : error.code === 'EACCES'
      ? new ChanceryError('incorrect', '--port', `port ${port} may not be opened: give one from 1024 up`)
      : error

/** Opens an address in the user's browser, if there is one; says nothing if not. */
export function openInBrowser(address: string): void {
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open'
  const child = spawn(command, [address], { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
