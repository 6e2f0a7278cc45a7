import { measure, type Pattern, type World, worldOf } from '../ask/index.ts'
import { agreementOf } from '../check/index.ts'
import type { Ledger } from '../keep/port.ts'
import type { Coverage, Source } from '../model/coverage.ts'
import type { Fact } from '../model/fact.ts'
import { type EntityId, stateOfOffice } from '../model/ids.ts'
import type { Judgement } from '../model/judgement.ts'
import { definitionOf, KIND_NAMES, type Kind } from '../model/kinds/index.ts'
import type { Question, SetExpr } from '../model/question.ts'
import { doubted } from '../model/telling.ts'
import { type Days, daysOf, meets } from '../model/when.ts'

/** What a ledger holds of a pair of states, by kind and in the order of time, with what it covers. */
export interface Dossier {
  pair: readonly [EntityId, EntityId]
  facts: { kind: Kind; facts: Fact[] }[]
  coverage: Coverage[]
  /** Roll calls in which both took part, and those in which they chose alike. */
  alike: { both: EntityId[]; alike: EntityId[] }
  sources: ReadonlyMap<string, Source>
  /** What was judged of tellings: which of them are one event. */
  judgements: readonly Judgement[]
}

const BILATERAL = KIND_NAMES.filter((kind) => !['vote', 'occupancy', 'office', 'remark'].includes(kind))

/** What a ledger holds of a pair, but for votes. */
export interface Bilateral {
  /** Between the two, and the beginnings of each, in the order of time. */
  facts: Fact[]
  /** Every statement of coverage that bears on facts of either. */
  coverage: Coverage[]
  /** Offices of both. */
  offices: Fact[]
  sources: Source[]
  judgements: readonly Judgement[]
}

/** Facts of some kinds that concern both states, and what sources say that they cover of either. */
export async function bilateralOf(
  ledger: Ledger,
  a: EntityId,
  b: EntityId,
  { knownOn, kinds = BILATERAL }: { knownOn?: string | undefined; kinds?: readonly Kind[] } = {},
): Promise<Bilateral> {
  const at = knownOn ? { knownOn } : {}
  const terms = await ledger.fetch([{ kind: 'office', roles: { state: [a, b] } }], at)
  const snapshot = await ledger.fetch(patternsOf(kinds, actingFor(a, terms.facts), actingFor(b, terms.facts)), at)
  const { judgements = [] } = snapshot
  const persons = personsOf(terms.facts)
  const between = snapshot.facts.filter((f) => concerns(f, a, persons) && concerns(f, b, persons))
  const own = snapshot.facts.filter((f) => f.kind === 'statehood' && [a, b].includes(String(f.roles.state)))
  return {
    facts: [...own, ...between.filter((f) => f.kind !== 'statehood')].sort(byTime),
    coverage: doubted(snapshot.coverage, judgements),
    offices: terms.facts,
    sources: [...new Map([...snapshot.sources, ...terms.sources].map((s) => [s.id, s])).values()],
    judgements,
  }
}

/** A state, and everybody who ever held an office of it. */
const actingFor = (state: EntityId, offices: readonly Fact[]): EntityId[] => [
  ...new Set([state, ...offices.filter((f) => f.roles.state === state).flatMap(holderAndOffice)]),
]
const holderAndOffice = ({ roles }: Fact): EntityId[] =>
  [roles.person, roles.office].filter((id) => typeof id === 'string')

/** Facts with one side in one role and the other in another; of a kind with one role, or a list, with either. */
const patternsOf = (kinds: readonly Kind[], one: EntityId[], other: EntityId[]): Pattern[] =>
  kinds.flatMap((kind) => {
    const roles = rolesOfStates(kind)
    if (roles.length === 1) return [{ kind, roles: { [roles[0]!]: [...one, ...other] } }]
    const pairs = roles.flatMap((x) => roles.flatMap((y) => (x === y ? [] : [[x, y] as const])))
    return pairs.map(([x, y]) => ({ kind, roles: { [x]: one, [y]: other } }))
  })

export async function dossierOf(ledger: Ledger, a: EntityId, b: EntityId, knownOn?: string): Promise<Dossier> {
  const question = agreementOf(a, b)
  const votes = await ledger.fetch(question.needs, knownOn ? { knownOn } : {})
  const { facts, coverage, sources, judgements } = await bilateralOf(ledger, a, b, { knownOn })
  const byKind = Map.groupBy(facts, (f) => f.kind)
  return {
    pair: [a, b],
    facts: BILATERAL.flatMap((kind) => (byKind.has(kind) ? [{ kind, facts: byKind.get(kind)! }] : [])),
    coverage: [...coverage, ...votes.coverage].filter((c) => c.kind !== 'occupancy' && speaksOfPair(c, a, b)),
    alike: alikeIn(worldOf(votes), question.question),
    sources: new Map([...votes.sources, ...sources].map((s) => [s.id, s])),
    judgements,
  }
}

/** Of the roll calls told here in which both took part, those in which they chose alike. */
function alikeIn(world: World, question: Question): Dossier['alike'] {
  if (question.measure !== 'share') return { both: [], alike: [] }
  const { members: both } = measure(world, { measure: 'includes', set: question.set })
  const set: SetExpr = { op: 'members', ids: both }
  return { both, alike: measure(world, { measure: 'share', set, within: question.within }).members }
}

const rolesOfStates = (kind: Kind): string[] =>
  Object.entries(definitionOf(kind).roles).flatMap(([name, role]) =>
    ['state', 'party', 'person'].includes(role.holds) ? [name] : [],
  )

/** The states that each person has acted for, from the offices they held. */
function personsOf(facts: readonly Fact[]): (person: EntityId, on: Fact) => EntityId[] {
  const held = facts.filter((f) => f.when && ['serving', 'served'].includes(String(f.roles.step)))
  const terms = held.flatMap(({ roles, when }) => {
    const days = daysOf(when!)
    const state = stateOfOffice(String(roles.office)) ?? String(roles.state)
    return days ? [{ person: String(roles.person), state, days }] : []
  })
  const byPerson = Map.groupBy(terms, (term) => term.person)
  return (person, fact) => {
    const took = fact.when && daysOf(fact.when)
    const own = took ? byPerson.get(person) : undefined
    return own?.filter((term) => meets(term.days, took as Days)).map((term) => term.state) ?? []
  }
}

function concerns(fact: Fact, state: EntityId, persons: ReturnType<typeof personsOf>): boolean {
  const values = Object.values(fact.roles).flat()
  return (
    values.includes(state) ||
    values.some((v) => v.startsWith('person:') && persons(v, fact).includes(state)) ||
    values.some((v) => stateOfOffice(v) === state && v.startsWith('office:'))
  )
}

const speaksOfPair = (c: Coverage, a: EntityId, b: EntityId): boolean => {
  const values = Object.values(c.roles).flat()
  const states = values.filter((v) => v.startsWith('state:'))
  return states.length > 0 && states.every((s) => s === a || s === b)
}

const byTime = (x: Fact, y: Fact): number => ((x.when ?? '9999') < (y.when ?? '9999') ? -1 : 1)
