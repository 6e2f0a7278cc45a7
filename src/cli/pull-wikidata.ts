import { ChanceryError } from '../model/error.ts'
import type { EntityId } from '../model/ids.ts'
import type { Pulled } from '../run/pull.ts'
import { stateNamed } from '../run/state-named.ts'
import { pullAnswers, pullWikidata, queryTexts, scopeOfStates } from '../run/wikidata.ts'
import { folderFiles } from '../sources/files.ts'
import { comparison } from './changes.ts'
import { withLedger } from './options.ts'
import { note, printRaw } from './output.ts'

export interface WikidataOptions {
  pair?: string[]
  state?: string
  queries?: true
  from?: string
  again?: true
  format: 'text' | 'json'
  ledger?: string
}

/** Whether the options ask of Wikidata, which is asked of a pair or a state and not as a whole. */
export const asksWikidata = (name: string | undefined, { pair, state, queries }: WikidataOptions): boolean => {
  if (name === 'wikidata') return true
  if (!pair && !state && !queries) return false
  throw new ChanceryError(
    'incorrect',
    '--pair',
    `only Wikidata is asked of a pair or a state: write chancery pull wikidata`,
  )
}

/** Pulls what Wikidata tells of a pair or a state, or files its saved answers. */
export async function wikidataCommand(
  options: WikidataOptions,
  tell: (pulled: Pulled) => Promise<void>,
): Promise<void> {
  const states = statesOf(options)
  const scope = states && scopeOfStates(states)
  const now = { now: new Date().toISOString(), ...(options.again && { again: true }) }
  if (options.queries) return printQueries(scope)
  if (options.from !== undefined) {
    const files = folderFiles(options.from)
    return withLedger(options.ledger, async (ledger) => {
      await tell(await pullAnswers(ledger, files, now))
      await comparison(ledger, options)
    })
  }
  const asked = scope ?? missing()
  const contact = process.env.CHANCERY_CONTACT?.trim()
  await withLedger(options.ledger, async (ledger) => {
    await tell(await pullWikidata(ledger, asked, { ...now, note, ...(contact && { contact }) }))
    await comparison(ledger, options)
  })
}

function statesOf({ pair, state }: WikidataOptions): EntityId[] | undefined {
  if (pair && state) throw new ChanceryError('incorrect', '--pair', 'a pair and a state: give one of them')
  if (pair && pair.length !== 2)
    throw new ChanceryError('incorrect', '--pair', `${pair.length} states: name two, as in --pair ECU ISR`)
  return (pair ?? (state ? [state] : undefined))?.map(stateNamed)
}

const missing = (): never => {
  throw new ChanceryError(
    'incorrect',
    'wikidata',
    'Wikidata is asked of a pair or a state: give --pair A B, --state A, or --from PATH',
  )
}

async function printQueries(scope: ReturnType<typeof scopeOfStates> | undefined): Promise<void> {
  for (const { name, text } of queryTexts(scope ?? missing()))
    await printRaw(`# save the answer as ${name}\n${text}\n\n`)
}
