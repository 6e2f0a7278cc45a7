import type { Command } from 'commander'
import type { Day } from '../../model/when.ts'
import { checkerOf } from '../../run/check.ts'
import { openAll } from '../../run/open.ts'
import { blipsOf } from '../../run/radar.ts'
import { labels } from '../../show/en/label.ts'
import { point } from '../../show/en/time.ts'
import { type ShownBlip, showBlip } from '../../show/radar.ts'
import { wrap } from '../../show/wrap.ts'
import { dayOption, filled, requireOpenable } from '../input.ts'
import { oneOf, paintOutcome, todayIs, withLedger } from '../options.ts'
import { note, print, printJson, width } from '../output.ts'

interface Options {
  format: 'text' | 'json'
  ledger?: string
  today?: Day
}

export function define(command: Command): void {
  command
    .argument(
      '<folder>',
      'a folder of articles of every form, each with its date on the page or in NAME.meta.json beside it',
    )
    .option('--today <day>', 'take this as today', dayOption('--today'))
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .option(
      '--format <format>',
      'text or json (a line for each sentence)',
      oneOf('--format', ['text', 'json'] as const),
      'text',
    )
    .action(run)
}

/** How many articles are read between two words to the one who waits. */
const NOTE_EVERY = 100

async function run(folder: string, options: Options): Promise<void> {
  requireOpenable([folder])
  const today = options.today ?? todayIs()
  const tally = { articles: 0, undated: 0, unread: 0, copies: 0, sentences: 0 }
  await withLedger(options.ledger, async (ledger) => {
    const checker = await checkerOf(ledger)
    const sources = new Map((await ledger.summary()).sources.map((s) => [s.source, s.title]))
    const label = labels(checker.labels)
    for await (const one of openAll([folder])) {
      if ('error' in one) {
        tally.unread++
        process.exitCode = 1
        note(`${one.name} was left out: ${one.error.message}`)
      } else if (!one.doc.date) tally.undated++
      else if (one.copyOf !== undefined) tally.copies++
      else {
        const { name, doc } = one
        tally.articles++
        const blips = await blipsOf(ledger, checker, doc, today)
        tally.sentences += blips.length
        const shown = blips.map((blip) => showBlip(blip, doc.date, label, (id) => sources.get(id) ?? id))
        await (options.format === 'json' ? rows(name, doc.date!, shown) : text(name, doc, shown))
        if (tally.articles % NOTE_EVERY === 0) note(`${tally.articles} articles`)
      }
    }
  })
  note(summary(tally))
}

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`
const summary = ({
  articles,
  undated,
  unread,
  copies,
  sentences,
}: Record<'articles' | 'undated' | 'unread' | 'copies' | 'sentences', number>) =>
  [
    `${plural(articles, 'article')} read, ${plural(sentences, 'sentence')} found`,
    ...(undated ? [`${plural(undated, 'article')} without a date left out`] : []),
    ...(copies ? [`${plural(copies, 'print')} of articles read before left out`] : []),
    ...(unread ? [`${plural(unread, 'file')} could not be read`] : []),
  ].join('; ')

async function rows(file: string, date: string, shown: readonly ShownBlip[]): Promise<void> {
  for (const blip of shown) await printJson({ file, date, ...blip })
}

async function text(file: string, doc: { title?: string; date?: string }, shown: readonly ShownBlip[]): Promise<void> {
  if (shown.length === 0) return
  const lines = shown.flatMap((blip) => {
    const head = paintOutcome('refuted', blip.turn === 'no-longer' ? 'no longer so' : 'was not so')
    return [`  ${head}`, ...wrap(blip.note, width() - 4).map((line) => `    ${line}`)]
  })
  const title = [doc.title, doc.date && point(doc.date)].filter(Boolean).join(', ')
  await print(`${paintOutcome('strong', file)}${title ? `  ${title}` : ''}\n${lines.join('\n')}\n\n`)
}
