import type { Command } from 'commander'
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
    .option('--no-open', 'do not open a browser')
    .action(run)
}

const also = (value: string, before: string[]): string[] => [...before, filled('--name')(value)]

function portOf(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : -1
  if (port >= 0 && port <= 65535) return port
  throw new ChanceryError('incorrect', '--port', `no port, ${JSON.stringify(value)}: write a number up to 65535`)
}

async function run(options: Options): Promise<void> {
  const [{ webFiles }, { listen, openInBrowser }, { warm }, { whereOf }] = await Promise.all([
    import('../../http/build.ts'),
    import('../../http/serve.ts'),
    import('../../http/services.ts'),
    import('../../http/place.ts'),
  ])
  const { port, place, beyond } = whereOf(options)
  const web = await webFiles(note)
  await withLedger(options.ledger, async (ledger) => {
    const base = { ledger, web, now: () => new Date().toISOString(), today: todayIs, by: userName() }
    const services = { ...base, ...(beyond && { beyond }) }
    const serving = await listen(services, port, place)
    await print(`${serving.address}\n`)
    if (beyond) await sayWhoMay(ledger, place.tls !== undefined)
    else note('served to this machine alone; Ctrl+C ends it')
    if (options.open && !beyond && process.stdout.isTTY) openInBrowser(serving.address)
    // A failure of it is told by the first request.
    void warm(services).catch(() => {})
    await ended()
    await serving.close()
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
