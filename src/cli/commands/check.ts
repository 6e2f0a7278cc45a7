import type { Command } from 'commander'
import { ChanceryError } from '../../model/error.ts'
import type { Day } from '../../model/when.ts'
import { type Checked, type Checker, type CheckOptions, checkerOf } from '../../run/check.ts'
import { documentOf } from '../../run/document.ts'
import { type Label, labels } from '../../show/en/label.ts'
import { showArticle, showText } from '../../show/json.ts'
import { explain, inOrder, type ReportInput, report } from '../../show/report.ts'
import { FORMS as ARTICLES, type ArticleOptions, articleOptions, asCopy, openArticles } from '../articles.ts'
import { eachDocument } from '../each.ts'
import { dayOption, filled, knownOn, requireOpenable, requireReadable } from '../input.ts'
import { oneOf, paintOutcome, todayIs, withLedger } from '../options.ts'
import { print, printJson, width } from '../output.ts'

interface Options extends ArticleOptions {
  claim?: string
  each?: string
  asOf?: Day
  knownOn?: string
  ledger?: string
  format: 'text' | 'json' | 'claimreview'
  author?: string
  explain?: string
  remarks?: boolean
}

export function define(command: Command): void {
  articleOptions(command)
    .argument('[file]', `an article: ${ARTICLES}; with --fetch, an address of the web`)
    .option('--claim <sentence>', 'check one sentence instead of an article')
    .option(
      '--each <file>',
      'check {"id","text","date"} lines of a JSON Lines file, or - for standard input; one JSON object a line',
      filled('--each'),
    )
    .option(
      '--date <day>',
      'the day the words were written, to which "today" and "last week" are tied',
      dayOption('--date'),
    )
    .option('--as-of <day>', 'ask what held on this day (default: the date of the article)', dayOption('--as-of'))
    .option('--known-on <day>', 'use only what the ledger had recorded by this day', knownOn)
    .option('--today <day>', 'take this as today', dayOption('--today'))
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .option(
      '--format <format>',
      'text, json or claimreview (schema.org, a line for each claim that is decided)',
      oneOf('--format', ['text', 'json', 'claimreview'] as const),
      'text',
    )
    .option('--author <name>', 'who signs the reviews of --format claimreview', filled('--author'))
    .option('--explain <n>', 'everything about line N of the report')
    .option('--remarks', 'show remarks too')
    .action(run)
}

async function run(file: string | undefined, options: Options): Promise<void> {
  const given = [file, options.claim, options.each].filter((x) => x !== undefined)
  if (given.length !== 1)
    throw new ChanceryError(
      'incorrect',
      'check',
      'give one of FILE, --claim "…" or --each FILE: see chancery check --help',
    )
  if (file !== undefined) requireOpenable([file])
  if (options.each !== undefined) requireReadable([options.each])
  const times: CheckOptions = {
    today: options.today ?? todayIs(),
    ...(options.asOf && { asOf: options.asOf }),
    ...(options.knownOn && { knownOn: options.knownOn }),
  }
  await withLedger(options.ledger, async (ledger) => {
    const checker = await checkerOf(ledger, options.knownOn)
    if (options.each !== undefined) return each(options.each, checker, times)
    if (options.claim === undefined) return articles(file!, checker, times, options)
    const doc = documentOf(sentence(options.claim), options.date ? { date: options.date } : {})
    const checked = await checker.check(doc, times)
    return one(checked, options, labels(checked.labels))
  })
}

/** One article, or each of several; of wire copy, the first print alone. */
async function articles(file: string, checker: Checker, times: CheckOptions, options: Options): Promise<void> {
  const text = options.format === 'text'
  for await (const article of openArticles([file], options)) {
    const { name, doc, among, copyOf } = article
    if (among && options.explain !== undefined)
      throw new ChanceryError('incorrect', '--explain', `${file} holds several articles: give one of them`)
    if (among && text) await print(`${paintOutcome('strong', doc.outlet ? `${name}  ${doc.outlet}` : name)}\n`)
    if (copyOf !== undefined) {
      await (text
        ? print(`${asCopy(copyOf)}\n\n`)
        : options.format === 'json'
          ? printJson({ id: name, copyOf })
          : undefined)
      continue
    }
    const checked = await checker.check(doc, times)
    await one(checked, options, labels(checked.labels), among ? name : undefined)
    if (among && text) await print('\n')
  }
}

const sentence = (text: string): string => {
  if (text.trim()) return text
  throw new ChanceryError('incorrect', '--claim', 'the sentence is empty: write it in quotation marks')
}

/** `id` names one of several. */
async function one(checked: Checked, options: Options, label: Label, id?: string): Promise<void> {
  if (options.format === 'json') {
    const shown = options.claim !== undefined ? showText(checked, label) : showArticle(checked, label)
    return printJson(id === undefined ? shown : { id, ...shown })
  }
  if (options.format === 'claimreview') return reviews(checked, options.author, label)
  const input: ReportInput = {
    ...(checked.doc.title && { title: checked.doc.title }),
    ...(checked.doc.date && { date: checked.doc.date }),
    asOf: checked.times.asOf,
    claims: checked.claims,
    unread: checked.unread,
    sources: checked.sources,
    label,
    width: width(),
    remarks: options.remarks === true || options.claim !== undefined,
    paint: paintOutcome,
  }
  await print(options.explain === undefined ? report(input) : explain(chosen(input, options.explain), input))
}

async function reviews(checked: Checked, author: string | undefined, label: Label): Promise<void> {
  const { claimReviews } = await import('../../show/files/claim-review.ts')
  const input = { ...checked, today: checked.times.today, ...(author && { author }) }
  const all = claimReviews(input, label, (id) => checked.sources.get(id)?.title ?? id)
  for (const review of all) await printJson(review)
}

function chosen(input: ReportInput, n: string) {
  const rows = inOrder(input)
  const row = /^\d+$/.test(n) ? rows[Number(n) - 1] : undefined
  if (row) return row
  throw new ChanceryError('not-found', '--explain', `no line ${n} in a report of ${rows.length}: choose one of them`)
}

/** One verdict a line. */
const each = (path: string, checker: Checker, times: CheckOptions): Promise<void> =>
  eachDocument(path, async (id, doc) => {
    const checked = await checker.check(doc, times)
    await printJson({ id, ...showText(checked, labels(checked.labels)) })
  })
