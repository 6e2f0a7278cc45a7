import type { Described, Filler, Named, Worded } from '../model/claim.ts'
import { type EntityId, nameOf, officeId } from '../model/ids.ts'
import type { Span } from '../model/span.ts'
import type { Title } from './en/titles.ts'
import type { Mention, Person } from './mention.ts'

/** Who or what a noun phrase stands for, as one clause uses it. */
export interface Entity {
  /** `group`: words for several or for someone unnamed, told by `label`; `set`: described by other facts. */
  type: 'state' | 'person' | 'office' | 'body' | 'name' | 'people' | 'group'
  id?: EntityId
  label: string
  span: Span
  /** The office that a person is said to hold here. */
  as?: EntityId
  /** The state or body that a person, office, organ or group belongs to. */
  of?: EntityId
  to?: EntityId
  /** The state that a body's name places it in. */
  at?: EntityId
  title?: Title
  person?: Person
  /** How a state is named: a capital may also be a place. */
  form?: string
  /** The name as the text has it, for a capital used as a place. */
  word?: string
  former?: boolean
  plural?: boolean
  /** The head noun of a group. */
  noun?: string
  /** For a state, the words for those who act for it: "a Danish delegation". */
  acting?: { label: string; noun: string; plural: boolean }
  described?: Described
}

/** Names of what acts for a state: "Peruvian Navy", not "Ukraine Contact Group". */
export const ACTING =
  /\b(?:Government|Ministry|Department|Embassy|Mission|Consulate|Army|Navy|Forces?|Guard|Police|Parliament|Senate|Congress|Administration|Cabinet|Legation|Delegation|Military)\b/

/** `office:president/ECU` for a title and its owner. */
export const officeOf = (title: Title | undefined, of: EntityId | undefined): EntityId | undefined =>
  title && of ? officeId(title.words.replaceAll(' ', '-'), nameOf(of)) : undefined

/** What a codebook row prints for an id without a name of its own: `ECU`, `ambassador of LBY`. */
export const ownerLabel = (of: EntityId): string =>
  of.startsWith('state:') ? nameOf(of) : nameOf(of).replaceAll('-', ' ')

export const stateEntity = (id: EntityId, span: Span): Entity => ({ type: 'state', id, label: nameOf(id), span })

export function personEntity(person: Person, span: Span, title?: Title, of?: EntityId): Entity {
  const own = title && person.title?.words === title.words ? person.of : undefined
  const as = officeOf(title, of ?? own)
  return {
    ...{ type: 'person', id: person.id, label: person.label, span, person },
    ...(as && { as }),
    ...((of ?? person.of) && { of: of ?? person.of }),
    ...(person.to && { to: person.to }),
    ...((title ?? person.title) && { title: title ?? person.title }),
  }
}

/** The entity of a mention by itself; an office stays an office. */
export function entityOf(m: Mention): Entity {
  const span = { start: m.start, end: m.end }
  switch (m.type) {
    case 'state':
      return { type: 'state', id: m.id, label: m.label, span, form: m.form, ...(m.word && { word: m.word }) }
    case 'person': {
      const { as, ...e } = personEntity(m.person, span, m.title, m.of)
      return { ...e, ...(as && !m.past && { as }), ...(m.to && { to: m.to }), ...(m.former && { former: true }) }
    }
    case 'office': {
      const id = officeOf(m.title, m.of)
      const label = m.of ? `${m.title.words} of ${ownerLabel(m.of)}` : m.title.words
      return {
        ...{ type: 'office', label, span, title: m.title, plural: m.plural },
        ...(id && { id }),
        ...(m.of && { of: m.of }),
        ...(m.to && { to: m.to }),
        ...(m.former && { former: true }),
      }
    }
    case 'body':
      return { type: 'body', id: m.id, label: m.label, span, ...(m.of && { of: m.of }), ...(m.at && { at: m.at }) }
    case 'name':
      return { type: 'name', id: m.id, label: m.label, span, ...(m.of && { of: m.of }) }
  }
}

/** How a claim holds an entity: by id where it has one, else in words. */
export function fillerOf(e: Entity): Named | Described | Worded {
  if (e.described) return e.described
  if (!e.id || e.type === 'group') return { is: 'words', label: e.label, span: e.span }
  return { is: 'entity', id: e.id, label: e.label, span: e.span, ...(e.as && { as: e.as }) }
}

export const fillersOf = (list: readonly Entity[]): Filler => {
  const of = list.map(fillerOf)
  return of.length === 1 ? of[0]! : { is: 'list', of }
}

/** Entities without repeats, in order. */
export function distinct(list: readonly Entity[]): Entity[] {
  const seen = new Set<string>()
  return list.filter((e) => {
    const key = e.id && e.type !== 'group' ? e.id : `${e.type} ${e.label}`
    const fresh = !seen.has(key)
    seen.add(key)
    return fresh
  })
}
