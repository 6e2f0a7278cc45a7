import { needs, type Pattern } from '../ask/index.ts'
import type { Claim } from '../model/claim.ts'
import type { EntityId } from '../model/ids.ts'
import { definitionOf } from '../model/kinds/index.ts'
import type { Question, SetExpr } from '../model/question.ts'
import type { Part } from '../model/verdict.ts'
import { type Days, EVER } from '../model/when.ts'
import { AS_LISTED, asListed } from './listed.ts'
import type { Proposal } from './propose.ts'
import { type At, fillersOf, namedOf, windowOf } from './terms.ts'

type Share = Extract<Question, { measure: 'share' }>

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

/**
 * "A voted with B", "A and B voted alike in 62 percent of the roll calls": the share in which both chose the same, of one roll call or
 * of all within the time that is said. `open`: the share is what is asked.
 */
export function alikeVotes(claim: Claim, at: At, open = false): Proposal[] | undefined {
  if (claim.kind !== 'vote' || fillersOf(claim.roles.choice)[0]?.label !== 'alike') return undefined
  const [a, b] = namedOf(claim.roles.voter)
  const [roll] = namedOf(claim.roles.roll)
  if (!a || !b) return [{ exit: 'not-understood', reason: 'it is not told whose votes are compared' }]
  if (claim.roles.roll && !roll) return [{ open: fillersOf(claim.roles.roll).map((f) => f.label) }]
  if (claim.modality === 'denied')
    return [{ exit: 'not-understood', reason: 'that they did not is not taken into account' }]
  if (!roll && !claim.count && !open)
    return [{ exit: 'not-understood', reason: 'it is not told in how many of the roll calls they voted alike' }]
  const share = alikeQuestion(a.id, b.id, roll ? EVER : windowOf(claim.when, at, claim.quote))
  const question: Question = roll
    ? { measure: 'includes', set: share.within, expects: [roll.id] }
    : claim.count
      ? { ...share, expects: claim.count }
      : share
  const as = (q: Question): Part[] => [{ question: q, span: claim.span, presupposed: false }]
  const plain = { parts: as(question) }
  return [{ definition: AS_LISTED, parts: as(asListed(question)) }, plain]
}

/** Who is absent takes no part. */
const CHOICES = (definitionOf('vote').roles.choice?.values ?? []).filter((choice) => choice !== 'absent')

/** The share of the roll calls in which both took part that they chose alike in. */
function alikeQuestion(a: EntityId, b: EntityId, window: Days = EVER): Share {
  const rolls = (voter: EntityId, choices: string[]): SetExpr => ({
    op: 'select',
    kind: 'vote',
    roles: { voter: { id: voter }, choice: { anyOf: choices } },
    window,
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
