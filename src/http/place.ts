import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { createSecureContext } from 'node:tls'
import { ChanceryError } from '../model/error.ts'
import type { Place } from './serve.ts'

export interface Asked {
  listen?: string
  port: number
  cert?: string
  key?: string
  name: readonly string[]
}

/** Where to serve, and, beyond this machine, the names it goes by. */
export interface Where {
  port: number
  place: Place
  beyond?: { names: readonly string[] }
}

/** Reads `HOST`, `HOST:PORT` or `[::1]:PORT` over `--port`. Throws `incorrect`. */
export function whereOf(asked: Asked): Where {
  const { host, port } = asked.listen === undefined ? { host: '127.0.0.1', port: asked.port } : addressOf(asked)
  const tls = tlsOf(asked)
  const place = { host, ...(tls && { tls }) }
  if (isLoopback(host)) return { port, place }
  return { port, place, beyond: { names: [host, hostname(), ...asked.name].map((name) => name.toLowerCase()) } }
}

function addressOf({ listen = '', port }: Asked): { host: string; port: number } {
  const bracketed = /^\[([^\]]+)\](?::(\d{1,5}))?$/.exec(listen)
  const plain = /^([^:[\]/\s]+)(?::(\d{1,5}))?$/.exec(listen)
  const [, host, own] = bracketed ?? plain ?? (isIP(listen) ? [listen, listen] : [])
  if (!host || (bracketed && isIP(host) !== 6) || Number(own ?? 0) > 65535)
    throw new ChanceryError(
      'incorrect',
      '--listen',
      `no address, ${JSON.stringify(listen)}: write 0.0.0.0:4180 or [::]:4180`,
    )
  return { host, port: own === undefined ? port : Number(own) }
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

function tlsOf({ cert, key }: Asked): Place['tls'] {
  if (cert === undefined && key === undefined) return undefined
  if (cert === undefined || key === undefined)
    throw new ChanceryError('incorrect', '--cert', 'half of it: give --cert FILE and --key FILE')
  const tls = { cert: textOf(cert, '--cert'), key: textOf(key, '--key') }
  try {
    createSecureContext(tls)
  } catch (error) {
    throw new ChanceryError(
      'incorrect',
      '--cert',
      `certificate and key are not a pair in PEM (${(error as Error).message})`,
    )
  }
  return tls
}

function textOf(path: string, at: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new ChanceryError('not-found', at, `${path} cannot be read (${(error as Error).message}): check its name`)
  }
}
