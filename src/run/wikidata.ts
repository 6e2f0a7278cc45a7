import { setTimeout as sleep } from 'node:timers/promises'
import type { Ledger } from '../keep/port.ts'
import { ChanceryError } from '../model/error.ts'
import type { EntityId } from '../model/ids.ts'
import { sendOnce } from '../net/send.ts'
import { memoryFiles } from '../sources/files.ts'
import type { Files } from '../sources/source.ts'
import { fetchAnswers, type Send } from '../sources/wikidata/fetch.ts'
import { scopeOf, wikidata } from '../sources/wikidata/index.ts'
import { queriesOf, type Scope, scopeName } from '../sources/wikidata/queries.ts'
import { type Pulled, type PullOptions, pullFiles } from './pull.ts'

export const scopeOfStates = (states: readonly EntityId[]): Scope => {
  const [a, b, ...more] = [...new Set(states)]
  if (!a || more.length) throw new ChanceryError('incorrect', '--pair', 'not two states: name two, or one with --state')
  return b ? [a, b] : [a]
}

/** The queries of a pair or a state as they are sent, for a person who asks them by hand. */
export const queryTexts = (scope: Scope): { name: string; text: string }[] =>
  queriesOf(scope).map((query) => ({ name: `${query.topic}-001.json`, text: query.text(5000) }))

export interface WikidataOptions extends PullOptions {
  note?: (text: string) => void
  contact?: string
  /** The network, or a recording of it. */
  send?: Send
}

/** Asks Wikidata about a pair or a state and files what it tells; what it told of the same before and tells no longer is withdrawn. */
export async function pullWikidata(ledger: Ledger, scope: Scope, options: WikidataOptions): Promise<Pulled> {
  const { send = sendOnce, note, contact } = options
  const wait = (seconds: number) => sleep(seconds * 1000)
  const patience = { send, wait, now: Date.now, ...(note && { note }), ...(contact && { contact }) }
  const answers = await fetchAnswers(queriesOf(scope), patience)
  return pullAnswers(ledger, memoryFiles('https://query.wikidata.org', answers), options, scopeName(scope))
}

/** Files saved answers, under the pair or state that they are about. */
export async function pullAnswers(
  ledger: Ledger,
  files: Files,
  options: PullOptions,
  scope = scopeOf(files),
): Promise<Pulled> {
  const told = wikidata.tell(files)
  if (!told.rows) throw new ChanceryError('not-found', scope, 'Wikidata tells nothing of it: nothing is changed')
  return pullFiles(ledger, { ...wikidata, name: `${wikidata.name}/${scope}` }, files, options)
}
