import type { Fact } from './fact.ts'
import type { Judgement } from './judgement.ts'
import { definitionOf, keyRoles } from './kinds/index.ts'
import { pairKey, tellingKey } from './telling.ts'
import { type Days, daysOf, EVER, inside, meets } from './when.ts'

const values = (fact: Fact, role: string): string => {
  const value = fact.roles[role]
  return Array.isArray(value) ? [...value].sort().join(';') : (value ?? '')
}

/** What two tellings of one event share besides their time: the kind and its key roles, an exclusive one aside. */
export const eventKey = (fact: Fact): string => {
  const { exclusive } = definitionOf(fact.kind)
  const roles = keyRoles(fact.kind).filter((role) => role !== exclusive)
  return [fact.kind, ...roles.map((role) => values(fact, role))].join('|')
}

export const daysOfFact = (fact: Fact): Days => (fact.when && daysOf(fact.when)) || EVER

/** One list does not tell an event twice; an article may. */
const teller = (fact: Fact): string => (fact.cite.doc === undefined ? fact.cite.source : fact.id)

const rowsOf = ({ cite }: Fact): string[] => cite.locator?.split('; ') ?? []

/**
 * Whether two tellings of one source and key are one row of it, as two copies have it: the same row where it is named, the same
 * content where one copy does not name it.
 */
function sameRow(a: Fact, b: Fact): boolean {
  const [one, other] = [rowsOf(a), rowsOf(b)]
  if (!one.length || !other.length) return tellingKey(a) === tellingKey(b)
  return one.some((row) => other.includes(row)) && meets(daysOfFact(a), daysOfFact(b))
}

const EXACT = /^\d{4}-\d\d-\d\d(?:\/\d{4}-\d\d-\d\d)?$/
/** The days that an event took, where a data set tells its first and last; no imprecise date. */
const stayOf = (fact: Fact): Days | undefined =>
  definitionOf(fact.kind).lasting && fact.standing === 'data' && EXACT.test(fact.when ?? '')
    ? daysOfFact(fact)
    : undefined

/**
 * Whether two tellings are, by themselves, of one event: the same key, days that meet, and tellers of whom neither lists an event
 * twice; or one row in two copies of a source.
 */
export const sameEvent = (a: Fact, b: Fact): boolean =>
  sameRow(a, b) || (teller(a) !== teller(b) && eventKey(a) === eventKey(b) && meets(daysOfFact(a), daysOfFact(b)))

/**
 * Tellings grouped into events; groups and their members stand in the order given, and what is grouped does not depend on it.
 * All tellings of a group share a day, or lie within the days that data sets tell the event to have lasted. What was judged comes
 * first: tellings judged the same are one event, those judged not the same are never in one.
 */
export function groupEvents(facts: readonly Fact[], judgements: readonly Judgement[] = []): Fact[][] {
  const place = new Map(facts.map((fact, i) => [fact, i]))
  const inPlace = (a: Fact, b: Fact) => place.get(a)! - place.get(b)!
  const bonds = new Bonds(facts, judgements)
  for (const group of Map.groupBy(facts, eventKey).values()) joinOfKey(withoutCopies(group, bonds), bonds)
  const groups = [...Map.groupBy(facts, (fact) => bonds.root(fact)).values()]
  return groups.map((group) => group.sort(inPlace)).sort((a, b) => inPlace(a[0]!, b[0]!))
}

/** One telling of each row, to which its copies are joined: the first of a key that comes, in order of id. */
function withoutCopies(facts: readonly Fact[], bonds: Bonds): Fact[] {
  if (facts.length === 1) return [...facts]
  const out: Fact[] = []
  for (const own of Map.groupBy(facts, (fact) => fact.cite.source).values()) {
    const kept: Fact[] = []
    for (const fact of own.toSorted(byId)) {
      const copy = kept.find((other) => sameRow(fact, other) && bonds.mayJoin(fact, other))
      if (copy) bonds.join(copy, fact)
      else kept.push(fact)
    }
    out.push(...kept)
  }
  return out
}

/** Which tellings are joined so far, and which may not be. */
class Bonds {
  readonly #parent = new Map<Fact, Fact>()
  readonly #apart: (readonly [Fact, Fact])[] = []

  constructor(facts: readonly Fact[], judgements: readonly Judgement[]) {
    const last = new Map(judgements.flatMap((j) => (j.is === 'lacks' ? [] : [[pairKey(...j.tellings), j] as const])))
    if (!last.size) return
    const byKey = Map.groupBy(facts, tellingKey)
    for (const { is, tellings } of last.values()) {
      const [a, b] = [byKey.get(tellings[0]) ?? [], byKey.get(tellings[1]) ?? []]
      const pairs = a.flatMap((x) => b.map((y) => [x, y] as const))
      if (is === 'not-same') this.#apart.push(...pairs)
      else if (is === 'same') for (const [x, y] of pairs) this.join(x, y)
    }
  }

  root(fact: Fact): Fact {
    let at = fact
    for (let up = this.#parent.get(at); up; up = this.#parent.get(at)) at = up
    return at
  }

  join(a: Fact, b: Fact): void {
    const [x, y] = [this.root(a), this.root(b)]
    if (x === y) return
    const [low, high] = x.id < y.id ? [x, y] : [y, x]
    this.#parent.set(high, low)
  }

  mayJoin(a: Fact, b: Fact): boolean {
    if (!this.#apart.length) return true
    const [x, y] = [this.root(a), this.root(b)]
    return !this.#apart.some(([p, q]) => {
      const [r, s] = [this.root(p), this.root(q)]
      return (r === x && s === y) || (r === y && s === x)
    })
  }
}

/** A group in the making: the last day that all its tellings share, the last day of the stay, and who told. */
interface Group {
  to: string
  stay?: Days
  tellers: Set<string>
  first: Fact
}

/** Joins the tellings of one key in one pass in order of time. */
function joinOfKey(facts: readonly Fact[], bonds: Bonds): void {
  if (facts.length === 1) return
  let open: Group[] = []
  for (const { fact, days } of facts.map((fact) => ({ fact, days: daysOfFact(fact) })).sort(byTime)) {
    // In order of their first days, tellings share a day as long as none has ended.
    open = open.filter((group) => group.to >= days.from || (group.stay && group.stay.to >= days.from))
    const fits = (group: Group) => !group.tellers.has(teller(fact)) && bonds.mayJoin(group.first, fact)
    const home = open.find((group) => fits(group) && takes(group, fact, days))
    if (home) bonds.join(home.first, fact)
    open = home ? open : [...open, { to: days.to, tellers: new Set(), first: fact }]
    widen(home ?? open.at(-1)!, fact, days)
  }
}

const takes = ({ to, stay }: Group, fact: Fact, days: Days): boolean =>
  to >= days.from || (stay !== undefined && (inside(days, stay) || (stayOf(fact) !== undefined && meets(days, stay))))

function widen(group: Group, fact: Fact, days: Days): void {
  group.to = days.to < group.to ? days.to : group.to
  group.tellers.add(teller(fact))
  const own = stayOf(fact)
  if (!own) return
  const { stay } = group
  group.stay = stay && stay.to > own.to ? stay : { from: stay?.from ?? own.from, to: own.to }
}

const byTime = (a: { fact: Fact; days: Days }, b: { fact: Fact; days: Days }): number =>
  compare(a.days.from, b.days.from) || compare(a.days.to, b.days.to) || compare(a.fact.id, b.fact.id)

const byId = (a: Fact, b: Fact): number => compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
