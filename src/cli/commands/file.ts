import type { Command } from 'commander'
import { ChanceryError } from '../../model/error.ts'
import { fileDocument } from '../../run/file.ts'
import { holdersOf } from '../../run/holders.ts'
import { readDocument } from '../../run/read.ts'
import { labels } from '../../show/en/label.ts'
import { sayFact } from '../../show/en/say.ts'
import { type AcceptAs, acceptFolder } from '../accept-as.ts'
import {
  FORMS as ARTICLES,
  type ArticleOptions,
  articleOptions,
  dateOption,
  openArticles,
  requireOne,
} from '../articles.ts'
import { dayOption, filled, readText, requireOpenable } from '../input.ts'
import { oneOf, userName, withLedger } from '../options.ts'
import { print } from '../output.ts'

interface Options extends Omit<AcceptAs, 'acceptAs'>, ArticleOptions {
  text?: string
  acceptAs?: string
}

export function define(command: Command): void {
  articleOptions(dateOption(command))
    .argument(
      '<files...>',
      `articles: ${ARTICLES}; with --fetch, addresses of the web; with --accept-as, one folder of releases`,
    )
    .option(
      '--text <file>',
      'the text of the article where it was cut wrongly out of its page: kept beside the page as it came',
      filled('--text'),
    )
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
  requireOne(files, options)
  requireOpenable(files)
  if (options.text !== undefined && files.length > 1)
    throw new ChanceryError('incorrect', '--text', 'one text for several articles: file them one by one')
  const text = options.text === undefined ? undefined : await readText(options.text)
  await withLedger(options.ledger, async (ledger) => {
    const holders = await holdersOf(ledger)
    const label = labels(holders.labels)
    const filed = new Set<string>()
    for await (const { name, doc, copyOf } of openArticles(files, { ...options, text, copies: true })) {
      // Another paper's print is kept as an article, unless it is the same to the letter; what it tells is told already.
      if (copyOf !== undefined && filed.has(doc.id)) {
        await print(`${name}: the same text as ${copyOf} (${doc.id})\n`)
        continue
      }
      filed.add(doc.id)
      const claims = copyOf === undefined ? readDocument(doc, holders).claims : []
      const done = await fileDocument(ledger, doc, claims, {
        recordedAt: new Date().toISOString(),
        by: 'chancery file',
      })
      const fresh = new Set(done.ids)
      const lines = done.reports.flatMap((fact, i) => {
        const id = done.facts[i]!
        return fresh.has(id) ? [`  ${id}  ${sayFact(fact, label)}`] : []
      })
      const told =
        copyOf === undefined
          ? `${done.added} reports filed, ${done.unchanged} known already`
          : `the same article as ${copyOf}, kept as its print`
      await print(`${name}: ${told} (${doc.id})\n${lines.map((l) => `${l}\n`).join('')}`)
    }
  })
}

function oneFolder(files: readonly string[], { date }: Options): string {
  if (files.length !== 1) throw new ChanceryError('incorrect', '--accept-as', 'several folders: file one at a time')
  if (date) throw new ChanceryError('incorrect', '--date', 'each release has its own day: leave it out')
  return files[0]!
}
