import type { Fact } from '../model/fact.ts'
import type { EntityId } from '../model/ids.ts'
import { definitionOf } from '../model/kinds/index.ts'
import type { Select } from '../model/question.ts'
import { EVER, inside, intersect, meets, minus } from '../model/when.ts'
import { type Cover, coverOf } from './cover.ts'
import { type Entry, entryOf, extentOf } from './extent.ts'
import { fitRoles, type Membership } from './match.ts'
import { gapOf, lifetimeOf, type Roles } from './pattern.ts'
import { timelineOf } from './timeline.ts'
import type { World } from './world.ts'

/** How far an entity is in a nested set. */
export const member: Membership = (world, term, id) => {
  const { mark } = extentOf(world, term.set).entry(id)
  return mark === 'in' ? 'certain' : mark === 'out' ? 'never' : 'possible'
}

interface Laid {
  line: ReturnType<typeof timelineOf>
  cover: Cover
  /** Whether nothing is told of it. */
  untold: boolean
}
const laidOut = new WeakMap<World, Map<string, Laid>>()

/** What is told of a state of affairs, laid out on a line: once, whatever the days that are asked about. */
function layOut(world: World, select: Select, roles: Roles, facts: readonly Fact[]): Laid {
  const known = laidOut.get(world) ?? new Map<string, Laid>()
  laidOut.set(world, known)
  const key = JSON.stringify([select.kind, roles, select.wide, facts.length > 0])
  const laid = known.get(key) ?? lineOf(world, select, roles, facts)
  known.set(key, laid)
  return laid
}

function lineOf(world: World, { kind }: Select, roles: Roles, facts: readonly Fact[]): Laid {
  const fits = new Map(
    facts.map((f) => [f, fitRoles(world, f, roles, member)] as const).filter(([, fit]) => fit !== 'never'),
  )
  const cover = coverOf(world, kind, roles, EVER)
  const line = timelineOf(world, kind, [...fits.keys()], (f) => fits.get(f) === 'certain', cover.runs)
  return { line, cover, untold: fits.size === 0 }
}

/** Whether a state of affairs held at some time within the window; `facts`: all of its kind and level that may fit the roles, or none. */
export function stateEntry(
  world: World,
  select: Select,
  roles: Roles,
  facts: readonly Fact[],
  about: EntityId[] | undefined,
): Entry {
  const life = lifetimeOf(world, roles)
  const { line, cover, untold } = layOut(world, select, roles, facts)
  const spells = definitionOf(select.kind).spells
  const silent = untold ? cover.runs.filter((r) => spells || r.from <= life.from) : []
  const { window } = select
  const outside = minus(EVER, [life]).filter((d) => d.from > life.to || window.to >= life.from)
  const held = [
    ...line.held.filter((s) => meets(s.days, window)),
    ...line.sometime.filter((s) => inside(s.days, window) && window.from !== window.to),
  ]
  const not = [...line.not.map((s) => s.days), ...silent, ...outside].sort((a, b) => (a.from < b.from ? -1 : 1))
  const denied = line.not.filter((s) => meets(s.days, window))
  const clear = held.filter((s) => {
    const part = intersect(s.days, window)!
    return (
      minus(
        part,
        line.not.map((n) => n.days),
      ).length > 0
    )
  })
  const evidence = { coverage: cover.used.filter((c) => c.from <= window.to && c.to >= window.from) }
  if (clear.length) return entryOf('in', { ...evidence, for: clear.flatMap((s) => s.facts) })
  if (held.length)
    return entryOf('both', { ...evidence, for: held.flatMap((s) => s.facts), against: denied.flatMap((s) => s.facts) })
  const left = minus(window, not)
  return entryOf(left.length ? 'open' : 'out', {
    ...evidence,
    against: denied.flatMap((s) => s.facts),
    gaps: left.map((days) => gapOf(select, roles, days, about)),
  })
}
