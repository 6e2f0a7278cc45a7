import type { Claim } from '../model/claim.ts'
import type { EntityId } from '../model/ids.ts'
import { definitionOf, keyRoles } from '../model/kinds/index.ts'
import type { Select, SetExpr } from '../model/question.ts'
import type { Part } from '../model/verdict.ts'
import { addDays, type Days, daysOf, EVER } from '../model/when.ts'
import { partsOfNoHolderBut } from './every-holder.ts'
import { part } from './part.ts'
import type { Proposal } from './propose.ts'
import { partsOfNoneIn } from './quantified.ts'
import { asksState, undatedPast } from './state.ts'
import { type At, asEither, asStates, fillersOf, namedOf, roleOf, termsOf, windowOf } from './terms.ts'

/** The facts of a claim's kind and roles, in its window. */
export const selectOf = (claim: Claim, at: At, window: Days = windowOf(claim.when, at, claim.quote)): Select => ({
  op: 'select',
  kind: claim.kind,
  roles: termsOf(claim, at),
  window,
})

/** The key role whose members a claim speaks of: the first that names entities (the voter, the visitor, a party). */
export function subjectRole(claim: Claim): string | undefined {
  const { exclusive } = definitionOf(claim.kind)
  return keyRoles(claim.kind).find((name) => {
    const role = roleOf(claim.kind, name)
    return (
      name !== exclusive &&
      role?.holds !== 'closed' &&
      role?.holds !== 'roll' &&
      fillersOf(claim.roles[name]).length > 0
    )
  })
}

/** A claim's set taken by one role, with the entities that the claim puts there. */
export interface BySet {
  set: SetExpr
  ids: EntityId[]
}

/**
 * "Egypt and Jordan have relations with *Israel*", "*Peru* has relations with Chile and Togo": the one with whom each of the others
 * has them.
 */
function partnerOf(claim: Claim): EntityId | undefined {
  const by = subjectRole(claim)
  const named = by && roleOf(claim.kind, by)?.list ? namedOf(claim.roles[by]) : []
  const link = named.length > 2 ? LINK.exec(claim.quote) : null
  if (!link || named.some((n) => !n.span)) return undefined
  const at = claim.span.start + link.index
  const [before, after] = [named.filter((n) => n.span!.start < at), named.filter((n) => n.span!.start > at)]
  return (after.length === 1 ? after[0] : before.length === 1 ? before[0] : undefined)?.id
}
const LINK = /\b(?:with|to|from|recogni[sz]\w+)\b/i

/** Pairs of a role that takes a list: the last party against each of the others. */
export function bySubject(claim: Claim, at: At, window: Days): BySet[] {
  const by = subjectRole(claim)
  if (!by) return []
  const ids = namedOf(claim.roles[by]).map((n) => n.id)
  const partner = partnerOf(claim)
  const base = { ...selectOf(claim, at, window), by }
  if (partner)
    return ids
      .filter((id) => id !== partner)
      .map((id) => ({ set: { ...base, roles: { ...base.roles, [by]: { allOf: [partner] } } }, ids: [id] }))
  if (!roleOf(claim.kind, by)?.list) {
    const { [by]: _, ...roles } = base.roles
    return [{ set: asEither(claim.kind, by, { ...base, roles }, at), ids }]
  }
  return ids.flatMap((one, i) =>
    ids
      .slice(i + 1)
      .map((other) => ({ set: { ...base, roles: { ...base.roles, [by]: { allOf: [one] } } }, ids: [other] })),
  )
}

/**
 * That a fact is so. A state of affairs, and a choice that excludes others, is asked of the entity; an event is asked for
 * itself.
 */
export function partsOfSo(claim: Claim, at: At): Proposal[] {
  const window = sinceWhen(claim) ?? windowOf(claim.when, at, claim.quote)
  if (claim.modality === 'cancelled' && claim.when === undefined)
    return [{ exit: 'not-understood', reason: 'when that which was called off was to be is not told' }]
  if (claim.modality === 'cancelled') return [{ parts: cancelled(claim, at, window) }]
  const state = asksState(claim)
  const { exclusive } = definitionOf(claim.kind)
  const partner = partnerOf(claim)
  if (!state && partner && claim.kind === 'relations') return [{ parts: eachWith(claim, at, window, partner) }]
  if (!state && !exclusive)
    return [
      {
        parts: eachOf(claim).map((one) => part(one, { measure: 'any', set: inOffice(one, selectOf(one, at, window)) })),
      },
    ]
  const days = state ? stateWindows(claim, at) : [window]
  const each = eachOf(claim, subjectRole(claim))
  const parts = days.flatMap((w) =>
    each.flatMap((one) =>
      bySubject(one, at, w).flatMap(({ set, ids }) =>
        ids.length ? [part(one, { measure: 'includes', set, expects: ids })] : [],
      ),
    ),
  )
  const bounds = state ? notBesides(claim, at) : []
  return parts.length
    ? [{ parts: [...parts, ...bounds] }]
    : [{ parts: [part(claim, { measure: 'any', set: selectOf(claim, at) })] }]
}

/**
 * "Obama *and* Macron visited Cuba", "joined the EU *and* NATO": the claim is of each of those joined, unless the role is a list of
 * parties, or `besides` is asked as a whole.
 */
function eachOf(claim: Claim, besides?: string): Claim[] {
  if (/\bor\b/i.test(claim.quote)) return [claim]
  const joined = keyRoles(claim.kind).find((name) => {
    const filler = claim.roles[name]
    return name !== besides && filler?.is === 'list' && !roleOf(claim.kind, name)?.list && namedOf(filler).length > 1
  })
  if (!joined) return [claim]
  const fillers = fillersOf(claim.roles[joined])
  return fillers.flatMap((filler) => eachOf({ ...claim, roles: { ...claim.roles, [joined]: filler } }, besides))
}

/** A beginning or end told of several with one: one for each. */
function eachWith(claim: Claim, at: At, window: Days, partner: EntityId): Part[] {
  const by = subjectRole(claim)!
  const set = selectOf(claim, at, window)
  return namedOf(claim.roles[by])
    .filter(({ id }) => id !== partner)
    .map(({ id }) =>
      part(claim, { measure: 'any', set: { ...set, roles: { ...set.roles, [by]: { allOf: [id, partner] } } } }),
    )
}

/** "Chancellor from 1974 to 1982": in the year before and the year after she was not. */
function notBesides(claim: Claim, at: At): Part[] {
  const [, a = '', b = ''] = claim.kind === 'office' ? (TERM.exec(claim.quote) ?? []) : []
  if (!a || claim.when !== `${a}/${b}` || `${b}-12-31` >= at.asOf) return []
  return [Number(a) - 1, Number(b) + 1].flatMap((year) =>
    bySubject(claim, at, daysOf(String(year)) as Days).map(({ set, ids }) =>
      part(claim, { measure: 'exactly', set: { op: 'and', of: [set, { op: 'members', ids }] }, expects: [] }),
    ),
  )
}
const TERM = /\bfrom ((?:1[5-9]|20)\d\d) (?:to|until|till|through) ((?:1[5-9]|20)\d\d)\b/i

const SITTING =
  /\b(?:sitting|incumbent|serving|reigning)\b|\b(?:as|while|when) (?:s?he (?:was|served as) )?(?:\S+ ){0,2}(?:president|minister|chancellor|secretary|king|queen|monarch|pope|premier)\b|\bin office\b|\bduring (?:his|her|their|the) (?:presidenc|premiership|tenure|terms?\b)/i

/** "The first *sitting* president to visit", "twice *as president*": whoever is named held the office on the day. */
export function inOffice(claim: Claim, select: Select): Select {
  const by = subjectRole(claim)
  const office = by && SITTING.test(claim.quote) ? namedOf(claim.roles[by]).find((n) => n.as)?.as : undefined
  const term = by ? select.roles[by] : undefined
  return by && office && term && 'id' in term
    ? { ...select, roles: { ...select.roles, [by]: { id: term.id, as: office } } }
    : select
}

/** "Has been independent since 1993": the beginning is told of that year, not of some time since. */
function sinceWhen(claim: Claim): Days | undefined {
  const step = fillersOf(claim.roles.step)[0]?.label ?? ''
  const begins = definitionOf(claim.kind).begins?.includes(step) ?? false
  return begins && /\bsince\b/i.test(claim.quote) && claim.when?.includes('/')
    ? daysOf(claim.when.split('/')[0]!)
    : undefined
}

/** A state of affairs is asked on the day of judgement; one said to hold since a time, at that time as well. */
function stateWindows(claim: Claim, at: At): Days[] {
  const window = windowOf(claim.when, at, claim.quote)
  const now = { from: at.asOf, to: at.asOf }
  if (claim.when === undefined) return [NEVER.test(claim.quote) || undatedPast(claim) ? window : now]
  const [a = '', b = ''] = claim.when.split('/')
  if (a === '' && UNTIL.test(claim.quote)) return untilThen(b) ?? [window]
  if (FROM.test(claim.quote) && a && b && a !== b) return [a, b].flatMap((end) => daysOf(end) ?? [])
  if (window.to !== at.asOf || window.from === EVER.from) return [window]
  return window.from === at.asOf ? [now] : [now, { from: window.from, to: `${window.from.slice(0, 4)}-12-31` }]
}

/**
 * "A member since 1986": that it did not hold in the year before, which the words let a reader take for granted. Absent where no "since"
 * is said of a state of affairs.
 */
export function notYetBefore(claim: Claim, at: At): Part[] {
  if (claim.is !== 'so' || !asksState(claim) || !/\bsince\b/i.test(claim.quote)) return []
  if (claim.when === undefined || !/^\d/.test(claim.when) || claim.modality === 'denied') return []
  const [, then] = stateWindows(claim, at)
  const before = then && daysOf(String(Number(then.from.slice(0, 4)) - 1).padStart(4, '0'))
  if (!before) return []
  return eachOf(claim, subjectRole(claim)).flatMap((one) =>
    bySubject(one, at, before).map(({ set, ids }) =>
      part(one, { measure: 'exactly', set: { op: 'and', of: [set, { op: 'members', ids }] }, expects: [] }, true),
    ),
  )
}

/** "Served until 1979": to its end, or to the end of the year before. */
function untilThen(end: string): Days[] | undefined {
  const days = daysOf(end)
  return days ? [{ from: addDays(days.from, -1), to: days.to }] : undefined
}

/** "From 1974 to 1982": at both ends of it. */
const FROM =
  /\bfrom (?:\w+ ){0,3}(?:1[5-9]|20)\d\d (?:to|until|till|through) |\bbetween (?:\w+ ){0,3}(?:1[5-9]|20)\d\d and /i

/** Called off: the plan is told to have been given up. */
const cancelled = (claim: Claim, at: At, window: Days): Part[] => [
  part(claim, { measure: 'any', set: { ...selectOf(claim, at, window), modality: 'cancelled' } }),
]

const NEVER = /\b(never|ever)\b/i
const SINCE = /\bsince\b/i
const UNTIL = /\b(until|till)\b/i

/**
 * The window of a denial. "Never" looks over all time; "not until 1986" ends before that year; of years, "between 1961 and 2015"
 * leaves out the two that bound it, and "since 1961" the one in which it began. Without a time, a state of affairs is denied of the day of judgement.
 */
export function deniedWindow(claim: Claim, at: At): Days {
  const window = windowOf(claim.when, at, claim.quote)
  const state = asksState(claim)
  if (claim.when === undefined) return state && !NEVER.test(claim.quote) ? { from: at.asOf, to: at.asOf } : window
  const [a = '', b] = claim.when.split('/')
  if (b !== undefined && UNTIL.test(claim.quote))
    return { from: window.from, to: addDays(daysOf(b)?.from ?? window.to, -1) }
  // None since the one in 1928: that one is not meant.
  if ((SINCE.test(claim.quote) || b === at.date) && a && b !== undefined && window.to > daysOf(a)!.to)
    return { from: addDays(daysOf(a)!.to, 1), to: window.to }
  const bounds = a.length === 4 && b !== undefined && (b.length === 4 ? Number(b) - Number(a) > 1 : state)
  if (!bounds) return window
  return { from: `${Number(a) + 1}-01-01`, to: b?.length === 4 ? `${Number(b) - 1}-12-31` : window.to }
}

/** "None since 1977": the one of that year, which may have lasted into the next, is not meant. */
function deniedSet(claim: Claim, at: At, window: Days): Select {
  const set = selectOf(claim, at, window)
  const shifted = window.from > windowOf(claim.when, at, claim.quote).from
  return shifted && definitionOf(claim.kind).lasting ? { ...set, begun: true } : set
}

export function partsOfDenied(claim: Claim, at: At): Proposal[] {
  const window = deniedWindow(claim, at)
  if (!asksState(claim) && !definitionOf(claim.kind).exclusive)
    return [
      { parts: [part(claim, { measure: 'exactly', set: inOffice(claim, deniedSet(claim, at, window)), expects: [] })] },
    ]
  const parts = bySubject(claim, at, window).map(({ set, ids }) =>
    part(claim, { measure: 'exactly', set: { op: 'and', of: [set, { op: 'members', ids }] }, expects: [] }),
  )
  return parts.length ? [{ parts }] : [{ exit: 'not-understood', reason: 'it is not said of whom it is denied' }]
}

/** "No president has been there since Coolidge": that his was the last. */
function noneSince({ since, ...claim }: Claim, set: Select, by: string | undefined): Proposal[] {
  const term = by ? set.roles[by] : undefined
  const whole = !/\bhad\b/i.test(claim.quote)
  if (claim.kind !== 'visit' || !whole || !by || !since || !('person' in since) || !term || !('office' in term))
    return [{ exit: 'not-understood', reason: 'since whose turn there was none is not taken into account' }]
  return [{ parts: [part(claim, { measure: 'last', set, role: by, expects: [since.person.id] })] }]
}

/** That there is none. */
export function partsOfNone(claim: Claim, at: At): Proposal[] {
  const ofGroup =
    partsOfNoneIn(claim, at, deniedWindow(claim, at)) ?? partsOfNoHolderBut(claim, at, deniedWindow(claim, at))
  if (ofGroup) return ofGroup
  const by = subjectRole(claim)
  const named = by ? namedOf(claim.roles[by]) : []
  const set = deniedSet(claim, at, deniedWindow(claim, at))
  if (claim.since) return noneSince(claim, set, by)
  if (by && !named.length) {
    const { [by]: _, ...roles } = set.roles
    return [
      {
        parts: [
          part(claim, { measure: 'exactly', set: asStates(claim.kind, by, { ...set, roles, by }, at), expects: [] }),
        ],
      },
    ]
  }
  return asksState(claim)
    ? partsOfDenied(claim, at)
    : [{ parts: [part(claim, { measure: 'exactly', set, expects: [] })] }]
}
