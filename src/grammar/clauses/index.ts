import type { Clause, Sentence } from '../types.ts'
import { fillArguments, liftPhrases, settleExistential, settleSpeaker } from './arguments.ts'
import { shareAcross } from './coordination.ts'
import { blank, type Draft, type Work } from './draft.ts'
import { finish } from './finish.ts'
import { fillGap, lowerGap } from './gap.ts'
import { linkGovernors } from './govern.ts'
import { mended } from './mend.ts'
import { addNominals, linkLight } from './nominal.ts'
import { phrase } from './phrase.ts'
import { formOf, isPassive, predicateLemma } from './predicate.ts'
import { antecedentsOf, relatives } from './relative.ts'
import { settleSubject } from './subjects.ts'

/**
 * Every predication of a sentence with its voice undone: verbs, copulas and nominal events. Never throws; a wrong tree gives
 * wrong or missing participants, not an error. Clauses of verbs come first, heads before dependents, then nominal ones.
 */
export function clausesOf(sentence: Sentence): Clause[] {
  if (sentence.tokens.length === 0) return []
  const tree = mended(sentence)
  const work: Work = { tree, relatives: relatives(tree), drafts: [], verbs: new Map(), nouns: new Map() }
  for (const i of tree.order) {
    const form = formOf(tree, i)
    if (form) verbal(work, i, form)
  }
  for (const d of work.drafts) liftPhrases(work, d)
  shareAcross(work)
  addNominals(work)
  linkGovernors(work)
  linkLight(work)
  return finish(work)
}

function verbal(work: Work, i: number, form: Draft['form']): void {
  const d = blank(work, i, form, predicateLemma(work.tree, i))
  d.passive = isPassive(work.tree, i)
  fillArguments(work, d)
  settleExistential(work, d)
  if (work.relatives.clauses.has(i)) d.modifies = phrase(work.tree, antecedentsOf(work.tree, i)[0]!)
  fillGap(work, d)
  lowerGap(work, d)
  settleSpeaker(work, d)
  settleSubject(work, d)
}
