import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Ledger } from '../../keep/port.ts'
import { ChanceryError } from '../../model/error.ts'
import { folderOf } from '../ledger.ts'

/** Where read articles go: a ledger, or a file. */
export type Target = { kind: 'ledger'; path: string } | { kind: 'ndjson' | 'parquet'; path: string }

/** Reads `ledger`, `FILE.ndjson` (or `.jsonl`) or `FILE.parquet`. Throws `incorrect`. */
export function targetOf(to: string, ledger: string): Target {
  if (to === 'ledger') return { kind: 'ledger', path: ledger }
  const kind = /\.parquet$/i.test(to) ? 'parquet' : /\.(?:ndjson|jsonl)$/i.test(to) ? 'ndjson' : undefined
  if (kind) return { kind, path: resolve(to) }
  throw new ChanceryError(
    'incorrect',
    '--to',
    `no such sink, ${JSON.stringify(to)}: write ledger, FILE.ndjson or FILE.parquet`,
  )
}

/** The file by which workers of one sink share their work: beside the sink, or in the user's own folder for a ledger on a server. */
export function statePath({ kind, path }: Target): string {
  if (path === ':memory:')
    throw new ChanceryError('incorrect', '--ledger', 'a ledger in memory keeps nothing of what is read: name a file')
  if (kind !== 'ledger' || !/^postgres(?:ql)?:/i.test(path)) return `${resolve(path)}.work`
  const folder = folderOf(path)!
  mkdirSync(folder, { recursive: true })
  return join(folder, `work-${createHash('sha256').update(path).digest('hex').slice(0, 16)}.db`)
}

/** What tells a ledger from another that takes its place: its first entry, and that link of the chain. */
export async function identityOf(ledger: Ledger): Promise<string> {
  const [first] = await ledger.log({ before: 2, most: 1 })
  return first ? `${first.at} ${first.link ?? ''}` : ''
}
