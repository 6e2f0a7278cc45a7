import type { Command } from 'commander'
import type { Document } from '../../model/claim.ts'
import { ChanceryError } from '../../model/error.ts'
import type { Day } from '../../model/when.ts'
import type { Holders } from '../../read/ports.ts'
import { holdersOf } from '../../run/holders.ts'
import { readDocument, toRow } from '../../run/read.ts'
import { markArticle } from '../../show/mark.ts'
import { dayOption, jsonLines } from '../input.ts'
import { oneOf, openArticle, withLedger } from '../options.ts'
import { note, paint, print, printJson } from '../output.ts'
import { documentOfLine } from './check.ts'

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
    )
    .option('--date <day>', 'the day the article was written', dayOption('--date'))
    .option('--ledger <path>', 'another ledger file, for names and office holders')
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

/** Rows of each line with its id; a bad line gives its error and the run goes on. */
async function each(path: string, holders: Holders): Promise<void> {
  let documents = 0
  for await (const line of jsonLines(path)) {
    const id = 'error' in line ? null : ((line.value as { id?: unknown } | null)?.id ?? null)
    try {
      if ('error' in line) throw line.error
      const doc = documentOfLine(line.value, `${path === '-' ? 'standard input' : path}:${line.n}`)
      for (const claim of readDocument(doc, holders).claims) await printJson({ id, ...toRow(claim) })
    } catch (error) {
      if (!(error instanceof ChanceryError)) throw error
      await printJson({ id, error: { code: error.code, at: error.at, message: error.message } })
    }
    documents++
    if (documents % 1000 === 0) note(`${documents} articles read`)
  }
}
