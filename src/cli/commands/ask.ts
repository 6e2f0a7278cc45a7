import type { Command } from 'commander'
import { ChanceryError } from '../../model/error.ts'
import type { Day } from '../../model/when.ts'
import { askLedger } from '../../run/ask.ts'
import { answerText } from '../../show/answer.ts'
import { labels } from '../../show/en/label.ts'
import { showAsked } from '../../show/json.ts'
import { dayOption, filled, knownOn } from '../input.ts'
import { oneOf, todayIs, withLedger } from '../options.ts'
import { paint, print, printJson, width } from '../output.ts'

interface Options {
  asOf?: Day
  knownOn?: string
  today?: Day
  ledger?: string
  format: 'text' | 'json'
}

export function define(command: Command): void {
  command
    .argument('<question>', 'a question in English, in quotation marks')
    .option('--as-of <day>', 'ask what held on this day (default: today, or the last day known)', dayOption('--as-of'))
    .option('--known-on <day>', 'use only what the ledger had recorded by this day', knownOn)
    .option('--today <day>', 'take this as today', dayOption('--today'))
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .option('--format <format>', 'text or json', oneOf('--format', ['text', 'json'] as const), 'text')
    .action(run)
}

async function run(question: string, options: Options): Promise<void> {
  if (!question.trim())
    throw new ChanceryError('incorrect', 'ask', 'the question is empty: write it in quotation marks')
  await withLedger(options.ledger, async (ledger) => {
    const asked = await askLedger(ledger, question, { ...options, today: options.today ?? todayIs() })
    const label = labels(asked.labels)
    if (options.format === 'text') return print(answerText(asked, label, width(), (text) => paint('bold', text)))
    await printJson(showAsked(asked, label))
  })
}
