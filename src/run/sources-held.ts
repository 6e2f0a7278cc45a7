import type { Ledger } from '../keep/port.ts'
import type { Source } from '../model/coverage.ts'
import type { Label } from '../show/en/label.ts'
import { type SourcesView, sourcesView } from '../show/views/sources.ts'
import { allSources } from '../sources/catalogue.ts'
import { lastPulls } from './pull.ts'

/** What the ledger holds by source, with what each says of itself; the open data sets that are not in it. */
export async function sourcesHeld(ledger: Ledger, label: Label): Promise<SourcesView> {
  const summary = await ledger.summary()
  const ids = summary.sources.map((s) => s.source)
  const described = new Map(summary.described.map((s) => [s.id, s]))
  const pulls = await lastPulls(ledger)
  const held = summary.sources.map(({ source, facts, kinds }) => ({
    ...{ source, facts },
    kinds: kinds.toSorted((a, b) => b.facts - a.facts),
  }))
  const sets = (await allSources()).map((set) => {
    const pulled = pulls.get(set.name)?.at
    return { set, tells: ids.filter((id) => telledBy(set, described.get(id))), ...(pulled && { pulled }) }
  })
  const { coverage, sources: _, described: __, marks: ___, ...counts } = summary
  return sourcesView({ summary: counts, held, described, coverage, sets, label })
}

/** A source of the ledger comes of the data set whose title it bears. */
const telledBy = (set: { title: string }, source: Source | undefined): boolean => source?.title === set.title
