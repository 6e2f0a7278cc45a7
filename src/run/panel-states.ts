import { coverOf } from '../ask/cover.ts'
import { extentOf } from '../ask/extent.ts'
import type { World } from '../ask/index.ts'
import type { Mark } from '../ask/mark.ts'
import type { EntityId } from '../model/ids.ts'
import type { Kind } from '../model/kinds/index.ts'
import type { Select, Term } from '../model/question.ts'
import { type Days, daysOf, meets } from '../model/when.ts'

export type Told = 'yes' | 'no' | 'disputed' | null
const SAID: Readonly<Record<Mark, Told>> = { in: 'yes', out: 'no', both: 'disputed', open: null }

/** Which pairs of states facts of a kind name together, in any roles. */
function namedTogether(world: World, kind: Kind): ReadonlySet<string> {
  const out = new Set<string>()
  for (const fact of world.of(kind)) {
    const states = Object.values(fact.roles)
      .flat()
      .filter((id) => id.startsWith('state:'))
    for (const a of states) for (const b of states) if (a !== b) out.add(`${a} ${b}`)
  }
  return out
}

/**
 * Whether some list said to be whole may speak of two states: a quick no for most pairs. `coverOf` decides the others.
 */
function mayBeCovered(world: World, kind: Kind): (a: EntityId, b: EntityId) => boolean {
  const whole = world.coverageOf(kind).filter((c) => c.grade === 'complete')
  const about = whole.map((c) =>
    Object.values(c.roles)
      .flat()
      .filter((id) => id.startsWith('state:')),
  )
  const anybody = about.some((states) => !states.length)
  const pairs = new Set(about.filter((states) => states.length === 2).map((states) => states.toSorted().join(' ')))
  const single = new Set(about.filter((states) => states.length !== 2).flat())
  return (a, b) => anybody || single.has(a) || single.has(b) || pairs.has(a < b ? `${a} ${b}` : `${b} ${a}`)
}

/** States of affairs between two states on the last day of a year; what no fact names and no list covers is unknown at once. */
export function statesOfAffairs(world: World) {
  const named = { relations: namedTogether(world, 'relations'), mission: namedTogether(world, 'mission') }
  const covered = { relations: mayBeCovered(world, 'relations'), mission: mayBeCovered(world, 'mission') }
  const marks = (kind: 'relations' | 'mission', set: (a: EntityId) => Select) => {
    const extents = new Map<EntityId, ReturnType<typeof extentOf>>()
    const pattern = (a: EntityId, b: EntityId): Record<string, Term> =>
      kind === 'relations' ? { between: { allOf: [a, b] } } : { sender: { id: a }, host: { id: b } }
    return (a: EntityId, b: EntityId, day: string): Told => {
      const days: Days = { from: day, to: day }
      if (!named[kind].has(`${a} ${b}`)) {
        if (!covered[kind](a, b) || coverOf(world, kind, pattern(a, b), days).gaps.length) return null
      }
      const extent = extents.get(a) ?? extentOf(world, set(a))
      extents.set(a, extent)
      return SAID[extent.entry(b).mark]
    }
  }
  return (year: number) => {
    const day = `${year}-12-31`
    const window: Days = { from: day, to: day }
    const relations = marks('relations', (a) => ({
      ...{ op: 'select', kind: 'relations', window, by: 'between' },
      roles: { between: { allOf: [a] }, step: { id: 'held' } },
    }))
    const missions = ['embassy', 'legation'].map((type) =>
      marks('mission', (a) => ({
        ...{ op: 'select', kind: 'mission', window, by: 'host' },
        roles: { sender: { id: a }, type: { id: type }, step: { id: 'exists' } },
      })),
    )
    return {
      relations: (a: EntityId, b: EntityId) => relations(a, b, day),
      embassy: (a: EntityId, b: EntityId): Told => {
        const told = missions.map((mission) => mission(a, b, day))
        if (told.includes('yes')) return 'yes'
        if (told.includes('disputed')) return 'disputed'
        return told.every((one) => one === 'no') ? 'no' : null
      },
    }
  }
}

/** Whether an envoy is told to have served at some time within a year. */
export function envoysByYear(world: World) {
  const terms = world.of('envoy').flatMap((fact) => {
    const { sender, host, step } = fact.roles
    const days = fact.when && daysOf(fact.when)
    if (fact.telling === 'no' || fact.modality !== 'happened' || !days || !sender || !host) return []
    if (step !== 'serving' && step !== 'accredited') return []
    const to = fact.when!.endsWith('/') ? world.asOf(fact.cite.source) : days.to
    // A time of several years within which somebody served says of none of them that it was that one.
    const sure = fact.when!.includes('/') || days.from.slice(0, 4) === to.slice(0, 4)
    return sure ? [{ pair: `${sender} ${host}`, from: days.from, to }] : []
  })
  const byPair = Map.groupBy(terms, (t) => t.pair)
  const covered = mayBeCovered(world, 'envoy')
  return (sender: EntityId, host: EntityId, year: number): Told => {
    const window: Days = { from: `${year}-01-01`, to: `${year}-12-31` }
    if (byPair.get(`${sender} ${host}`)?.some((t) => meets(t, window))) return 'yes'
    if (!covered(sender, host)) return null
    const cover = coverOf(world, 'envoy', { sender: { id: sender }, host: { id: host } }, window)
    return cover.gaps.length ? null : 'no'
  }
}

/** Agreements told as signed by two states within a year. */
export function agreementsByYear(world: World) {
  const signed = world.of('agreement').flatMap((fact) => {
    const days = fact.when ? daysOf(fact.when) : undefined
    const year = days?.from.slice(0, 4)
    const done = fact.roles.step === 'signed' && fact.telling === 'yes' && fact.modality === 'happened'
    if (!done || !days || year !== days.to.slice(0, 4)) return []
    const states = [fact.roles.between ?? []]
      .flat()
      .filter((id) => id.startsWith('state:'))
      .sort()
    const what = `${year} ${states.join('+')} ${fact.roles.topic ?? ''}`
    return states.flatMap((a, i) => states.slice(i + 1).map((b) => ({ key: `${a} ${b} ${year}`, what })))
  })
  const counts = new Map(
    [...Map.groupBy(signed, (s) => s.key)].map(([k, of]) => [k, new Set(of.map((s) => s.what)).size]),
  )
  const covered = mayBeCovered(world, 'agreement')
  return (a: EntityId, b: EntityId, year: number): { told: number | null; whole: boolean } => {
    const window: Days = { from: `${year}-01-01`, to: `${year}-12-31` }
    const whole = covered(a, b) && !coverOf(world, 'agreement', { between: { allOf: [a, b] } }, window).gaps.length
    const [x, y] = [a, b].sort()
    return { told: counts.get(`${x} ${y} ${year}`) ?? (whole ? 0 : null), whole }
  }
}

/** How many bodies two states both belonged to on the last day of a year. */
export function bodiesByYear(world: World) {
  const spells = world.of('membership').flatMap((fact) => {
    const days = fact.when && daysOf(fact.when)
    const body = String(fact.roles.body)
    if (!days || fact.telling === 'no' || fact.roles.step !== 'member' || !body.startsWith('body:')) return []
    if (LISTS.has(body)) return []
    const asOf = world.asOf(fact.cite.source)
    return [{ state: String(fact.roles.state), body, from: days.from, to: days.to < asOf ? days.to : asOf, asOf }]
  })
  const reach = spells.reduce((last, s) => (s.asOf > last ? s.asOf : last), '')
  const byState = Map.groupBy(spells, (s) => s.state)
  return (year: number) => {
    const day = `${year}-12-31`
    const of = (state: EntityId) =>
      new Set((byState.get(state) ?? []).filter((s) => s.from <= day && day <= s.to).map((s) => s.body))
    const sets = new Map<EntityId, Set<string>>()
    const held = (state: EntityId) => {
      const known = sets.get(state) ?? of(state)
      sets.set(state, known)
      return known
    }
    return (a: EntityId, b: EntityId): number | null => {
      if (day > reach) return null
      const other = held(b)
      let shared = 0
      for (const body of held(a)) if (other.has(body)) shared++
      return shared
    }
  }
}
const LISTS: ReadonlySet<string> = new Set(['body:cow-state-system', 'body:gw-independent-states'])
