import type { Command } from 'commander'
import type { Sameness } from '../../model/judgement.ts'
import { judge } from '../../run/reconcile.ts'
import { withChanges } from '../changes.ts'
import { filled } from '../input.ts'
import { userName, withLedger } from '../options.ts'

interface Options {
  because: string
  by: string
  unsure?: true
  ledger?: string
}

const WORDS: Readonly<Record<Sameness['is'], string>> = {
  same: 'tell one event',
  'not-same': 'tell two events',
  unsure: 'may be one event or two',
}

/** The command of one word on two tellings; the last word on a pair stands, and every one is kept. */
export const sameness = (is: Sameness['is']) => ({
  define(command: Command): void {
    command
      .argument('<a>', 'the id of a fact, as `reconcile`, `dossier --format json` and `check --explain` show it')
      .argument('<b>', 'another')
      .option('--because <words>', 'why', filled('--because'), 'so judged by a person')
      .option('--by <name>', 'who judges', filled('--by'), userName())
      .option('--unsure', 'that nobody can say')
      .option('--ledger <path>', 'another ledger file', filled('--ledger'))
      .action((a: string, b: string, { because, by, unsure, ledger: path }: Options) =>
        withLedger(path, (ledger) =>
          withChanges(ledger, async () => {
            const now = new Date().toISOString()
            const word = unsure ? 'unsure' : is
            const { id } = await judge(ledger, [a, b], { is: word, because, by }, now)
            return { say: `${a} and ${b} ${WORDS[word]}, says ${by} (${id})` }
          }),
        ),
      )
  },
})
