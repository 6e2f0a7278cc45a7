import { availableParallelism } from 'node:os'
import type { Command } from 'commander'
import type { Pool } from '../../http/pool.ts'
import type { Ledger } from '../../keep/port.ts'
import { ChanceryError } from '../../model/error.ts'
import { filled } from '../input.ts'
import { todayIs, userName, withLedger } from '../options.ts'
import { note, print } from '../output.ts'

interface Options {
  ledger?: string
  port: number
  open: boolean
  listen?: string
  cert?: string
  key?: string
  name: string[]
  rate?: number
  budget: number
  threads: number
}

export function define(command: Command): void {
  command
    .option('--ledger <path>', 'another ledger file, or postgres://user@host/database', filled('--ledger'))
    .option('--port <n>', 'the port on this machine', portOf, 4180)
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
      count('--rate', 0, 1e6),
    )
    .option(
      '--budget <s>',
      'seconds that a check or a question may take before it is cancelled',
      count('--budget', 1, 86_400),
      30,
    )
    .option('--threads <n>', 'threads for checks and questions', count('--threads', 1, 64), threads())
    .option('--no-open', 'do not open a browser')
    .action(run)
}

const RATE_BEYOND = 600
/** One processor stays for everybody else. */
const threads = (): number => Math.max(1, Math.min(4, availableParallelism() - 1))

const count =
  (flag: string, least: number, most: number) =>
  (value: string): number => {
    const n = /^\d{1,9}$/.test(value) ? Number(value) : -1
    if (n >= least && n <= most) return n
    throw new ChanceryError('incorrect', flag, `no such number, ${JSON.stringify(value)}: write ${least} to ${most}`)
  }

const also = (value: string, before: string[]): string[] => [...before, filled('--name')(value)]

function portOf(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : -1
  if (port >= 0 && port <= 65535) return port
  throw new ChanceryError('incorrect', '--port', `no port, ${JSON.stringify(value)}: write a number up to 65535`)
}

async function run(options: Options): Promise<void> {
  const [{ webFiles }, { listen, openInBrowser }, { warm, checkerFor }, { whereOf }] = await Promise.all([
    import('../../http/build.ts'),
    import('../../http/serve.ts'),
    import('../../http/services.ts'),
    import('../../http/place.ts'),
  ])
  const { port, place, beyond } = whereOf(options)
  const web = await webFiles(note)
  await withLedger(options.ledger, async (ledger) => {
    const base = { ledger, web, now: () => new Date().toISOString(), today: todayIs, by: userName() }
    const pool = await poolOf(ledger, options)
    const rate = options.rate ?? (beyond ? RATE_BEYOND : 0)
    const services = { ...base, ...(beyond && { beyond }), ...(rate && { rate }), ...(pool && { pool }) }
    const serving = await listen(services, port, place)
    await print(`${serving.address}\n`)
    if (beyond) await sayWhoMay(ledger, place.tls !== undefined)
    else note('served to this machine alone; Ctrl+C ends it')
    if (options.open && !beyond && process.stdout.isTTY) openInBrowser(serving.address)
    // A failure of it is told by the first request.
    if (pool) pool.warm()
    void (pool ? checkerFor(ledger) : warm(services)).catch(() => {})
    await ended()
    await serving.close()
    await pool?.close()
  })
}

/** Threads that open the ledger for themselves; none for a ledger that lives in this process alone. */
async function poolOf(ledger: Ledger, { ledger: path, threads, budget }: Options): Promise<Pool | undefined> {
  if ((path ?? process.env.CHANCERY_LEDGER) === ':memory:') return undefined
  const [{ Pool }, { onForget }] = await Promise.all([import('../../http/pool.ts'), import('../../http/services.ts')])
  const pool = new Pool({
    ...(path !== undefined && { ledger: path }),
    threads,
    budget: budget * 1000,
    most: MOST_WAITING,
  })
  onForget(ledger, () => pool.forget())
  return pool
}
const MOST_WAITING = 64

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
