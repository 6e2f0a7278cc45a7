import type { CheckedPart, Outcome } from '../model/verdict.ts'

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
