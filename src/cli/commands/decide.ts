import type { Command } from 'commander'
import type { Decision } from '../../keep/port.ts'
import { withChanges } from '../changes.ts'
import { filled } from '../input.ts'
import { withLedger } from '../options.ts'

/** The command of one decision on a record; both are kept for ever, and the last one stands. */
export const decision = (act: Decision) => ({
  define(command: Command): void {
    command
      .argument('<id>', 'the id of a reported fact, as `file` and `dossier` show it')
      .option('--by <name>', 'who decides', process.env.USER ?? 'somebody')
      .option('--note <text>', 'why', filled('--note'))
      .option('--ledger <path>', 'another ledger file', filled('--ledger'))
      .action((id: string, options: { by: string; note?: string; ledger?: string }) =>
        withLedger(options.ledger, (ledger) =>
          withChanges(ledger, async () => {
            const meta = {
              recordedAt: new Date().toISOString(),
              by: options.by,
              ...(options.note && { note: options.note }),
            }
            await ledger.decide(id, act, meta)
            return `${id} ${act}ed by ${options.by}`
          }),
        ),
      )
  },
})
