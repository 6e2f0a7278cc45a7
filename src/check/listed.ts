import type { Question, SetExpr } from '../model/question.ts'
import type { Part } from '../model/verdict.ts'
import type { Proposal } from './propose.ts'

/** The name of the reading, with what it takes for granted. */
export const AS_LISTED = 'as the list of votes has it, which does not tell who was absent'
/** So many votes may a list of a roll call be out; it is seldom one. */
export const SLACK = 2

/** The same set with lists of roll calls taken for whole that are whole but for what their source says of them. */
function listed(set: SetExpr): SetExpr {
  switch (set.op) {
    case 'select':
      return {
        ...set,
        roles: Object.fromEntries(
          Object.entries(set.roles).map(([r, t]) => [r, 'set' in t ? { set: listed(t.set) } : t]),
        ),
        ...(set.kind === 'vote' && { listed: true as const }),
      }
    case 'and':
    case 'or':
      return { ...set, of: set.of.map(listed) }
    case 'minus':
      return { ...set, from: listed(set.from), less: listed(set.less) }
    case 'occupants':
      return { ...set, of: listed(set.of) }
    case 'members':
      return set
  }
}

/** A question on votes with the list as it is. */
export const asListed = (q: Question): Question =>
  q.measure === 'share'
    ? { ...q, set: listed(q.set), within: listed(q.within) }
    : q.measure === 'count' || q.measure === 'exactly' || (q.measure === 'includes' && !q.expects)
      ? { ...q, set: listed(q.set) }
      : q

/** The reading of a claim on votes by the lists as they are, if it asks how many or who alone. */
export function listedReading(proposal: Proposal): Proposal | undefined {
  if (!('parts' in proposal) || !proposal.parts.some((p) => onVotes(p.question.set))) return undefined
  const parts = proposal.parts.map((p): Part => ({ ...p, question: asListed(p.question) }))
  const { definition } = proposal
  return { definition: definition ? `${definition}; ${AS_LISTED}` : AS_LISTED, parts }
}

const onVotes = (set: SetExpr): boolean =>
  set.op === 'select'
    ? set.kind === 'vote' && 'roll' in set.roles
    : set.op === 'and' || set.op === 'or'
      ? set.of.some(onVotes)
      : set.op === 'minus'
        ? onVotes(set.from) || onVotes(set.less)
        : set.op === 'occupants' && onVotes(set.of)
