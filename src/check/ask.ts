import type { Claim, Described } from '../model/claim.ts'
import { classOf } from '../model/ids.ts'
import { keyRoles } from '../model/kinds/index.ts'
import type { Question, SetExpr } from '../model/question.ts'
import { EVER } from '../model/when.ts'
import { alikeVotes } from './alike.ts'
import { capitalsAsStates } from './capital.ts'
import { withSoil } from './definitions.ts'
import { asListed, listedReading } from './listed.ts'
import { sizeAsked } from './numbers.ts'
import { whoIsFirst } from './order.ts'
import type { Context, Proposal } from './propose.ts'
import { propose } from './propose.ts'
import { inOffice, selectOf } from './single.ts'
import { asksState } from './state.ts'
import {
  type At,
  asStates,
  describedOf,
  fillersOf,
  isAnybody,
  isGroup,
  namedOf,
  roleOf,
  setOfDescribed,
  unresolved,
  windowOf,
} from './terms.ts'

/** What is asked of the facts that a question's words describe. */
export type Form = 'whether' | 'which' | 'how-many' | 'how-often' | 'when' | 'where'

/** A question as the algebra without the answer; a yes-or-no question is a claim, proposed as one. */
export function questionsOf(claim: Claim, context: Context, at: At, form: Form): Proposal[] {
  if (form === 'whether') return propose(claim, context, at).flatMap((p) => [...asTheListHasIt(p), p])
  if (claim.unread) return propose(claim, context, at)
  const alike = alikeVotes(claim, at, true)
  if (alike) return alike
  const size = form === 'when' || form === 'where' ? undefined : sizeAsked(claim, at)
  if (size) return size
  if (claim.is === 'first' || claim.is === 'last') {
    const question = whoIsFirst(claim, at)
    if (!question) return propose(claim, context, at)
    return withSoil(claim, capitalsAsStates(claim, [{ parts: [{ question, span: claim.span, presupposed: false }] }]))
  }
  const [first] = propose(claim, context, at)
  if (first && 'exit' in first && (claim.modality === 'planned' || claim.unread)) return [first]
  const words = unresolved(claim)
  if (words.length) return [{ open: words }]
  if (withheld(context, claim, form))
    return [{ exit: 'not-understood', reason: 'what is not so of several is asked of a group of states alone' }]
  const question = openQuestion(claim, at, form, context)
  if (!question) return propose(claim, context, at)
  return withSoil(claim, capitalsAsStates(claim, [{ parts: [{ question, span: claim.span, presupposed: false }] }]))
}

/** Of votes, the reading by the lists as they are comes first; a number that they may be out by is left to the other. */
function asTheListHasIt(proposal: Proposal): Proposal[] {
  const listed = listedReading(proposal)
  return listed && 'parts' in listed && listed.parts.every((p) => p.question.measure !== 'count' || p.presupposed)
    ? [listed]
    : []
}

/** Whether the question asks of whom something is not so, where nobody says who is in question. */
const withheld = (context: Context, claim: Claim, form: Form): boolean =>
  isNegative(context) && form !== 'when' && form !== 'where' && !describedGroup(claim)

/** Marks the claims of a question that has "no", "not" or "never" of its own. */
export const NEGATIVE = 'question/negative'
const isNegative = (context: Context): boolean => context.some((c) => c.rules.includes(NEGATIVE))
const describedGroup = (claim: Claim): Described | undefined => {
  const by = askedRole(claim)
  const found = by ? describedOf(claim.roles[by]) : undefined
  return found && isGroup(found) ? found : undefined
}

function openQuestion(claim: Claim, at: At, form: Exclude<Form, 'whether'>, context: Context): Question | undefined {
  const now = { from: at.asOf, to: at.asOf }
  const window = asksState(claim) && claim.when === undefined ? now : windowOf(claim.when, at, claim.quote)
  const select = inOffice(claim, selectOf(claim, at, window))
  if (form === 'when' || form === 'where')
    return { measure: 'any', set: { ...select, window: claim.when ? window : EVER } }
  if (form === 'how-often') return { measure: 'count', set: select }
  const by = askedRole(claim)
  if (!by) return undefined
  const besides = context.filter((c) => c !== claim && !c.mentioned && c.kind !== claim.kind && c.kind !== 'remark')
  const sets = [membersOf(claim, by, at, select), ...besides.flatMap((c) => alsoAsked(c, at) ?? [])]
  const set: SetExpr = sets.length > 1 ? { op: 'and', of: sets } : sets[0]!
  return asListed(form === 'how-many' ? { measure: 'count', set } : { measure: 'includes', set })
}

/** "… that abstained and now have relations": the members of what else is asked of them. */
function alsoAsked(claim: Claim, at: At): SetExpr | undefined {
  const by = askedRole(claim)
  const now = { from: at.asOf, to: at.asOf }
  const window = asksState(claim) && claim.when === undefined ? now : windowOf(claim.when, at, claim.quote)
  return by ? membersOf(claim, by, at, selectOf(claim, at, window)) : undefined
}

/** The role that the question leaves open: the one filled by words for anybody, a described set, or an office. */
function askedRole(claim: Claim): string | undefined {
  const roles = keyRoles(claim.kind).filter((name) => roleOf(claim.kind, name)?.holds !== 'closed')
  const open = (name: string) =>
    fillersOf(claim.roles[name]).some((f) => f.is === 'set' || (f.is === 'words' && isAnybody(f.label)))
  const office = (name: string) => namedOf(claim.roles[name]).some((n) => classOf(n.id) === 'office')
  return roles.find(open) ?? roles.find(office) ?? roles.find((name) => fillersOf(claim.roles[name]).length === 0)
}

function membersOf(claim: Claim, by: string, at: At, select: ReturnType<typeof selectOf>): SetExpr {
  const { [by]: own, ...roles } = select.roles
  const named = namedOf(claim.roles[by]).map((n) => n.id)
  const list = roleOf(claim.kind, by)?.list
  const keep = list && named.length ? { [by]: { allOf: named } } : own && 'office' in own ? { [by]: own } : {}
  const set = asStates(claim.kind, by, { ...select, by, roles: { ...roles, ...keep } }, at)
  const described = describedOf(claim.roles[by])
  if (described && claim.rules.includes(NEGATIVE))
    return { op: 'minus', from: setOfDescribed(described, at), less: set }
  return described ? { op: 'and', of: [setOfDescribed(described, at), set] } : set
}
