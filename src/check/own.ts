import type { Claim } from '../model/claim.ts'
import type { Select } from '../model/question.ts'
import { addDays, type Days, daysOf, EVER } from '../model/when.ts'
import { claimedDays, companionOf } from './order.ts'
import { part } from './part.ts'
import type { Context, Proposal } from './propose.ts'
import { selectOf, subjectRole } from './single.ts'
import { type At, namedOf } from './terms.ts'

/** As the reader marks the first or last of somebody's own: "his first visit to Cuba". */
export const OWN = 'rank/own'

const [THEN, EVER_SINCE] = ['of those made in the office named', 'of all that were made, before that office too']

/**
 * The first, or last, of somebody's own: that there was none of theirs before, or after, the one that is told; where its time is
 * not told, that there was no more than one by the article's day. Who is called by an office is asked of in that office, and at all.
 */
export function partsOfOwn(claim: Claim, context: Context, at: At): Proposal[] {
  const by = subjectRole(claim)
  if (!by) return [{ exit: 'not-understood', reason: 'it is not said whose first it is' }]
  const since = claim.when?.endsWith('/') ? daysOf(claim.when.slice(0, -1)) : undefined
  const claimed = claimedDays(claim, companionOf(claim, context, by), since)
  if (!claimed && claim.is === 'last') return [{ exit: 'not-understood', reason: 'when the last was is not told' }]
  const set = selectOf(claim, at, windowOf(claim.is === 'last', since, claimed, at))
  const ask = (select: Select) =>
    part(
      claim,
      claimed ? { measure: 'exactly', set: select, expects: [] } : { measure: 'count', set: select, expects: ONE },
    )
  const [named] = namedOf(claim.roles[by])
  if (!named?.as) return [{ parts: [ask(set)] }]
  const inOffice: Select = { ...set, roles: { ...set.roles, [by]: { id: named.id, as: named.as } } }
  return [
    { definition: THEN, parts: [ask(inOffice)] },
    { definition: EVER_SINCE, parts: [ask(set)] },
  ]
}
const ONE = { least: null, most: 1 }

function windowOf(last: boolean, since: Days | undefined, claimed: Days | undefined, at: At): Days {
  const from = since ? addDays(since.to, 1) : EVER.from
  if (!claimed) return { from, to: at.asOf }
  return last ? { from: addDays(claimed.to, 1), to: at.asOf } : { from, to: addDays(claimed.from, -1) }
}
