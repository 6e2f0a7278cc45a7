import type { Command } from 'commander'
import type { Document, Reading } from '../../model/claim.ts'
import { ChanceryError } from '../../model/error.ts'
import type { Holders } from '../../read/ports.ts'
import { holdersOf } from '../../run/holders.ts'
import type { ReaderName } from '../../run/model-reader.ts'
import { readDocument, toRow } from '../../run/read.ts'
import { markArticle } from '../../show/mark.ts'
import {
  FORMS as ARTICLES,
  type ArticleOptions,
  articleOptions,
  asCopy,
  dateOption,
  headOf,
  openArticles,
} from '../articles.ts'
import { eachDocument } from '../each.ts'
import { FILE_FORMATS, type FileFormat, openExport, TABLE_NAMES, type TableName } from '../export.ts'
import { filled, requireOpenable, requireReadable } from '../input.ts'
import { oneOf, withLedger } from '../options.ts'
import { note, paint, print, printJson } from '../output.ts'

const FORMATS = ['text', 'rows', 'json', ...FILE_FORMATS] as const

interface Options extends ArticleOptions {
  each?: string
  ledger?: string
  format: (typeof FORMATS)[number]
  table?: TableName
  out?: string
  reader: ReaderName
  model?: string
  endpoint?: string
}

export function define(command: Command): void {
  articleOptions(dateOption(command))
    .argument('[files...]', `articles: ${ARTICLES}; with --fetch, addresses of the web`)
    .option(
      '--each <file>',
      'read {"id","text","date"} lines of a JSON Lines file, or - for standard input; rows with the id',
      filled('--each'),
    )
    .option('--ledger <path>', 'another ledger file, for names and office holders', filled('--ledger'))
    .option(
      '--format <format>',
      "text, rows (the codebook's, as JSON Lines), json, or a table: csv, jsonl, parquet",
      oneOf('--format', FORMATS),
      'text',
    )
    .option(
      '--table <table>',
      'of a table: claims (the default), or events (a row for each pair of states, with CAMEO and PLOVER codes)',
      oneOf('--table', TABLE_NAMES),
    )
    .option('--out <file>', 'write a table to a file', filled('--out'))
    .option(
      '--reader <reader>',
      'rules, model (a language model proposes, the article must bear it out), or both, marked where they agree',
      oneOf('--reader', ['rules', 'model', 'both'] as const),
      'rules',
    )
    .option('--model <name>', 'the model, as its endpoint names it (or CHANCERY_MODEL)', filled('--model'))
    .option(
      '--endpoint <url>',
      'where it answers in the OpenAI protocol (or CHANCERY_MODEL_URL; its key in CHANCERY_MODEL_KEY)',
      filled('--endpoint'),
    )
    .action(run)
}

type Read = (doc: Document) => Promise<Reading>
/** What is done with each document as read; `id` is that of its line, or the name of one of several articles. */
interface Output {
  add(doc: Document, reading: Reading, id?: unknown): Promise<void>
  /** Of several articles for people: a line before each. */
  head?(line: string): Promise<void>
  end(): Promise<void>
}

async function run(files: string[], options: Options): Promise<void> {
  if (options.each === undefined && files.length === 0)
    throw new ChanceryError('incorrect', 'read', 'no article: give a file, - for standard input, or --each FILE')
  if (options.each === undefined) requireOpenable(files)
  else requireReadable([options.each])
  const holders = await withLedger(options.ledger, (ledger) => holdersOf(ledger))
  const read = readerOf(options, holders)
  const output = await outputOf(options)
  if (options.each !== undefined)
    await eachDocument(options.each, async (id, doc) => output.add(doc, await read(doc), id))
  else await readAll(files, options, read, output)
  await output.end()
}

/** Articles one after the other; of wire copy, the first print alone. */
async function readAll(files: readonly string[], options: Options, read: Read, output: Output): Promise<void> {
  let copies = 0
  for await (const article of openArticles(files, options)) {
    const { name, doc, among, copyOf } = article
    if (copyOf !== undefined) {
      copies++
      await output.head?.(`${headOf(article)}\n${asCopy(copyOf)}`)
      continue
    }
    if (among) await output.head?.(headOf(article))
    await output.add(doc, await read(doc), among ? name : undefined)
  }
  if (copies) note(`left out, as prints of articles told before: ${copies}`)
}

/** The rules, or a model that its owner named; nothing is sent anywhere unless asked for. */
function readerOf(options: Options, holders: Holders): Read {
  const { reader } = options
  if (reader === 'rules') return async (doc) => readDocument(doc, holders)
  const endpoint = endpointOf(options)
  return async (doc) => {
    const { readWithModel } = await import('../../run/model-reader.ts')
    const { dropped, ...reading } = await readWithModel(doc, holders, reader, endpoint)
    const fallen = Object.entries(dropped).map(([reason, n]) => `${n} ${reason}`)
    if (fallen.length > 0) note(`rows of the model that the article does not bear out: ${fallen.join(', ')}`)
    return reading
  }
}

/** Seconds to wait for a model's answer. */
const PATIENCE = 120

function endpointOf({ model = process.env.CHANCERY_MODEL, endpoint = process.env.CHANCERY_MODEL_URL }: Options) {
  if (!model || !endpoint)
    throw new ChanceryError('incorrect', '--reader', 'no model is named: give --model NAME and --endpoint URL')
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    throw new ChanceryError(
      'incorrect',
      '--endpoint',
      `no address, ${JSON.stringify(endpoint)}: write https://models.example/v1`,
    )
  const timeout = Number(process.env.CHANCERY_MODEL_TIMEOUT) || PATIENCE
  return {
    url: endpoint,
    model,
    timeout,
    ...(process.env.CHANCERY_MODEL_KEY && { key: process.env.CHANCERY_MODEL_KEY }),
  }
}

async function outputOf({ format, table, out, each }: Options): Promise<Output> {
  if (isFileFormat(format)) {
    const file = await openExport(format, table ?? 'claims', out)
    return {
      add: (doc, { claims }, id) => file.add(id == null ? doc : { ...doc, source: String(id) }, claims),
      end: () => file.end(),
    }
  }
  for (const [name, value] of Object.entries({ '--out': out, '--table': table }))
    if (value !== undefined)
      throw new ChanceryError('incorrect', name, `it is for tables: add --format ${FILE_FORMATS.join(', ')}`)
  const end = async () => {}
  if (each !== undefined || format === 'rows') return { add: addRows, end }
  if (format === 'json') return { add: addJson, end }
  return { add: addText, end, head: (line) => print(`${paint('bold', line)}\n`) }
}

const isFileFormat = (format: Options['format']): format is FileFormat => FILE_FORMATS.some((f) => f === format)

/** Rows of a document, each with the id of its line. */
const addRows: Output['add'] = async (_doc, { claims }, id) => {
  for (const claim of claims) {
    const { readers } = claim
    await printJson({ ...(id !== undefined && { id }), ...toRow(claim), ...(readers && { readers }) })
  }
}
const addJson: Output['add'] = (doc, reading, id) =>
  printJson({ document: doc.id, ...(id !== undefined && { id }), ...(doc.date && { date: doc.date }), ...reading })
const addText: Output['add'] = (doc, { claims, unread }) => print(markArticle(doc.text, claims, unread, paint))
