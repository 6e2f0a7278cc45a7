import type { Command } from 'commander'
import { ChanceryError } from '../../model/error.ts'
import { filled } from '../input.ts'
import { todayIs, userName, withLedger } from '../options.ts'
import { note, print } from '../output.ts'

interface Options {
  ledger?: string
  port: number
  open: boolean
}

export function define(command: Command): void {
  command
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .option('--port <n>', 'the port on this machine', portOf, 4180)
    .option('--no-open', 'do not open a browser')
    .action(run)
}

function portOf(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : -1
  if (port >= 0 && port <= 65535) return port
  throw new ChanceryError('incorrect', '--port', `no port, ${JSON.stringify(value)}: write a number up to 65535`)
}

async function run(options: Options): Promise<void> {
  const [{ webFiles }, { listen, openInBrowser }, { warm }] = await Promise.all([
    import('../../http/build.ts'),
    import('../../http/serve.ts'),
    import('../../http/services.ts'),
  ])
  const web = await webFiles(note)
  await withLedger(options.ledger, async (ledger) => {
    const services = { ledger, web, now: () => new Date().toISOString(), today: todayIs, by: userName() }
    const serving = await listen(services, options.port)
    await print(`${serving.address}\n`)
    note('served to this machine alone; Ctrl+C ends it')
    if (options.open && process.stdout.isTTY) openInBrowser(serving.address)
    // A failure of it is told by the first request.
    void warm(services).catch(() => {})
    await ended()
    await serving.close()
  })
}

const ended = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done())
  })
