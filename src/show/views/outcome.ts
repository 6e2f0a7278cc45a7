import type { Outcome } from '../../model/verdict.ts'

/** Outcomes as all shells call them. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  refuted: 'refuted',
  disputed: 'disputed',
  'not-covered': 'not covered',
  'not-understood': 'not understood',
  supported: 'supported',
  'not-checkable': 'not checkable',
}

/** A sign beside the word, told apart without colour. */
export const OUTCOME_MARKS: Readonly<Record<Outcome, string>> = {
  refuted: '✗',
  disputed: '≠',
  'not-covered': '?',
  'not-understood': '…',
  supported: '✓',
  'not-checkable': '–',
}
