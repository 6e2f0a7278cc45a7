import type { Fact } from '../model/fact.ts'
import { classOf, type EntityId } from '../model/ids.ts'
import { definitionOf, type Kind } from '../model/kinds/index.ts'
import type { Select, Term } from '../model/question.ts'
import { type Days, EVER, inside, meets } from '../model/when.ts'
import { occupantOf } from './occupancy.ts'
import { heldOn } from './office.ts'
import type { World } from './world.ts'

/** How far a fact answers a pattern, given how exactly it is told. */
export type Fit = 'certain' | 'possible' | 'never'

const ORDER: readonly Fit[] = ['never', 'possible', 'certain']
export const least = (fits: readonly Fit[]): Fit => ORDER.find((fit) => fits.includes(fit)) ?? 'certain'
export const most = (fits: readonly Fit[]): Fit => ORDER.findLast((fit) => fits.includes(fit)) ?? 'never'

/** How far some value of a set of entities is a member of a nested set. */
export type Membership = (world: World, term: Extract<Term, { set: unknown }>, id: EntityId) => Fit

export const valuesOf = (fact: Fact, role: string): string[] => {
  const value = fact.roles[role]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

/** What is said of any agreement or measure tells none from another. */
const GENERIC =
  /^(?:agree|treat(?:y|ies)|accor|pacts|conve|proto|memor|arran|signe|betwe|gover|count|state|repub|natio|exten|measu|impos)/
/** Words of five letters or more by their first five, so that "flights" meets "flight". */
const stemsOf = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).filter((w) => !GENERIC.test(w)).map((w) => w.slice(0, 5))
const sharesWord = (a: string, b: string): boolean => {
  const stems = new Set(stemsOf(b))
  return stemsOf(a).some((stem) => stems.has(stem))
}

/** A state is meant by the seat in which it sat on the day of the fact. */
const sits = (world: World, fact: Fact, seat: EntityId, state: EntityId): boolean =>
  classOf(seat) === 'seat' && classOf(state) === 'state' && occupantOf(world, seat, world.days(fact).from) === state

/** What is told of a whole, while the part was not a state, may have been of that part. */
function mayBe(
  world: World,
  fact: Fact,
  values: readonly string[],
  { id, maybe }: { id: EntityId; maybe?: EntityId[] },
): Fit {
  const ended = (whole: EntityId) => world.lifetime(whole).to !== EVER.to
  const before = world.days(fact).from <= world.lifetime(id).from
  return maybe?.some((whole) => values.includes(whole) && (ended(whole) || before)) ? 'possible' : 'never'
}

function fitTerm(world: World, fact: Fact, role: string, term: Term, member: Membership): Fit {
  const values = valuesOf(fact, role)
  if (!values.length) return 'id' in term && term.untold ? 'certain' : 'possible'
  // A list gives one place of a trip of several, so that another place is not excluded.
  const otherwise: Fit = definitionOf(fact.kind).roles[role]?.holds === 'place' ? 'possible' : 'never'
  const has = (id: EntityId): Fit =>
    values.includes(id) || values.some((seat) => sits(world, fact, seat, id))
      ? 'certain'
      : values.some((value) => world.precedes(value, id))
        ? 'possible'
        : otherwise
  if ('words' in term) return values.some((v) => sharesWord(v, term.among)) ? 'certain' : 'possible'
  if ('id' in term) {
    const own = has(term.id)
    const fit = own === 'certain' ? own : most([own, ...(term.also ?? []).map(has), mayBe(world, fact, values, term)])
    return term.as ? least([fit, heldOn(world, term.as, term.id, world.days(fact))]) : fit
  }
  if ('anyOf' in term) return most(term.anyOf.map(has))
  if ('allOf' in term) return least(term.allOf.map(has))
  if ('set' in term) return most(values.map((id) => member(world, term, id)))
  return most(values.map((id) => (id === term.office ? 'certain' : heldOn(world, term.office, id, world.days(fact)))))
}

/** How far a fact's roles fill those of a pattern; the step of a state of affairs is left to its timeline. */
export function fitRoles(
  world: World,
  fact: Fact,
  roles: Readonly<Record<string, Term>>,
  member: Membership,
  besides: readonly string[] = [],
): Fit {
  const fits: Fit[] = []
  for (const [role, term] of Object.entries(roles)) {
    if (besides.includes(role)) continue
    const fit = fitTerm(world, fact, role, term, member)
    if (fit === 'never') return 'never'
    fits.push(fit)
  }
  return least(fits)
}

/**
 * How far a fact lies within a window. An interval usually says that the day is not known any finer; told by a data set of an
 * event that lasts, from one day to another, it took place on each of them.
 */
export function fitWindow(world: World, fact: Fact, window: Days): Fit {
  if (window.from === EVER.from && window.to === EVER.to) return 'certain'
  const days = world.days(fact)
  if (!meets(days, window)) return 'never'
  return inside(days, window) || lasts(fact) ? 'certain' : 'possible'
}

const lasts = (fact: Fact): boolean =>
  definitionOf(fact.kind).lasting === true &&
  fact.standing === 'data' &&
  /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/.test(fact.when ?? '')

/** Dealings below diplomatic relations count in a wide reading alone. */
export const levelFits = (fact: Fact, select: Pick<Select, 'wide'>): boolean =>
  select.wide === true || fact.roles.level !== 'de-facto'

/** Whether a step asks for a state of affairs rather than for the event that begins or ends one. */
export const asksState = (kind: Kind, roles: Readonly<Record<string, Term>>): boolean => {
  const definition = definitionOf(kind)
  if (definition.nature !== 'state') return false
  const step = roles.step
  if (!step) return !definition.roles.step && definition.spells === true
  return 'id' in step && (definition.holding?.includes(step.id) ?? false)
}
