import type { Command } from 'commander'
import type { Document, Reading } from '../../model/claim.ts'
import { ChanceryError } from '../../model/error.ts'
import type { Day } from '../../model/when.ts'
import { holdersOf } from '../../run/holders.ts'
import { readDocument, toRow } from '../../run/read.ts'
import { markArticle } from '../../show/mark.ts'
import { eachDocument } from '../each.ts'
import { FILE_FORMATS, type FileFormat, openExport, TABLE_NAMES, type TableName } from '../export.ts'
import { dayOption, filled, requireReadable } from '../input.ts'
import { oneOf, openArticle, withLedger } from '../options.ts'
import { paint, print, printJson } from '../output.ts'

const FORMATS = ['text', 'rows', 'json', ...FILE_FORMATS] as const

interface Options {
  date?: Day
  each?: string
  ledger?: string
  format: (typeof FORMATS)[number]
  table: TableName
  out?: string
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
      "text, rows (the codebook's, as JSON Lines), json, or a table: csv, jsonl, parquet",
      oneOf('--format', FORMATS),
      'text',
    )
    .option(
      '--table <table>',
      'of a table: claims, or events (a row for each pair of states, with CAMEO and PLOVER codes)',
      oneOf('--table', TABLE_NAMES),
      'claims',
    )
    .option('--out <file>', 'write a table to a file', filled('--out'))
    .action(run)
}

type Read = (doc: Document) => Reading
/** What is done with each document as read; `id` is that of its line, if it came in one. */
interface Output {
  add(doc: Document, reading: Reading, id?: unknown): Promise<void>
  end(): Promise<void>
}

async function run(files: string[], options: Options): Promise<void> {
  if (options.each === undefined && files.length === 0)
    throw new ChanceryError('incorrect', 'read', 'no article: give a file, - for standard input, or --each FILE')
  requireReadable(options.each === undefined ? files : [options.each])
  const holders = await withLedger(options.ledger, (ledger) => holdersOf(ledger))
  const read: Read = (doc) => readDocument(doc, holders)
  const output = await outputOf(options)
  if (options.each !== undefined) await eachDocument(options.each, (id, doc) => output.add(doc, read(doc), id))
  else
    for (const file of files) {
      const doc = await openArticle(file, options)
      await output.add(doc, read(doc))
    }
  await output.end()
}

async function outputOf({ format, table, out, each }: Options): Promise<Output> {
  if (isFileFormat(format)) {
    const file = await openExport(format, table, out)
    return {
      add: (doc, { claims }, id) => file.add(id == null ? doc : { ...doc, source: String(id) }, claims),
      end: () => file.end(),
    }
  }
  if (out !== undefined)
    throw new ChanceryError('incorrect', '--out', `it is for tables: add --format ${FILE_FORMATS.join(', ')}`)
  const add = each !== undefined || format === 'rows' ? addRows : format === 'json' ? addJson : addText
  return { add, end: async () => {} }
}

const isFileFormat = (format: Options['format']): format is FileFormat => FILE_FORMATS.some((f) => f === format)

/** Rows of a document, each with the id of its line. */
const addRows: Output['add'] = async (_doc, { claims }, id) => {
  for (const claim of claims) await printJson({ ...(id !== undefined && { id }), ...toRow(claim) })
}
const addJson: Output['add'] = (doc, reading) =>
  printJson({ document: doc.id, ...(doc.date && { date: doc.date }), ...reading })
const addText: Output['add'] = (doc, { claims, unread }) => print(markArticle(doc.text, claims, unread, paint))
