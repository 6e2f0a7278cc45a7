import { addDays, type Day, type When } from '../model/when.ts'
import { dayText, GIVEN_MONTHS, MONTHS, monthText, type Side, WEEKDAYS, weekdayNear, yearNear } from './calendar.ts'
import { bareNumber } from './number.ts'
import type { Word } from './words.ts'

/** How a time stands to the clause: at it, from it until now, up to it, after it, a stretch that ends with the article, or from it on. */
export type Stance = 'at' | 'since' | 'before' | 'after' | 'over' | 'from'

/** What relative times are relative to. */
export interface Clock {
  date?: Day
  /** The time that "then" stands for. */
  then?: When
}

export interface Found {
  to: number
  at: (side: Side) => When | undefined
  stance?: Stance
}
export type Rule = (w: readonly Word[], i: number, clock: Clock) => Found | undefined

export const low = (w: readonly Word[], i: number): string => w[i]?.low ?? ''
export const found = (to: number, at: Found['at'], stance?: Stance): Found => ({
  to,
  at,
  ...(stance ? { stance } : {}),
})
export const fixed = (to: number, when: When | undefined, stance?: Stance): Found => found(to, () => when, stance)
export const dated = (clock: Clock, f: (today: Day, side: Side) => When): Found['at'] => {
  const { date } = clock
  return date === undefined ? () => undefined : (side) => f(date, side)
}

export const yearIn = (word: Word | undefined): number | undefined =>
  word && /^(1[5-9]|20)\d\d$/.test(word.low) ? Number(word.low) : undefined
export const monthIn = (word: Word | undefined): number | undefined =>
  word && /^\p{Lu}/u.test(word.text) ? MONTHS[word.low.replace('.', '')] : undefined
export function dayIn(word: Word | undefined): number | undefined {
  const m = word && /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word.low)
  const day = m ? Number(m[1]) : 0
  return day >= 1 && day <= 31 ? day : undefined
}
export const isRange = (text: string): boolean => ['-', '–', '—', 'to', 'and', 'through', 'until'].includes(text)
const dot = (w: readonly Word[], i: number): number => (low(w, i) === '.' ? i + 1 : i)

/** A year after a day or month: "November 29, 1947". */
function yearAfter(w: readonly Word[], i: number): { year?: number; to: number } {
  const at = low(w, i) === ',' || low(w, i) === 'of' ? i + 1 : i
  const year = yearIn(w[at])
  return year === undefined ? { to: i } : { year, to: at + 1 }
}

/** "Nov. 1947"; a full stop that no year follows ends the sentence. */
function yearAfterDot(w: readonly Word[], i: number): { year?: number; to: number } {
  const after = yearAfter(w, dot(w, i))
  return after.year === undefined ? { to: i } : after
}

const onDay = (clock: Clock, month: number, day: number, year: number | undefined): Found['at'] =>
  year !== undefined
    ? () => dayText(year, month, day)
    : dated(clock, (today, side) => dayText(yearNear(today, month, day, side), month, day))
export const inMonth = (clock: Clock, month: number, year: number | undefined): Found['at'] =>
  year !== undefined
    ? () => monthText(year, month)
    : dated(clock, (today, side) => monthText(yearNear(today, month, undefined, side), month))
/** The end of days that have begun and go on: in the year of their beginning, or the next. */
const after = (a: When, b: When): When => {
  const same = `${a.slice(0, 4)}${b.slice(4)}`
  return same < a ? `${Number(a.slice(0, 4)) + 1}${b.slice(4)}` : same
}
const span = (from: Found['at'], until: Found['at']): Found['at'] => {
  return (side) => {
    const [a, b] = [from(side), until(side)]
    return a && b ? `${a}/${b < a ? after(a, b) : b}` : undefined
  }
}

export const ISO: Rule = (w, i) => {
  const year = yearIn(w[i])
  if (year === undefined || low(w, i + 1) !== '-' || low(w, i + 3) !== '-') return undefined
  const [month, day] = [Number(low(w, i + 2)), Number(low(w, i + 4))]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? fixed(i + 5, dayText(year, month, day)) : undefined
}

/** "July 13-16, 2022", "July 30 to August 2", "November 29, 1947", "May 2022", "May". */
export const monthFirst: Rule = (w, i, clock) => {
  const month = monthIn(w[i])
  if (month === undefined) return undefined
  const at = dot(w, i + 1)
  const day = dayIn(w[at])
  if (day === undefined || yearIn(w[at]) !== undefined) {
    const { year, to } = yearAfterDot(w, i + 1)
    const until = year !== undefined && isRange(low(w, to)) && monthIn(w[to + 1]) !== undefined ? to + 1 : undefined
    const end = until === undefined ? undefined : monthFirst(w, until, clock)
    if (end && dayIn(w[until! + 1]) === undefined) return found(end.to, span(inMonth(clock, month, year), end.at))
    return year === undefined && isNoMonth(w, i) ? undefined : found(to, inMonth(clock, month, year))
  }
  if (isRange(low(w, at + 1))) {
    const month2 = monthIn(w[at + 2]) ?? month
    const shift = monthIn(w[at + 2]) === undefined ? 2 : 3
    const day2 = dayIn(w[at + shift])
    if (day2 !== undefined && (month2 !== month || day2 > day)) {
      const { year, to } = yearAfter(w, at + shift + 1)
      return found(to, span(onDay(clock, month, day, year), onDay(clock, month2, day2, year)))
    }
  }
  const { year, to } = yearAfter(w, at + 1)
  return found(to, onDay(clock, month, day, year))
}
/** "*Jan* Peter Balkenende", "*April* Glaspie", "may": a month's name before a name is a given name, unless a word before it says otherwise. */
function isNoMonth(w: readonly Word[], i: number): boolean {
  if (monthContext(w, i)) return false
  if (low(w, i) === 'may') return true
  return GIVEN_MONTHS.has(low(w, i)) && /^\p{Lu}\p{Ll}/u.test(w[i + 1]?.text ?? '') && low(w, i - 1) !== 'the'
}
const monthContext = (w: readonly Word[], i: number): boolean =>
  ['in', 'of', 'since', 'by', 'until', 'before', 'last', 'next', 'this', 'early', 'mid', 'late', '-'].includes(
    low(w, i - 1),
  )

/** "29 November 1947", "14 and 17 July", "the thirteenth day of April". */
export const dayFirst: Rule = (w, i, clock) => {
  const spelt = dayIn(w[i]) === undefined ? bareNumber(w, i) : undefined
  const day = dayIn(w[i]) ?? (spelt?.ordinal && spelt.value <= 31 ? spelt.value : undefined)
  if (day === undefined) return undefined
  let at = spelt?.to ?? i + 1
  if (isRange(low(w, at)) && dayIn(w[at + 1]) !== undefined) {
    const day2 = dayIn(w[at + 1])!
    const month = monthIn(w[at + 2])
    if (month !== undefined && day2 > day) {
      const { year, to } = yearAfterDot(w, at + 3)
      return found(to, span(onDay(clock, month, day, year), onDay(clock, month, day2, year)))
    }
  }
  if (low(w, at) === 'day') at++
  if (low(w, at) === 'of') at++
  const month = monthIn(w[at])
  if (month === undefined) return undefined
  const { year, to } = yearAfterDot(w, at + 1)
  return found(to, onDay(clock, month, day, year))
}

/** "Wednesday", "last Monday", "Wednesday, July 10, 2019". */
export const weekday: Rule = (w, i, clock) => {
  const shifted = ['last', 'next', 'this'].includes(low(w, i))
  const at = shifted ? i + 1 : i
  const day = /^\p{Lu}/u.test(w[at]?.text ?? '') ? WEEKDAYS[low(w, at)] : undefined
  if (day === undefined) return undefined
  const comma = low(w, at + 1) === ',' || low(w, at + 1) === '(' ? at + 2 : at + 1
  const date = monthFirst(w, comma, clock) ?? dayFirst(w, comma, clock)
  if (date && !shifted) return date
  const side = low(w, i) === 'last' ? 'past' : low(w, i) === 'next' ? 'future' : undefined
  return found(
    at + 1,
    dated(clock, (today, s) => strictly(today, weekdayNear(today, day, side ?? s), side)),
  )
}
const strictly = (today: Day, day: Day, side: Side | undefined): Day =>
  side && day === today ? addDays(day, side === 'past' ? -7 : 7) : day
