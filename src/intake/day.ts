import { type Day, isDay } from '../model/when.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const dayOf = (year: string, month: number | string, day: string): Day | undefined => {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? text : undefined
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?=$|[T\s])/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?=$|T)/
const DAY_FIRST =
  /\b(\d{1,2})(?:st|nd|rd|th)?[\s-](?:of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?[\s-](\d{4})\b/i
const MONTH_FIRST =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/i

/**
 * The day that a machine-readable or written-out date names, as it stands in its own time zone: `2024-03-12T23:30:00+01:00`,
 * `20240312`, `Tue, 12 Mar 2024 09:00:00 GMT`, `March 12, 2024`. "3/4/2024" names none.
 */
export function dayIn(value: unknown): Day | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.trim().slice(0, 80)
  const iso = ISO.exec(text) ?? COMPACT.exec(text)
  if (iso) return dayOf(iso[1]!, iso[2]!, iso[3]!)
  const first = DAY_FIRST.exec(text)
  if (first) return dayOf(first[3]!, monthOf(first[2]!), first[1]!)
  const then = MONTH_FIRST.exec(text)
  return then ? dayOf(then[3]!, monthOf(then[1]!), then[2]!) : undefined
}

const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1

/** `en-GB`, `en_US`, `EN` as `en`; nothing for what is no language tag. */
export function languageTag(value: unknown): string | undefined {
  const found = typeof value === 'string' ? /^\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-]{1,20})?\s*$/.exec(value) : null
  return found ? found[1]!.toLowerCase() : undefined
}
