import { resolve } from '../atlas/index.ts'
import type { Added, Ledger, Meta } from '../keep/port.ts'
import { ChanceryError } from '../model/error.ts'
import type { Roles } from '../model/fact.ts'
import { classOf, type EntityClass, type EntityId, personId } from '../model/ids.ts'
import { definitionOf, type Kind } from '../model/kinds/index.ts'
import type { Holds } from '../model/kinds/kind.ts'
import type { Day } from '../model/when.ts'
import { addCoverage, addFact } from './add.ts'
import { reconcile } from './reconcile.ts'

export interface Suggested {
  id: EntityId
  label: string
  why: string
}

const NAMED: Readonly<Partial<Record<Holds, readonly EntityClass[]>>> = {
  person: ['person'],
  party: ['person', 'body', 'group', 'people'],
  body: ['body', 'group'],
  people: ['people'],
  roll: ['roll'],
}
const MOST = 12

/** Whom a name may mean in a role: states as the atlas knows them on a day, the rest as the ledger names them. */
export async function suggest(ledger: Ledger, words: string, holds: Holds, day?: Day): Promise<Suggested[]> {
  const states = ['state', 'party'].includes(holds)
    ? resolve(words, day).map(({ id, label, why }) => ({ id, label, why }))
    : []
  const classes = NAMED[holds] ?? []
  const known = classes.length ? await ledger.lookupNames([words]) : []
  const named = known
    .filter(({ id }) => classes.includes(classOf(id)!))
    .map(({ id, label }) => ({ id, label, why: 'on record' }))
  return [...states, ...named].slice(0, MOST)
}

/** A fact as a person fills it in: names as words or ids. */
export interface Filled {
  kind: Kind
  roles: Readonly<Record<string, readonly string[]>>
  when: string
  url: string
  quote: string
}

/** Adds a fact that somebody found, with its source, and compares the lists with it. Throws `incorrect`. */
export async function addFound(ledger: Ledger, filled: Filled, meta: Meta): Promise<Added> {
  const { kind, when, url, quote } = filled
  const roles = await idsOf(ledger, kind, filled.roles, /^\d{4}-\d\d-\d\d/.exec(when)?.[0])
  const added = await addFact(ledger, { kind, roles, when }, 'fact', { url, quote }, meta)
  await reconcile(ledger, meta.recordedAt)
  return added
}

export interface Whole {
  kind: Kind
  roles: Roles
  from: Day
  to: Day
  note?: string
}

/** Adds what an authority confirms to be whole, and compares the lists with it. Throws `incorrect`. */
export async function addWhole(ledger: Ledger, whole: Whole, authority: string, meta: Meta): Promise<Added> {
  const added = await addCoverage(ledger, whole, 'coverage', authority, meta)
  await reconcile(ledger, meta.recordedAt)
  return added
}

async function idsOf(ledger: Ledger, kind: Kind, filled: Filled['roles'], day?: Day): Promise<Roles> {
  const out: Roles = {}
  for (const [role, values] of Object.entries(filled)) {
    const definition = definitionOf(kind).roles[role]
    const words = values.map((v) => v.trim()).filter(Boolean)
    if (!words.length) continue
    const ids: string[] = []
    for (const word of words) ids.push(await idOf(ledger, word, definition?.holds ?? 'label', role, day))
    out[role] = definition?.list ? ids : ids[0]!
  }
  return out
}

/** The id of a name as written: a person whom nobody knows yet is somebody new; a state is never. Throws `incorrect`. */
export async function idOf(ledger: Ledger, word: string, holds: Holds, role: string, day?: Day): Promise<string> {
  if (classOf(word) || ['label', 'closed', 'place'].includes(holds)) return word
  const [first] = await suggest(ledger, word, holds, day)
  if (first) return first.id
  if (holds === 'person' || holds === 'party') return personId(word)
  throw new ChanceryError(
    'incorrect',
    role,
    `nobody here is called ${JSON.stringify(word)}: choose a name that is offered`,
  )
}
