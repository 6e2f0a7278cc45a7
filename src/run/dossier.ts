import { measure, type Pattern, type World, worldOf } from '../ask/index.ts'
import { agreementOf } from '../check/index.ts'
import type { Ledger } from '../keep/port.ts'
import type { Coverage, Source } from '../model/coverage.ts'
import type { Fact } from '../model/fact.ts'
import { type EntityId, stateOfOffice } from '../model/ids.ts'
import { doubted, type Judgement } from '../model/judgement.ts'
import { definitionOf, KIND_NAMES, type Kind } from '../model/kinds/index.ts'
import type { Question, SetExpr } from '../model/question.ts'
import { daysOf, meets } from '../model/when.ts'

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

export async function dossierOf(ledger: Ledger, a: EntityId, b: EntityId, knownOn?: string): Promise<Dossier> {
  const patterns: Pattern[] = BILATERAL.flatMap((kind) =>
    rolesOfStates(kind).flatMap((role) => [{ kind, roles: { [role]: [a, b] } }]),
  )
  const question = agreementOf(a, b)
  const snapshot = await ledger.fetch([...patterns, ...question.needs, { kind: 'office' }], knownOn ? { knownOn } : {})
  const { judgements = [] } = snapshot
  const persons = personsOf(snapshot.facts)
  const between = snapshot.facts.filter(
    (f) => BILATERAL.includes(f.kind) && concerns(f, a, persons) && concerns(f, b, persons),
  )
  const own = snapshot.facts.filter((f) => f.kind === 'statehood' && [a, b].includes(String(f.roles.state)))
  const byKind = Map.groupBy([...own, ...between].sort(byTime), (f) => f.kind)
  return {
    pair: [a, b],
    facts: BILATERAL.flatMap((kind) => (byKind.has(kind) ? [{ kind, facts: byKind.get(kind)! }] : [])),
    coverage: doubted(snapshot.coverage, judgements).filter(
      (c) => c.kind !== 'office' && c.kind !== 'occupancy' && speaksOfPair(c, a, b),
    ),
    alike: alikeIn(worldOf(snapshot), question.question),
    sources: new Map(snapshot.sources.map((s) => [s.id, s])),
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
    role.holds === 'state' || role.holds === 'party' ? [name] : [],
  )

/** The states that each person has acted for, from the offices they held. */
function personsOf(facts: readonly Fact[]): (person: EntityId, on: Fact) => EntityId[] {
  const terms = Map.groupBy(
    facts.filter((f) => f.kind === 'office' && ['serving', 'served'].includes(String(f.roles.step))),
    (f) => String(f.roles.person),
  )
  return (person, fact) =>
    (terms.get(person) ?? [])
      .filter((t) => meetsTerm(t, fact))
      .map((t) => stateOfOffice(String(t.roles.office)) ?? String(t.roles.state))
}

const meetsTerm = (term: Fact, fact: Fact): boolean => {
  const [held, took] = [term.when && daysOf(term.when), fact.when && daysOf(fact.when)]
  return !!held && !!took && meets(held, took)
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
