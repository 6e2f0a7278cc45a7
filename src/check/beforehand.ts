import type { Claim } from '../model/claim.ts'
import { addDays, type Day, daysOf, EVER } from '../model/when.ts'
import { fillersOf, namedOf } from './terms.ts'

/** The past perfect looks back from another event: "no president had visited" leaves the visit out that the article tells. */
const PAST_PERFECT = /\bhad\b/

/** The event told may have begun some days before the day that the article gives for it. */
const DAYS_OF_A_TRIP = 14

/**
 * A claim that something had not happened before, with its time ended before the event of the same kind that the article itself
 * tells, if it tells one with a date, and for a visit else before the article's own days.
 */
export function beforehand(claim: Claim, context: readonly Claim[], date: Day): Claim {
  if (!PAST_PERFECT.test(claim.quote)) return claim
  const window = claim.when ? daysOf(claim.when) : EVER
  const starts = context.flatMap((other) => {
    const days = isTold(claim, other) ? daysOf(other.when!) : undefined
    return days && days.from !== EVER.from ? [days.from] : []
  })
  const first = starts
    .filter((day) => !window || (day > window.from && day <= window.to))
    .sort()
    .at(-1)
  // A visit of these days, which the article need not tell by itself.
  const told =
    first ?? (claim.kind === 'visit' && window && window.to >= addDays(date, -DAYS_OF_A_TRIP) ? date : undefined)
  if (!told || !window) return claim
  const end = addDays(told, -DAYS_OF_A_TRIP)
  const from = claim.when?.includes('/') ? claim.when.split('/')[0] : window.from === EVER.from ? '' : window.from
  return end < window.from ? claim : { ...claim, when: `${from}/${end}` }
}

const isTold = (claim: Claim, other: Claim): boolean =>
  other !== claim &&
  other.kind === claim.kind &&
  other.is === 'so' &&
  other.modality === 'happened' &&
  other.when !== undefined &&
  Object.keys(claim.roles).some((role) => sameIds(claim, other, role))

/** A role other than the subject that both fill with the same entities: the state visited. */
const sameIds = (a: Claim, b: Claim, role: string): boolean => {
  const ids = (c: Claim) =>
    namedOf(c.roles[role])
      .map((n) => n.id)
      .sort()
      .join()
  return fillersOf(a.roles[role]).length > 0 && ids(a) !== '' && ids(a) === ids(b)
}
