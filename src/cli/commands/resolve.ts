import type { Command } from 'commander'
import { type Candidate, resolve } from '../../atlas/index.ts'
import { ChanceryError } from '../../model/error.ts'
import type { Day } from '../../model/when.ts'
import { dayOption, filled, lines } from '../input.ts'
import { printJson, printProblem } from '../output.ts'

interface Options {
  date?: Day
  each?: string
}

export function define(command: Command): void {
  command
    .argument('[name]', 'a name as a text writes it: "Burma", "the Kremlin", "USSR"')
    .option('--date <day>', 'the day on which the name was used, YYYY-MM-DD', dayOption('--date'))
    .option(
      '--each <file>',
      'resolve each line of a file, or of - : a name, or a name, a tab and a day',
      filled('--each'),
    )
    .action(run)
}

async function run(name: string | undefined, { date, each }: Options): Promise<void> {
  if ((name === undefined) === (each === undefined))
    throw new ChanceryError(
      'incorrect',
      'resolve',
      'one name or --each is needed: chancery resolve "Burma" --date 1950-01-01',
    )
  if (name !== undefined && !name.trim())
    throw new ChanceryError('incorrect', 'resolve', 'the name is empty: write one, in quotation marks')
  if (each === undefined) await printJson(answer(name!, date))
  else await resolveEach(each, date)
}

/** One answer for each line; a line that cannot be taken is answered with its error, and the rest goes on. */
async function resolveEach(file: string, date?: Day): Promise<void> {
  for await (const line of lines(file)) {
    try {
      if ('error' in line) throw line.error
      const [name = '', day] = line.text.split('\t')
      await printJson(answer(name, day ? dayOption(`line ${line.n}`)(day.trim()) : date))
    } catch (error) {
      if (!(error instanceof ChanceryError)) throw error
      await printProblem({ name: 'text' in line ? line.text : null }, error)
    }
  }
}

const answer = (name: string, date?: Day) => ({ name, candidates: resolve(name, date).map(shown) })
const shown = ({ id, label, codes, why }: Candidate) => ({ id, label, codes, why })
