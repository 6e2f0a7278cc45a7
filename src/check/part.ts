import type { Claim } from '../model/claim.ts'
import type { Question } from '../model/question.ts'
import type { Part } from '../model/verdict.ts'

/** A question that a claim asserts, or presupposes, with the claim's own words. */
export const part = (claim: Claim, question: Question, presupposed = false): Part => ({
  question,
  span: claim.span,
  presupposed,
})
