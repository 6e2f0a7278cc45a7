import type { Command } from 'commander'
import { todayIs, withLedger } from '../options.ts'
import { version } from '../package.ts'
import { defineServing, type ServingOptions, serveLedger } from '../serving.ts'

interface Options extends ServingOptions {
  http?: boolean
}

export function define(command: Command): void {
  defineServing(command, 4181)
    .option('--http', 'serve over HTTP, at /mcp, and not over standard input and output')
    .action(run)
}

async function run(options: Options): Promise<void> {
  if (options.http || options.listen !== undefined) return serveLedger(options, { at: 'mcp' })
  const { serveStdio } = await import('../../mcp/stdio.ts')
  await withLedger(options.ledger, (ledger) =>
    serveStdio(ledger, { version, mayWrite: options.allowWrite === true, today: todayIs }),
  )
}
