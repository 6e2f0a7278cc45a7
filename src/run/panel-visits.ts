import { coverOf } from '../ask/cover.ts'
import type { World } from '../ask/index.ts'
import { officesOf } from '../check/superlatives.ts'
import type { Fact } from '../model/fact.ts'
import { groupEvents } from '../model/identity.ts'
import { classOf, type EntityId, nameOf, stateOfOffice } from '../model/ids.ts'
import type { Judgement } from '../model/judgement.ts'
import type { Term } from '../model/question.ts'
import { type Days, daysOf, EVER, yearOf } from '../model/when.ts'
import { officesThen } from '../show/views/briefing-lines.ts'

/** Offices whose holders lead a state or its government. */
const LEADERS = ['president', 'monarch', 'prime-minister', 'chancellor', 'pope']
const leads = (office: EntityId): boolean => LEADERS.includes(nameOf(office).split('/')[0]!)

export interface Count {
  /** `null`: unknown. */
  told: number | null
  whole: boolean
}

export interface YearVisits {
  all(from: EntityId, to: EntityId): Count
  leaders(from: EntityId, to: EntityId): Count
}

interface Trip {
  from: EntityId
  to: EntityId
  year: number
  leader: boolean
}

const key = (from: EntityId, to: EntityId, year: number): string => `${from} ${to} ${year}`
const tally = (trips: readonly Trip[]): Map<string, number> => {
  const out = new Map<string, number>()
  for (const { from, to, year } of trips) out.set(key(from, to, year), (out.get(key(from, to, year)) ?? 0) + 1)
  return out
}

/** Visits by direction and year, worked out once for the whole panel. */
export function visitsByYear(world: World, judgements: readonly Judgement[]) {
  const officeThen = officesThen(world.of('office'))
  const facts = world.of('visit').filter((f) => f.telling === 'yes' && f.modality === 'happened')
  const trips = groupEvents(facts, judgements).flatMap((group) => tripOf(group, officeThen) ?? [])
  const [all, leaders] = [tally(trips), tally(trips.filter((t) => t.leader))]
  const offices = [...new Set(world.of('office').map((f) => String(f.roles.office)))].sort()
  const ofState = new Map<EntityId, EntityId[]>()
  const leading = (state: EntityId): EntityId[] => {
    const known = ofState.get(state) ?? officesOf(state, offices).filter(leads)
    ofState.set(state, known)
    return known
  }
  const count = (of: Map<string, number>, id: string, whole: boolean): Count => ({
    told: of.get(id) ?? (whole ? 0 : null),
    whole,
  })
  const lists = world.coverageOf('visit').filter((c) => c.grade === 'complete')
  return (year: number): YearVisits => {
    const window: Days = { from: `${year}-01-01`, to: `${year}-12-31` }
    const covered = remembered((pattern: string) => {
      const [office = '', to = ''] = pattern.split(' ')
      if (!lists.some((c) => speaks(c.roles.visitor, office) && speaks(c.roles.to, to))) return false
      const visitor: Record<string, Term> = office ? { visitor: { office } } : {}
      return coverOf(world, 'visit', { ...visitor, to: { id: to } }, window).gaps.length === 0
    })
    return {
      all: (from, to) => count(all, key(from, to, year), covered(` ${to}`)),
      leaders: (from, to) => {
        const held = leading(from)
        const whole = held.length > 0 && held.every((office) => covered(`${office} ${to}`))
        return count(leaders, key(from, to, year), whole)
      },
    }
  }
}

/** Whether a list's role is open, or among its values is this one. */
const speaks = (role: string | string[] | undefined, id: string): boolean =>
  role === undefined || (Array.isArray(role) ? role.includes(id) : role === id)

const remembered = (work: (key: string) => boolean): ((key: string) => boolean) => {
  const known = new Map<string, boolean>()
  return (of) => {
    const found = known.get(of) ?? work(of)
    known.set(of, found)
    return found
  }
}

/** A visit that surely fell into one year, by somebody of whom it is known for whom he acted. */
function tripOf(group: readonly Fact[], officeThen: ReturnType<typeof officesThen>): Trip | undefined {
  const days = group.map((f) => (f.when && daysOf(f.when)) || EVER)
  const from = days.reduce((latest, d) => (d.from > latest ? d.from : latest), EVER.from)
  const to = days.reduce((earliest, d) => (d.to < earliest ? d.to : earliest), EVER.to)
  const exact = group.find((f) => /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/.test(f.when ?? ''))
  const year = yearOf(exact ? daysOf(exact.when!)!.from : from)
  if (!exact && (from === EVER.from || year !== yearOf(to))) return undefined
  for (const fact of group) {
    const trip = partiesOf(fact, officeThen)
    if (trip) return { ...trip, year }
  }
  return undefined
}

function partiesOf(fact: Fact, officeThen: ReturnType<typeof officesThen>): Omit<Trip, 'year'> | undefined {
  const [visitor, to] = [String(fact.roles.visitor), String(fact.roles.to)]
  const kind = classOf(visitor)
  const office = kind === 'office' ? visitor : kind === 'person' ? officeThen(visitor, fact) : undefined
  const told = fact.roles.from === undefined ? undefined : String(fact.roles.from)
  const from = (office && stateOfOffice(office)) ?? told ?? (kind === 'state' ? visitor : undefined)
  if (!from || classOf(from) !== 'state' || classOf(to) !== 'state' || from === to) return undefined
  return { from, to, leader: office !== undefined && leads(office) && stateOfOffice(office) === from }
}
