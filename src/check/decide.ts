import type { Claim, Unread } from '../model/claim.ts'
import type { CheckedPart, Outcome, Verdict } from '../model/verdict.ts'

/** Parts combine by this order: one refuted part refutes the whole, one open part leaves it open. */
const ORDER: readonly Outcome[] = ['refuted', 'disputed', 'not-understood', 'not-covered', 'supported']

/** The outcome of several taken together; what cannot be checked is set aside and decides only when alone. */
export function together(outcomes: readonly Outcome[]): Outcome {
  return (
    ORDER.find((o) => outcomes.includes(o)) ?? (outcomes.includes('not-checkable') ? 'not-checkable' : 'not-understood')
  )
}

/** A refuted presupposition refutes the claim, like any other part. */
export const outcomeOfParts = (parts: readonly CheckedPart[]): Outcome => together(parts.map((p) => p.answer.outcome))

/** How bad a verdict is for the one who wrote the sentence: worst first in every list. */
export const severity = (outcome: Outcome): number =>
  (['refuted', 'disputed', 'not-covered', 'not-understood', 'supported', 'not-checkable'] as Outcome[]).indexOf(outcome)

/**
 * The outcome of a whole text from its claims and what was not read. What a sentence only mentions ("his visit to Cuba was a
 * mistake") decides nothing by being so, and is set aside where something else is told; words that no rule read leave the text
 * not understood, unless they are plainly no matter of fact.
 */
export function outcomeOfText(
  claims: readonly { claim: Claim; verdict: Verdict }[],
  unread: readonly Unread[],
): Outcome {
  const told = claims.filter((c) => !c.claim.mentioned)
  const mentioned = claims.filter((c) => c.claim.mentioned && c.verdict.outcome === 'refuted')
  const open = unread.map((u): Outcome => (u.beyond ? 'not-checkable' : 'not-understood'))
  return together([...told, ...mentioned].map((c) => c.verdict.outcome).concat(open))
}
