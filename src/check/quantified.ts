import type { Claim, Described } from '../model/claim.ts'
import { classOf, type EntityId } from '../model/ids.ts'
import { definitionOf } from '../model/kinds/index.ts'
import type { Select, SetExpr } from '../model/question.ts'
import type { Part } from '../model/verdict.ts'
import type { Days } from '../model/when.ts'
import { partsOfEveryHolder } from './every-holder.ts'
import { companionOf as sameSentence } from './order.ts'
import { part } from './part.ts'
import type { Context, Proposal } from './propose.ts'
import { selectOf, subjectRole } from './single.ts'
import { asksState, withStep } from './state.ts'
import { type At, asStates, describedOf, isGroup, namedOf, roleOf, setOfDescribed, windowOf } from './terms.ts'

/** That a described set has the number of members that the text gives it. */
const counted = (claim: Claim, described: Described, at: At): Part[] =>
  described.count
    ? [
        {
          question: { measure: 'count', set: setOfDescribed(described, at), expects: described.count },
          span: described.span ?? claim.span,
          presupposed: true,
        },
      ]
    : []

const hasSeats = (described: Described): boolean => roleOf(described.of.kind, described.by)?.seats === true

/** One reading, or two where a seat and the state that sat in it may differ. */
const bySeat = (twice: boolean, at: At, parts: (at: At) => Part[], prefix = ''): Proposal[] =>
  twice
    ? [
        {
          definition: `${prefix}each voter is the seat, and the state that sits in it`,
          parts: parts({ ...at, seats: 'now' }),
        },
        { definition: `${prefix}each voter is the state that cast the vote`, parts: parts({ ...at, seats: 'then' }) },
      ]
    : [{ ...(prefix && { definition: prefix }), parts: parts(at) }]

/** Whoever the predicate of a quantified claim is true of: the claim's kind by the role that the set fills. */
function predicateOf(claim: Claim, by: string, partners: readonly EntityId[], at: At): Select {
  const select = { ...selectOf(claim, at, stateWindow(claim, at)), by }
  const { [by]: _, ...roles } = select.roles
  return { ...select, roles: partners.length ? { ...roles, [by]: { allOf: [...partners] } } : roles }
}

/** "Have entered into relations" is asked as having held them at some time; "now have" as holding them on the day. */
function stateWindow(claim: Claim, at: At) {
  if (!asksState(claim)) return windowOf(claim.when, at, claim.quote)
  return claim.when === undefined ? { from: at.asOf, to: at.asOf } : windowOf(claim.when, at, claim.quote)
}

/** Of a group, a part that says that it had members then: of nobody, anything would hold. */
const peopled = (claim: Claim, described: Described, base: SetExpr): Part[] =>
  isGroup(described)
    ? [
        {
          question: { measure: 'count', set: base, expects: { least: 1, most: null } },
          span: described.span ?? claim.span,
          presupposed: true,
        },
      ]
    : []

/** The members of a described set that a claim ranges over; of a group, at a vote, those who could vote. */
function rangeOf(claim: Claim, by: string, described: Described, at: At): SetExpr {
  const members = setOfDescribed(described, at)
  if (!isGroup(described) || !roleOf(claim.kind, by)?.seats) return members
  const { exclusive } = definitionOf(claim.kind)
  const { [exclusive ?? '']: _, ...roles } = predicateOf(claim, by, [], at).roles
  const voters = { ...predicateOf(claim, by, [], at), roles }
  return { op: 'and', of: [members, asStates(claim.kind, by, voters, at)] }
}

/** The role that a described set fills, with the set. */
function setIn(claim: Claim): { by: string; described: Described; partners: EntityId[] } | undefined {
  const by = Object.keys(claim.roles).find((name) => describedOf(claim.roles[name]))
  if (!by) return undefined
  return { by, described: describedOf(claim.roles[by])!, partners: namedOf(claim.roles[by]).map((n) => n.id) }
}

/** None of a set: nobody in it of whom the claim's predicate is true. */
export function partsOfNoneIn(claim: Claim, at: At, window: Days): Proposal[] | undefined {
  const found = setIn(claim)
  if (!found || !isGroup(found.described)) return undefined
  const { by, described, partners } = found
  const parts = (own: At): Part[] => {
    const base = rangeOf(claim, by, described, own)
    const predicate = asStates(claim.kind, by, { ...predicateOf(claim, by, partners, own), window }, own)
    const except = (claim.except ?? []).map((n) => n.id)
    const set: SetExpr = { op: 'and', of: [base, predicate] }
    return [part(claim, { measure: 'exactly', set, expects: except }), ...peopled(claim, described, base)]
  }
  return bySeat(roleOf(claim.kind, by)?.seats === true, at, parts)
}

/** All of a set, but for those excepted: what is left when the predicate's members are taken away is exactly those. */
export function partsOfEvery(claim: Claim, at: At): Proposal[] {
  const holders = partsOfEveryHolder(claim, at)
  if (holders) return holders
  const found = setIn(claim)
  if (!found) return [{ exit: 'not-understood', reason: 'the list that "every" ranges over is not named' }]
  const { by, described, partners } = found
  const except = (claim.except ?? []).map((n) => n.id)
  const parts = (own: At): Part[] => {
    const base = rangeOf(claim, by, described, own)
    const less = asStates(claim.kind, by, predicateOf(claim, by, partners, own), own)
    const set: SetExpr = { op: 'minus', from: base, less }
    return [
      part(claim, { measure: 'exactly', set, expects: except }),
      ...counted(claim, described, own),
      ...peopled(claim, described, base),
    ]
  }
  return bySeat(hasSeats(described) || roleOf(claim.kind, by)?.seats === true, at, parts)
}

/** Nobody else: of an office's holders, none but those whom the sentence names. */
export function partsOfOnly(claim: Claim, context: Context, at: At): Proposal[] {
  const by = subjectRole(claim)
  const office = by && namedOf(claim.roles[by]).find((n) => classOf(n.id) === 'office')?.id
  if (by && office) return onlyHolders(claim, context, by, office, at)
  const described = by && describedOf(claim.roles[by])
  const ids = by ? namedOf(claim.roles[by]).map((n) => n.id) : []
  if (!by || (described && (!isGroup(described) || !ids.length)))
    return [{ exit: 'not-understood', reason: 'it is not said who alone is meant' }]
  const list = roleOf(claim.kind, by)?.list
  const partner = list ? ids.at(-1) : undefined
  const members = list ? ids.slice(0, -1) : ids
  const set = predicateOf(claim, by, partner ? [partner] : [], at)
  const among = (own: At): SetExpr => {
    const states = asStates(claim.kind, by, set, own)
    return described ? { op: 'and', of: [rangeOf(claim, by, described, own), states] } : states
  }
  return bySeat(roleOf(claim.kind, by)?.seats === true, at, (own) => [
    part(claim, { measure: 'exactly', set: among(own), expects: members }),
  ])
}

function onlyHolders(claim: Claim, context: Context, by: string, office: EntityId, at: At): Proposal[] {
  const said = namedOf(claim.roles[by]).concat(namedOf(sameSentence(claim, context, by)?.roles[by]))
  const expects = [...new Set(said.map((n) => n.id).filter((id) => classOf(id) === 'person'))]
  if (!expects.length) return [{ exit: 'not-understood', reason: 'it is not said who alone is meant' }]
  const { [by]: _, ...roles } = predicateOf(claim, by, [], at).roles
  const set: Select = { ...predicateOf(claim, by, [], at), roles: { ...roles, [by]: { office } } }
  return [{ parts: [part(claim, { measure: 'exactly', set, expects })] }]
}

/**
 * Some named members of a set ("of the 13 that voted against, these four have entered into relations"). The likeliest reading
 * is that they are among them; another, that they are all of them. Relations entered into are asked as held at any time.
 */
export function partsOfAmong(claim: Claim, context: Context, at: At): Proposal[] {
  const by = subjectRole(claim)
  if (!by) return [{ exit: 'not-understood', reason: 'it is not said who is among them' }]
  const ids = namedOf(claim.roles[by]).map((n) => n.id)
  const list = roleOf(claim.kind, by)?.list === true
  const partner = list ? ids.at(-1) : undefined
  const members = list ? ids.slice(0, -1) : ids
  const set = (own: At, wide = false): SetExpr => {
    const entered =
      list && definitionOf(claim.kind).holding ? withStep(claim, definitionOf(claim.kind).holding![0]!) : claim
    const base = predicateOf(entered, by, partner ? [partner] : [], own)
    return asStates(claim.kind, by, wide ? { ...base, wide: true } : base, own)
  }
  const includes: Proposal = { parts: [part(claim, { measure: 'includes', set: set(at), expects: members })] }
  const companion = list ? companionOf(claim, context, members) : undefined
  if (!companion) return [includes]
  const role = subjectRole(companion)!
  const voters = { ...selectOf(companion, at), by: role }
  const { [role]: _, ...roles } = voters.roles
  const whole = (own: At) => asStates(companion.kind, role, { ...voters, roles }, own)
  const all = (wide: boolean): Part[] => [
    part(claim, { measure: 'exactly', set: { op: 'and', of: [whole(at), set(at, wide)] }, expects: members }),
  ]
  return [
    includes,
    { definition: 'these and no others of them, at any time', parts: all(false) },
    { definition: 'these and no others of them, at any time, with dealings below full relations', parts: all(true) },
  ]
}

/** The claim of the same words that puts the same members into another set. */
const companionOf = (claim: Claim, context: Context, members: readonly EntityId[]): Claim | undefined =>
  context.find((other) => {
    if (
      other === claim ||
      other.is !== 'among' ||
      other.span.start > claim.span.end ||
      other.span.end < claim.span.start
    )
      return false
    const role = subjectRole(other)
    const ids = role ? namedOf(other.roles[role]).map((n) => n.id) : []
    return ids.length === members.length && ids.every((id) => members.includes(id))
  })
