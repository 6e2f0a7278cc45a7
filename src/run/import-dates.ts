import { daysOf, type When } from '../model/when.ts'

/** Whether 03/04 is 3 April (`dmy`) or March 4th (`mdy`); `unknown` where a table does not tell. */
export type DateOrder = 'dmy' | 'mdy' | 'unknown'

export type ReadDate = { when: When; coarse?: true } | { fault: 'no-date' | 'no-such-day' | 'end-before-start' }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1
const two = (n: number | string): string => String(n).padStart(2, '0')
const NUMBERED = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/

/** In which order a column of dates writes day and month, from the dates that can be read only one way. */
export function orderOf(cells: readonly string[]): DateOrder {
  let [dmy, mdy] = [0, 0]
  for (const cell of cells) {
    const m = NUMBERED.exec(cell.trim())
    if (!m) continue
    if (Number(m[1]) > 12 && Number(m[2]) <= 12) dmy++
    if (Number(m[2]) > 12 && Number(m[1]) <= 12) mdy++
  }
  return dmy && !mdy ? 'dmy' : mdy && !dmy ? 'mdy' : 'unknown'
}

const valid = (when: When): ReadDate => (daysOf(when) ? { when } : { fault: 'no-such-day' })

/** A cell as a time, no finer than it is written. Where day and month cannot be told apart, only the year is kept (`coarse`). */
export function dateOf(cell: string, order: DateOrder): ReadDate {
  const text = cell.trim().replace(/\s+/g, ' ').replace(/[–—]/g, '-')
  if (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)) return valid(text)
  const iso = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/.exec(text)
  if (iso) return valid(iso[1]!)
  const slashed = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text)
  if (slashed) return valid(`${slashed[1]}-${two(slashed[2]!)}-${two(slashed[3]!)}`)
  if (/^[\d-]{0,10}\/[\d-]{0,10}$|^[\d-]{4,10}\/\.\.$/.test(text) && text.length > 5) return interval(text)
  return numbered(text, order) ?? worded(text) ?? { fault: 'no-date' }
}

function interval(text: string): ReadDate {
  if (daysOf(text)) return { when: text }
  const [a = '', b = ''] = text.split('/')
  return a && b && daysOf(a) && daysOf(b) ? { fault: 'end-before-start' } : { fault: 'no-such-day' }
}

function numbered(text: string, order: DateOrder): ReadDate | undefined {
  const m = NUMBERED.exec(text)
  if (!m) return undefined
  const [a, b, year] = [Number(m[1]), Number(m[2]), m[3]!]
  const dmy = order === 'dmy' || (order === 'unknown' && a > 12) || a === b
  const mdy = order === 'mdy' || (order === 'unknown' && b > 12)
  if (dmy) return valid(`${year}-${two(b)}-${two(a)}`)
  if (mdy) return valid(`${year}-${two(a)}-${two(b)}`)
  return a >= 1 && b >= 1 ? { when: year, coarse: true } : { fault: 'no-such-day' }
}

const MONTH = '([A-Za-z]{3,9})\\.?'
const DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?(?: ?- ?(\\d{1,2})(?:st|nd|rd|th)?)? ${MONTH},? (\\d{4})$`)
const MONTH_FIRST = new RegExp(`^${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?: ?- ?(\\d{1,2})(?:st|nd|rd|th)?)?,? (\\d{4})$`)
const MONTH_ALONE = new RegExp(`^${MONTH},? (\\d{4})$`)

function worded(text: string): ReadDate | undefined {
  const first = DAY_FIRST.exec(text)
  if (first) return dayOf(first[4]!, first[3]!, first[1]!, first[2])
  const second = MONTH_FIRST.exec(text)
  if (second) return dayOf(second[4]!, second[1]!, second[2]!, second[3])
  const alone = MONTH_ALONE.exec(text)
  const month = alone && monthOf(alone[1]!)
  return month ? { when: `${alone[2]}-${two(month)}` } : undefined
}

function dayOf(year: string, word: string, from: string, to: string | undefined): ReadDate | undefined {
  const month = monthOf(word)
  if (!month) return undefined
  const start = `${year}-${two(month)}-${two(from)}`
  if (to === undefined || to === from) return valid(start)
  return interval(`${start}/${year}-${two(month)}-${two(to)}`)
}

/** From the first day to the last, each as it is written. */
export function spanOf(start: ReadDate, end: ReadDate | undefined): ReadDate {
  if (!end || 'fault' in start) return start
  if ('fault' in end) return end
  const coarse = start.coarse || end.coarse ? { coarse: true as const } : {}
  if (start.when.includes('/') || end.when.includes('/')) return { fault: 'no-date' }
  if (start.when === end.when) return { when: start.when, ...coarse }
  const when = `${start.when}/${end.when}`
  return daysOf(when) ? { when, ...coarse } : { fault: 'end-before-start' }
}
