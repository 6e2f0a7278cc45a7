import type { Command } from 'commander'
import { reconcile } from '../../run/reconcile.ts'
import { labels } from '../../show/en/label.ts'
import { reconciledText, whyUnsure } from '../../show/reconciled.ts'
import { filled } from '../input.ts'
import { oneOf, withLedger } from '../options.ts'
import { paint, print, printJson, width } from '../output.ts'

interface Options {
  format: 'text' | 'json'
  ledger?: string
}

export function define(command: Command): void {
  command
    .option('--format <format>', 'text or json', oneOf('--format', ['text', 'json'] as const), 'text')
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .action(run)
}

async function run(options: Options): Promise<void> {
  await withLedger(options.ledger, async (ledger) => {
    const { sources, ...done } = await reconcile(ledger, new Date().toISOString())
    if (options.format === 'json')
      return printJson({ ...done, unsure: done.unsure.map((pair) => ({ ...pair, why: whyUnsure(pair) })) })
    const label = labels(new Map((await ledger.allNames()).map((n) => [n.id, n.label])))
    await print(reconciledText({ ...done, sources }, label, width(), (text) => paint('bold', text)))
  })
}
