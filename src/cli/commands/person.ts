import type { Command } from 'commander'
import { personReport, personsCalled } from '../../run/person.ts'
import { labels } from '../../show/en/label.ts'
import { personText } from '../../show/person.ts'
import { filled } from '../input.ts'
import { oneOf, withLedger } from '../options.ts'
import { paint, print, printJson, width } from '../output.ts'

interface Options {
  format: 'text' | 'json'
  ledger?: string
}

export function define(command: Command): void {
  command
    .argument('<name>', 'a person, by name or id')
    .option('--format <format>', 'text or json', oneOf('--format', ['text', 'json'] as const), 'text')
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .action((name: string, { format, ledger: path }: Options) =>
      withLedger(path, async (ledger) => {
        const label = labels(new Map((await ledger.allNames()).map((n) => [n.id, n.label])))
        for (const id of await personsCalled(ledger, name)) {
          const report = await personReport(ledger, id)
          if (format === 'json') await printJson({ ...report, sources: [...report.sources.values()] })
          else await print(`${personText(report, label, width(), (text) => paint('bold', text))}\n`)
        }
      }),
    )
}
