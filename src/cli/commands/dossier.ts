import type { Command } from 'commander'
import { ChanceryError } from '../../model/error.ts'
import { dossierOf } from '../../run/dossier.ts'
import { stateNamed } from '../../run/state-named.ts'
import { dossierText } from '../../show/dossier.ts'
import { labels } from '../../show/en/label.ts'
import { showDossier } from '../../show/json.ts'
import { filled, knownOn } from '../input.ts'
import { oneOf, withLedger } from '../options.ts'
import { paint, print, printJson, width } from '../output.ts'

interface Options {
  format: 'text' | 'json'
  ledger?: string
  knownOn?: string
}

export function define(command: Command): void {
  command
    .argument('<a>', 'a state, by name or code')
    .argument('<b>', 'another')
    .option('--format <format>', 'text or json', oneOf('--format', ['text', 'json'] as const), 'text')
    .option('--known-on <day>', 'use only what the ledger had recorded by this day', knownOn)
    .option('--ledger <path>', 'another ledger file', filled('--ledger'))
    .action(run)
}

async function run(a: string, b: string, options: Options): Promise<void> {
  const [one, other] = [stateNamed(a), stateNamed(b)]
  if (one === other) throw new ChanceryError('incorrect', 'dossier', `${a} and ${b} are the same state: name two`)
  await withLedger(options.ledger, async (ledger) => {
    const label = labels(new Map((await ledger.allNames()).map((n) => [n.id, n.label])))
    const dossier = await dossierOf(ledger, one, other, options.knownOn)
    if (options.format === 'text') return print(dossierText(dossier, label, width(), (text) => paint('bold', text)))
    await printJson(showDossier(dossier, label))
  })
}
