import type { Claim } from '../model/claim.ts'
import type { Question, Select, SetExpr } from '../model/question.ts'
import type { Proposal } from './propose.ts'
import { onSoil, SOIL } from './soil.ts'

/** A question with every selection of facts in its sets changed. */
export function mapSelects(q: Question, change: (select: Select) => Select): Question {
  const each = (set: SetExpr): SetExpr => {
    switch (set.op) {
      case 'select':
        return change(set)
      case 'and':
      case 'or':
        return { ...set, of: set.of.map(each) }
      case 'minus':
        return { ...set, from: each(set.from), less: each(set.less) }
      case 'occupants':
        return { ...set, of: each(set.of) }
      case 'members':
        return set
    }
  }
  return { ...q, set: each(q.set) } as Question
}

const soiled = (select: Select): Select =>
  select.kind === 'visit' && select.roles.to
    ? { ...select, roles: { ...select.roles, to: onSoil(select.roles.to) } }
    : select

/**
 * Of a visit to a state on whose soil another was before: the likeliest reading counts visits to that one too; another, to the
 * state itself alone.
 */
export function withSoil(claim: Claim, proposals: readonly Proposal[]): Proposal[] {
  if (claim.kind !== 'visit') return [...proposals]
  return proposals.flatMap((p): Proposal[] => {
    if (!('parts' in p)) return [p]
    const parts = p.parts.map((part) => ({ ...part, question: mapSelects(part.question, soiled) }))
    if (JSON.stringify(parts) === JSON.stringify(p.parts)) return [p]
    const named = (words: string) => (p.definition ? `${p.definition}; ${words}` : words)
    return [
      { definition: named(`with the states before it on its soil: ${SOIL}`), parts },
      { definition: named('the state itself alone'), parts: p.parts },
    ]
  })
}
