import { lookup } from 'node:dns/promises'
import { connect, isIP, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { connect as connectTls } from 'node:tls'
import { ChanceryError } from '../model/error.ts'
import { isPublic } from './address.ts'

/** Whom a request may reach; what is not said is the public internet by the system's names. */
export interface Reach {
  /** Whether this very address may be connected to. For tests and for machines that their owner names. */
  permits?: (address: string, port: number) => boolean
  resolve?: (host: string) => Promise<readonly string[]>
}

/** Below 1024 only the web's own: mail and other services take orders by lines of text. */
const isWebPort = (port: number): boolean => port === 80 || port === 443 || port >= 1024

const isOwn = (address: string): boolean =>
  Object.values(networkInterfaces()).some((all) => all?.some((one) => one.address === address))

const permitsPublic = (address: string, port: number): boolean =>
  isWebPort(port) && isPublic(address) && !isOwn(address)

/** An address of the web as written, or a refusal: `http` or `https`, without a user's name or password. */
export function webUrl(text: string): URL {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname)
    throw new ChanceryError('incorrect', text, `no address of the web, ${JSON.stringify(text)}: write https://…`)
  if (url.username || url.password)
    throw new ChanceryError('incorrect', text, 'the address holds a name or password: leave them out')
  return url
}

const portOf = (url: URL): number => Number(url.port || (url.protocol === 'https:' ? 443 : 80))
const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1')

/**
 * A connection to the host of an address: its names are resolved once, every address is checked, and that very address is
 * connected to and checked again, so that no second look-up can lead elsewhere. Throws `unsupported` for a host that is not
 * public, before anything is sent; what the system throws when nobody answers.
 */
export async function dial(url: URL, reach: Reach, signal: AbortSignal): Promise<Socket> {
  const { permits = permitsPublic, resolve = resolveAll } = reach
  const [host, port] = [hostOf(url), portOf(url)]
  const addresses = await orAborted(resolve(host), signal)
  const wrong = addresses.find((address) => !isIP(address) || !permits(address, port))
  if (wrong !== undefined) throw refused(url, wrong, port)
  let last: unknown = new Error(`${host} has no address`)
  for (const address of addresses) {
    try {
      const socket = await connected(address, port, signal)
      const { remoteAddress = '' } = socket
      if (!permits(remoteAddress, port)) {
        socket.destroy()
        throw refused(url, remoteAddress, port)
      }
      return url.protocol === 'https:' ? await secured(socket, host, signal) : socket
    } catch (error) {
      if (error instanceof ChanceryError || signal.aborted) throw error
      last = error
    }
  }
  throw last
}

const refused = (url: URL, address: string, port: number): ChanceryError =>
  new ChanceryError(
    'unsupported',
    url.href,
    `${url.host} leads to ${address} port ${port}, which is no public address of the web, and no connection was made: save the page, and give the file`,
  )

const resolveAll = async (host: string): Promise<string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address)

/** Of a resolver that does not answer nobody waits longer than for the request. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = () => reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

const connected = (host: string, port: number, signal: AbortSignal): Promise<Socket> =>
  ready(connect({ host, port, autoSelectFamily: false }), 'connect', signal)

/** The certificate is checked against the host's name, not against the address. */
const secured = (socket: Socket, host: string, signal: AbortSignal): Promise<Socket> =>
  ready(
    connectTls({ socket, host, ...(!isIP(host) && { servername: host }), ALPNProtocols: ['http/1.1'] }),
    'secureConnect',
    signal,
  )

function ready(socket: Socket, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const failed = (error: unknown) => {
      signal.removeEventListener('abort', stop)
      socket.destroy()
      reject(error)
    }
    const stop = () => failed(signal.reason)
    socket.once('error', failed)
    socket.once(event, () => {
      socket.off('error', failed)
      signal.removeEventListener('abort', stop)
      resolve(socket)
    })
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}
