import type { Command } from 'commander'
import type { Day } from '../../model/when.ts'
import { rollCalled, rollOf } from '../../run/roll.ts'
import { labels } from '../../show/en/label.ts'
import { rollsText, rollText } from '../../show/roll.ts'
import { dayOption, filled, knownOn } from '../input.ts'
import { oneOf, todayIs, withLedger } from '../options.ts'
import { paint, print, printJson, width } from '../output.ts'

interface Options {
  with?: string
  seats: 'now' | 'then'
  on?: Day
  today?: Day
  knownOn?: string
  ledger?: string
  format: 'text' | 'json'
}

export function define(command: Command): void {
  command
    .argument('<words...>', 'a number, words, a day, or an id (roll:A-RES-181(II))')
    .option(
      '--with <set>',
      'join with ties:ISR, regions, a group, a body, or another roll call by its id',
      filled('--with'),
    )
    .option(
      '--seats <whom>',
      'whom a seat stands for in the second set: the state of now or then',
      oneOf('--seats', ['now', 'then'] as const),
      'now',
    )
    .option(
      '--on <day>',
      'the day for which the second set is asked (default: today, or the last day known)',
      dayOption('--on'),
    )
    .option('--today <day>', 'take this as today', dayOption('--today'))
    .option('--known-on <day>', 'use only what the ledger had recorded by this day', knownOn)
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .option('--format <format>', 'text or json', oneOf('--format', ['text', 'json'] as const), 'text')
    .action(run)
}

async function run(words: string[], options: Options): Promise<void> {
  await withLedger(options.ledger, async (ledger) => {
    const { id, rolls, more } = await rollCalled(ledger, words.join(' '), options.knownOn)
    if (id === undefined)
      return options.format === 'json' ? printJson({ rolls, more }) : print(rollsText(rolls, more, width()))
    const at = options.knownOn ? { knownOn: options.knownOn } : {}
    const name = labels(new Map((await ledger.allNames(at)).map((n) => [n.id, n.label])))
    const { format, ledger: _, today = todayIs(), ...asked } = options
    const view = await rollOf(ledger, id, { ...asked, today, name })
    return format === 'json' ? printJson(view) : print(rollText(view, width(), (text) => paint('bold', text)))
  })
}
