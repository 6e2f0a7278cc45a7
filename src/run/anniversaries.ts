import type { Pattern } from '../ask/index.ts'
import type { Ledger } from '../keep/port.ts'
import type { Source } from '../model/coverage.ts'
import type { Fact } from '../model/fact.ts'
import { groupEvents } from '../model/identity.ts'
import type { EntityId } from '../model/ids.ts'
import { definitionOf, type Kind } from '../model/kinds/index.ts'
import { type Days, daysOf, yearOf } from '../model/when.ts'

/** A year, month or day on which it is a whole number of years since something began. */
export interface Anniversary {
  /** As fine as the source tells the day of the fact: `2030-05-13`, `2030-05`, `2030`. */
  on: string
  years: number
  fact: Fact
}

export interface Calendar {
  anniversaries: Anniversary[]
  sources: ReadonlyMap<string, Source>
}

/** Beginnings that are remembered; ends are not. */
const REMEMBERED: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  statehood: ['independence', 'founded'],
  relations: ['established', 'recognised', 'restored'],
  agreement: ['signed', 'in-force'],
  mission: ['opened'],
  membership: ['joined'],
}

/**
 * Anniversaries of a state, or of what lies between two, that fall within `days`: every `every` years. A state's own
 * beginnings are among those of a pair. What several sources tell of one event comes once, by the finest date.
 */
export async function anniversariesOf(
  ledger: Ledger,
  states: readonly EntityId[],
  days: Days,
  every: number,
  knownOn?: string,
): Promise<Calendar> {
  const patterns = Object.keys(REMEMBERED).flatMap((kind) => patternsOf(kind as Kind, states))
  const snapshot = await ledger.fetch(patterns, knownOn ? { knownOn } : {})
  const facts = snapshot.facts.filter(
    (fact) =>
      fact.telling === 'yes' &&
      fact.modality === 'happened' &&
      fact.standing !== 'reported' &&
      REMEMBERED[fact.kind]?.includes(String(fact.roles.step)) &&
      (fact.kind === 'statehood' || states.every((state) => statesOf(fact).includes(state))),
  )
  const anniversaries = groupEvents(facts)
    .map(finest)
    .flatMap((fact) => within(fact, days, every))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : b.years - a.years))
  return { anniversaries, sources: new Map(snapshot.sources.map((s) => [s.id, s])) }
}

const statesOf = (fact: Fact): string[] => Object.values(fact.roles).flat()

const patternsOf = (kind: Kind, states: readonly EntityId[]): Pattern[] =>
  Object.entries(definitionOf(kind).roles)
    .filter(([, role]) => role.holds === 'state' || role.holds === 'party')
    .map(([role]) => ({ kind, roles: { [role]: [...states] } }))

const finest = (tellings: readonly Fact[]): Fact =>
  tellings.toSorted((a, b) => (b.when?.length ?? 0) - (a.when?.length ?? 0))[0]!

function within(fact: Fact, { from, to }: Days, every: number): Anniversary[] {
  const day = fact.when
  if (!day || day.includes('/') || !daysOf(day)) return []
  const began = yearOf(daysOf(day)!.from)
  const out: Anniversary[] = []
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    const years = year - began
    // 29 February has its anniversary on the 28th of other years.
    const on = [`${year}${day.slice(4)}`, `${year}-02-28`].find((text) => daysOf(text))!
    const span = daysOf(on)!
    if (years > 0 && years % every === 0 && span.to >= from && span.from <= to) out.push({ on, years, fact })
  }
  return out
}
