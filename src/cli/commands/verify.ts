import type { Command } from 'commander'
import { verifyLedger } from '../../run/verify.ts'
import { filled } from '../input.ts'
import { oneOf } from '../options.ts'
import { print, printJson } from '../output.ts'

interface Options {
  format: 'text' | 'json'
  ledger?: string
}

const SHOWN = 20

export function define(command: Command): void {
  command
    .option('--format <format>', 'text or json', oneOf('--format', ['text', 'json'] as const), 'text')
    .option('--ledger <path>', 'another ledger: a file, or postgres://user@host/database', filled('--ledger'))
    .action(run)
}

/** Exits with 1 where something is not as it was written. */
async function run(options: Options): Promise<void> {
  const verified = await verifyLedger(options.ledger)
  const { transactions, records, head, damages } = verified
  if (damages.length) process.exitCode = 1
  if (options.format === 'json') return printJson(verified)
  const lines = damages.slice(0, SHOWN).map(({ table, at, what }) => `${table}${at ? ` ${at}` : ''}: ${what}\n`)
  const more = damages.length > SHOWN ? `and ${damages.length - SHOWN} more\n` : ''
  const told = damages.length ? 'not as they were written:\n' : 'all as they were written.\n'
  await print(
    `${records} records of ${transactions} entries, ${told}${lines.join('')}${more}${head ? `head ${head}\n` : ''}`,
  )
}
