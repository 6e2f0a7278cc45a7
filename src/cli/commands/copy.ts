import type { Command } from 'commander'
import { copyLedger } from '../../run/copy-ledger.ts'
import { defaultPath } from '../../run/ledger.ts'
import { print } from '../output.ts'
import { lineOn } from '../progress.ts'

export function define(command: Command): void {
  command
    .argument('<from>', 'a ledger: a file, postgres://user@host/database, or "default"')
    .argument('<to>', 'an empty or new one')
    .action(run)
}

async function run(from: string, to: string): Promise<void> {
  const [source, target] = [from, to].map((path) => (path === 'default' ? defaultPath() : path))
  const line = lineOn()
  const copied = await copyLedger(source!, target!, line.tell).finally(line.end)
  const rows = copied.reduce((sum, table) => sum + table.rows, 0)
  const of = (table: string) => copied.find((t) => t.table === table)!.rows
  await print(
    `${of('record')} records, ${of('watch')} ${of('watch') === 1 ? 'watch' : 'watches'}, ${rows} rows in all: copied, read again and the same.\n`,
  )
}
