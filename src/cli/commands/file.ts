import type { Command } from 'commander'
import { ChanceryError } from '../../model/error.ts'
import type { Day } from '../../model/when.ts'
import { fileDocument } from '../../run/file.ts'
import { holdersOf } from '../../run/holders.ts'
import { readDocument } from '../../run/read.ts'
import { labels } from '../../show/en/label.ts'
import { sayFact } from '../../show/en/say.ts'
import { type AcceptAs, acceptFolder } from '../accept-as.ts'
import { dayOption, filled, requireReadable } from '../input.ts'
import { oneOf, openArticle, userName, withLedger } from '../options.ts'
import { print } from '../output.ts'

interface Options extends Omit<AcceptAs, 'acceptAs'> {
  date?: Day
  acceptAs?: string
}

export function define(command: Command): void {
  command
    .argument('<files...>', 'articles as plain text, or - for standard input; with --accept-as, one folder of releases')
    .option('--date <day>', 'the day the article was written', dayOption('--date'))
    .option(
      '--accept-as <authority>',
      'file a folder of releases (.txt, .md) as evidence, as stated by this authority',
      filled('--accept-as'),
    )
    .option('--sample <n>', 'how many claims a person looks at before they are accepted', countOf, 20)
    .option('--yes', 'accept without anybody looking; the sample is shown')
    .option(
      '--covers <kinds>',
      'what the authority says its releases tell: visits,meetings,agreements,…',
      filled('--covers'),
    )
    .option('--from <day>', 'the first day that they cover', dayOption('--from'))
    .option('--to <day>', 'the last', dayOption('--to'))
    .option(
      '--grade <grade>',
      'complete: their silence proves that nothing was; complete-but: it proves nothing',
      oneOf('--grade', ['complete', 'complete-but'] as const),
      'complete-but',
    )
    .option('--by <name>', 'who looks at the sample', filled('--by'), userName())
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .action(run)
}

function countOf(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  throw new ChanceryError('incorrect', '--sample', `no number, ${JSON.stringify(text)}: write 20`)
}

async function run(files: string[], options: Options): Promise<void> {
  const { acceptAs } = options
  if (acceptAs !== undefined) return acceptFolder(oneFolder(files, options), { ...options, acceptAs })
  if (options.covers ?? options.from ?? options.to)
    throw new ChanceryError('incorrect', '--covers', 'nobody says so: name the authority with --accept-as')
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

function oneFolder(files: readonly string[], { date }: Options): string {
  if (files.length !== 1) throw new ChanceryError('incorrect', '--accept-as', 'several folders: file one at a time')
  if (date) throw new ChanceryError('incorrect', '--date', 'each release has its own day: leave it out')
  return files[0]!
}
