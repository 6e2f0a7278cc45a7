import type { Claim } from '../model/claim.ts'
import { definitionOf } from '../model/kinds/index.ts'
import { fillersOf } from './terms.ts'

/** Whether a claim tells a state of affairs (relations held, serving as) rather than an event. */
export function asksState(claim: Pick<Claim, 'kind' | 'roles'>): boolean {
  const { nature, holding } = definitionOf(claim.kind)
  return nature === 'state' && (holding?.includes(fillersOf(claim.roles.step)[0]?.label ?? '') ?? false)
}

/** The claim's roles with another step. */
export const withStep = (claim: Claim, step: string): Claim => ({
  ...claim,
  roles: { ...claim.roles, step: { is: 'words', label: step } },
})

const PAST = /(?<!\b(?:has|have|having) )\b(?:was|were|wasn['’]t|weren['’]t|had|hadn['’]t|did|didn['’]t)\b/i

/** A state of affairs told in the past without its time: "Golda Meir was prime minister" says nothing of the day it is written. */
export const undatedPast = (claim: Claim): boolean =>
  asksState(claim) && claim.when === undefined && PAST.test(claim.quote) && !/\b(?:never|ever)\b/i.test(claim.quote)
