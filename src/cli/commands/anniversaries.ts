import { type Command, InvalidArgumentError } from 'commander'
import { ChanceryError } from '../../model/error.ts'
import { addDays, type Day } from '../../model/when.ts'
import { anniversariesOf } from '../../run/anniversaries.ts'
import { stateNamed } from '../../run/state-named.ts'
import { calendarFile, calendarText, showAnniversaries } from '../../show/calendar.ts'
import { labels } from '../../show/en/label.ts'
import { dayOption, filled } from '../input.ts'
import { oneOf, todayIs, withLedger } from '../options.ts'
import { note, print, printJson, printRaw, width } from '../output.ts'

interface Options {
  from?: Day
  to?: Day
  every: number
  format: 'text' | 'json' | 'ics'
  ledger?: string
}

export function define(command: Command): void {
  command
    .argument('<a>', 'a state, by name or code')
    .argument('[b]', 'another: what lies between the two, and their own beginnings')
    .option('--from <day>', 'from this day (default: today)', dayOption('--from'))
    .option('--to <day>', 'to this day (default: a year later)', dayOption('--to'))
    .option('--every <years>', 'round numbers alone: 5, 10, 25', wholeYears, 5)
    .option('--format <format>', 'text, json or ics', oneOf('--format', ['text', 'json', 'ics'] as const), 'text')
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .action(run)
}

function wholeYears(value: string): number {
  if (/^[1-9]\d{0,2}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('write a whole number of years, such as 5')
}

async function run(a: string, b: string | undefined, options: Options): Promise<void> {
  const states = [...new Set([a, ...(b === undefined ? [] : [b])].map(stateNamed))]
  const from = options.from ?? todayIs()
  const to = options.to ?? addDays(from, 365)
  if (to < from) throw new ChanceryError('incorrect', '--to', `${to} lies before ${from}: give a later day`)
  await withLedger(options.ledger, async (ledger) => {
    const label = labels(new Map((await ledger.allNames()).map((n) => [n.id, n.label])))
    const { anniversaries, sources } = await anniversariesOf(ledger, states, { from, to }, options.every)
    const shown = showAnniversaries(anniversaries, label)
    if (options.format === 'json') for (const one of shown) await printJson(one)
    else if (options.format === 'text') await print(calendarText(shown, sources, width()))
    else {
      const title = `Anniversaries: ${states.map((id) => label(id)).join(' and ')}`
      const { text, omitted } = await calendarFile(shown, title, sources, todayIs())
      if (omitted) note(`${omitted} known by month or year alone left out: see --format text`)
      await printRaw(text)
    }
  })
}
