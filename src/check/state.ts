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
