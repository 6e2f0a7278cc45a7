import type { Command } from 'commander'
import type { Document } from '../../model/claim.ts'
import { ChanceryError } from '../../model/error.ts'
import type { Day } from '../../model/when.ts'
import type { Holders } from '../../read/ports.ts'
import { holdersOf } from '../../run/holders.ts'
import { readDocument, toRow } from '../../run/read.ts'
import { markArticle } from '../../show/mark.ts'
import { eachDocument } from '../each.ts'
import { dayOption, filled, requireReadable } from '../input.ts'
import { oneOf, openArticle, withLedger } from '../options.ts'
import { paint, print, printJson } from '../output.ts'

interface Options {
  date?: Day
  each?: string
  ledger?: string
  format: 'text' | 'rows' | 'json'
}

export function define(command: Command): void {
  command
    .argument('[files...]', 'articles as plain text, or - for standard input')
    .option(
      '--each <file>',
      'read {"id","text","date"} lines of a JSON Lines file, or - for standard input; rows with the id',
      filled('--each'),
    )
    .option('--date <day>', 'the day the article was written', dayOption('--date'))
    .option('--ledger <path>', 'another ledger file, for names and office holders', filled('--ledger'))
    .option(
      '--format <format>',
      'text, rows (JSON Lines) or json',
      oneOf('--format', ['text', 'rows', 'json'] as const),
      'text',
    )
    .action(run)
}

async function run(files: string[], options: Options): Promise<void> {
  if (options.each === undefined && files.length === 0)
    throw new ChanceryError('incorrect', 'read', 'no article: give a file, - for standard input, or --each FILE')
  requireReadable(options.each === undefined ? files : [options.each])
  const holders = await withLedger(options.ledger, (ledger) => holdersOf(ledger))
  if (options.each !== undefined) return each(options.each, holders)
  for (const file of files) await show(await openArticle(file, options), holders, options.format)
}

async function show(doc: Document, holders: Holders, format: Options['format']): Promise<void> {
  const reading = readDocument(doc, holders)
  if (format === 'rows') for (const claim of reading.claims) await printJson(toRow(claim))
  else if (format === 'json') await printJson({ document: doc.id, ...(doc.date && { date: doc.date }), ...reading })
  else await print(markArticle(doc.text, reading.claims, reading.unread, paint))
}

/** Rows of each line with its id. */
const each = (path: string, holders: Holders): Promise<void> =>
  eachDocument(path, async (id, doc) => {
    for (const claim of readDocument(doc, holders).claims) await printJson({ id, ...toRow(claim) })
  })
