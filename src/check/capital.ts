import type { Claim } from '../model/claim.ts'
import type { Question, SetExpr } from '../model/question.ts'
import type { Proposal } from './propose.ts'
import { namedOf } from './terms.ts'

const STANDS = 'the capital stands for its state where a list of visits names no town'

/** Whether the state that was gone to is told by its capital alone: "visited Washington". */
function byCapital({ kind, roles }: Claim): boolean {
  const [to] = namedOf(roles.to)
  const [place] = namedOf(roles.place)
  return (
    kind === 'visit' && to?.span !== undefined && to.span.start === place?.span?.start && to.span.end === place.span.end
  )
}

/** Lists of visits often name the state alone: its capital, which the text says for it, is then no other place. */
export const capitalsAsStates = (claim: Claim, proposals: readonly Proposal[]): Proposal[] =>
  byCapital(claim)
    ? proposals.map((p) =>
        'parts' in p
          ? {
              definition: p.definition ? `${p.definition}; ${STANDS}` : STANDS,
              parts: p.parts.map((part) => ({ ...part, question: untold(part.question) })),
            }
          : p,
      )
    : [...proposals]

function untold(q: Question): Question {
  if (q.measure === 'first' || q.measure === 'last' || q.measure === 'rank') return q
  return { ...q, set: withUntold(q.set) } as Question
}

function withUntold(set: SetExpr): SetExpr {
  if (set.op !== 'select') return set
  const { place } = set.roles
  return place && 'id' in place ? { ...set, roles: { ...set.roles, place: { ...place, untold: true } } } : set
}
