import type { Command } from 'commander'
import { batchesOf, undoBatch } from '../../run/release-batch.ts'
import { withChanges } from '../changes.ts'
import { filled } from '../input.ts'
import { oneOf, userName, withLedger } from '../options.ts'
import { paint, print, printJson } from '../output.ts'

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
    const count = (n: number) => n.toLocaleString('en-US').padStart(8)
    const title = (text: string) => ['', paint('bold', text)]
    const coverage = Map.groupBy(summary.coverage, (c) => `${c.kind}, as ${c.by} says`)
    const batches = await batchesOf(ledger)
    const lines = [
      `${summary.facts.toLocaleString('en-US')} facts, of which ${summary.reported} only reported by ${summary.documents} article${summary.documents === 1 ? '' : 's'}; ${summary.accepted} accepted, ${summary.rejected} rejected`,
      ...title('By kind'),
      ...summary.kinds.map((k) => `${count(k.facts)}  ${k.kind}`),
      ...title('By source'),
      ...summary.sources.map(
        (s) => `${count(s.facts)}  ${s.title}${s.viewpoint ? `, ${s.viewpoint}` : ''}${s.asOf ? `; to ${s.asOf}` : ''}`,
      ),
      ...(batches.length ? title('Releases accepted') : []),
      ...batches.map(
        ({ batch, note }) =>
          `${count(note.accepted)}  claims in ${note.releases} release${note.releases === 1 ? '' : 's'}, ${note.review}; ${batch}`,
      ),
      ...title('Coverage stated'),
      ...[...coverage].map(([name, list]) => {
        const from = list.map((c) => c.from).sort()[0]
        const to = list
          .map((c) => c.to)
          .sort()
          .at(-1)
        return `${count(list.length)}  ${name}: ${from} to ${to}`
      }),
    ]
    await print(`${lines.join('\n')}\n`)
  })
}
