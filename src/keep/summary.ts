import type { Coverage, Source } from '../model/coverage.ts'
import type { Kind } from '../model/kinds/index.ts'
import type { Instant, Mark, Summary } from './port.ts'
import { byId, oneOfEach } from './record.ts'

/** What a store counts: facts in force by kind, source and standing. */
export interface Counted {
  tallies: readonly { kind: string; source: string; standing: string; n: number }[]
  accepted: number
  rejected: number
  documents: number
  coverage: readonly Coverage[]
  sources: readonly Source[]
  lastRecorded: Instant | undefined
  marks: Mark[]
}

export function summarise(counted: Counted): Summary {
  const { tallies, accepted, rejected, documents, lastRecorded, marks } = counted
  const sources = oneOfEach(counted.sources)
  const described = new Map(sources.map((s) => [s.id, s]))
  const bySource = Map.groupBy(tallies, (t) => t.source)
  return {
    facts: tallies.reduce((sum, t) => sum + t.n, 0),
    kinds: kindsOf(tallies),
    sources: countsBy(tallies, 'source').map(([source, facts]) => {
      const { title = source, asOf, viewpoint } = described.get(source) ?? {}
      const kinds = kindsOf(bySource.get(source) ?? [])
      return { source, title, facts, kinds, ...(asOf && { asOf }), ...(viewpoint && { viewpoint }) }
    }),
    described: sources,
    reported: tallies.reduce((sum, t) => sum + (t.standing === 'reported' ? t.n : 0), 0),
    accepted,
    rejected,
    documents,
    coverage: counted.coverage.toSorted(byId),
    ...(lastRecorded && { lastRecorded }),
    marks,
  }
}

const kindsOf = (tallies: Counted['tallies']): { kind: Kind; facts: number }[] =>
  countsBy(tallies, 'kind').map(([kind, facts]) => ({ kind: kind as Kind, facts }))

function countsBy(tallies: Counted['tallies'], key: 'kind' | 'source'): [string, number][] {
  const sums = new Map<string, number>()
  for (const tally of tallies) sums.set(tally[key], (sums.get(tally[key]) ?? 0) + tally.n)
  return [...sums].filter(([, n]) => n > 0).sort(([a], [b]) => (a < b ? -1 : 1))
}
