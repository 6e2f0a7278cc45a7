import type { Command } from 'commander'
import { redact } from '../../run/redact.ts'
import { withChanges } from '../changes.ts'
import { filled } from '../input.ts'
import { userName, withLedger } from '../options.ts'

export function define(command: Command): void {
  command
    .argument('<id>', 'a fact (fact:…) or an article (doc:…) with all that it tells')
    .requiredOption('--why <reason>', 'why, in words that may stay on record', filled('--why'))
    .option('--by <name>', 'who decides', filled('--by'), userName())
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .action((id: string, { why, by, ledger: path }: { why: string; by: string; ledger?: string }) =>
      withLedger(path, (ledger) =>
        withChanges(ledger, async () => {
          const gone = await redact(ledger, id, why, { recordedAt: new Date().toISOString(), by })
          const say = gone.length
            ? `${gone.length} record${gone.length === 1 ? '' : 's'} redacted for good; a tombstone stays of each`
            : `${id} was redacted already`
          return { say }
        }),
      ),
    )
}
