import type { Command } from 'commander'
import { ChanceryError } from '../../model/error.ts'
import type { Day } from '../../model/when.ts'
import { why } from '../../read/index.ts'
import { holdersOf } from '../../run/holders.ts'
import { whyText } from '../../show/why.ts'
import { dayOption, filled } from '../input.ts'
import { oneOf, withLedger } from '../options.ts'
import { paint, print, printJson } from '../output.ts'

interface Options {
  date?: Day
  ledger?: string
  format: 'text' | 'json'
}

export function define(command: Command): void {
  command
    .argument('<sentence>', 'a sentence, in quotation marks')
    .option('--date <day>', 'the day it was written', dayOption('--date'))
    .option('--ledger <path>', 'another ledger file, for names and office holders', filled('--ledger'))
    .option('--format <format>', 'text or json', oneOf('--format', ['text', 'json'] as const), 'text')
    .action(run)
}

async function run(sentence: string, options: Options): Promise<void> {
  if (!sentence.trim())
    throw new ChanceryError('incorrect', 'why', 'the sentence is empty: write it in quotation marks')
  const holders = await withLedger(options.ledger, (ledger) => holdersOf(ledger))
  const derivation = why(sentence, options.date, holders)
  if (options.format === 'json') return printJson(derivation)
  await print(whyText(derivation, (text) => paint('bold', text)))
}
