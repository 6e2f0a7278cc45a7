import { addDays, type When, yearOf } from '../model/when.ts'
import { endOf, monthShift, monthText, type Side, startOf, thirdOf, weekOf, yearText } from './calendar.ts'
import {
  type Clock,
  dated,
  dayFirst,
  dayIn,
  type Found,
  fixed,
  found,
  ISO,
  inMonth,
  isRange,
  low,
  monthFirst,
  monthIn,
  type Rule,
  weekday,
  yearIn,
} from './date-rules.ts'
import { numberAt } from './number.ts'
import type { Word } from './words.ts'

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
  if (!edge || (low(w, the) === 'beginning' && low(w, the + 1) !== 'of')) return undefined
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
/** "The seventies": of the last century. */
const seventies: Rule = (w, i) => {
  const at = low(w, i) === 'the' ? i + 1 : i
  const k = at > i ? DECADES.indexOf(low(w, at)) : -1
  return k < 0 ? undefined : fixed(at + 1, `19${k + 2}0/19${k + 2}9`)
}
const DECADES = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties']

/** "This morning", "last night". */
const hours: Rule = (w, i, clock) => {
  const [a, b] = [low(w, i), low(w, i + 1)]
  const shift =
    a === 'this' && /^(?:morning|afternoon|evening)$/.test(b) ? 0 : a === 'last' && b === 'night' ? -1 : undefined
  return shift === undefined
    ? undefined
    : found(
        i + 2,
        dated(clock, (today) => addDays(today, shift)),
      )
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
  const range = isRange(low(w, i + 1)) && yearIn(w[i + 2]) !== undefined && low(w, i + 1) !== 'and'
  const ok = range || YEAR_BEFORE.has(low(w, i - 1)) || ['', '.', ',', ')', ';', ':', '?'].includes(low(w, i + 1))
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
  seventies,
  hours,
  then,
  year,
]
