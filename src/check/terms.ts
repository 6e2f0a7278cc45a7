import type { Claim, Described, Filler, Named, Worded } from '../model/claim.ts'
import { classOf, type EntityId, nameOf, officeId } from '../model/ids.ts'
import { definitionOf, type Kind, keyRoles } from '../model/kinds/index.ts'
import type { RoleDefinition } from '../model/kinds/kind.ts'
import type { SetExpr, Term } from '../model/question.ts'
import type { Span } from '../model/span.ts'
import { addDays, type Day, type Days, daysOf, EVER } from '../model/when.ts'

/** The day up to which a claim is judged, and how a seat stands for a state. */
export interface At {
  asOf: Day
  /** The article's date, to which the claim's times are tied. */
  date: Day
  /** Who a voter is: the state that sits in the seat on `asOf`, or the one that sat there when the vote was cast. */
  seats: 'now' | 'then'
}

export const fillersOf = (filler: Filler | undefined): (Named | Described | Worded)[] =>
  filler === undefined ? [] : filler.is === 'list' ? filler.of : [filler]

export const namedOf = (filler: Filler | undefined): Named[] => fillersOf(filler).filter((f) => f.is === 'entity')
export const describedOf = (filler: Filler | undefined): Described | undefined =>
  fillersOf(filler).find((f) => f.is === 'set')

/** Whether a set is the states of a group ("Arab states"), of which a bare plural does not say how many are meant. */
export const isGroup = (described: Described): boolean => described.of.kind === 'membership'

export const roleOf = (kind: Kind, role: string): RoleDefinition | undefined => definitionOf(kind).roles[role]
const isEntityRole = (role: RoleDefinition | undefined): boolean =>
  role !== undefined && role.holds !== 'label' && role.holds !== 'closed'

/** Words that stand for any member of a role, and so restrict nothing ("countries", "member states of the United Nations"). */
const ANYBODY =
  /^(the )?(other |remaining )?((un |united nations )?(member )?(states?|countr(y|ies)|nations?|governments?|members?|delegations?|voters?)|member states of the united nations|others|people|persons?)$/i
export const isAnybody = (words: string): boolean => ANYBODY.test(words.trim())

/** The words of a key role that name nobody the atlas or the ledger knows: nothing may be concluded from their absence. */
export function unresolved(claim: Pick<Claim, 'kind' | 'roles'>): string[] {
  return Object.entries(claim.roles).flatMap(([name, filler]) => {
    const role = roleOf(claim.kind, name)
    const inner = describedOf(filler)
    if (inner) return unresolved(inner.of)
    if (!role?.key || !isEntityRole(role)) return []
    return fillersOf(filler).flatMap((f) => (isUnknown(f, role.holds) ? [f.label] : []))
  })
}

/** The key roles that a claim leaves open: of a visit without a destination, or a meeting of one, there is nothing to ask. */
export function missingRoles(claim: Pick<Claim, 'kind' | 'roles'>): string[] {
  const open = keyRoles(claim.kind).filter((name) => {
    const parties = roleOf(claim.kind, name)?.list ? 2 : 1
    return fillersOf(claim.roles[name]).length < parties
  })
  const inner = Object.values(claim.roles).flatMap((filler) => describedOf(filler) ?? [])
  return [...open, ...inner.flatMap((d) => keyRoles(d.of.kind).filter((name) => name !== d.by && !d.of.roles[name]))]
}

const isUnknown = (f: Named | Described | Worded, holds: RoleDefinition['holds']): boolean =>
  f.is === 'words' ? !isAnybody(f.label) : f.is === 'entity' && holds === 'roll' && classOf(f.id) !== 'roll'

const termOfId = (id: EntityId): Term => (classOf(id) === 'office' ? { office: id } : { id })

function termOf(kind: Kind, name: string, filler: Filler, at: At): Term | undefined {
  const role = roleOf(kind, name)
  const named = namedOf(filler)
  if (role?.holds === 'closed') return closedTerm(kind, name, filler)
  if (!isEntityRole(role)) return undefined
  const described = describedOf(filler)
  if (described && !named.length) return { set: setOfDescribed(described, at) }
  if (!named.length) return undefined
  if (role?.list) return { allOf: named.map((n) => n.id) }
  if (kind === 'visit' && name === 'to' && named.length === 1 && isRegion(named[0]!))
    return { set: membersOf(named[0]!, at) }
  return named.length === 1 ? termOfId(named[0]!.id) : { anyOf: named.map((n) => n.id) }
}

/** A visit to what is no state is one to a state of it, if it is a region that has members; of any other place who belongs to it is open. */
const isRegion = ({ id }: Named): boolean => classOf(id) === 'place'
const membersOf = ({ id, label }: Named, at: At): SetExpr => {
  const body: Named = { is: 'entity', id: `group:${nameOf(id)}`, label }
  const roles = { body, step: { is: 'words', label: 'member' } as const }
  return setOfDescribed({ is: 'set', label, by: 'state', of: { kind: 'membership', roles } }, at)
}

/** A beginning told as established is also met by one told as restored; every other closed value stands for itself. */
function closedTerm(kind: Kind, name: string, filler: Filler): Term | undefined {
  const [value] = fillersOf(filler)
  if (value?.is !== 'words') return undefined
  const { begins } = definitionOf(kind)
  return name === 'step' && begins?.[0] === value.label && begins.length > 1
    ? { anyOf: [...begins] }
    : { id: value.label }
}

/** The terms of a claim's roles; free words, and a visitor's own state, restrict nothing. */
export function termsOf(
  claim: Pick<Claim, 'kind' | 'roles'> & { quote?: string },
  at: At,
  without: readonly string[] = [],
): Record<string, Term> {
  const out: Record<string, Term> = {}
  for (const [name, filler] of Object.entries(claim.roles)) {
    if (without.includes(name) || name === 'from' || isStateAsPlace(claim.kind, name, filler)) continue
    const term = termOf(claim.kind, name, filler, at)
    if (term) out[name] = term
  }
  return { ...out, ...normalised(claim), ...officeTerm(claim), ...labelTerms(claim) }
}

/** "Normalised relations": by whatever step they began, for the first time or again. */
function normalised({
  kind,
  roles,
  quote = '',
}: Pick<Claim, 'kind' | 'roles'> & { quote?: string }): Record<string, Term> {
  const { begins = [] } = definitionOf(kind)
  const step = fillersOf(roles.step)[0]?.label ?? ''
  return kind === 'relations' && begins.includes(step) && /\bnormali[sz]/i.test(quote)
    ? { step: { anyOf: [...begins] } }
    : {}
}

/** A state given as the place says no more than the role that the state fills already; a meeting has no such role. */
const isStateAsPlace = (kind: Kind, name: string, filler: Filler): boolean =>
  kind !== 'meeting' && roleOf(kind, name)?.holds === 'place' && namedOf(filler).some((n) => classOf(n.id) === 'state')

/** Measures that are told apart by their names; "sanctions" may be any. */
const MEASURES = /\b(embargo|blockade|tariffs?|boycott|quotas?)\b/i

/** What an agreement or a measure is about: another one between the same parties is only possibly the one meant. */
function labelTerms({
  kind,
  roles,
  quote = '',
  span,
}: Pick<Claim, 'kind' | 'roles'> & { quote?: string; span?: Span }): Record<string, Term> {
  const measure = kind === 'sanction' ? MEASURES.exec(quote)?.[0] : undefined
  if (measure) return { what: { words: measure, among: measure } }
  return Object.fromEntries(
    ['topic', 'what'].flatMap((name) => {
      const label = fillersOf(roles[name])[0]?.label
      return label
        ? [[name, { words: label, among: withoutNames(`${label} ${unnamed(quote, span, kind, roles)}`, kind, roles) }]]
        : []
    }),
  )
}

/** A claim's words with the names of those who take part left blank, where it says them. */
function unnamed(quote: string, span: Span | undefined, kind: Kind, roles: Claim['roles']): string {
  const fillers = Object.entries(roles).flatMap(([name, filler]) =>
    isEntityRole(roleOf(kind, name)) ? namedOf(filler) : [],
  )
  return fillers.reduce((text, { span: at }) => {
    if (!at || !span || at.start < span.start || at.end > span.end) return text
    const [from, to] = [at.start - span.start, at.end - span.start]
    return text.slice(0, from) + ' '.repeat(to - from) + text.slice(to)
  }, quote)
}

/** A text without the names of those who take part: they are asked for by themselves. */
function withoutNames(text: string, kind: Kind, roles: Claim['roles']): string {
  const named = Object.entries(roles).flatMap(([name, filler]) =>
    isEntityRole(roleOf(kind, name)) ? namedOf(filler) : [],
  )
  const words = named.flatMap(({ id, label }) => `${label} ${nameOf(id)}`.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
  const stems = new Set(words.map((word) => word.slice(0, 5)))
  return text.replace(/\p{L}+/gu, (word) => (stems.has(word.toLowerCase().slice(0, 5)) ? '' : word))
}

/** A title and its state name an office, which the ledger knows by its id. */
function officeTerm({ kind, roles }: Pick<Claim, 'kind' | 'roles'>): Record<string, Term> {
  const title = fillersOf(roles.title)[0]?.label
  const holder = namedOf(roles.state)[0]
  return kind === 'office' && title && holder ? { office: { id: officeId(title, nameOf(holder.id)) } } : {}
}

/** A set described in words as an expression of the algebra; seats become states. */
export function setOfDescribed(described: Described, at: At): SetExpr {
  const { kind, roles, when } = described.of
  const terms = termsOf({ kind, roles }, at, [described.by])
  const window = (when && daysOf(when)) || (kind === 'membership' ? { from: at.asOf, to: at.asOf } : EVER)
  const set: SetExpr = { op: 'select', kind, roles: terms, window, by: described.by }
  return asStates(kind, described.by, set, at)
}

/** Members of a role that seats fill, as the states that sit in them. */
export const asStates = (kind: Kind, by: string, set: SetExpr, at: At): SetExpr =>
  roleOf(kind, by)?.seats ? { op: 'occupants', of: set, on: at.seats === 'now' ? at.asOf : 'then' } : set

/** A state named as a voter may be the one that sat in the seat then, or the one that sits in it now and goes on from it. */
export const asEither = (kind: Kind, by: string, set: SetExpr, at: At): SetExpr =>
  roleOf(kind, by)?.seats
    ? { op: 'or', of: [asStates(kind, by, set, { ...at, seats: 'then' }), asStates(kind, by, set, at)] }
    : set

/** "Before 1960" ends with 1959. */
const BEFORE = /\b(?:before|prior to|until|till)\b/i

/**
 * The window of a claim: its own time or, where it has none, all time up to the day it is judged. A time that reaches to the
 * article's own date ("now", "until today") moves with that day.
 */
export function windowOf(when: string | undefined, at: At, quote = ''): Days {
  const days = when === undefined ? undefined : daysOf(when)
  if (days && when!.startsWith('/') && BEFORE.test(quote))
    return { from: EVER.from, to: addDays(daysOf(when!.slice(1))?.from ?? days.to, -1) }
  if (!days) return { from: EVER.from, to: at.asOf }
  if (days.to !== at.date) return days
  return days.from === at.date ? { from: at.asOf, to: at.asOf } : { from: days.from, to: at.asOf }
}
