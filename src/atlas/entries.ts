import { type EntityId, slug, stateId } from '../model/ids.ts'
import { type Day, EVER } from '../model/when.ts'
import { keyOf } from './fold.ts'
import { groupId } from './groups.ts'
import { allStates, type State } from './states.ts'
import { firstDay, itemsOf, lastDay, lazy, type Row, readTable } from './table.ts'
import type { Candidate } from './types.ts'

/** One name of one entity, as a table has it. */
export interface Entry {
  /** As written in the table; its capitals are those that running text must have. */
  text: string
  id: EntityId
  form: Candidate['form']
  /** How the name leads to the entity, without dates. */
  why: string
  /** Its first and last day in use. */
  from: Day
  to: Day
  /** 1 for a plain name, less where the name usually means something else. */
  weight: number
  /** An abbreviation or code: it counts only in capitals. */
  code?: true
  /** It counts only with "the" before it ("the Porte"). */
  article?: true
  /** It counts only with a hyphen after it ("Sino-"). */
  prefix?: true
}

/** `Burma@1948-01-04..1989-06-18`, `USSR!` (an abbreviation), `Italy?` (usually something else), `Sino-` (a prefix). */
interface Item {
  text: string
  mark: string
  from: Day
  to: Day
}

function itemOf(item: string): Item {
  const at = item.indexOf('@')
  const head = at < 0 ? item : item.slice(0, at)
  const [from, to] = at < 0 ? [] : item.slice(at + 1).split('..')
  const mark = /[!?-]$/.test(head) ? head.slice(-1) : ''
  return { text: mark ? head.slice(0, -1) : head, mark, from: firstDay(from), to: lastDay(to) }
}

type Made = Pick<Entry, 'id' | 'form' | 'why'> & { weight?: number }

function entry(item: string, made: Made): Entry {
  const { text, mark, from, to } = itemOf(item)
  const weight = (made.weight ?? 1) * (mark === '?' ? 0.6 : 1)
  const one: Entry = { text, id: made.id, form: made.form, why: made.why, from, to, weight }
  if (mark === '!') one.code = true
  if (mark === '-') one.prefix = true
  if (/^the /i.test(text)) one.article = true
  return one
}

/** Words by which a long name says what sort of state it is. */
const FORMAL =
  /\b(Republic|Kingdom|State|Union|Federation|Confederation|Commonwealth|Empire|Emirate|Sultanate|Principality|Dominion|Duchy|States|Jamahiriya|Authority)\b/

const nameWhy = (item: string): string => {
  const { mark, to } = itemOf(item)
  if (mark === '!') return 'abbreviation'
  if (to !== EVER.to) return 'former name'
  return FORMAL.test(item) ? 'formal name' : 'name'
}

const PLURAL_SAME = /(ese|ish|ch|ss|!|-|oise?)(@|$)/
const plural = (word: string): string =>
  /[cs]h(wo)?man$/.test(word) ? word.replace(/man$/, 'men') : word.replace(/^[^?@]*/, '$&s')

function adjectiveEntries(id: EntityId, cell: string | undefined): Entry[] {
  return itemsOf(cell).flatMap((item) => {
    const one = entry(item, { id, form: 'adjective', why: 'adjective', weight: 0.9 })
    if (PLURAL_SAME.test(item)) return [one]
    return [one, entry(plural(item), { id, form: 'demonym', why: 'people', weight: 0.9 })]
  })
}

const peopleEntries = (id: EntityId, cell: string | undefined): Entry[] =>
  itemsOf(cell).flatMap((item) =>
    [item, plural(item)].map((form) => entry(form, { id, form: 'demonym', why: 'people', weight: 0.9 })),
  )

function stateEntries({ id, row }: State): Entry[] {
  const iso = /^[A-Z]{3}$/.test(row.id!)
  return [
    entry(row.short!, { id, form: 'name', why: 'name' }),
    ...itemsOf(row.un).map((item) => entry(item, { id, form: 'name', why: 'name as the United Nations has it' })),
    ...itemsOf(row.names).map((item) =>
      entry(item, { id, form: item.includes('!') ? 'code' : 'name', why: nameWhy(item) }),
    ),
    ...adjectiveEntries(id, row.adjectives),
    ...peopleEntries(id, row.people),
    ...itemsOf(row.spanish).map((item) => entry(item, { id, form: 'name', why: 'name in Spanish', weight: 0.8 })),
    ...itemsOf(row.french).map((item) => entry(item, { id, form: 'name', why: 'name in French', weight: 0.8 })),
    ...itemsOf(row.other).map((item) => entry(item, { id, form: 'name', why: 'name in other use', weight: 0.8 })),
    ...(iso ? [entry(`${row.id}!`, { id, form: 'code', why: 'ISO 3166 code', weight: 0.7 })] : []),
  ]
}

export const placeId = (name: string): EntityId => `place:${slug(name.replace(/['’]/g, ''))}`

function placeEntries(row: Row): Entry[] {
  const id = placeId(row.name!)
  const names = [row.name!, ...itemsOf(row.names)]
  const shared = (text: string): number => (text === row.name || !/\(/.test(row.name!) ? 0.75 : 0.5)
  return [
    ...names.map((item) => entry(item, { id, form: 'name', why: 'place', weight: shared(item) })),
    ...adjectiveEntries(id, row.adjectives),
  ]
}

function capitalEntries(row: Row): Entry[] {
  const weight = row.weak ? 0.3 : 0.7
  const why = row.kind === 'seat' ? 'seat of government' : 'capital'
  const form = row.kind === 'seat' ? 'metonym' : 'capital'
  return [row.city!, ...itemsOf(row.names)].map((item) => ({
    ...entry(item, { id: stateId(row.id!), form, why, weight: item.endsWith('!') ? 0.3 : weight }),
    code: undefined,
    from: firstDay(row.from),
    to: lastDay(row.to),
  }))
}

/** `RUS@1991-12-26..` or `body:european-union`. */
function metonymEntries(row: Row): Entry[] {
  return itemsOf(row.means).flatMap((meaning) => {
    const { text: what, from, to } = itemOf(meaning)
    const id = what.includes(':') ? what : stateId(what)
    return itemsOf(row.names).map((item) => ({
      ...entry(item, { id, form: 'metonym', why: 'seat of government', weight: 0.8 }),
      from,
      to,
    }))
  })
}

export const bodyId = (slug: string): EntityId => `body:${slug}`

const bodyEntries = (row: Row): Entry[] =>
  [row.name!, ...itemsOf(row.names)].map((item) =>
    entry(item, {
      id: bodyId(row.id!),
      form: item.includes('!') ? 'code' : 'name',
      why: nameWhy(item) === 'abbreviation' ? 'abbreviation' : 'body',
    }),
  )

/** A group's names; its adjectives ("Arab") stand for it only beside a noun, see `findGroups`. */
const groupEntries = (row: Row): Entry[] => {
  const id = groupId(row.id!)
  const why = `group: ${row.definition}`
  return [
    ...[row.name!, ...itemsOf(row.names)].map((item) => entry(item, { id, form: 'name', why, weight: 0.8 })),
    ...itemsOf(row.adjectives).map((item) => entry(item, { id, form: 'adjective', why, weight: 0.5 })),
  ]
}

/** Phrases that hold a state's name and mean something else ("South China Sea"); they end in no candidate. */
export const NOTHING: EntityId = ''
const phraseEntries = (row: Row): Entry[] => [
  { text: row.phrase!, id: NOTHING, form: 'name', why: 'phrase', from: EVER.from, to: EVER.to, weight: 0 },
]

/** Every name of the atlas. */
export const entries = lazy((): Entry[] => [
  ...allStates().flatMap(stateEntries),
  ...readTable('places').flatMap(placeEntries),
  ...readTable('capitals').flatMap(capitalEntries),
  ...readTable('metonyms').flatMap(metonymEntries),
  ...readTable('bodies').flatMap(bodyEntries),
  ...readTable('groups').flatMap(groupEntries),
  ...readTable('phrases').flatMap(phraseEntries),
])

/** The folded form of every name, in the order of `entries`. */
export const entryKeys = lazy((): string[] => entries().map((one) => keyOf(one.text)))

/** The names by their folded form; see `keyOf`. */
export const index = lazy((): ReadonlyMap<string, Entry[]> => {
  const map = new Map<string, Entry[]>()
  const keys = entryKeys()
  entries().forEach((one, i) => {
    const key = keys[i]!
    const list = map.get(key)
    if (list) list.push(one)
    else map.set(key, [one])
  })
  return map
})
