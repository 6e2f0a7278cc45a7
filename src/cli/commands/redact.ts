import type { Command } from 'commander'
import { redact } from '../../run/redact.ts'
import { withChanges } from '../changes.ts'
import { filled } from '../input.ts'
import { userName, withLedger } from '../options.ts'

export function define(command: Command): void {
  command
    .argument(
      '<id>',
      'a fact (fact:…), an article (doc:…) with all that it tells, or a person (person:…) with all that is on record',
    )
    .requiredOption('--why <reason>', 'why, in words that may stay on record', filled('--why'))
    .option('--by <name>', 'who decides', filled('--by'), userName())
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .action((id: string, { why, by, ledger: path }: { why: string; by: string; ledger?: string }) =>
      withLedger(path, (ledger) =>
        withChanges(ledger, async () => {
          const { gone, named } = await redact(ledger, id, why, { recordedAt: new Date().toISOString(), by })
          const say = gone.length
            ? `${gone.length} record${gone.length === 1 ? '' : 's'} redacted for good; a tombstone stays of each`
            : `${id} was redacted already`
          return { say: [say, ...stillNaming(named)].join('\n') }
        }),
      ),
    )
}

const MOST = 20

/** What stays although its words name the person: whoever redacts decides on each. */
function stillNaming(ids: readonly string[]): string[] {
  if (!ids.length) return []
  const more = ids.length - MOST
  const head = `the name still stands in the words of ${ids.length} other record${ids.length === 1 ? '' : 's'}; redact each that should go too:`
  return [head, ...ids.slice(0, MOST).map((id) => `  ${id}`), ...(more > 0 ? [`  and ${more} more`] : [])]
}
