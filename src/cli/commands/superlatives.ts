import type { Command } from 'commander'
import { ChanceryError } from '../../model/error.ts'
import type { Day } from '../../model/when.ts'
import { stateNamed } from '../../run/state-named.ts'
import { superlativesOfPair } from '../../run/superlatives.ts'
import { labels } from '../../show/en/label.ts'
import { showSuperlatives, superlativesText } from '../../show/superlatives.ts'
import { dayOption, filled } from '../input.ts'
import { oneOf, paintOutcome, todayIs, withLedger } from '../options.ts'
import { print, printJson, width } from '../output.ts'

interface Options {
  on?: Day
  format: 'text' | 'json'
  ledger?: string
}

export function define(command: Command): void {
  command
    .argument('<a>', 'a state, by name or code')
    .argument('<b>', 'another')
    .option('--on <day>', 'the day of the visit (default: today)', dayOption('--on'))
    .option('--format <format>', 'text or json', oneOf('--format', ['text', 'json'] as const), 'text')
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .action(run)
}

async function run(a: string, b: string, options: Options): Promise<void> {
  const [one, other] = [stateNamed(a), stateNamed(b)]
  if (one === other) throw new ChanceryError('incorrect', 'superlatives', `${a} and ${b} are the same state: name two`)
  const on = options.on ?? todayIs()
  await withLedger(options.ledger, async (ledger) => {
    const label = labels(new Map((await ledger.allNames()).map((n) => [n.id, n.label])))
    const { sources, ...found } = await superlativesOfPair(ledger, one, other, on)
    if (options.format === 'json')
      return printJson({ on, ...showSuperlatives(found, label, (id) => sources.get(id)?.title ?? id) })
    await print(superlativesText(found, on, label, sources, width(), (text) => paintOutcome('strong', text)))
  })
}
