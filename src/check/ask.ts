import type { Claim } from '../model/claim.ts'
import { classOf } from '../model/ids.ts'
import { keyRoles } from '../model/kinds/index.ts'
import type { Question, SetExpr } from '../model/question.ts'
import { EVER } from '../model/when.ts'
import { whoIsFirst } from './order.ts'
import type { Context, Proposal } from './propose.ts'
import { propose } from './propose.ts'
import { selectOf } from './single.ts'
import { asksState } from './state.ts'
import {
  type At,
  asStates,
  describedOf,
  fillersOf,
  isAnybody,
  namedOf,
  roleOf,
  setOfDescribed,
  windowOf,
} from './terms.ts'

/** What is asked of the facts that a question's words describe. */
export type Form = 'whether' | 'which' | 'how-many' | 'how-often' | 'when' | 'where'

/** A question as the algebra without the answer; a yes-or-no question is a claim, proposed as one. */
export function questionsOf(claim: Claim, context: Context, at: At, form: Form): Proposal[] {
  if (form === 'whether') return propose(claim, context, at)
  if (claim.is === 'first' || claim.is === 'last') {
    const question = whoIsFirst(claim, at)
    return question ? [{ parts: [{ question, span: claim.span, presupposed: false }] }] : propose(claim, context, at)
  }
  const [first] = propose(claim, context, at)
  if (first && 'exit' in first && claim.modality === 'planned') return [first]
  const question = openQuestion(claim, at, form)
  return question ? [{ parts: [{ question, span: claim.span, presupposed: false }] }] : propose(claim, context, at)
}

function openQuestion(claim: Claim, at: At, form: Exclude<Form, 'whether'>): Question | undefined {
  const now = { from: at.asOf, to: at.asOf }
  const window = asksState(claim) && claim.when === undefined ? now : windowOf(claim.when, at, claim.quote)
  const select = selectOf(claim, at, window)
  if (form === 'when' || form === 'where')
    return { measure: 'any', set: { ...select, window: claim.when ? window : EVER } }
  if (form === 'how-often') return { measure: 'count', set: select }
  const by = askedRole(claim)
  if (!by) return undefined
  const set = membersOf(claim, by, at, select)
  return form === 'how-many' ? { measure: 'count', set } : { measure: 'includes', set }
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
  return described ? { op: 'and', of: [setOfDescribed(described, at), set] } : set
}
