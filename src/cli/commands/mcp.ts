import type { Command } from 'commander'
import { filled } from '../input.ts'
import { todayIs, withLedger } from '../options.ts'
import { version } from '../package.ts'

interface Options {
  ledger?: string
  allowWrite?: boolean
}

export function define(command: Command): void {
  command
    .option(
      '--allow-write',
      'let the assistant file articles, as reports that decide nothing until a person accepts them',
    )
    .option('--ledger <path>', 'another ledger: a file, or postgres://user@host/database', filled('--ledger'))
    .action(run)
}

async function run(options: Options): Promise<void> {
  const { serveStdio } = await import('../../mcp/stdio.ts')
  await withLedger(options.ledger, (ledger) =>
    serveStdio(ledger, { version, mayWrite: options.allowWrite === true, today: todayIs }),
  )
}
