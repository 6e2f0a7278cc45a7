import type { Command } from 'commander'
import type { Summary } from '../../keep/port.ts'
import { batchesOf, undoBatch } from '../../run/batches.ts'
import { wrap } from '../../show/wrap.ts'
import { filled } from '../input.ts'
import { oneOf, userName, withLedger } from '../options.ts'
import { paint, print, printJson, width } from '../output.ts'

interface Options {
  format: 'text' | 'json'
  ledger?: string
}

export function define(command: Command): void {
  command
    .option('--format <format>', 'text or json', oneOf('--format', ['text', 'json'] as const), 'text')
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .action(run)
  command
    .command('undo')
    .description(
      'withdraw a batch of releases, a pulled data set, a judgement, or one record: it is kept, and no longer in force',
    )
    .argument('<what>', 'releases/…, pull/…, or an id such as judgement:…, coverage:…, fact:…')
    .option('--by <name>', 'who takes it back', filled('--by'), userName())
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .action(undo)
}

async function undo(what: string, options: { by: string; ledger?: string }): Promise<void> {
  const { withChanges } = await import('../changes.ts')
  await withLedger(options.ledger, (ledger) =>
    withChanges(ledger, async () => {
      const meta = { recordedAt: new Date().toISOString(), by: options.by }
      if (/^\w+:/.test(what))
        return { say: (await ledger.retract(what, meta)) ? `${what} withdrawn` : `${what} was withdrawn already` }
      const gone = await undoBatch(ledger, what, meta)
      return { say: `${what}: ${gone} facts withdrawn` }
    }),
  )
}

async function run(options: Options): Promise<void> {
  await withLedger(options.ledger, async (ledger) => {
    const summary = await ledger.summary()
    if (options.format === 'json') return printJson(summary)
    const batches = await batchesOf(ledger)
    const inBulk = batches.reduce((sum, { note }) => sum + note.accepted, 0)
    const lines = [
      ...headOf(summary, inBulk),
      ...part(
        'By kind',
        summary.kinds.map((k) => [k.facts, k.kind]),
      ),
      ...part('By source', bySource(summary.sources)),
      ...part(
        'Releases accepted',
        batches.map(({ batch, note }) => [
          note.accepted,
          `claims in ${counted(note.releases, 'release')}, ${note.review}; ${batch}`,
        ]),
      ),
      ...part('Coverage stated', byAuthority(summary.coverage)),
    ]
    await print(`${lines.join('\n')}\n`)
  })
}

type Row = readonly [number: number, what: string]
const PLACES = 8
const counted = (n: number, what: string): string => `${n.toLocaleString('en-US')} ${what}${n === 1 ? '' : 's'}`

function headOf({ facts, reported, documents, accepted, rejected }: Summary, inBulk: number): string[] {
  const bulk = inBulk ? `; ${inBulk.toLocaleString('en-US')} accepted in releases` : ''
  const line = `${counted(facts, 'fact')}, of which ${reported} only reported by ${counted(documents, 'article')}${bulk}; one by one ${accepted} accepted, ${rejected} rejected`
  return wrap(line, width())
}

/** A title and its rows, wrapped beside their numbers; nothing of no rows. */
function part(title: string, rows: readonly Row[]): string[] {
  if (!rows.length) return []
  const own = rows.flatMap(([n, what]) =>
    wrap(what, width() - PLACES - 2).map((line, i) => {
      const number = i ? '' : n.toLocaleString('en-US')
      return `${number.padStart(PLACES)}  ${line}`
    }),
  )
  return ['', paint('bold', title), ...own]
}

/** Those that tell most first; the articles and releases of one outlet in a line. */
function bySource(sources: Summary['sources']): Row[] {
  const outletOf = ({ source, viewpoint }: Summary['sources'][number]) =>
    source.startsWith('doc:') ? (viewpoint ?? '') : source
  const groups = [...Map.groupBy(sources, outletOf).values()].map((list): Row => {
    const facts = list.reduce((sum, one) => sum + one.facts, 0)
    const last = list
      .map(({ asOf }) => asOf ?? '')
      .toSorted()
      .at(-1)
    const { title, viewpoint } = list[0]!
    const name = list.length > 1 ? counted(list.length, 'article') : title
    return [facts, `${name}${viewpoint ? `, ${viewpoint}` : ''}${last ? `; to ${last}` : ''}`]
  })
  return groups.toSorted(([a], [b]) => b - a)
}

/** A day before which nothing is told apart: "since ever". */
const EVER_FROM = '0001'

function byAuthority(coverage: Summary['coverage']): Row[] {
  const groups = Map.groupBy(coverage, ({ kind, by }) => `${kind}: ${by}`)
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, list]) => {
      const from = list.map((c) => c.from).toSorted()[0]!
      const to = list
        .map((c) => c.to)
        .toSorted()
        .at(-1)!
      return [list.length, `${name}, ${from > EVER_FROM ? `${from} to` : 'to'} ${to}`]
    })
}
