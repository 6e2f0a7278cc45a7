import { readdirSync } from 'node:fs'
import type { Command } from 'commander'
import { ChanceryError } from '../../model/error.ts'
import { panelOf } from '../../run/panel.ts'
import { panelFiles } from '../../run/panel-files.ts'
import { labels, listed } from '../../show/en/label.ts'
import { filled, knownOn } from '../input.ts'
import { withLedger } from '../options.ts'
import { note, print } from '../output.ts'

interface Options {
  states?: string
  group?: string
  from: number
  to: number
  out: string
  again?: true
  knownOn?: string
  ledger?: string
}

const yearOption =
  (flag: string) =>
  (value: string): number => {
    if (/^\d{4}$/.test(value)) return Number(value)
    throw new ChanceryError('incorrect', flag, `no year, ${JSON.stringify(value)}: write 1990`)
  }

export function define(command: Command): void {
  command
    .option('--states <list>', 'states by name or code, separated by commas; or all', filled('--states'))
    .option('--group <name>', 'a grouping instead: "European Union"', filled('--group'))
    .option('--from <year>', 'the first year', yearOption('--from'), 1946)
    .option('--to <year>', 'the last', yearOption('--to'), 2020)
    .requiredOption('-o, --out <folder>', 'the folder to write into', filled('--out'))
    .option('--again', 'writes over a panel that is there')
    .option('--known-on <day>', 'use only what the ledger had recorded by this day', knownOn)
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .action(run)
}

async function run(options: Options): Promise<void> {
  const { out, again, ledger: path, ...wanted } = options
  requireRoom(out, again)
  await withLedger(path, async (ledger) => {
    const panel = await panelOf(ledger, wanted)
    const label = labels(new Map())
    const of =
      wanted.group ??
      (wanted.states === 'all'
        ? 'all states'
        : listed(
            panel.states.map((s) => label(s)),
            8,
          ))
    let last = Date.now()
    const heard = (year: number, rows: number) => {
      if (Date.now() - last < 2000) return
      last = Date.now()
      note(`${year}: ${rows.toLocaleString('en-US')} rows`)
    }
    const done = await panelFiles(panel, out, { of, heard, ...(wanted.knownOn && { knownOn: wanted.knownOn }) })
    const files = done.files.map(
      (f) => `  ${f.sha256.slice(0, 12)}  ${f.bytes.toLocaleString('en-US').padStart(12)}  ${f.name}`,
    )
    await print(
      `${done.rows.toLocaleString('en-US')} rows: ${panel.states.length} states, ${panel.from}–${panel.to}, in ${out}\n${files.join('\n')}\n`,
    )
  })
}

/** A folder with something else in it is not written into. */
function requireRoom(folder: string, again: true | undefined): void {
  let there: string[] = []
  try {
    there = readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new ChanceryError('incorrect', folder, 'no folder that can be read: name another with -o')
  }
  if (there.length && !again)
    throw new ChanceryError(
      'conflict',
      folder,
      'the folder is not empty: name another, or say --again to write over a panel that is there',
    )
}
