import type { Command } from 'commander'
import { ChanceryError } from '../../model/error.ts'
import { addCoverage, addFact } from '../../run/add.ts'
import { type Told, withChanges } from '../changes.ts'
import { filled, readText } from '../input.ts'
import { userName, withLedger } from '../options.ts'

interface Options {
  source?: string
  quote?: string
  coverage?: string
  by?: string
  ledger?: string
}

export function define(command: Command): void {
  command
    .argument('[fact]', 'a JSON file {"kind","roles","when",…}, or - for standard input')
    .option('--source <url>', 'where the fact stands', filled('--source'))
    .option('--quote <words>', 'the words that say it', filled('--quote'))
    .option(
      '--coverage <file>',
      'a JSON file {"kind","roles","from","to"}: all of these are told',
      filled('--coverage'),
    )
    .option('--by <authority>', 'who says so', filled('--by'))
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .action(run)
}

async function run(file: string | undefined, options: Options): Promise<void> {
  const path = options.coverage ?? file
  if (path === undefined || (file !== undefined && options.coverage !== undefined))
    throw new ChanceryError('incorrect', 'add', 'give one of FACT.json and --coverage FILE: see chancery add --help')
  const value = json(await readText(path), path)
  const meta = { recordedAt: new Date().toISOString(), by: options.by ?? userName() }
  await withLedger(options.ledger, (ledger) =>
    withChanges(ledger, async () => {
      if (options.coverage !== undefined) {
        if (!options.by) throw new ChanceryError('incorrect', '--by', 'nobody says so: name the authority')
        await addCoverage(ledger, value, path, options.by, meta)
        return { say: `coverage added, as ${options.by} says`, about: value as NonNullable<Told['about']> }
      }
      if (!options.source || !options.quote)
        throw new ChanceryError('incorrect', 'add', 'a fact needs its source: give --source URL and --quote "…"')
      const added = await addFact(ledger, value, path, { url: options.source, quote: options.quote }, meta)
      const say = added.added ? `added ${added.facts[0]}` : `known already: ${added.facts[0]}`
      return { say, about: value as NonNullable<Told['about']> }
    }),
  )
}

function json(text: string, at: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ChanceryError('incorrect', at, 'no JSON: write one JSON object')
  }
}
