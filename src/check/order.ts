import type { Claim, Named, Since } from '../model/claim.ts'
import { classOf, type EntityId } from '../model/ids.ts'
import type { Question, Select, SetExpr } from '../model/question.ts'
import { addDays, type Days, daysOf, EVER } from '../model/when.ts'
import { part } from './part.ts'
import type { Context, Proposal } from './propose.ts'
import { selectOf, subjectRole } from './single.ts'
import { type At, describedOf, isGroup, namedOf, roleOf, setOfDescribed } from './terms.ts'

/**
 * The first, or last, of its kind. "The first since 1928" presupposes one in 1928 and asks from its end; who is first is told
 * by the claim itself or by its companion in the same sentence ("Lasso became the first president to visit").
 */
export function partsOfFirst(claim: Claim, context: Context, at: At): Proposal[] {
  const role = subjectRole(claim)
  if (!role || claim.is === 'so') return [{ exit: 'not-understood', reason: 'it is not said who or what is first' }]
  const since = claim.when?.endsWith('/') ? daysOf(claim.when.slice(0, -1)) : undefined
  const companion = companionOf(claim, context, role)
  const own = claimedDays(claim, companion, since)
  const claimed = own ?? (claim.rules.includes(NOW) ? aboutNow(at) : undefined)
  const window = { from: since ? addDays(since.to, 1) : EVER.from, to: at.asOf }
  const people = [...namedOf(claim.roles[role]), ...namedOf(companion?.roles[role])]
  const expects = people.map((n) => n.id).filter((id) => classOf(id) !== 'office')
  if (!expects.length && !claimed) return [{ exit: 'not-understood', reason: 'neither who was first nor when is told' }]
  const { set, first, among } = inOrder(claim, at, window, role, people)
  const before = since ? [part(claim, { measure: 'any', set: { ...set, window: since } }, true)] : []
  const measure = claim.is === 'last' ? 'last' : 'first'
  const from = claim.since ? { since: sinceOf(claim.since) } : {}
  const main = expects.length
    ? part(claim, {
        measure,
        set,
        role,
        expects: first ?? expects.slice(0, 1),
        ...(claimed && { claimed }),
        ...among,
        ...from,
      })
    : noneBefore(claim, set, claimed!)
  if (!main) return [{ exit: 'not-understood', reason: 'since whose turn is told, and not who was first' }]
  return [{ parts: [main, ...before] }]
}

/** As the reader marks a claim of rank that is told of about the article's own day. */
const NOW = 'rank/now'
/** What an article calls the first now has been so for three months at most. */
const aboutNow = ({ date }: At): Days => ({ from: addDays(date, -92), to: date })

/** That there was none before the one that is told, nor in the years before it. */
function noneBefore(claim: Claim, set: Select, claimed: Days) {
  const { since } = claim
  if (since && 'person' in since) return undefined
  const before = upTo(set, claimed)
  const years = since && Math.floor((since.years - 1 - (since.short ? since.years / 10 : 0)) * 365.25)
  const from = years === undefined ? before.window.from : addDays(claimed.to, -Math.max(0, years))
  return part(claim, { measure: 'exactly', set: { ...before, window: { ...before.window, from } }, expects: [] })
}

/** The same without anybody expected: who was first. */
export function whoIsFirst(claim: Claim, at: At): Question | undefined {
  const role = subjectRole(claim)
  if (!role) return undefined
  const since = claim.when?.endsWith('/') ? daysOf(claim.when.slice(0, -1)) : undefined
  const window = { from: since ? addDays(since.to, 1) : EVER.from, to: at.asOf }
  const { set, among } = inOrder(claim, at, window, role, namedOf(claim.roles[role]))
  const from = claim.since ? { since: sinceOf(claim.since) } : {}
  return { measure: claim.is === 'last' ? 'last' : 'first', set, role, ...among, ...from }
}

interface InOrder {
  set: Select
  /** Of parties, the one said to be first. */
  first?: EntityId[]
  among?: { among: SetExpr }
}

/** The facts that stand in the order: of parties, those with the last one named; of a group of states, those of its members. */
function inOrder(claim: Claim, at: At, window: Days, role: string, people: readonly Named[]): InOrder {
  const select = selectOf(claim, at, window)
  const described = describedOf(claim.roles[role])
  const among = described && isGroup(described) ? { among: { among: setOfDescribed(described, at) } } : {}
  const ids = namedOf(claim.roles[role]).map((n) => n.id)
  const partner = ids.at(-1)
  if (!roleOf(claim.kind, role)?.list || ids.length < 2 || !partner)
    return { set: amongWhom(select, role, people), ...among }
  const set: Select = { ...select, roles: { ...select.roles, [role]: { allOf: [partner] } } }
  return { set, first: ids.slice(0, 1), ...among }
}

const sinceOf = (since: Since): { id: EntityId } | { years: number; short?: true } =>
  'person' in since ? { id: since.person.id } : since

/** Among all who came, or all who held the office: the one said to be first is no condition of the set. */
function amongWhom(set: Select, role: string, people: readonly Named[]): Select {
  const { [role]: _, ...roles } = set.roles
  const as = set.kind === 'office' ? undefined : people.find((n) => n.as)?.as
  const office = people.find((n) => classOf(n.id) === 'office')?.id ?? as
  return { ...set, roles: office ? { ...roles, [role]: { office } } : roles }
}

/** Nobody named: that there was none before the time told. */
const upTo = (set: Select, claimed: Days): Select => ({
  ...set,
  window: { from: set.window.from, to: addDays(claimed.from, -1) },
})

/** The days that the claim gives, or its companion in the sentence. */
export const claimedDays = (claim: Claim, companion: Claim | undefined, since: Days | undefined): Days | undefined => {
  const own = since ? undefined : claim.when
  const when = own ?? (companion?.modality === 'happened' ? companion.when : undefined)
  return when === undefined ? undefined : daysOf(when)
}

/** The plain claim of the same sentence that says who or when it was. */
export const companionOf = (claim: Claim, context: Context, role: string): Claim | undefined =>
  context.find((other) => isCompanion(claim, other, role))

const isCompanion = (claim: Claim, other: Claim, role: string): boolean =>
  other !== claim &&
  other.kind === claim.kind &&
  other.is === 'so' &&
  other.span.start <= claim.span.end &&
  other.span.end >= claim.span.start &&
  Object.keys(claim.roles).every((name) => name === role || name === 'from' || sameNames(claim, other, name))

const sameNames = (a: Claim, b: Claim, role: string): boolean => {
  const ids = (c: Claim) =>
    namedOf(c.roles[role])
      .map((n) => n.id)
      .sort()
      .join()
  return ids(a) === ids(b) || ids(b) === ''
}
