import type { Pattern } from '../ask/index.ts'
import { nameKey } from '../keep/names.ts'
import type { Entry, Ledger, Name } from '../keep/port.ts'
import type { Source } from '../model/coverage.ts'
import { ChanceryError } from '../model/error.ts'
import type { Fact } from '../model/fact.ts'
import { classOf, type EntityId } from '../model/ids.ts'
import { definitionOf, KIND_NAMES, type Kind } from '../model/kinds/index.ts'

/** All that a ledger holds of one person. */
export interface PersonReport {
  id: EntityId
  names: string[]
  facts: { kind: Kind; facts: { fact: Fact; history: Entry[] }[] }[]
  /** Filed articles whose text names the person. */
  articles: { id: string; title?: string; date?: string }[]
  sources: ReadonlyMap<string, Source>
}

const patternsOf = (id: EntityId): Pattern[] =>
  KIND_NAMES.flatMap((kind) =>
    Object.entries(definitionOf(kind).roles)
      .filter(([, role]) => role.holds === 'person' || role.holds === 'party')
      .map(([role]) => ({ kind, roles: { [role]: [id] } })),
  )

/** Whom a name or an id means, among the persons of a ledger. Throws `not-found`. */
export async function personsCalled(ledger: Ledger, name: string): Promise<EntityId[]> {
  if (classOf(name) === 'person') return [name]
  const found = (await ledger.lookupNames([nameKey(name)])).filter((n) => classOf(n.id) === 'person')
  const whole = found.filter((n) => [n.label, ...n.aliases].some((one) => nameKey(one) === nameKey(name)))
  const ids = (whole.length ? whole : found).map((n) => n.id)
  if (ids.length) return [...new Set(ids)].sort()
  throw new ChanceryError(
    'not-found',
    name,
    'the ledger knows no person of that name: try the surname alone, or an id such as person:jane-doe',
  )
}

/** Everything that is on record of a person, with where it stands and what was done to it. Throws `not-found` for nobody. */
export async function personReport(ledger: Ledger, id: EntityId): Promise<PersonReport> {
  const { facts, sources } = await ledger.fetch(patternsOf(id))
  const names = (await ledger.allNames()).find((n) => n.id === id)
  if (!facts.length && !names) throw new ChanceryError('not-found', id, 'nothing is on record of this person')
  const told = await Promise.all(facts.map(async (fact) => ({ fact, history: await ledger.history(fact.id) })))
  told.sort((a, b) => ((a.fact.when ?? '9999') < (b.fact.when ?? '9999') ? -1 : 1))
  const byKind = Map.groupBy(told, ({ fact }) => fact.kind)
  return {
    id,
    names: names ? [names.label, ...names.aliases] : [],
    facts: [...byKind].map(([kind, of]) => ({ kind, facts: of })),
    articles: await articlesNaming(ledger, names),
    sources: new Map(sources.map((s) => [s.id, s])),
  }
}

async function articlesNaming(ledger: Ledger, names: Name | undefined): Promise<PersonReport['articles']> {
  const called = names ? [names.label, ...names.aliases].filter((name) => name.includes(' ')) : []
  const documents = await ledger.documents()
  return documents
    .filter((doc) => called.some((name) => doc.text.includes(name)))
    .map(({ id, title, date }) => ({ id, ...(title && { title }), ...(date && { date }) }))
}
