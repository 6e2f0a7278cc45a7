import type { Fact } from '../../model/fact.ts'
import { eventKey, groupEvents } from '../../model/identity.ts'
import { classOf, type EntityId, stateOfOffice } from '../../model/ids.ts'
import type { Judgement } from '../../model/judgement.ts'
import { definitionOf } from '../../model/kinds/index.ts'
import { daysOf, EVER } from '../../model/when.ts'
import { definite, type Label, listed } from '../en/label.ts'
import { sayFact } from '../en/say.ts'
import { dates } from '../en/time.ts'

/** An event or step with its tellings, the most exact of which speaks for it. */
export interface Told {
  fact: Fact
  others: Fact[]
}

const exactness = ({ standing, when = '', roles }: Fact): number =>
  (standing === 'reported' ? 0 : 100) +
  (when.split('/').every((part) => part.length === 10) ? 40 + when.length : when.length) +
  (roles.place ? 1 : 0)

/** What is undated comes first: it is not among the latest. */
const start = (fact: Fact): string => (fact.when && daysOf(fact.when)?.from) || EVER.from
export const inTime = (a: Told, b: Told): number => {
  const [x, y] = [start(a.fact) + (a.fact.when ?? ''), start(b.fact) + (b.fact.when ?? '')]
  return x < y ? -1 : x > y ? 1 : a.fact.id < b.fact.id ? -1 : 1
}

/** Tellings as events, in the order of time; of a state of affairs, what is told in the same words of the same time. */
export function toldOf(facts: readonly Fact[], judgements: readonly Judgement[]): Told[] {
  const groups = [...Map.groupBy(facts, (f) => `${f.kind} ${f.telling} ${f.modality}`).values()]
  const told = groups.flatMap((same) =>
    definitionOf(same[0]!.kind).nature === 'event' ? groupEvents(same, judgements) : alike(same),
  )
  return told
    .map((group) => {
      const fact = group.reduce((best, other) => (exactness(other) > exactness(best) ? other : best))
      return { fact, others: group.filter((other) => other !== fact) }
    })
    .sort(inTime)
}

/** A telling that leaves the place open is of the one place that the others name. */
function alike(facts: readonly Fact[]): Fact[][] {
  const groups = Map.groupBy(facts, ({ roles: { place: _, ...roles }, when, amount }) =>
    JSON.stringify([Object.entries(roles).sort(), when, amount]),
  )
  return [...groups.values()].flatMap((same) => {
    const places = new Set(same.flatMap(({ roles }) => roles.place ?? []))
    return places.size < 2 ? [same] : [...Map.groupBy(same, ({ roles }) => String(roles.place)).values()]
  })
}

/** The office that a person held on the day of a fact, as the ledger tells it. */
export type OfficeThen = (person: EntityId, fact: Fact) => EntityId | undefined

/** Who held what when, from office facts; nobody where two offices are told and neither is higher. */
export function officesThen(facts: readonly Fact[]): OfficeThen {
  const held = facts.filter(
    (f) =>
      f.kind === 'office' &&
      f.telling === 'yes' &&
      ['serving', 'served', 'took-office'].includes(String(f.roles.step)) &&
      classOf(String(f.roles.office)) === 'office',
  )
  const terms = held.flatMap(({ roles, when }) => {
    const days = when && daysOf(when)
    return days ? [{ person: String(roles.person), office: String(roles.office), days }] : []
  })
  const byPerson = Map.groupBy(terms, (term) => term.person)
  return (person, fact) => {
    const own = byPerson.get(person)
    const from = own && fact.when && daysOf(fact.when)?.from
    if (!from) return undefined
    const then = own.filter(({ days }) => days.from <= from && from <= days.to).map((term) => term.office)
    return then.sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))[0]
  }
}

const RANKS = ['president', 'monarch', 'prime-minister', 'chancellor', 'pope', 'foreign-minister', 'secretary-of-state']
export const rankOf = (office: EntityId): number => {
  const at = RANKS.indexOf(office.slice('office:'.length).split('/')[0] ?? '')
  return at < 0 ? RANKS.length : at
}

/** "Guillermo Lasso, president of Ecuador, visited Israel (Jerusalem)". */
export function sayTold(fact: Fact, label: Label, officeThen: OfficeThen): string {
  const persons = Object.values(fact.roles)
    .flat()
    .filter((id) => classOf(id) === 'person')
  const named = fact.kind === 'visit' || fact.kind === 'meeting'
  const titled: Label = (id, day) => {
    const office = named && persons.includes(id) ? officeThen(id, fact) : undefined
    return office ? `${label(id, day)} (${label(office)})` : label(id, day)
  }
  return capital(sayFact(fact, titled, false))
}

export const capital = (text: string): string => (text ? text[0]!.toUpperCase() + text.slice(1) : text)

/** The states on whose behalf a fact's persons and offices act. */
export function statesOfFact(fact: Fact, officeThen: OfficeThen): EntityId[] {
  const values = Object.values(fact.roles).flat()
  return [
    ...new Set(
      values.flatMap((id) => {
        const kind = classOf(id)
        if (kind === 'state') return [id]
        if (kind === 'office') return stateOfOffice(id) ?? []
        const office = kind === 'person' ? officeThen(id, fact) : undefined
        return (office && stateOfOffice(office)) ?? []
      }),
    ),
  ]
}

/** The same for the same matter, however exactly it is dated within its year. */
export const idOf = ({ fact }: Told): string =>
  `${eventKey(fact)}|${(fact.when ?? 'undated').slice(0, 4)}|${fact.telling}|${fact.modality}`

export const leadOf = ({ fact }: Told): string => (fact.when ? dates(fact.when) : 'undated')

export const pairName = (pair: readonly [EntityId, EntityId], label: Label): string =>
  listed(pair.map((id) => definite(label(id))))
