import type { Coverage } from '../model/coverage.ts'
import type { Fact } from '../model/fact.ts'
import type { EntityId } from '../model/ids.ts'
import type { SetExpr } from '../model/question.ts'
import type { Gap } from '../model/verdict.ts'
import { all, any, type Mark, not } from './mark.ts'
import { occupantOf } from './occupancy.ts'
import { selectEntities, selectEvents } from './select.ts'
import type { World } from './world.ts'

/** How one entity stands to a set, with the tellings and coverage that make it so. */
export interface Entry {
  mark: Mark
  for: Fact[]
  against: Fact[]
  gaps: Gap[]
  coverage: Coverage[]
}

/** A set as evaluated: everyone that a source names, and one entry for everybody else. */
export interface Extent {
  named: EntityId[]
  entry(id: EntityId): Entry
  rest: Entry
}

export const entryOf = (mark: Mark, more: Partial<Entry> = {}): Entry => ({
  mark,
  for: [],
  against: [],
  gaps: [],
  coverage: [],
  ...more,
})

const unique = <T>(items: T[]): T[] => (items.length < 2 ? items : [...new Set(items)])

/** What tellings settle; `none`: what holds without them, for the lists that bear on it, worked out when it is looked at. */
export class Told implements Entry {
  readonly mark: Mark
  readonly for: Fact[]
  readonly against: Fact[]
  readonly gaps: Gap[] = []
  readonly #none: () => Entry
  constructor(mark: Mark, told: Fact[], against: Fact[], none: () => Entry) {
    this.mark = mark
    this.for = told
    this.against = against
    this.#none = none
  }
  get coverage(): Coverage[] {
    return this.#none().coverage
  }
}

/**
 * Entries combined by a rule on their marks; tellings and coverage are pooled, gaps only where the result is open. They are pooled when
 * they are looked at: of thousands of roll calls, a share asks for the marks alone.
 */
class Pooled implements Entry {
  readonly mark: Mark
  readonly #of: readonly Entry[]
  constructor(mark: Mark, of: readonly Entry[]) {
    this.mark = mark
    this.#of = of
  }
  get for(): Fact[] {
    return unique(this.#of.flatMap((e) => e.for))
  }
  get against(): Fact[] {
    return unique(this.#of.flatMap((e) => e.against))
  }
  get gaps(): Gap[] {
    return this.mark === 'open' ? this.#of.flatMap((e) => e.gaps) : []
  }
  get coverage(): Coverage[] {
    return unique(this.#of.flatMap((e) => e.coverage))
  }
}

const combine = (rule: (marks: Mark[]) => Mark, entries: readonly Entry[]): Entry =>
  new Pooled(rule(entries.map((e) => e.mark)), entries)

/** Membership in every part; the first part that excludes an entity settles it. */
function inAll(parts: readonly Extent[], id: EntityId): Entry {
  const entries: Entry[] = []
  for (const part of parts) {
    const entry = part.entry(id)
    if (entry.mark === 'out') return entry
    entries.push(entry)
  }
  return combine(all, entries)
}

/** An entry with some of its parts replaced: what is worked out when it is looked at would be lost by a spread. */
export const changed = ({ mark, for: told, against, gaps, coverage }: Entry, to: Partial<Entry>): Entry => ({
  ...{ mark, for: told, against, gaps, coverage },
  ...to,
})

const invert = (e: Entry): Entry => changed(e, { mark: not(e.mark), for: e.against, against: e.for })

function memoised(extent: Extent): Extent {
  const known = new Map<EntityId, Entry>()
  const entry = (id: EntityId): Entry => {
    const found = known.get(id)
    if (found) return found
    const made = extent.entry(id)
    known.set(id, made)
    return made
  }
  return { ...extent, entry }
}

const made = new WeakMap<World, WeakMap<SetExpr, Extent>>()

/** The extent of a set on what a ledger holds; of the same set, worked out once: a claim and its nearest truths ask for it again. */
export function extentOf(world: World, set: SetExpr): Extent {
  const known = made.get(world) ?? new WeakMap<SetExpr, Extent>()
  made.set(world, known)
  const extent = known.get(set) ?? memoised(evaluate(world, set))
  known.set(set, extent)
  return extent
}

/** An extent that may be asked for each entity once: what it is part of remembers. */
function evaluate(world: World, set: SetExpr): Extent {
  switch (set.op) {
    case 'select':
      return set.by ? selectEntities(world, set, set.by) : selectEvents(world, set)
    case 'members': {
      const ids = new Set(set.ids)
      return { named: set.ids, entry: (id) => entryOf(ids.has(id) ? 'in' : 'out'), rest: entryOf('out') }
    }
    case 'and':
    case 'or': {
      const rule = set.op === 'and' ? all : any
      const parts = set.of.map((s) => evaluate(world, s))
      return {
        named: unique(parts.flatMap((p) => p.named)),
        entry: (id) =>
          set.op === 'and'
            ? inAll(parts, id)
            : combine(
                rule,
                parts.map((p) => p.entry(id)),
              ),
        rest: combine(
          rule,
          parts.map((p) => p.rest),
        ),
      }
    }
    case 'minus': {
      const [from, less] = [extentOf(world, set.from), extentOf(world, set.less)]
      // Who is not in the first set is out, whatever the second says of it.
      const without = (own: Entry, other: () => Entry) =>
        own.mark === 'out' ? own : combine(all, [own, invert(other())])
      return {
        named: from.rest.mark === 'out' ? from.named : unique([...from.named, ...less.named]),
        entry: (id) => without(from.entry(id), () => less.entry(id)),
        rest: without(from.rest, () => less.rest),
      }
    }
    case 'occupants':
      return occupantsOf(world, extentOf(world, set.of), set.on)
  }
}

/** Seats become the states that sit in them; a state that sits in none of the seats has the mark of the rest. */
function occupantsOf(world: World, seats: Extent, on: string): Extent {
  const bySeat = seats.named.map((seat) => {
    const fact = seats.entry(seat).for[0] ?? seats.entry(seat).against[0]
    const day = on === 'then' ? (fact ? world.days(fact).from : undefined) : on
    return [seat, occupantOf(world, seat, day)] as const
  })
  const seatsOf = Map.groupBy(bySeat, ([, state]) => state)
  return {
    named: unique(bySeat.map(([, state]) => state)),
    entry: (id) => {
      const own = seatsOf.get(id)
      return own
        ? combine(
            any,
            own.map(([seat]) => seats.entry(seat)),
          )
        : seats.rest
    },
    rest: seats.rest,
  }
}
