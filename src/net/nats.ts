import { setTimeout as sleep } from 'node:timers/promises'
import type { JetStreamClient, JetStreamManager, JsMsg } from '@nats-io/jetstream'
import type { ConnectionOptions, NatsConnection } from '@nats-io/transport-node'
import { ChanceryError } from '../model/error.ts'
import { bytesOf, tlsOf } from './nats-tls.ts'

/** A message in hand. */
export interface Message {
  /** Its number in the stream. */
  seq: number
  subject: string
  /** How often it was given to somebody, this time included. */
  tries: number
  /** `Content-Type` and `Chancery-Name` of its headers. */
  type?: string
  name?: string
  data: Uint8Array
}

export interface StreamOptions {
  /** All who go by one name share the messages of a stream. */
  name: string
  /** How long a message may be in hand without a word, in milliseconds. */
  lease: number
  /** A file of credentials. */
  creds?: string
  /** A file of authorities in PEM, whose certificates are believed in the place of those that this machine believes. */
  ca?: string
}

/** A JetStream stream of articles, and the stream of its dead letters. */
export interface ArticleStream {
  readonly stream: string
  /** At most so many messages, waiting so many milliseconds for the first. */
  fetch(most: number, ms: number): Promise<Message[]>
  done(messages: readonly Message[]): Promise<void>
  giveBack(messages: readonly Message[]): Promise<void>
  hold(messages: readonly Message[]): Promise<void>
  /** Puts a message with its reason among the dead letters, where a number stands once. */
  bury(message: Message, why: { code: string; reason: string }): Promise<void>
  /** How many messages are not done yet, those in anybody's hand among them. */
  left(): Promise<number>
  /** Sends every dead letter to its subject again; how many there were. */
  retry(): Promise<number>
  close(): Promise<void>
}

/** Reads `nats://[user:password@]host:port[,host:port…]/STREAM`. Throws `incorrect`. */
export function addressOf(text: string): {
  servers: string[]
  stream: string
  user?: string
  pass?: string
  tls: boolean
} {
  const [, scheme, , user, pass, hosts, stream] =
    /^(nats|tls):\/\/(([^:@/]*)(?::([^@/]*))?@)?([^@/]+)\/([^/?#]+)$/i.exec(text) ?? []
  if (!hosts || !stream || !/^[^\s.*>]+$/.test(stream) || !hosts.split(',').every((h) => HOST.test(h)))
    throw new ChanceryError('incorrect', '--from', 'no address of a stream: write nats://HOST:PORT/STREAM')
  return {
    servers: hosts.split(','),
    stream,
    ...(user && { user: decodeURIComponent(user) }),
    ...(pass !== undefined && { pass: decodeURIComponent(pass) }),
    tls: scheme!.toLowerCase() === 'tls',
  }
}
const HOST = /^(?:\[[0-9a-f:]+\]|[\w.-]+)(?::\d{1,5})?$/i

const FLUSH_MS = 2000
const NANOS = 1_000_000

/**
 * Opens a stream and its consumer, which is made where it is not. Throws `not-found` for a stream that is not there, `incorrect` for an
 * address or credentials that are none, `fault` where no server answers.
 */
export async function articleStream(address: string, options: StreamOptions): Promise<ArticleStream> {
  const { servers, stream, user, pass, tls } = addressOf(address)
  const [{ connect, credsAuthenticator }, { jetstream, jetstreamManager }] = await Promise.all([
    import('@nats-io/transport-node'),
    import('@nats-io/jetstream'),
  ])
  const about: ConnectionOptions = {
    ...{ servers, name: `chancery work ${options.name}`, maxReconnectAttempts: -1, reconnectTimeWait: 500 },
    ...{ waitOnFirstConnect: false, timeout: 10_000, pingInterval: 10_000 },
    ...(user !== undefined && (pass === undefined ? { token: user } : { user, pass })),
    ...((tls || options.ca !== undefined) && { tls: tlsOf(servers, options.ca) }),
    ...(options.creds !== undefined && { authenticator: credsAuthenticator(bytesOf(options.creds, '--creds')) }),
  }
  const at = servers.join(',')
  const connection = await reached(at, () => connect(about))
  try {
    const js = jetstream(connection, { timeout: 10_000 })
    // Unchecked: while a cluster chooses its leader, nobody would answer the check.
    const manager = await told(at, () => jetstreamManager(connection, { timeout: 10_000, checkAPI: false }))
    return await opened({ connection, js, manager, stream, at, ...options })
  } catch (error) {
    await connection.close()
    throw error
  }
}

interface Open extends StreamOptions {
  connection: NatsConnection
  js: JetStreamClient
  manager: JetStreamManager
  stream: string
  at: string
}

async function opened({ connection, js, manager, stream, at, name, lease }: Open): Promise<ArticleStream> {
  const told1 = <T>(work: () => Promise<T>) => patiently(() => told(at, work))
  const { config } = await told1(() => manager.streams.info(stream))
  const graves = `${stream}_DEAD`
  const same = { storage: config.storage, num_replicas: config.num_replicas }
  await told1(() => ensureGraves(manager, graves, same))
  await told1(() => ensureConsumer(manager, stream, name, lease))
  const consumer = await told1(() => js.consumers.get(stream, name))
  const held = new WeakMap<Message, JsMsg>()
  const each = async (messages: readonly Message[], what: (m: JsMsg) => unknown) => {
    for (const message of messages) what(held.get(message)!)
    // One that is not heard, because a server fell, is given again, and is known then.
    await Promise.race([connection.flush().catch(() => {}), sleep(FLUSH_MS, undefined, { ref: false })])
  }
  return {
    stream,
    async fetch(most, ms) {
      const out: Message[] = []
      try {
        for await (const m of await consumer.fetch({ max_messages: most, expires: Math.max(1000, ms) })) {
          const message = messageOf(m)
          held.set(message, m)
          out.push(message)
        }
      } catch {
        // The leader of the stream is being chosen, or the connection made anew: nothing is free just now.
        await sleep(250)
      }
      return out
    },
    done: (messages) => each(messages, (m) => m.ack()),
    giveBack: (messages) => each(messages, (m) => m.nak()),
    hold: (messages) => each(messages, (m) => m.working()),
    async bury(message, why) {
      const headers = await headersOf(message, why)
      await told1(() => js.publish(`${graves}.${message.seq}`, message.data, { headers }))
    },
    async left() {
      const { num_pending, num_ack_pending } = await told1(() => manager.consumers.info(stream, name))
      return num_pending + num_ack_pending
    },
    retry: () => told1(() => retryAll(js, manager, graves)),
    close: async () => {
      await connection.drain().catch(() => connection.close())
    },
  }
}

function messageOf(m: JsMsg): Message {
  const [type, name] = [m.headers?.get('Content-Type'), m.headers?.get('Chancery-Name')]
  const { seq, subject, data } = m
  return { seq, subject, data, tries: m.info.deliveryCount, ...(type && { type }), ...(name && { name }) }
}

async function headersOf({ subject, seq, type, name, tries }: Message, why: { code: string; reason: string }) {
  const { headers } = await import('@nats-io/transport-node')
  const out = headers()
  const one = (text: string) => text.replace(/[^\x20-\x7E]+/g, ' ').slice(0, 1000)
  const all = { 'Chancery-Code': why.code, 'Chancery-Reason': why.reason, 'Chancery-Subject': subject }
  const more = {
    'Chancery-Sequence': String(seq),
    'Chancery-Tries': String(tries),
    'Content-Type': type,
    'Chancery-Name': name,
  }
  for (const [key, value] of Object.entries({ ...all, ...more })) if (value) out.set(key, one(value))
  return out
}

/** One subject a number, of which the last word stands: a letter that is written twice is one. */
async function ensureGraves(
  manager: JetStreamManager,
  name: string,
  same: { storage: 'file' | 'memory'; num_replicas: number },
): Promise<void> {
  const known = await manager.streams.info(name).catch(() => undefined)
  if (known) return
  const config = { name, subjects: [`${name}.*`], max_msgs_per_subject: 1, ...same }
  await manager.streams.add(config as Parameters<JetStreamManager['streams']['add']>[0])
}

async function ensureConsumer(manager: JetStreamManager, stream: string, name: string, lease: number): Promise<void> {
  const ack_wait = lease * NANOS
  const known = await manager.consumers.info(stream, name).catch(() => undefined)
  if (known?.config.ack_wait === ack_wait) return
  if (known) return void (await manager.consumers.update(stream, name, { ack_wait }))
  await manager.consumers.add(stream, {
    ...{ durable_name: name, ack_policy: 'explicit', deliver_policy: 'all', ack_wait },
    ...{ max_deliver: -1, max_ack_pending: 10_000 },
  })
}

/** A letter is taken away only after it was sent; one that is sent twice is known the second time. */
async function retryAll(js: JetStreamClient, manager: JetStreamManager, graves: string): Promise<number> {
  const { headers } = await import('@nats-io/transport-node')
  const { state } = await manager.streams.info(graves)
  let n = 0
  for (let seq = state.first_seq; seq <= state.last_seq; seq++) {
    const letter = await manager.streams.getMessage(graves, { seq }).catch(() => undefined)
    if (!letter) continue
    const out = headers()
    for (const key of ['Content-Type', 'Chancery-Name']) {
      const value = letter.header.get(key)
      if (value) out.set(key, value)
    }
    await js.publish(letter.header.get('Chancery-Subject'), letter.data, { headers: out })
    await manager.streams.deleteMessage(graves, seq)
    n++
  }
  return n
}

const PATIENCE_MS = 60_000

/** A cluster that lost a server chooses a leader within seconds, on a machine at work within more of them. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const end = Date.now() + PATIENCE_MS
  for (let n = 1; ; n++) {
    try {
      return await work()
    } catch (error) {
      if (Date.now() > end || !(error instanceof ChanceryError) || error.code !== 'fault') throw error
      await sleep(Math.min(2000, 100 * n))
    }
  }
}

const GREETINGS = 3

/** A server that refuses is not there; one that takes its time to greet is asked again. */
async function reached(at: string, connect: () => Promise<NatsConnection>): Promise<NatsConnection> {
  for (let n = 1; ; n++) {
    try {
      return await connect()
    } catch (error) {
      const { name, message } = error as Error
      if (n === GREETINGS || !/time ?out/i.test(`${name} ${message}`)) return told(at, () => Promise.reject(error))
    }
  }
}

/** What a server or the client refuses, as an error that says what to do. */
async function told<T>(at: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ChanceryError) throw error
    const { name, message } = error as Error
    if (/stream not found/i.test(message))
      throw new ChanceryError('not-found', at, `the server ${at} has no such stream: make it, or check its name`)
    if (/authorization|authentication|nkey|credentials/i.test(`${name} ${message}`))
      throw new ChanceryError(
        'incorrect',
        at,
        `the server ${at} does not let this user in: check user, password or --creds`,
      )
    if (/certificate|altname|self.signed/i.test(`${name} ${message}`))
      throw new ChanceryError(
        'incorrect',
        at,
        `the certificate of ${at} is not believed (${message}): name its authority with --ca, and the host as it is certified`,
      )
    throw new ChanceryError(
      'fault',
      at,
      `the stream at ${at} does not answer (${message || name}): start the server, check host and port`,
    )
  }
}
