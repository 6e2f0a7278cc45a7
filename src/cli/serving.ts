import { availableParallelism } from 'node:os'
import type { Command } from 'commander'
import type { WebFiles } from '../http/assets.ts'
import type { Pool } from '../http/pool.ts'
import type { Services } from '../http/services.ts'
import type { Ledger } from '../keep/port.ts'
import { ChanceryError } from '../model/error.ts'
import { filled } from './input.ts'
import { todayIs, userName, wholeNumber, withLedger } from './options.ts'
import { note, print } from './output.ts'
import { version } from './package.ts'

/** What commands that serve others have in common. */
export interface ServingOptions {
  ledger?: string
  port: number
  listen?: string
  cert?: string
  key?: string
  name: string[]
  rate?: number
  budget: number
  threads: number
  allowWrite?: boolean
}

const RATE_BEYOND = 600
const MOST_WAITING = 64
/** One processor stays for everybody else. */
const threads = (): number => Math.max(1, Math.min(4, availableParallelism() - 1))

/** Adds the options of a server. */
export const defineServing = (command: Command, port: number): Command =>
  command
    .option('--ledger <path>', 'another ledger: a file, or postgres://user@host/database', filled('--ledger'))
    .option('--port <n>', 'the port on this machine', portOf, port)
    .option(
      '--listen <address>',
      'serve other machines too, HOST or HOST:PORT; every request then needs a token',
      filled('--listen'),
    )
    .option('--name <host>', 'beyond this machine: a name by which browsers call it; may be repeated', also, [])
    .option('--cert <file>', 'beyond this machine: its certificate, in PEM', filled('--cert'))
    .option('--key <file>', 'the key of the certificate, in PEM', filled('--key'))
    .option(
      '--rate <n>',
      'requests a minute of each token, 0 for any number; beyond this machine 600 unless said',
      wholeNumber('--rate', 0, 1e6),
    )
    .option(
      '--budget <s>',
      'seconds that a check or a question may take before it is cancelled',
      wholeNumber('--budget', 1, 86_400),
      30,
    )
    .option('--threads <n>', 'threads for checks and questions', wholeNumber('--threads', 1, 64), threads())
    .option('--allow-write', 'let assistants file articles, as reports that decide nothing until a person accepts them')

const also = (value: string, before: string[]): string[] => [...before, filled('--name')(value)]

function portOf(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : -1
  if (port >= 0 && port <= 65535) return port
  throw new ChanceryError('incorrect', '--port', `no port, ${JSON.stringify(value)}: write a number up to 65535`)
}

export interface Shown {
  /** The page; absent: programs alone are served. */
  web?: WebFiles
  /** What follows the address, where that is not the first page. */
  at?: string
  /** Hears the address when it is served to this machine alone. */
  open?(address: string): void
}

/** Serves a ledger until a signal ends it; its address goes to stdout. */
export async function serveLedger(options: ServingOptions, { web, at = '', open }: Shown): Promise<void> {
  const [{ listen }, { ready, warm }, { whereOf }, { mcpOverHttp }] = await Promise.all([
    import('../http/serve.ts'),
    import('../http/services.ts'),
    import('../http/place.ts'),
    import('../mcp/http.ts'),
  ])
  const { port, place, beyond } = whereOf(options)
  await withLedger(options.ledger, async (ledger) => {
    const pool = await poolOf(ledger, options)
    const rate = options.rate ?? (beyond ? RATE_BEYOND : 0)
    const services: Services = {
      ...{ ledger, now: () => new Date().toISOString(), today: todayIs, by: userName() },
      ...{ mcp: mcpOverHttp(ledger, { version, today: todayIs }), mcpWrites: options.allowWrite === true },
      ...(web && { web }),
      ...(beyond && { beyond }),
      ...(rate && { rate }),
      ...(pool && { pool }),
    }
    const serving = await listen(services, port, place)
    await print(`${serving.address}${at}\n`)
    if (beyond) await sayWhoMay(ledger, place.tls !== undefined)
    else {
      note('served to this machine alone; Ctrl+C ends it')
      open?.(serving.address)
    }
    if (pool) pool.warm()
    // A failure of it is told by the first request.
    void ready(services)
      .then(() => (pool ? undefined : warm(services)))
      .catch(() => {})
    await ended()
    await serving.close()
    await pool?.close()
  })
}

/** Threads that open the ledger for themselves; none for a ledger that lives in this process alone. */
async function poolOf(ledger: Ledger, { ledger: path, threads, budget }: ServingOptions): Promise<Pool | undefined> {
  if ((path ?? process.env.CHANCERY_LEDGER) === ':memory:') return undefined
  const { tiedPool } = await import('../http/tied.ts')
  const module = import.meta.resolve(`../mcp/http${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`)
  return tiedPool(ledger, {
    ...(path !== undefined && { ledger: path }),
    ...{ threads, budget: budget * 1000, most: MOST_WAITING, assistants: { module, version } },
  })
}

/** What whoever serves other machines should know. */
async function sayWhoMay(ledger: Ledger, encrypted: boolean): Promise<void> {
  const now = new Date().toISOString()
  const valid = (await ledger.access.list()).filter(({ expires, revoked }) => revoked === undefined && expires > now)
  note(
    `served beyond this machine to whoever bears one of ${valid.length} tokens (chancery token list); Ctrl+C ends it`,
  )
  if (!valid.length) note('nobody can use it yet: chancery token add --for NAME makes a token')
  if (!encrypted)
    note('tokens travel as they are written: give --cert and --key, or serve behind a proxy that encrypts')
}

const ended = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done())
  })
