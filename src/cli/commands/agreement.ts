import type { Command } from 'commander'
import { ChanceryError } from '../../model/error.ts'
import { type Day, EVER } from '../../model/when.ts'
import { agreementOfPair, ballotSources, stateCalled } from '../../run/pair.ts'
import { agreementText } from '../../show/agreement.ts'
import { labels } from '../../show/en/label.ts'
import { dayOption, filled, knownOn } from '../input.ts'
import { oneOf, withLedger } from '../options.ts'
import { paint, print, printJson, width } from '../output.ts'

interface Options {
  byYear?: boolean
  from?: Day
  to?: Day
  with?: string
  knownOn?: string
  ledger?: string
  format: 'text' | 'json'
}

export function define(command: Command): void {
  command
    .argument('<a>', 'a state, by name or code')
    .argument('<b>', 'another')
    .option('--by-year', 'year by year')
    .option('--from <day>', 'roll calls from this day', dayOption('--from'))
    .option('--to <day>', 'roll calls to this day', dayOption('--to'))
    .option(
      '--with <group>',
      'compare also with the members of this group, by its id (group:nordic-countries)',
      filled('--with'),
    )
    .option('--known-on <day>', 'use only what the ledger had recorded by this day', knownOn)
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .option('--format <format>', 'text or json', oneOf('--format', ['text', 'json'] as const), 'text')
    .action(run)
}

async function run(a: string, b: string, options: Options): Promise<void> {
  const [one, other] = [stateCalled(a), stateCalled(b)]
  if (one === other) throw new ChanceryError('incorrect', 'agreement', `${a} and ${b} are the same state: name two`)
  const { from = EVER.from, to = EVER.to } = options
  if (from > to) throw new ChanceryError('incorrect', '--from', `${from} lies after ${to}: give the earlier day first`)
  await withLedger(options.ledger, async (ledger) => {
    const asked = {
      knownOn: options.knownOn,
      with: options.with,
      window: from === EVER.from && to === EVER.to ? EVER : { from, to },
    }
    const view = await agreementOfPair(ledger, one, other, asked)
    if (options.format === 'json') return printJson({ pair: [one, other], ...view })
    const sources = await ballotSources(
      ledger,
      view.sources,
      new Map(),
      options.knownOn ? { knownOn: options.knownOn } : {},
    )
    const title = (id: string) => sources.get(id)?.title ?? id
    const shown = { byYear: options.byYear === true, label: labels(new Map()), title, width: width() }
    await print(agreementText(view, [one, other], { ...shown, strong: (text) => paint('bold', text) }))
  })
}
