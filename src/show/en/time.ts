import { type Days, daysOf, EVER } from '../../model/when.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** One EDTF point: `2016-03-20` as "20 March 2016", `2016-03` as "March 2016". */
export function point(text: string): string {
  const [y, m, d] = text.split('-')
  const month = m && MONTHS[Number(m) - 1]
  return [d && String(Number(d)), month, y].filter(Boolean).join(' ')
}

/** A time as a phrase with its preposition: "on 20 March 2016", "from 20 to 22 March 2016", "before 1962". */
export function phrase(when: string | undefined): string {
  if (!when || !daysOf(when)) return ''
  const [a = '', b] = when.replaceAll('..', '').split('/')
  if (b === undefined) return `${a.length > 7 ? 'on' : 'in'} ${point(a)}`
  if (!a) return `by ${point(b)}`
  if (!b) return `since ${point(a)}`
  return `between ${point(a)} and ${point(b)}`
}

/** The days of a trip or term: "20–22 March 2016", "2 August 1923 – 4 March 1929". */
export function dates(when: string | undefined): string {
  if (!when || !daysOf(when)) return 'undated'
  const [a = '', b] = when.replaceAll('..', '').split('/')
  if (b === undefined) return point(a)
  if (!a) return `until ${point(b)}`
  if (!b) return `since ${point(a)}`
  if (a.length === 10 && a.slice(0, 7) === b.slice(0, 7)) return `${Number(a.slice(8))}–${point(b)}`
  return `${point(a)} – ${point(b)}`
}

/** A window of days as a phrase; all time is no words at all. */
export function window(days: Days): string {
  const open = { from: days.from === EVER.from, to: days.to === EVER.to }
  if (open.from && open.to) return ''
  if (days.from === days.to) return `on ${point(days.from)}`
  if (open.from) return `up to ${point(days.to)}`
  if (open.to) return `since ${point(days.from)}`
  const year = days.from.slice(0, 4)
  if (days.from === `${year}-01-01` && days.to === `${year}-12-31`) return `in ${year}`
  return `between ${point(days.from)} and ${point(days.to)}`
}

/** The years of a window, for gaps: "1948–2022". */
export const years = (days: Days): string => {
  const [from, to] = [days.from.slice(0, 4), days.to.slice(0, 4)]
  return from === to ? from : `${days.from === EVER.from ? '…' : from}–${days.to === EVER.to ? '…' : to}`
}
