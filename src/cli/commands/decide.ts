import type { Command } from 'commander'
import type { Decision } from '../../keep/port.ts'
import { ChanceryError } from '../../model/error.ts'
import { classOf } from '../../model/ids.ts'
import { withChanges } from '../changes.ts'
import { filled } from '../input.ts'
import { userName, withLedger } from '../options.ts'

/** The command of one decision on a record; both are kept for ever, and the last one stands. */
export const decision = (act: Decision) => ({
  define(command: Command): void {
    command
      .argument('<id>', 'the id of a reported fact, as `file` and `dossier` show it')
      .option('--by <name>', 'who decides', filled('--by'), userName())
      .option('--note <text>', 'why', filled('--note'))
      .option('--ledger <path>', 'another ledger file', filled('--ledger'))
      .action((id: string, options: { by: string; note?: string; ledger?: string }) =>
        withLedger(options.ledger, (ledger) =>
          withChanges(ledger, async () => {
            requireFact(id)
            const meta = {
              recordedAt: new Date().toISOString(),
              by: options.by,
              ...(options.note && { note: options.note }),
            }
            await ledger.decide(id, act, meta)
            return { say: `${id} ${act}ed by ${options.by}` }
          }),
        ),
      )
  },
})

function requireFact(id: string): void {
  if (classOf(id) === 'fact') return
  const what = classOf(id) === 'doc' ? 'an article' : 'no fact'
  throw new ChanceryError(
    'incorrect',
    id,
    `${what}, and only facts are decided: give an id such as fact:…, as file prints it`,
  )
}
