import { type EntityId, nameOf, stateId } from '../model/ids.ts'
import { type Day, type Days, EVER } from '../model/when.ts'
import { firstDay, itemsOf, lastDay, lazy, type Row, readTable } from './table.ts'

/** Whose list of states: Correlates of War, Gleditsch and Ward, or our own for states that neither lists. */
export type StateList = 'cow' | 'gw' | 'own'

/** A period of existence as a list gives it; `to` is `9999-12-31` where the list closed with the state still existing. */
export interface Spell extends Days {
  list: StateList
  /** The list's letters and number: labels, which one state may share with another (365 is the USSR and Russia). */
  code: string
  number: string
}

export interface State {
  id: EntityId
  row: Row
  spells: Spell[]
}

const ISO = /^[A-Z]{3}$/

const days = (row: Row): Days => ({ from: firstDay(row.from), to: lastDay(row.to) })

const readSpell = (row: Row): Spell => ({
  list: row.list as StateList,
  code: row.code ?? '',
  number: row.number ?? '',
  ...days(row),
})

const table = lazy((): ReadonlyMap<EntityId, State> => {
  const states = new Map<EntityId, State>()
  for (const row of readTable('states')) states.set(stateId(row.id!), { id: stateId(row.id!), row, spells: [] })
  for (const row of readTable('spells')) states.get(stateId(row.id!))?.spells.push(readSpell(row))
  return states
})

/** Every state of the atlas, living and ended. */
export const allStates = (): State[] => [...table().values()]
export const stateOf = (id: EntityId): State | undefined => table().get(id)

/** The periods in which a state existed, by one list or by all. */
export const spells = (id: EntityId, list?: StateList): Spell[] =>
  (stateOf(id)?.spells ?? []).filter((spell) => !list || spell.list === list)

const holds = (days: Days, day: Day): boolean => days.from <= day && day <= days.to

/** Whether the state existed on the day, by the named list, or by any of them. */
export const existed = (id: EntityId, day: Day, list?: StateList): boolean =>
  spells(id, list).some((spell) => holds(spell, day))

/** From the first day on which any list has the state to the last. */
export function lifetime(id: EntityId): Days | undefined {
  const all = spells(id)
  if (!all.length) return undefined
  return {
    from: all.reduce((least, s) => (s.from < least ? s.from : least), EVER.to),
    to: all.reduce((most, s) => (s.to > most ? s.to : most), EVER.from),
  }
}

const distance = (days: Days, day: Day): number => {
  if (holds(days, day)) return 0
  const edge = day < days.from ? days.from : days.to
  return Math.abs(Date.parse(edge) - Date.parse(day))
}

/** The code that a list gives the state on a day, or on the nearest day that it covers; without a day, the latest. */
export function listCode(id: EntityId, list: 'cow' | 'gw', day: Day = EVER.to): string | undefined {
  let best: Spell | undefined
  for (const spell of spells(id, list)) if (!best || distance(spell, day) <= distance(best, day)) best = spell
  return best?.code
}

/**
 * The state that bore a list's code (letters, or number as text) on a day; without a day, the latest that did. `undefined`
 * where the list has no such state on that day.
 */
export function stateByCode(list: 'cow' | 'gw', code: string, day?: Day): EntityId | undefined {
  let best: { id: EntityId; spell: Spell } | undefined
  for (const { id } of allStates())
    for (const spell of spells(id, list)) {
      if (spell.code !== code && spell.number !== code) continue
      if (day ? holds(spell, day) : !best || spell.to > best.spell.to) best = { id, spell }
    }
  return best?.id
}

/** The states that a list has on a day, in the order of the table. */
export const statesOn = (day: Day, list: StateList): EntityId[] =>
  allStates().flatMap(({ id }) => (existed(id, day, list) ? [id] : []))

/** Yugoslavia of 1992 kept the code YUG until it was renamed on 4 February 2003 (ISO 3166-3, CSXX). */
const RENAMED: Readonly<Record<EntityId, { until: Day; code: string }>> = {
  'state:SCG': { until: '2003-02-03', code: 'YUG' },
}

/** The ISO 3166 alpha-3 code (ISO 3166-3 for a state that ended), or else the state's name. */
export function codeOf(id: EntityId, day?: Day): string {
  const renamed = RENAMED[id]
  if (renamed && day && day <= renamed.until) return renamed.code
  const name = nameOf(id)
  return ISO.test(name) ? name : stateLabel(id)
}

export const isoCode = (id: EntityId): string | undefined => (ISO.test(nameOf(id)) ? nameOf(id) : undefined)

const formerLabels = lazy(() =>
  readTable('labels').map((row) => ({ id: stateId(row.id!), label: row.label!, ...days(row) })),
)

const labelThen = (id: EntityId, day: Day): string | undefined =>
  formerLabels().find((row) => row.id === id && holds(row, day))?.label

/** Our neutral name: the United Nations' short form, or the plain short name with `short`; on a day, the form of that day. */
export function stateLabel(id: EntityId, form: 'un' | 'short' = 'un', day?: Day): string {
  const row = stateOf(id)?.row
  if (!row) return nameOf(id)
  return (day && labelThen(id, day)) || (form === 'un' && row.un) || row.short!
}

/** The states that this one followed, and those that followed it, as the table has them. */
export const predecessors = (id: EntityId): EntityId[] => itemsOf(stateOf(id)?.row.follows).map(stateId)
export const successors = (id: EntityId): EntityId[] =>
  allStates().flatMap((state) => (predecessors(state.id).includes(id) ? [state.id] : []))

const bare = (item: string): string => item.split('@', 1)[0]!.replace(/[!?]$/, '')

/** Adjectives and names of the people ("Ecuadorian"; "Danish", "Dane"), the usual one first. */
export function demonyms(id: EntityId): string[] {
  const row = stateOf(id)?.row
  const items = row ? [...itemsOf(row.adjectives), ...itemsOf(row.people)] : []
  return items.filter((item) => !item.endsWith('-')).map(bare)
}
