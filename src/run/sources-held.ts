import type { Ledger } from '../keep/port.ts'
import type { Source } from '../model/coverage.ts'
import { KIND_NAMES } from '../model/kinds/index.ts'
import type { Label } from '../show/en/label.ts'
import { type SourcesView, sourcesView } from '../show/views/sources.ts'
import { allSources } from '../sources/catalogue.ts'
import { ballotSources } from './pair.ts'
import { lastPulls } from './pull.ts'

/** What the ledger holds by source, with what each says of itself; the open data sets that are not in it. */
export async function sourcesHeld(ledger: Ledger, label: Label): Promise<SourcesView> {
  const summary = await ledger.summary()
  const kinds = KIND_NAMES.filter((kind) => kind !== 'vote')
  const { facts, sources: told } = await ledger.fetch(kinds.map((kind) => ({ kind })))
  // No seat: what is stated of votes, and by whom, without the votes.
  const { sources: stated } = await ledger.fetch([{ kind: 'vote', roles: { voter: ['seat:'] } }])
  const sources = [...stated, ...told]
  const ids = summary.sources.map((s) => s.source)
  const known = new Map<string, Source>(sources.map((s) => [s.id, s]))
  const described = new Map([...(await ballotSources(ledger, ids, known, {})), ...known])
  const bySource = Map.groupBy(facts, (f) => f.cite.source)
  const pulls = await lastPulls(ledger)
  const held = summary.sources.map(({ source, facts: all }) => {
    const own = bySource.get(source) ?? []
    const counts = [...Map.groupBy(own, (f) => f.kind)].map(([kind, list]) => ({ kind, facts: list.length }))
    const votes = all - own.length
    return { source, facts: all, kinds: [...counts, ...(votes > 0 ? [{ kind: 'vote' as const, facts: votes }] : [])] }
  })
  const sets = (await allSources()).map((set) => {
    const pulled = pulls.get(set.name)?.at
    return { set, tells: ids.filter((id) => telledBy(set, described.get(id))), ...(pulled && { pulled }) }
  })
  const { coverage, sources: _, marks: __, ...counts } = summary
  return sourcesView({ summary: counts, held, described, coverage, sets, label })
}

/** A source of the ledger comes of the data set whose title it bears. */
const telledBy = (set: { title: string }, source: Source | undefined): boolean => source?.title === set.title
