import type { Measure } from '../model/question.ts'
import { addDays, before, type Day, type Days } from '../model/when.ts'
import type { Event } from './order.ts'

type Order = Extract<Measure, { measure: 'first' | 'last' }>

/** "In 61 years" may be by calendar years, and so short of them by one; "nearly 90" by a tenth more. */
const slackOf = (years: number, short: true | undefined): number => 1 + (short ? years / 10 : 0)

/**
 * The day from which "since" looks, seen from the event of the one who is meant: after the last one before it of the person
 * named, or so many years back. Absent where no such event is told.
 */
export function beginningOfSince(q: Order, own: readonly Event[], events: readonly Event[]): Day | undefined {
  const { since } = q
  if (!since) return undefined
  for (const { days } of own.toSorted((a, b) => (a.days.from < b.days.from ? -1 : 1))) {
    const from =
      'years' in since
        ? yearsBack(days, since.years - slackOf(since.years, since.short))
        : afterLast(since.id, days, events)
    if (from) return from
  }
  return undefined
}

function afterLast(id: string, days: Days, events: readonly Event[]): Day | undefined {
  const last = events
    .filter((e) => e.role.includes(id) && e.entry.mark === 'in' && before(e.days, days))
    .map((e) => e.days.to)
    .sort()
    .at(-1)
  return last && addDays(last, 1)
}

const yearsBack = ({ from }: Days, years: number): Day | undefined =>
  years > 0 ? addDays(from, -Math.round(years * 365.25)) : undefined
