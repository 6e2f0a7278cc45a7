import type { Command } from 'commander'
import { SCOPES, type Scope, type Token } from '../../keep/access.ts'
import { ChanceryError } from '../../model/error.ts'
import { issueToken } from '../../run/token.ts'
import { filled } from '../input.ts'
import { oneOf, withLedger } from '../options.ts'
import { note, print, printJson } from '../output.ts'

interface Asked {
  scope: Scope
  for: string
  expires: string
  ledger?: string
}

export function define(command: Command): void {
  const ledger = ['--ledger <path>', 'the ledger that is served', filled('--ledger')] as const
  command.action(() => {
    throw new ChanceryError('incorrect', 'token', 'say what to do: chancery token add, list or revoke')
  })
  command
    .command('add')
    .description('make a token for a server beyond this machine; it is shown once')
    .requiredOption('--for <name>', 'who bears it: decisions made with it are signed so', filled('--for'))
    .option('--scope <scope>', 'read; review: also decide and add; admin: all', oneOf('--scope', SCOPES), 'read')
    .option('--expires <end>', 'the last day it serves, or so many days as 90d', filled('--expires'), '90d')
    .option(...ledger)
    .action(add)
  command
    .command('list')
    .description('list who may use a server of this ledger, and until when')
    .option('--format <format>', 'text or json', oneOf('--format', ['text', 'json'] as const), 'text')
    .option(...ledger)
    .action(list)
  command
    .command('revoke')
    .description('end a token at once')
    .argument('<id>', 'as chancery token list names it')
    .option(...ledger)
    .action(revoke)
}

async function add({ scope, expires, for: name, ledger: path }: Asked): Promise<void> {
  await withLedger(path, async (ledger) => {
    const { token, secret } = await issueToken(ledger.access, { name, scope, expires }, new Date())
    note(`${token.id} for ${token.name}, scope ${scope}, until ${token.expires}; it is shown this once:`)
    await print(`${secret}\n`)
  })
}

async function list({ format, ledger: path }: { format: 'text' | 'json'; ledger?: string }): Promise<void> {
  await withLedger(path, async (ledger) => {
    const tokens = await ledger.access.list()
    if (format === 'json') return printJson(tokens)
    const now = new Date().toISOString()
    for (const token of tokens)
      await print(`${token.id}  ${token.scope.padEnd(6)}  ${stateOf(token, now)}  ${token.name}\n`)
    if (!tokens.length) note('no token was made: chancery token add --for NAME makes one')
  })
}

function stateOf({ expires, revoked }: Token, now: string): string {
  if (revoked !== undefined) return `revoked ${revoked.slice(0, 16)}Z`
  return `${expires <= now ? 'expired' : 'until  '} ${expires.slice(0, 16)}Z`
}

async function revoke(id: string, { ledger: path }: { ledger?: string }): Promise<void> {
  await withLedger(path, async (ledger) => {
    const ended = await ledger.access.revoke(id, new Date().toISOString())
    note(ended ? `${id} lets nobody in from now on` : `${id} was revoked already`)
  })
}
