/**
 * A time as an EDTF string (ISO 8601-2, level 0 with open ends): `1947-11-29`, `2022-05`, `2014-07/2014-12`, `/1962`, `1996/`.
 * It is never finer than its source. Days are ISO strings, which sort as text; an open end is `0000-01-01` or `9999-12-31`.
 */
export type When = string
/** A calendar day, `YYYY-MM-DD`. */
export type Day = string

/** The days that a `When` may touch, both included. */
export interface Days {
  from: Day
  to: Day
}

export const EVER: Days = { from: '0000-01-01', to: '9999-12-31' }

const POINT = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && leap(year) ? 29 : (LENGTHS[month - 1] ?? 0)

function point(text: string): Days | undefined {
  const m = POINT.exec(text)
  if (!m) return undefined
  const [, y, mo, d] = m
  if (!mo) return { from: `${y}-01-01`, to: `${y}-12-31` }
  const length = daysInMonth(Number(y), Number(mo))
  if (!length) return undefined
  if (!d) return { from: `${y}-${mo}-01`, to: `${y}-${mo}-${length}` }
  return Number(d) >= 1 && Number(d) <= length ? { from: text, to: text } : undefined
}

/** The days of a `When`; `undefined` when the text is no such time (30 February, a month 13, an end before its start). */
export function daysOf(when: When): Days | undefined {
  const slash = when.indexOf('/')
  if (slash < 0) return point(when)
  const [a, b] = [when.slice(0, slash).replace('..', ''), when.slice(slash + 1).replace('..', '')]
  const from = a ? point(a)?.from : EVER.from
  const to = b ? point(b)?.to : EVER.to
  return from && to && from <= to ? { from, to } : undefined
}

/** Whether the text is a real calendar day. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && point(text) !== undefined

export const meets = (a: Days, b: Days): boolean => a.from <= b.to && b.from <= a.to
export const inside = (inner: Days, outer: Days): boolean => inner.from >= outer.from && inner.to <= outer.to
/** Every day of `a` lies before every day of `b`. */
export const before = (a: Days, b: Days): boolean => a.to < b.from

export function intersect(a: Days, b: Days): Days | undefined {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to < b.to ? a.to : b.to
  return from <= to ? { from, to } : undefined
}

/** The day `n` days after (or before, if negative) a day; the open ends stay where they are. */
export function addDays(day: Day, n: number): Day {
  if (day === EVER.from || day === EVER.to) return day
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + n)
  return date.toISOString().slice(0, 10)
}

/** What remains of `whole` when `parts` are taken away, in order. */
export function minus(whole: Days, parts: readonly Days[]): Days[] {
  const out: Days[] = []
  let from = whole.from
  for (const p of [...parts].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (p.to < from || p.from > whole.to) continue
    if (p.from > from) out.push({ from, to: addDays(p.from, -1) })
    if (p.to >= whole.to) return out
    from = addDays(p.to, 1)
  }
  return [...out, { from, to: whole.to }]
}

/** The year of a day as a number. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4))
