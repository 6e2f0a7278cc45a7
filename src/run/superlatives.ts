import { widen, worldOf } from '../ask/index.ts'
import { officesOf, type Superlatives, superlativeNeeds, superlativesOf } from '../check/superlatives.ts'
import type { Ledger } from '../keep/port.ts'
import type { Source } from '../model/coverage.ts'
import type { EntityId } from '../model/ids.ts'
import type { Day } from '../model/when.ts'

/** What may safely be said of visits between two states on a day, both ways. */
export async function superlativesOfPair(
  ledger: Ledger,
  a: EntityId,
  b: EntityId,
  on: Day,
  knownOn?: string,
): Promise<Superlatives & { sources: ReadonlyMap<string, Source> }> {
  const at = knownOn ? { knownOn } : {}
  const { facts } = await ledger.fetch([{ kind: 'office' }, { kind: 'occupancy' }], at)
  const told = [...new Set(facts.flatMap((f) => (f.kind === 'office' ? [String(f.roles.office)] : [])))].sort()
  const journeys = [
    ...officesOf(a, told).map((office) => ({ office, to: b })),
    ...officesOf(b, told).map((office) => ({ office, to: a })),
  ]
  const occupancy = facts.filter((f) => f.kind === 'occupancy')
  const snapshot = await ledger.fetch(widen(superlativeNeeds(journeys), occupancy), at)
  const sources = new Map(snapshot.sources.map((s) => [s.id, s]))
  return { ...superlativesOf(worldOf(snapshot), journeys, on), sources }
}
