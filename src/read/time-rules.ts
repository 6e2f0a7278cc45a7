import { addDays, type Day, type When, yearOf } from '../model/when.ts'
import {
  dayText,
  endOf,
  MONTHS,
  monthShift,
  monthText,
  type Side,
  startOf,
  thirdOf,
  WEEKDAYS,
  weekdayNear,
  weekOf,
  yearNear,
  yearText,
} from './calendar.ts'
import { bareNumber, numberAt } from './number.ts'
import type { Word } from './words.ts'

/** How a time stands to the clause: at it, from it on, up to it, or a stretch that ends with the article. */
export type Stance = 'at' | 'since' | 'before' | 'after' | 'over'

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
const found = (to: number, at: Found['at'], stance?: Stance): Found => ({ to, at, ...(stance ? { stance } : {}) })
const fixed = (to: number, when: When | undefined, stance?: Stance): Found => found(to, () => when, stance)
const dated = (clock: Clock, f: (today: Day, side: Side) => When): Found['at'] => {
  const { date } = clock
  return date === undefined ? () => undefined : (side) => f(date, side)
}

const yearIn = (word: Word | undefined): number | undefined =>
  word && /^(1[5-9]|20)\d\d$/.test(word.low) ? Number(word.low) : undefined
const monthIn = (word: Word | undefined): number | undefined =>
  word && /^\p{Lu}/u.test(word.text) ? MONTHS[word.low.replace('.', '')] : undefined
function dayIn(word: Word | undefined): number | undefined {
  const m = word && /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word.low)
  const day = m ? Number(m[1]) : 0
  return day >= 1 && day <= 31 ? day : undefined
}
const isRange = (text: string): boolean => ['-', '–', '—', 'to', 'and', 'through', 'until'].includes(text)
const dot = (w: readonly Word[], i: number): number => (low(w, i) === '.' ? i + 1 : i)

/** A year after a day or month: "November 29, 1947". */
function yearAfter(w: readonly Word[], i: number): { year?: number; to: number } {
  const at = low(w, i) === ',' || low(w, i) === 'of' ? i + 1 : i
  const year = yearIn(w[at])
  return year === undefined ? { to: i } : { year, to: at + 1 }
}

const onDay = (clock: Clock, month: number, day: number, year: number | undefined): Found['at'] =>
  year !== undefined
    ? () => dayText(year, month, day)
    : dated(clock, (today, side) => dayText(yearNear(today, month, day, side), month, day))
const inMonth = (clock: Clock, month: number, year: number | undefined): Found['at'] =>
  year !== undefined
    ? () => monthText(year, month)
    : dated(clock, (today, side) => monthText(yearNear(today, month, undefined, side), month))
const span = (from: Found['at'], until: Found['at']): Found['at'] => {
  return (side) => {
    const [a, b] = [from(side), until(side)]
    return a && b ? `${a}/${b}` : undefined
  }
}

const ISO: Rule = (w, i) => {
  const year = yearIn(w[i])
  if (year === undefined || low(w, i + 1) !== '-' || low(w, i + 3) !== '-') return undefined
  const [month, day] = [Number(low(w, i + 2)), Number(low(w, i + 4))]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? fixed(i + 5, dayText(year, month, day)) : undefined
}

/** "July 13-16, 2022", "July 30 to August 2", "November 29, 1947", "May 2022", "May". */
const monthFirst: Rule = (w, i, clock) => {
  const month = monthIn(w[i])
  if (month === undefined) return undefined
  const at = dot(w, i + 1)
  const day = dayIn(w[at])
  if (day === undefined || yearIn(w[at]) !== undefined) {
    const { year, to } = yearAfter(w, at)
    return year === undefined && low(w, i) === 'may' && !monthContext(w, i)
      ? undefined
      : found(to, inMonth(clock, month, year))
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
const monthContext = (w: readonly Word[], i: number): boolean =>
  ['in', 'of', 'since', 'by', 'until', 'before', 'last', 'next', 'this', 'early', 'mid', 'late', '-'].includes(
    low(w, i - 1),
  )

/** "29 November 1947", "14 and 17 July", "the thirteenth day of April". */
const dayFirst: Rule = (w, i, clock) => {
  const spelt = dayIn(w[i]) === undefined ? bareNumber(w, i) : undefined
  const day = dayIn(w[i]) ?? (spelt?.ordinal && spelt.value <= 31 ? spelt.value : undefined)
  if (day === undefined) return undefined
  let at = spelt?.to ?? i + 1
  if (isRange(low(w, at)) && dayIn(w[at + 1]) !== undefined) {
    const day2 = dayIn(w[at + 1])!
    const month = monthIn(w[at + 2])
    if (month !== undefined && day2 > day) {
      const { year, to } = yearAfter(w, dot(w, at + 3))
      return found(to, span(onDay(clock, month, day, year), onDay(clock, month, day2, year)))
    }
  }
  if (low(w, at) === 'day') at++
  if (low(w, at) === 'of') at++
  const month = monthIn(w[at])
  if (month === undefined) return undefined
  const { year, to } = yearAfter(w, dot(w, at + 1))
  return found(to, onDay(clock, month, day, year))
}

/** "Wednesday", "last Monday", "Wednesday, July 10, 2019". */
const weekday: Rule = (w, i, clock) => {
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

const SHIFTS: Readonly<Record<string, number>> = {
  this: 0,
  last: -1,
  past: -1,
  previous: -1,
  next: 1,
  coming: 1,
  the: 0,
}
/** "this week", "last month", "later this year". */
const shifted: Rule = (w, i, clock) => {
  const shift = low(w, i) === 'the' ? undefined : SHIFTS[low(w, i)]
  const unit = low(w, i + 1)
  if (shift === undefined) return undefined
  if (unit === 'week')
    return found(
      i + 2,
      dated(clock, (today) => weekOf(today, shift)),
    )
  if (unit === 'month')
    return found(
      i + 2,
      dated(clock, (today) => monthShift(today, shift)),
    )
  if (unit === 'year')
    return found(
      i + 2,
      dated(clock, (today) => yearText(yearOf(today) + shift)),
    )
  if (unit === 'weekend') {
    return found(
      i + 2,
      dated(clock, (today) => `${addDays(endOf(weekOf(today, shift)), -1)}/${endOf(weekOf(today, shift))}`),
    )
  }
  const month = monthIn(w[i + 1])
  if (month === undefined) return undefined
  const side: Side | undefined = shift < 0 ? 'past' : shift > 0 ? 'future' : undefined
  return found(i + 2, (s) => inMonth(clock, month, undefined)(side ?? s))
}

const NAMED: Readonly<Record<string, number>> = {
  today: 0,
  tonight: 0,
  now: 0,
  currently: 0,
  yesterday: -1,
  tomorrow: 1,
}
const named: Rule = (w, i, clock) => {
  const shift = Object.hasOwn(NAMED, low(w, i)) ? NAMED[low(w, i)] : undefined
  return shift === undefined
    ? undefined
    : found(
        i + 1,
        dated(clock, (today) => addDays(today, shift)),
      )
}

/** "a year ago", "over sixty years ago", "three days earlier" is left alone: it counts from another day. */
const ago: Rule = (w, i, clock) => {
  const article = low(w, i) === 'a' || low(w, i) === 'an'
  const n = article ? undefined : numberAt(w, i)
  const at = article ? i + 1 : n?.to
  if (at === undefined || low(w, at + 1) !== 'ago') return undefined
  const back = unitsBack(clock, low(w, at), article ? 1 : n!.value)
  if (!back) return undefined
  const over = n && n.amount.most === null
  const short = n && n.amount.least === null
  return found(at + 2, (side) => {
    const when = back(side)
    return when && (over ? `/${when}` : short ? `${when}/` : when)
  })
}
function unitsBack(clock: Clock, unit: string, n: number): Found['at'] | undefined {
  if (/^years?$/.test(unit)) return dated(clock, (today) => yearText(yearOf(today) - n))
  if (/^decades?$/.test(unit)) return dated(clock, (today) => yearText(yearOf(today) - 10 * n))
  if (/^centur(y|ies)$/.test(unit)) return dated(clock, (today) => yearText(yearOf(today) - 100 * n))
  if (/^months?$/.test(unit)) return dated(clock, (today) => monthShift(today, -n))
  if (/^weeks?$/.test(unit)) return dated(clock, (today) => weekOf(today, -n))
  if (/^days?$/.test(unit)) return dated(clock, (today) => addDays(today, -n))
  return undefined
}

/** "over the past 50 years", "in the last two weeks": a stretch up to the article's date. */
const stretch: Rule = (w, i, clock) => {
  const at = low(w, i) === 'the' ? i + 1 : i
  if (low(w, at) !== 'past' && low(w, at) !== 'last') return undefined
  const n = numberAt(w, at + 1)
  const unit = low(w, n?.to ?? at + 1)
  const count = n?.value ?? (unit === 'decade' || unit === 'century' ? 1 : undefined)
  const back = count === undefined ? undefined : unitsBack(clock, unit, count)
  if (!back || (n && n.from !== at + 1)) return undefined
  return found(
    (n?.to ?? at + 1) + 1,
    (side) => {
      const from = back(side)
      return from && clock.date ? `${startOf(from)}/${clock.date.slice(0, startOf(from).length)}` : undefined
    },
    'over',
  )
}

/** "the second half of 2014", "early November", "mid-2019", "the 1990s", "the end of March". */
const part: Rule = (w, i, clock) => {
  const the = low(w, i) === 'the' ? i + 1 : i
  const half = ['first', 'second', 'third', 'fourth'].indexOf(low(w, the))
  const unit = low(w, the + 1)
  if (half >= 0 && (unit === 'half' || unit === 'quarter') && low(w, the + 2) === 'of') {
    const year = shifted(w, the + 3, clock) ?? bareYear(w, the + 3, clock)
    const months = unit === 'half' ? 6 : 3
    return year && found(year.to, (side) => slice(year.at(side), half, months))
  }
  const edge = EDGES[low(w, the)]
  if (!edge) return undefined
  const skip = [low(w, the + 1), low(w, the + 2)].join(' ')
  const at =
    the + (skip === 'of the' || skip === 'in the' ? 3 : ['-', 'in', 'of', 'this'].includes(low(w, the + 1)) ? 2 : 1)
  const inner = decade(w, at, clock) ?? monthFirst(w, at, clock) ?? bareYear(w, at, clock) ?? shifted(w, at, clock)
  if (!inner || monthDay(w, at)) return undefined
  return found(inner.to, (side) => {
    const when = inner.at(side)
    return when && thirdOf(when, edge)
  })
}
const EDGES: Readonly<Record<string, string>> = {
  early: 'early',
  mid: 'mid',
  late: 'late',
  beginning: 'early',
  end: 'late',
}
const monthDay = (w: readonly Word[], i: number): boolean =>
  monthIn(w[i]) !== undefined && dayIn(w[i + 1]) !== undefined
function slice(year: When | undefined, index: number, months: number): When | undefined {
  if (year?.length !== 4) return undefined
  const first = index * months + 1
  return first + months - 1 > 12
    ? undefined
    : `${monthText(Number(year), first)}/${monthText(Number(year), first + months - 1)}`
}

const decade: Rule = (w, i) => {
  const at = low(w, i) === 'the' ? i + 1 : i
  const m = /^((?:1[5-9]|20)\d0)s$/.exec(low(w, at))
  return m ? fixed(at + 1, `${m[1]}/${Number(m[1]) + 9}`) : undefined
}
const bareYear: Rule = (w, i) => {
  const year = yearIn(w[i])
  if (year === undefined) return undefined
  const and = low(w, i + 1) === 'and'
  const last = isRange(low(w, i + 1)) && (!and || low(w, i - 1) === 'between') ? yearIn(w[i + 2]) : undefined
  return last !== undefined && last > year ? fixed(i + 3, `${year}/${last}`) : fixed(i + 1, String(year))
}
/** A year stands alone only where the words around it make it one: "2000 troops" is a number. */
const year: Rule = (w, i, clock) => {
  if (yearIn(w[i]) === undefined) return undefined
  const ok = YEAR_BEFORE.has(low(w, i - 1)) || ['', '.', ',', ')', ';', ':', '?'].includes(low(w, i + 1))
  return ok && !'$€£'.includes(low(w, i - 1) || ' ') ? bareYear(w, i, clock) : undefined
}
const YEAR_BEFORE = new Set([
  ...['in', 'since', 'by', 'until', 'till', 'before', 'after', 'from', 'of', 'during', 'for', 'to', 'and', 'year'],
  ...['a', 'the', '(', 'between', 'around', 'circa', 'through', 'back', 'its', 'their', 'his'],
])
const then: Rule = (w, i, clock) => {
  const words = low(w, i) === 'then' || (low(w, i) === 'that' && low(w, i + 1) === 'time')
  return words && clock.then && low(w, i - 1) === 'since'
    ? fixed(i + (low(w, i) === 'then' ? 1 : 2), clock.then)
    : undefined
}

export const RULES: readonly Rule[] = [
  ISO,
  part,
  stretch,
  ago,
  weekday,
  monthFirst,
  dayFirst,
  shifted,
  named,
  decade,
  then,
  year,
]
