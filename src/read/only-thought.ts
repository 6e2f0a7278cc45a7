import type { Span } from '../model/span.ts'
import type { Draft } from './draft.ts'

/** What is done to a deed that need not have been done: "criminalises the normalisation of ties", "oppose a visit". */
const WITHOUT_DOING = new Set(
  `criminalize criminalise ban prohibit outlaw forbid oppose reject prevent block hinder obstruct delay postpone freeze halt shelve discuss
  consider contemplate envisage envision seek demand urge encourage promote favor favour advocate facilitate enable permit allow
  authorize authorise legalize legalise condition preclude exclude explore debate fear resist boycott`.split(/\s+/),
)
/** How many heads lie between a noun and the verb that it is done to: "criminalises *normalisation* of *relations*". */
const STEPS = 3

/** Of a claim made of a noun, the verb above it by which the deed is not told as done. */
export function onlyThought(d: Draft): Span | undefined {
  const { line, clause } = d.match.site
  if (clause.form !== 'noun' || d.modality === 'planned' || d.modality === 'proposed') return undefined
  let at = clause.predicate
  for (let n = 0; n < STEPS && at >= 0; n++) {
    const t = line.tokens[at]!
    if (t.upos === 'VERB' && WITHOUT_DOING.has(t.lemma.toLowerCase())) return { start: t.start, end: t.end }
    if (n && t.upos === 'VERB') return undefined
    if (!/^(?:obj|nmod|conj|compound|obl|nsubj:pass)/.test(t.deprel)) return undefined
    at = t.head
  }
  return undefined
}
