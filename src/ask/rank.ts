import type { EntityId } from '../model/ids.ts'
import type { Measure } from '../model/question.ts'
import type { Answer } from '../model/verdict.ts'
import { before, meets } from '../model/when.ts'
import { extentOf } from './extent.ts'
import { outcomeOf } from './mark.ts'
import { compare, membersOf } from './measure.ts'
import { type Event, eventsOf, evidence } from './order.ts'
import type { World } from './world.ts'

type Rank = Extract<Measure, { measure: 'rank' }>

/**
 * The place of an event, or of one in a role, in the order of time. What certainly came before bounds it from below; what may
 * have come before, and what no list covers, from above.
 */
export function measureRank(world: World, q: Rank): Answer {
  const extent = extentOf(world, q.set)
  const base = membersOf(extent)
  const events = eventsOf(world, extent, q.role, q.set)
  const target = events
    .filter((e) => e.entry.mark === 'in' && isMeant(e, q))
    .sort((a, b) => (a.days.from < b.days.from ? -1 : 1))[0]
  if (!target) return { ...base, outcome: 'not-covered', value: { least: 1, most: null } }
  const others = events.filter((e) => e !== target && !before(target.days, e.days))
  const sure = others.filter((e) => e.entry.mark === 'in' && before(e.days, target.days))
  const rest = extentOf(world, { ...q.set, window: { ...q.set.window, to: target.days.to } }).rest
  const [least, most] = [placesOf(sure, q), placesOf(others, q)]
  const value = { least: least + 1, most: rest.mark === 'out' ? most + 1 : null }
  const outcome = q.expects
    ? outcomeOf(compare(value, q.expects))
    : value.least === value.most
      ? 'supported'
      : 'not-covered'
  return {
    ...base,
    outcome,
    value,
    witnesses: evidence(outcome === 'refuted' ? [target] : [...sure, target]),
    against: outcome === 'refuted' ? evidence(sure) : [],
    gaps: outcome === 'not-covered' ? rest.gaps : [],
  }
}

const isMeant = (e: Event, { of, claimed }: Rank): boolean =>
  (of === undefined || e.role.includes(of)) && (claimed === undefined || meets(e.days, claimed))

/** How many events, or how many others in the role. */
function placesOf(events: readonly Event[], { each, of }: Rank): number {
  if (each === 'event') return events.length
  const members: EntityId[] = events.flatMap((e) => e.role.slice(0, 1))
  return new Set(members.filter((id) => id !== of)).size
}
