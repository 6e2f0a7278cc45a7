import type { Command } from 'commander'
import { note } from '../output.ts'
import { defineServing, type ServingOptions, serveLedger } from '../serving.ts'

interface Options extends ServingOptions {
  open: boolean
}

export function define(command: Command): void {
  defineServing(command, 4180).option('--no-open', 'do not open a browser').action(run)
}

async function run(options: Options): Promise<void> {
  const [{ webFiles }, { openInBrowser }] = await Promise.all([
    import('../../http/build.ts'),
    import('../../http/serve.ts'),
  ])
  const open = (address: string) => {
    if (options.open && process.stdout.isTTY) openInBrowser(address)
  }
  await serveLedger(options, { web: await webFiles(note), open })
}
