import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import type { NewCoverage } from '../../model/coverage.ts'
import { ChanceryError } from '../../model/error.ts'
import type { Day } from '../../model/when.ts'
import { type FiledImport, fileImport, type Imported, type ImportOptions, readImport } from '../../run/import-file.ts'
import { labels } from '../../show/en/label.ts'
import { importedText } from '../../show/imported.ts'
import { comparison } from '../changes.ts'
import { dayOption, filled, MIB, readText } from '../input.ts'
import { oneOf, todayIs, withLedger } from '../options.ts'
import { jsonOf, note, paint, print, printJson, width } from '../output.ts'

interface Options {
  kind: string
  map?: string
  authority?: string
  viewpoint?: string
  url?: string
  licence?: string
  dates?: 'dmy' | 'mdy'
  covers?: string
  from?: Day
  to?: Day
  grade: NewCoverage['grade']
  dryRun?: true
  findings?: string
  format: 'text' | 'json'
  today?: Day
  ledger?: string
}

export function define(command: Command): void {
  command
    .argument('<file>', 'a table as CSV, its first line naming the columns, or - for standard input')
    .option('--kind <kind>', 'what a row tells: visit, meeting, agreement, mission, envoy, …', 'visit')
    .option('--map <columns>', 'COLUMN=ROLE,… over what is guessed', filled('--map'))
    .option('--authority <name>', 'who vouches for the table', filled('--authority'))
    .option('--viewpoint <words>', 'whose record it is: "as recorded by …"', filled('--viewpoint'))
    .option('--url <url>', 'where the table stands', filled('--url'))
    .option('--licence <name>', 'under which licence', filled('--licence'))
    .option(
      '--dates <order>',
      'dmy or mdy, where 03/04/2001 may be two days',
      oneOf('--dates', ['dmy', 'mdy'] as const),
    )
    .option('--covers <roles>', 'what it tells wholly, as the authority states: to=Ecuador, or all', filled('--covers'))
    .option('--from <day>', 'the first day that it covers', dayOption('--from'))
    .option('--to <day>', 'the last', dayOption('--to'))
    .option(
      '--grade <grade>',
      'complete: silence proves that nothing was; complete-but: it proves nothing',
      oneOf('--grade', ['complete', 'complete-but'] as const),
      'complete-but',
    )
    .option('--dry-run', 'shows how it is read, and files nothing')
    .option('--findings <path>', 'writes what is doubtful, as lines of JSON', filled('--findings'))
    .option('--format <format>', 'text or json', oneOf('--format', ['text', 'json'] as const), 'text')
    .option('--today <day>', 'takes that day as today', dayOption('--today'))
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .action(run)
}

async function run(file: string, options: Options): Promise<void> {
  const text = await readText(file, 16 * MIB)
  const settings = settingsOf(options)
  await withLedger(options.ledger, async (ledger) => {
    const at = file === '-' ? 'standard-input.csv' : file
    const done: Imported | FiledImport = options.dryRun
      ? await readImport(ledger, text, at, settings)
      : await fileImport(ledger, text, at, settings, { recordedAt: new Date().toISOString() })
    if (options.findings) writeFindings(options.findings, done)
    const label = labels(new Map([...done.names, ...(await ledger.allNames())].map((n) => [n.id, n.label])))
    if (options.format === 'json') await printJson(done)
    else await print(importedText(done, label, width(), (words) => paint('bold', words)))
    if (isFiled(done)) {
      const say = `${done.added} facts new in the ledger, ${done.unchanged} known already, ${done.withdrawn} withdrawn; to take it back: chancery ledger undo ${done.batch}`
      if (options.format === 'text') await print(`${say}\n`)
      await comparison(ledger, options)
    } else if (options.format === 'text') await print('Nothing was filed: leave --dry-run out to file it.\n')
  })
}

function settingsOf(options: Options): ImportOptions {
  const { covers, from, to, grade, today, ...rest } = options
  if (covers !== undefined && (!from || !to))
    throw new ChanceryError('incorrect', '--covers', 'from when to when? give --from DAY and --to DAY')
  if (covers === undefined && (from || to))
    throw new ChanceryError('incorrect', '--from', 'what is covered? give --covers to=STATE, or all')
  if (covers !== undefined && !rest.authority)
    throw new ChanceryError('incorrect', '--covers', 'nobody says so: name the authority with --authority')
  return {
    ...rest,
    today: today ?? todayIs(),
    ...(covers !== undefined && { covers: { where: covers, from: from!, to: to!, grade } }),
  }
}

function writeFindings(path: string, { findings }: Imported): void {
  try {
    writeFileSync(path, findings.map((finding) => `${jsonOf(finding)}\n`).join(''))
  } catch (error) {
    throw new ChanceryError('fault', path, `${path} cannot be written, ${(error as Error).message}: name another file`)
  }
  note(`${path}: ${findings.length} findings`)
}

const isFiled = (done: Imported | FiledImport): done is FiledImport => 'added' in done
