import type { When } from '../../model/when.ts'
import type { Row, Term } from './answer.ts'

/** The item or statement that an address names: `Q736`. */
export const idIn = (term: Term | undefined): string | undefined =>
  term?.type === 'uri'
    ? /^https?:\/\/www\.wikidata\.org\/entity\/(?:statement\/)?([QPL]\d[\w-]*)$/.exec(term.value)?.[1]
    : undefined

/** Unknown value: a blank node, or the address that stands for one. */
const isUnknown = (term: Term): boolean => term.type === 'bnode' || /\/\.well-known\/genid\//.test(term.value)

/**
 * The three shapes of a snak, and its absence: a value; some value, of which nothing more is known; no value, which is told to be
 * none. Absent: nothing is told.
 */
export type Snak<T> = { is: 'value'; value: T } | { is: 'some' } | { is: 'none' } | undefined

/** The item that a variable holds; `NAMENone` says that it is told to be none. */
export function itemOf(row: Row, name: string): Snak<string> {
  if (isTrue(row[`${name}None`])) return { is: 'none' }
  const term = row[name]
  if (!term) return undefined
  if (isUnknown(term)) return { is: 'some' }
  const id = idIn(term)
  return id ? { is: 'value', value: id } : undefined
}

const isTrue = (term: Term | undefined): boolean => term?.value === 'true' || term?.value === '1'

export interface Told {
  when: When
  /** Told in the Julian calendar; the service gives days in the Gregorian one. */
  julian?: true
}

/** Why a time cannot be taken. */
export type BadTime = 'unknown-precision' | 'before-our-calendar' | 'no-such-day'

const JULIAN = 'http://www.wikidata.org/entity/Q1985786'
const TIME = /^\+?(-?\d{4,})-(\d{2})-(\d{2})T/

/** The time that a variable holds, no finer than its precision; a `BadTime` where it cannot be taken. */
export function timeOf(row: Row, name: string): Snak<Told | BadTime> {
  if (isTrue(row[`${name}None`])) return { is: 'none' }
  const term = row[name]
  if (!term) return undefined
  if (isUnknown(term)) return { is: 'some' }
  const when = whenOf(term.value, Number(row[`${name}Precision`]?.value ?? Number.NaN))
  const julian = row[`${name}Calendar`]?.value === JULIAN
  if (when === 'unknown-precision' || when === 'before-our-calendar' || when === 'no-such-day')
    return { is: 'value', value: when }
  return { is: 'value', value: { when, ...(julian && { julian }) } }
}

const four = (year: number): string => String(year).padStart(4, '0')
const span = (from: number, to: number): When => `${four(from)}/${four(to)}`

/** Precisions of Wikibase: 7 a century, 8 a decade, 9 a year, 10 a month, 11 a day, and finer ones. */
function whenOf(text: string, precision: number): When | BadTime {
  const found = TIME.exec(text)
  if (!found) return 'no-such-day'
  const [, y = '', month, day] = found
  const year = Number(y)
  if (year < 1 || year > 9999) return 'before-our-calendar'
  if (precision >= 11) return `${four(year)}-${month}-${day}`
  if (precision === 10) return `${four(year)}-${month}`
  if (precision === 9) return four(year)
  if (precision === 8) return span(year - (year % 10), year - (year % 10) + 9)
  if (precision === 7) return span(Math.floor((year - 1) / 100) * 100 + 1, Math.floor((year - 1) / 100) * 100 + 100)
  return 'unknown-precision'
}

export const textOf = (row: Row, name: string): string | undefined => row[name]?.value

/** An English label; the service gives an item's own id where there is none. */
export function labelOf(row: Row, name: string): string | undefined {
  const label = row[`${name}Label`]?.value.trim()
  return label && !/^Q\d+$/.test(label) ? label : undefined
}

/** Deprecated statements are known to be wrong; the query leaves them out, saved answers may not. */
export type Rank = 'preferred' | 'normal' | 'deprecated'
export function rankOf(row: Row): Rank {
  const name = row.rank?.value.split('#').at(-1)
  return name === 'PreferredRank' ? 'preferred' : name === 'DeprecatedRank' ? 'deprecated' : 'normal'
}
