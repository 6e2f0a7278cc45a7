import type { Command } from 'commander'
import { ChanceryError } from '../../model/error.ts'
import type { Day } from '../../model/when.ts'
import { fileDocument } from '../../run/file.ts'
import { holdersOf } from '../../run/holders.ts'
import { readDocument } from '../../run/read.ts'
import { labels } from '../../show/en/label.ts'
import { sayFact } from '../../show/en/say.ts'
import { dayOption, filled, requireReadable } from '../input.ts'
import { openArticle, withLedger } from '../options.ts'
import { print } from '../output.ts'

interface Options {
  date?: Day
  ledger?: string
}

export function define(command: Command): void {
  command
    .argument('<files...>', 'articles as plain text, or - for standard input')
    .option('--date <day>', 'the day the article was written', dayOption('--date'))
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .action(run)
}

async function run(files: string[], options: Options): Promise<void> {
  if (files.length > 1 && options.date)
    throw new ChanceryError(
      'incorrect',
      '--date',
      'one date for several articles: file them one by one, or put NAME.meta.json beside each',
    )
  requireReadable(files)
  await withLedger(options.ledger, async (ledger) => {
    const holders = await holdersOf(ledger)
    const label = labels(holders.labels)
    for (const file of files) {
      const doc = await openArticle(file, options)
      const { claims } = readDocument(doc, holders)
      const done = await fileDocument(ledger, doc, claims, {
        recordedAt: new Date().toISOString(),
        by: 'chancery file',
      })
      const fresh = new Set(done.ids)
      const lines = done.reports.flatMap((fact, i) => {
        const id = done.facts[i]!
        return fresh.has(id) ? [`  ${id}  ${sayFact(fact, label)}`] : []
      })
      await print(
        `${file}: ${done.added} reports filed, ${done.unchanged} known already (${doc.id})\n${lines.map((l) => `${l}\n`).join('')}`,
      )
    }
  })
}
