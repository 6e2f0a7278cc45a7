import { addDays, type Day, daysInMonth, type When, yearOf } from '../model/when.ts'

/** Whether the clause that a time belongs to looks back or ahead: it decides which "Monday" or "April" is meant. */
export type Side = 'past' | 'future'

const two = (n: number): string => String(n).padStart(2, '0')
export const yearText = (year: number): When => String(year).padStart(4, '0')
export const monthText = (year: number, month: number): When => `${yearText(year)}-${two(month)}`
export const dayText = (year: number, month: number, day: number): Day => `${monthText(year, month)}-${two(day)}`
export const monthOf = (day: Day): number => Number(day.slice(5, 7))
/** 0 is Monday. */
export const weekdayOf = (day: Day): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

/** The weekday nearest to the article's day on that side; the article's own day counts for both. */
export function weekdayNear(today: Day, weekday: number, side: Side): Day {
  const ahead = (weekday - weekdayOf(today) + 7) % 7
  return addDays(today, side === 'future' ? ahead : ahead === 0 ? 0 : ahead - 7)
}

/** Monday to Sunday of the week `shift` weeks from the day's own. */
export function weekOf(today: Day, shift: number): When {
  const monday = addDays(today, 7 * shift - weekdayOf(today))
  return `${monday}/${addDays(monday, 6)}`
}

export function monthShift(today: Day, shift: number): When {
  const index = yearOf(today) * 12 + monthOf(today) - 1 + shift
  return monthText(Math.floor(index / 12), (index % 12) + 1)
}

/** The year of a month or day that is named without one. */
export function yearNear(today: Day, month: number, day: number | undefined, side: Side): number {
  const year = yearOf(today)
  const there = day === undefined ? monthText(year, month) : dayText(year, month, day)
  const here = day === undefined ? today.slice(0, 7) : today
  if (side === 'past') return there > here ? year - 1 : year
  // A release may come out a few days after what it announces.
  return there < (day === undefined ? here : addDays(today, -LATE)) ? year + 1 : year
}
const LATE = 5

/** "early", "mid" or "late" of a year or month. */
export function thirdOf(when: When, part: string): When {
  const [year, month] = [Number(when.slice(0, 4)), Number(when.slice(5, 7))]
  if (when.includes('/') || when.length > 7) return when
  if (!month) {
    const [a, b] = part === 'early' ? [1, 4] : part === 'late' ? [9, 12] : [5, 8]
    return `${monthText(year, a)}/${monthText(year, b)}`
  }
  const last = daysInMonth(year, month)
  const [a, b] = part === 'early' ? [1, 10] : part === 'late' ? [21, last] : [11, 20]
  return `${dayText(year, month, a)}/${dayText(year, month, b)}`
}

/** The first or last part of a time that may be an interval. */
export const startOf = (when: When): When => when.split('/')[0] ?? when
export const endOf = (when: When): When => when.split('/').at(-1) ?? when

/** Names of months that are given names too. */
export const GIVEN_MONTHS: ReadonlySet<string> = new Set(['jan', 'april', 'june', 'august'])
export const MONTHS: Readonly<Record<string, number>> = {
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sept: 9,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
}
export const WEEKDAYS: Readonly<Record<string, number>> = {
  monday: 0,
  tuesday: 1,
  wednesday: 2,
  thursday: 3,
  friday: 4,
  saturday: 5,
  sunday: 6,
}
