import type { Fact } from '../model/fact.ts'
import type { EntityId } from '../model/ids.ts'
import type { Measure, Select, Term } from '../model/question.ts'
import type { Answer, Evidence } from '../model/verdict.ts'
import { addDays, before, type Day, type Days, daysOf, EVER, intersect, meets } from '../model/when.ts'
import { edgeAsked } from './edge.ts'
import { changed, type Entry, type Extent, extentOf } from './extent.ts'
import type { Decided } from './mark.ts'
import { valuesOf } from './match.ts'
import { membersOf } from './measure.ts'
import { heldOn } from './office.ts'
import { lifetimeOf } from './pattern.ts'
import { beginningOfSince } from './since.ts'
import type { World } from './world.ts'

type Order = Extract<Measure, { measure: 'first' | 'last' }>

export interface Event {
  entry: Entry
  facts: Fact[]
  /** The finest time that the tellings share. */
  days: Days
  role: EntityId[]
}

/**
 * The earliest (or latest) fact of a set. Dates may be imprecise, so their order is partial: an event counts as earlier only
 * when all its days are. A counter-example needs no coverage; that nothing came before does.
 */
export function measureOrder(world: World, q: Order): Answer {
  const extent = extentOf(world, q.set)
  const base = membersOf(extent)
  const events = amongThem(world, q, eventsOf(world, extent, q.role, q.set))
  if (!q.expects && q.since) return afterwards(world, q, events, base)
  if (!q.expects)
    return {
      ...base,
      outcome: base.othersPossible || perhapsBefore(events, q.measure) ? 'not-covered' : 'supported',
      witnesses: ends(events, q),
    }
  const { claimed } = q
  const mine = (e: Event) => q.expects!.some((id) => e.role.includes(id)) && (!claimed || meets(e.days, claimed))
  const own = events.filter((e) => mine(e) && e.entry.mark === 'in')
  if (q.since) return measureSince(world, q, beginningOfSince(q, own, events), base)
  const target = extreme(own, q.measure)
  const at = target?.days ?? claimed
  const rivals = events.filter((e) => !mine(e) && at !== undefined && !isAhead(at, e.days, q.measure))
  const ahead = rivals.filter(
    (e) => e.entry.mark === 'in' && isAhead(e.days, at!, q.measure) && (claimed || nothingBeyond(world, q, e.days)),
  )
  const outcome = judge(world, q, { target, at, ahead, rivals })
  return {
    ...base,
    outcome: outcome.outcome,
    open: rivals.filter((e) => !ahead.includes(e)).flatMap((e) => e.role),
    witnesses: target ? evidence([target], q.expects) : [],
    against: evidence(ahead.length ? ahead : rivals.filter((e) => e.entry.mark === 'both')),
    gaps: outcome.outcome === 'not-covered' ? outcome.gaps : [],
  }
}

/** Whether one that may belong here, or that sources dispute, may have come before the first that does (or after the last). */
function perhapsBefore(events: readonly Event[], order: Order['measure']): boolean {
  const target = extreme(
    events.filter((e) => e.entry.mark === 'in'),
    order,
  )
  return events.some(
    (e) => (e.entry.mark === 'open' || e.entry.mark === 'both') && (!target || !isAhead(target.days, e.days, order)),
  )
}

/** Who was first after the last one of somebody: nobody where that is not told, or where it is told of years alone. */
function afterwards(
  world: World,
  { since, ...q }: Order,
  events: readonly Event[],
  base: ReturnType<typeof membersOf>,
) {
  const own = since && 'id' in since ? events.filter((e) => e.entry.mark === 'in' && e.role.includes(since.id)) : []
  const last = extreme(own, 'last')
  if (!last) return { ...base, outcome: 'not-covered' as const, members: [], open: [], witnesses: [], against: [] }
  const window = { from: addDays(last.days.to, 1), to: q.set.window.to }
  return measureOrder(world, { ...q, set: { ...q.set, window } })
}

/** The same from where "since" begins; where that is not told, the order is open. */
function measureSince(world: World, { since, ...q }: Order, from: Day | undefined, base: ReturnType<typeof membersOf>) {
  if (from) return measureOrder(world, { ...q, set: { ...q.set, window: { from, to: q.set.window.to } } })
  const { window, kind } = q.set
  const who = [...(q.expects ?? []), ...(since && 'id' in since ? [since.id] : [])]
  const gaps = [{ kind, roles: { [q.role]: who }, from: window.from, to: window.to }]
  return { ...base, outcome: 'not-covered' as const, open: [], witnesses: [], against: [], gaps }
}

/** The events of a set that sources name; of a beginning that is asked for, where a spell tells it, on its own day. */
export const eventsOf = (world: World, extent: Extent, role: string, set: Select): Event[] =>
  extent.named.map((id) => {
    const entry = extent.entry(id)
    const dayOf = (f: Fact): Days => (edgeAsked(f, set) && daysOf(edgeAsked(f, set)!)) || world.days(f)
    const days = entry.for.map(dayOf).reduce((a, b) => intersect(a, b) ?? a, EVER)
    return { entry, facts: entry.for, days, role: entry.for.flatMap((f) => valuesOf(f, role)) }
  })

/** Those of the class that is asked for; of whom it is open, the event is open too. */
function amongThem(world: World, q: Order, events: readonly Event[]): Event[] {
  if (!q.among) return [...events]
  const { entry } = extentOf(world, q.among)
  return events.flatMap((e) => {
    const marks = e.role.map((id) => (q.expects?.includes(id) ? 'in' : entry(id).mark))
    if (marks.includes('in')) return [e]
    return marks.every((mark) => mark === 'out') ? [] : [{ ...e, entry: changed(e.entry, { mark: 'open' }) }]
  })
}

/** Whether there may be facts that no source names: of parties, with each state that may be one. */
function restOf(world: World, q: Order): Entry {
  const { rest } = extentOf(world, q.set)
  const term = q.set.roles[q.role]
  if (rest.mark !== 'open' || !term || !('allOf' in term)) return rest
  const others = (q.among ? extentOf(world, q.among).named : world.states()).filter(
    (id) => !term.allOf.includes(id) && !q.expects?.includes(id),
  )
  const entries = others.map(
    (id) => extentOf(world, { ...q.set, roles: { ...q.set.roles, [q.role]: { allOf: [...term.allOf, id] } } }).rest,
  )
  const gaps = entries.flatMap((e) => (e.mark === 'open' ? e.gaps : []))
  return changed(rest, { mark: entries.length && !gaps.length ? 'out' : 'open', gaps: gaps.length ? gaps : rest.gaps })
}

const isAhead = (a: Days, b: Days, order: Order['measure']) => (order === 'first' ? before(a, b) : before(b, a))

/** Whether the one said to be first is known to have no fact of the set still before a rival's that the ledger does not tell. */
function nothingBeyond(world: World, q: Order, rival: Days): boolean {
  const { roles } = q.set
  const window = intersect(q.set.window, lifetimeOf(world, roles)) ?? q.set.window
  const beyond =
    q.measure === 'first'
      ? { from: window.from, to: addDays(rival.from, -1) }
      : { from: addDays(rival.to, 1), to: window.to }
  if (beyond.from > beyond.to) return true
  const term = roles[q.role]
  if (term && 'office' in term && q.expects!.every((id) => heldOn(world, term.office, id, beyond) === 'never'))
    return true
  if (extentOf(world, { ...q.set, window: beyond }).rest.mark === 'out') return true
  if (term && !('id' in term) && !('allOf' in term)) return false
  const own = (id: EntityId): Term => (term && 'allOf' in term ? { allOf: [...term.allOf, id] } : { id })
  return q.expects!.every(
    (id) => extentOf(world, { ...q.set, roles: { ...roles, [q.role]: own(id) }, window: beyond }).rest.mark === 'out',
  )
}

function extreme(events: readonly Event[], order: Order['measure']): Event | undefined {
  const sorted = [...events].sort((a, b) => (a.days.from < b.days.from ? -1 : 1))
  return order === 'first' ? sorted[0] : sorted.at(-1)
}

function judge(
  world: World,
  q: Order,
  found: { target?: Event; at?: Days; ahead: Event[]; rivals: Event[] },
): { outcome: Decided; gaps: Answer['gaps'] } {
  const { target, at, ahead, rivals } = found
  if (ahead.length) return { outcome: 'refuted', gaps: [] }
  const window = { ...q.set.window }
  if (at) {
    if (q.measure === 'first') window.to = addDays(at.to, -1)
    else window.from = addDays(at.from, 1)
  }
  const rest = window.from <= window.to ? restOf(world, { ...q, set: { ...q.set, window } }) : undefined
  const gaps = [
    ...(rest?.mark === 'open' ? rest.gaps : []),
    ...(target ? [] : [{ kind: q.set.kind, roles: { [q.role]: q.expects! }, from: window.from, to: q.set.window.to }]),
  ]
  if (rivals.some((e) => e.entry.mark === 'both' && isAhead(e.days, at!, q.measure)))
    return { outcome: 'disputed', gaps }
  return { outcome: target && !rivals.length && rest?.mark !== 'open' ? 'supported' : 'not-covered', gaps }
}

export const evidence = (events: readonly Event[], prefer?: readonly EntityId[]): Evidence[] =>
  [...events]
    .sort((a, b) => (a.days.from < b.days.from ? -1 : 1))
    .flatMap((e) =>
      e.facts.map((fact) => ({ entity: prefer?.find((id) => e.role.includes(id)) ?? e.role[0] ?? fact.id, fact })),
    )

function ends(events: readonly Event[], q: Order): Evidence[] {
  const found = extreme(
    events.filter((e) => e.entry.mark === 'in'),
    q.measure,
  )
  return found ? evidence([found]) : []
}
