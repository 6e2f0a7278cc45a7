import type { Clause, Participant } from '../grammar/types.ts'

/** "A joined B *in condemning* C": the act of both. */
export const joinsIn = (c: Clause, above: Clause | undefined): boolean =>
  c.form === 'verb' && c.mark === 'in' && c.tense === 'none' && above?.form === 'verb' && above.lemma === 'join'

/** Clauses in which those who join somebody in an act do it with whom they join. */
export function withCompany(clauses: readonly Clause[]): readonly Clause[] {
  const above = (c: Clause) => (c.governor === undefined ? undefined : clauses[c.governor])
  if (!clauses.some((c) => joinsIn(c, above(c)))) return clauses
  return clauses.map((c) => {
    const join = above(c)
    if (!join || !joinsIn(c, join)) return c
    const both = [...join.subjects, ...join.objects].map((s): Participant => ({ ...s, shared: 'control' }))
    return { ...c, subjects: both }
  })
}
