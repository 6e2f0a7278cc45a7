import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { checkServerIdentity as identityOf, type PeerCertificate } from 'node:tls'
import type { TlsOptions } from '@nats-io/transport-node'
import { ChanceryError } from '../model/error.ts'

/**
 * What a TLS connection to these servers is checked by. Of an address in figures the transport tells TLS no name, and Node would then look for "localhost" in the certificate.
 */
export function tlsOf(servers: readonly string[], ca: string | undefined): TlsOptions {
  const hosts = servers.map((server) => server.replace(/:\d+$/, '').replace(/^\[|\]$/g, ''))
  const unnamed = hosts.filter((host) => isIP(host) || host.toLowerCase() === 'localhost')
  const checkServerIdentity = (name: string, cert: PeerCertificate): Error | undefined => {
    const wrong = (name === 'localhost' ? unnamed : [name]).map((one) => identityOf(one, cert))
    return wrong.some((error) => error === undefined) ? undefined : (wrong[0] ?? new Error('no name to check'))
  }
  return { ...(ca !== undefined && { ca: textOf(ca, '--ca') }), checkServerIdentity } as TlsOptions
}

/** The bytes of a file that an option names. Throws `not-found`. */
export function bytesOf(path: string, option: '--creds' | '--ca'): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    const of = option === '--ca' ? 'authorities' : 'credentials'
    throw new ChanceryError('not-found', path, `no such file of ${of}: check ${option}`)
  }
}
const textOf = (...of: Parameters<typeof bytesOf>): string => new TextDecoder().decode(bytesOf(...of))
