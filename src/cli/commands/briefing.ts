import { existsSync, readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { ChanceryError } from '../../model/error.ts'
import { type Day, isDay } from '../../model/when.ts'
import { briefingOf } from '../../run/briefing.ts'
import { briefingFiles, dataBeside, earlierIssue, FORMATS } from '../../run/briefing-files.ts'
import { namesFrom } from '../../run/briefing-names.ts'
import { stateNamed } from '../../run/state-named.ts'
import { briefingMarkdown } from '../../show/files/briefing-markdown.ts'
import type { Briefing } from '../../show/views/briefing.ts'
import { dayOption, filled, knownOn } from '../input.ts'
import { oneOf, todayIs, withLedger } from '../options.ts'
import { note, print, printJson } from '../output.ts'

interface Options {
  on: Day
  out?: string[]
  template?: string
  names: string
  since?: string
  today?: Day
  knownOn?: string
  printer: 'own' | 'chromium' | 'auto'
  format: 'text' | 'json'
  ledger?: string
}

export function define(command: Command): void {
  command
    .argument('<a>', 'a state, by name or code')
    .argument('<b>', 'the state that is visited, or visits')
    .requiredOption('--on <day>', 'the day of the visit', dayOption('--on'))
    .option(
      '-o, --out <file...>',
      `files to write: ${FORMATS.map((f) => `.${f}`).join(', ')}; their data is saved beside`,
    )
    .option('--template <file>', "the house's own .docx with {{background}} and the like", filled('--template'))
    .option('--names <authority>', 'UN, ISO, source, or a CSV of id,name,note', filled('--names'), 'UN')
    .option('--since <issue>', 'an earlier issue (.json), or a day: what differs is marked', filled('--since'))
    .option(
      '--printer <printer>',
      'of PDF: own, chromium, or auto',
      oneOf('--printer', ['own', 'chromium', 'auto'] as const),
      'auto',
    )
    .option(
      '--format <format>',
      'text or json, where no file is named',
      oneOf('--format', ['text', 'json'] as const),
      'text',
    )
    .option('--today <day>', 'takes that day as today', dayOption('--today'))
    .option('--known-on <day>', 'use only what the ledger had recorded by this day', knownOn)
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .action(run)
}

async function run(a: string, b: string, options: Options): Promise<void> {
  const [one, other] = [stateNamed(a), stateNamed(b)]
  const names = namesFrom(options.names)
  const since =
    options.since === undefined ? undefined : isDay(options.since) ? options.since : earlierIssue(options.since)
  const today = options.today ?? todayIs()
  const briefing = await withLedger(options.ledger, (ledger) =>
    briefingOf(ledger, one, other, {
      on: options.on,
      today,
      names,
      ...(options.knownOn && { knownOn: options.knownOn }),
      ...(since !== undefined && { since }),
    }),
  )
  if (options.out) return write(briefing, options.out, options)
  if (options.template) throw new ChanceryError('incorrect', '--template', 'no file is named: give -o FILE.docx')
  if (options.format === 'json') return printJson(briefing)
  await print(briefingMarkdown(briefing))
}

async function write(briefing: Briefing, out: readonly string[], options: Options): Promise<void> {
  const { template, printer } = options
  if (template && !existsSync(template)) throw new ChanceryError('not-found', template, 'no such file: check the path')
  const house = template ? { template: readFileSync(template) } : {}
  for (const done of await briefingFiles(briefing, out, { printer, ...house })) note(`${done.path}: ${done.said}`)
  note(`${dataBeside(out[0]!)}: its data, for the next issue's --since`)
}
