import { spawn } from 'node:child_process'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { ChanceryError } from '../model/error.ts'
import { app } from './app.ts'
import type { Services } from './services.ts'

export interface Serving {
  address: string
  close(): Promise<void>
}

export interface Place {
  /** The loopback address unless given. Another serves other machines: then `services.beyond` has to be set. */
  host?: string
  /** Certificate and key in PEM: what is sent is then encrypted. */
  tls?: { cert: string; key: string }
}

/** Serves until it is closed; port 0 takes any. Throws `conflict` for a port that is taken, `incorrect` for an address that is not this machine's. */
export function listen(services: Services, port: number, { host = '127.0.0.1', tls }: Place = {}): Promise<Serving> {
  const secure = tls && { createServer, serverOptions: tls }
  const name = `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}`
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app(services).fetch, hostname: host, port, ...secure }, (info: AddressInfo) =>
      resolve({ address: `${name}:${info.port}/`, close: () => closed(server) }),
    )
    server.on('error', (error: NodeJS.ErrnoException) => reject(refusal(error, host, port)))
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

function refusal(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new ChanceryError('conflict', '--port', `port ${port} is taken: give another with --port, or 0 for any`)
  if (error.code === 'EACCES')
    return new ChanceryError('incorrect', '--port', `port ${port} may not be opened: give one from 1024 up`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN')
    return new ChanceryError(
      'incorrect',
      '--listen',
      `${host} is no address of this machine: give one, or 0.0.0.0 for all`,
    )
  return error
}

/** Opens an address in the user's browser, if there is one; says nothing if not. */
export function openInBrowser(address: string): void {
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open'
  const child = spawn(command, [address], { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
