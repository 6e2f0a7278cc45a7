import type { Command } from 'commander'
import { ChanceryError } from '../../model/error.ts'
import type { Day } from '../../model/when.ts'
import { addWatch, runWatches, type WatchState } from '../../run/watch.ts'
import { labels } from '../../show/en/label.ts'
import { sayRun, sayState } from '../../show/watch.ts'
import { wrap } from '../../show/wrap.ts'
import { dayOption, filled } from '../input.ts'
import { oneOf, paintOutcome, todayIs, userName, withLedger } from '../options.ts'
import { note, print, printJson, width } from '../output.ts'

interface Options {
  format: 'text' | 'json'
  ledger?: string
  today?: Day
}

export function define(command: Command): void {
  const ledger = ['--ledger <path>', 'another ledger file', filled('--ledger')] as const
  const today = ['--today <day>', 'take this as today', dayOption('--today')] as const
  const format = ['--format <format>', 'text or json', oneOf('--format', ['text', 'json'] as const), 'text'] as const
  command.action(() => {
    throw new ChanceryError('incorrect', 'watch', 'say what to do: chancery watch add, run, list or remove')
  })
  command
    .command('add')
    .description('watch a question, or the verdict of a sentence')
    .argument('<words>', 'a question or a sentence in English, in quotation marks')
    .option('--date <day>', 'the day on which the sentence was written', dayOption('--date'))
    .option('--by <name>', 'who watches', filled('--by'), userName())
    .option(...today)
    .option(...ledger)
    .action(add)
  command
    .command('run')
    .description('ask everything again, and say what changed since the last time, and why')
    .option(...format)
    .option(...today)
    .option(...ledger)
    .action(run)
  command
    .command('list')
    .description('list what is watched, and what it came to last')
    .option(...format)
    .option(...ledger)
    .action(list)
  command
    .command('remove')
    .description('watch it no longer')
    .argument('<id>', 'as chancery watch list names it')
    .option(...ledger)
    .action(remove)
}

async function add(text: string, options: { date?: Day; by: string; today?: Day; ledger?: string }): Promise<void> {
  const { by, date, today = todayIs(), ledger: path } = options
  await withLedger(path, async (ledger) => {
    const now = new Date().toISOString()
    const { watch, state } = await addWatch(ledger, { text, by, today, now, ...(date && { date }) })
    await print(`${watch.id}  ${sayState(state, watch.form)}  ${watch.text}\n`)
  })
}

async function run({ format, today = todayIs(), ledger: path }: Options): Promise<void> {
  await withLedger(path, async (ledger) => {
    const runs = await runWatches(ledger, today, new Date().toISOString())
    for (const { labels: known, ...one } of runs) {
      const label = labels(known)
      const says = sayRun(one, label)
      if (format === 'json') await printJson({ ...one, says })
      else if (one.changed) {
        const lines = says.flatMap((line) => wrap(line, width() - 4).map((part) => `    ${part}`))
        await print(`${paintOutcome('strong', one.watch.id)}  ${one.watch.text}\n${lines.join('\n')}\n\n`)
      }
    }
    const changed = runs.filter((one) => one.changed).length
    note(runs.length ? `${changed} of ${runs.length} changed` : 'nothing is watched: chancery watch add "…"')
  })
}

async function list({ format, ledger: path }: Options): Promise<void> {
  await withLedger(path, async (ledger) => {
    const watches = await ledger.watches.list()
    for (const watch of watches) {
      const state = JSON.parse(watch.last.state) as WatchState
      if (format === 'json') await printJson({ ...watch, last: { at: watch.last.at, state } })
      else await print(`${watch.id}  ${watch.last.at.slice(0, 10)}  ${sayState(state, watch.form)}  ${watch.text}\n`)
    }
    if (!watches.length) note('nothing is watched: chancery watch add "…"')
  })
}

async function remove(id: string, { ledger: path }: { ledger?: string }): Promise<void> {
  await withLedger(path, async (ledger) => {
    if (!(await ledger.watches.remove(id)))
      throw new ChanceryError('not-found', id, `nothing is watched as ${id}: see chancery watch list`)
    note(`${id} is watched no longer`)
  })
}
