import { resolve, stateByCode } from '../atlas/index.ts'
import { ChanceryError } from '../model/error.ts'
import { classOf, slug } from '../model/ids.ts'
import { definitionOf, type Kind } from '../model/kinds/index.ts'
import { dateOf } from './import-dates.ts'
import type { Table } from './import-table.ts'
import { PERSONAL_COLUMN } from './personal.ts'

/** What a column may be besides a role of the kind. */
const BESIDES = [
  'when',
  'start',
  'end',
  'year',
  'month',
  'day',
  'title',
  'modality',
  'least',
  'most',
  'quote',
  'url',
  'locator',
  'note',
  'ignore',
] as const

/** All that a column may be in a table of a kind. */
export const columnRoles = (kind: Kind): readonly string[] => [...Object.keys(definitionOf(kind).roles), ...BESIDES]

/** What a column of a table is taken for. */
export interface Mapped {
  column: string
  /** A role of the kind, one of `BESIDES`, or `kept`: what no role takes is kept in the note. */
  role: string
  /** `given`, or what it was guessed from. */
  why: 'given' | 'name' | 'name and values' | 'values' | 'no role' | 'personal'
}

const WORDS: Readonly<Record<string, string>> = {
  visitor: 'leader person name guest visitor who delegate traveller traveler individual politician dignitary',
  from: 'from country nation nationality state sender home origin sending country-of-visitor visitor-country visiting-country state1 country1 ccode1 side-a home-country from-country country-from leader-country',
  to: 'to destination host visited receiver receiving country-visited host-country destination-country to-country country-to state2 country2 ccode2 side-b where target',
  place: 'place city location town venue',
  sender: 'sender sending from sending-state sending-country state1 country1 ccode1',
  host: 'host receiver receiving to receiving-state receiving-country state2 country2 ccode2 destination',
  between:
    'between parties state1 state2 country1 country2 ccode1 ccode2 party party1 party2 side-a side-b state-a state-b country-a country-b',
  parties: 'parties party1 party2 participants with',
  person: 'person name leader envoy ambassador official',
  step: 'step event action type-of-event stage',
  type: 'type mission-type level',
  topic: 'topic subject title treaty matter',
  what: 'what measure kind description',
  by: 'by sender imposer',
  target: 'target receiver against',
  state: 'state country member ccode',
  body: 'body organisation organization igo',
  people: 'people community group',
  when: 'date when day-of-visit visit-date event-date dates time',
  start: 'start start-date from-date arrival arrival-date begin beginning date-start first-day date-from',
  end: 'end end-date to-date departure departure-date until date-end last-day date-to',
  year: 'year yr',
  month: 'month mon',
  day: 'day',
  title: 'office position role rank function post job visitor-title leader-title',
  modality: 'modality status',
  least: 'least minimum min low',
  most: 'most maximum max high',
  quote: 'quote quotation words excerpt',
  url: 'url link source-url web address website href',
  locator: 'locator id row page record reference ref visit-id event-id',
  note: 'note notes comment comments remark remarks purpose occasion details',
  ignore: '',
}

const SAMPLE = 60
const share = (cells: readonly string[], fits: (cell: string) => boolean): number => {
  const told = cells.filter(Boolean).slice(0, SAMPLE)
  return told.length ? told.filter(fits).length / told.length : 0
}
const isState = (cell: string): boolean =>
  /^\d{1,3}$/.test(cell)
    ? stateByCode('cow', cell) !== undefined
    : classOf(cell) === 'state' || resolve(cell).some(({ id, score }) => classOf(id) === 'state' && score >= 0.4)
/** Also a day that is none of the calendar is written as one. */
const isDate = (cell: string): boolean => {
  const read = dateOf(cell, 'unknown')
  return !('fault' in read) || read.fault !== 'no-date'
}

/** How far the values bear out what the name says: from 0 to 1; `undefined` where values say nothing. */
function borneOut(kind: Kind, role: string, cells: readonly string[]): number | undefined {
  const definition = definitionOf(kind).roles[role]
  if (definition?.holds === 'state') return share(cells, isState)
  if (definition?.values) return share(cells, (cell) => definition.values!.includes(cell))
  if (['when', 'start', 'end'].includes(role)) return share(cells, isDate)
  if (role === 'year') return share(cells, (cell) => /^\d{4}$/.test(cell))
  if (role === 'month') return share(cells, (cell) => /^(?:0?[1-9]|1[0-2])$/.test(cell))
  if (role === 'day') return share(cells, (cell) => /^(?:0?[1-9]|[12]\d|3[01])$/.test(cell))
  if (role === 'url') return share(cells, (cell) => /^https?:\/\//.test(cell))
  return undefined
}

const nameScore = (header: string, role: string): number => {
  const key = slug(header)
  if (key === role) return 1
  const words = (WORDS[role] ?? '').split(' ')
  if (words.includes(key)) return 0.9
  const parts = key.split('-')
  return parts.some((part) => part.length > 2 && (part === role || words.includes(part))) ? 0.5 : 0
}

interface Guess {
  column: number
  role: string
  score: number
  why: Mapped['why']
}

/** Reads `--map`: `Leader=visitor,Country=from`. Throws `incorrect` for a column or role that is none. */
export function mapOf(text: string, table: Table, kind: Kind): Map<number, string> {
  const known = columnRoles(kind)
  const given = new Map<number, string>()
  for (const part of text.split(',').filter((p) => p.trim())) {
    const cut = part.lastIndexOf('=')
    const [name, role] = [part.slice(0, cut).trim(), part.slice(cut + 1).trim()]
    const column = table.header.findIndex((h) => h.toLowerCase() === name.toLowerCase())
    const refuse = (message: string) => new ChanceryError('incorrect', '--map', message)
    if (cut < 0 || column < 0)
      throw refuse(
        `${JSON.stringify(part.trim())} names no column: write COLUMN=ROLE with one of ${table.header.join(', ')}`,
      )
    if (!known.includes(role))
      throw refuse(`${JSON.stringify(role)} is no role of ${kind}: write one of ${known.join(', ')}`)
    if (role !== 'ignore' && PERSONAL_COLUMN.test(table.header[column]!))
      throw refuse(`${table.header[column]} tells of a person's religion, ethnicity or health, which is not kept`)
    given.set(column, role)
  }
  return given
}

/** What each column is taken for: as given, else guessed from its name, and from its values where they can tell. */
export function mappingOf(table: Table, kind: Kind, given: ReadonlyMap<number, string> = new Map()): Mapped[] {
  const { roles } = definitionOf(kind)
  const wanted = [...new Set([...Object.keys(roles), ...BESIDES.filter((b) => b !== 'ignore')])]
  const cells = table.header.map((_, i) => table.rows.slice(0, 400).map((row) => row.cells[i] ?? ''))
  const guesses: Guess[] = []
  for (const [column, header] of table.header.entries()) {
    if (given.has(column) || PERSONAL_COLUMN.test(header)) continue
    for (const role of wanted) {
      const name = nameScore(header, role)
      const values = borneOut(kind, role, cells[column]!)
      if (!name || (values !== undefined && values < 0.5 && !(name === 1 && roles[role]?.key))) continue
      guesses.push({
        column,
        role,
        score: name + (values ?? 0) / 4,
        why: values === undefined ? 'name' : 'name and values',
      })
    }
  }
  const taken = new Map<number, Guess>()
  const used = new Set(given.values())
  const free = (role: string) => !used.has(role) || roles[role]?.list === true
  for (const guess of guesses.sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (taken.has(guess.column) || !free(guess.role)) continue
    taken.set(guess.column, guess)
    used.add(guess.role)
  }
  fillByValues(table, kind, cells, given, taken, used)
  return table.header.map((column, i): Mapped => {
    if (given.has(i)) return { column, role: given.get(i)!, why: 'given' }
    if (PERSONAL_COLUMN.test(column)) return { column, role: 'ignore', why: 'personal' }
    const guess = taken.get(i)
    return guess ? { column, role: guess.role, why: guess.why } : { column, role: 'kept', why: 'no role' }
  })
}

/** A key role that no name told is filled where one column alone has such values. */
function fillByValues(
  table: Table,
  kind: Kind,
  cells: readonly (readonly string[])[],
  given: ReadonlyMap<number, string>,
  taken: Map<number, Guess>,
  used: Set<string>,
): void {
  const { roles } = definitionOf(kind)
  const needed = [...Object.keys(roles).filter((role) => roles[role]!.key && roles[role]!.holds === 'state'), 'when']
  for (const role of needed) {
    if (used.has(role) || (role === 'when' && ['start', 'year'].some((r) => used.has(r)))) continue
    const fitting = table.header.flatMap((header, i) =>
      !taken.has(i) && !given.has(i) && !PERSONAL_COLUMN.test(header) && (borneOut(kind, role, cells[i]!) ?? 0) >= 0.8
        ? [i]
        : [],
    )
    if (fitting.length !== 1) continue
    taken.set(fitting[0]!, { column: fitting[0]!, role, score: 0, why: 'values' })
    used.add(role)
  }
}
