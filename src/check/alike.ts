import { needs, type Pattern } from '../ask/index.ts'
import type { Claim } from '../model/claim.ts'
import type { EntityId } from '../model/ids.ts'
import { definitionOf } from '../model/kinds/index.ts'
import type { Question, SetExpr } from '../model/question.ts'
import type { Part } from '../model/verdict.ts'
import { EVER } from '../model/when.ts'
import { fillersOf, namedOf } from './terms.ts'

const AT_THE_UN = /\b(United Nations|U\.?N\.?)\b/
const STANCE = /\b(support|back|vote|side)/i

/**
 * "Support each other at the United Nations": the word is not judged, but the share of roll calls on which both chose alike is
 * shown where the ledger holds them.
 */
export function agreementAtTheUN(claim: Claim): Part[] | undefined {
  const step = fillersOf(claim.roles.step)[0]?.label ?? ''
  const [a, b] = namedOf(claim.roles.between)
  if (claim.kind !== 'relations' || !definitionOf('relations').opinion?.includes(step) || !a || !b) return undefined
  if (!STANCE.test(claim.quote) || !AT_THE_UN.test(claim.quote)) return undefined
  return [{ question: alikeQuestion(a.id, b.id), span: claim.span, presupposed: false }]
}

/** Who is absent takes no part. */
const CHOICES = (definitionOf('vote').roles.choice?.values ?? []).filter((choice) => choice !== 'absent')

/** The share of the roll calls in which both took part that they chose alike in. */
function alikeQuestion(a: EntityId, b: EntityId): Question {
  const rolls = (voter: EntityId, choices: string[]): SetExpr => ({
    op: 'select',
    kind: 'vote',
    roles: { voter: { id: voter }, choice: { anyOf: choices } },
    window: EVER,
    by: 'roll',
  })
  const both = (choices: string[]): SetExpr => ({ op: 'and', of: [rolls(a, choices), rolls(b, choices)] })
  return { measure: 'share', set: both(CHOICES), within: { op: 'or', of: CHOICES.map((choice) => both([choice])) } }
}

/** The same question with what a ledger must be asked for. */
export const agreementOf = (a: EntityId, b: EntityId): { question: Question; needs: Pattern[] } => {
  const question = alikeQuestion(a, b)
  return { question, needs: needs(question) }
}
