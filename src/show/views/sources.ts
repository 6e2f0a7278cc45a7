import type { Coverage, Source } from '../../model/coverage.ts'
import type { Kind } from '../../model/kinds/index.ts'
import { type Day, EVER } from '../../model/when.ts'
import type { Label } from '../en/label.ts'
import { listed } from '../en/label.ts'
import { statedBy } from '../en/stated.ts'
import { point } from '../en/time.ts'
import { harmless } from '../harmless.ts'
import { type ShownSource, shownSource } from './pair.ts'

/** What a source holds, whose record it is, and what it says that it covers. */
export interface HeldSource extends ShownSource {
  facts: number
  kinds: { kind: Kind; facts: number }[]
  /** Whom to ask about what it lacks. */
  contact?: string
  /** The open data set that it comes of. */
  set?: { name: string; holds: string; covers: string; faults: string[]; pulled?: string }
  coverage: { id: string; kind: Kind; from: Day; to: Day; grade: Coverage['grade']; say: string }[]
}

export interface SourcesView {
  facts: number
  reported: number
  accepted: number
  rejected: number
  documents: number
  lastRecorded?: string
  kinds: { kind: Kind; facts: number }[]
  /** The largest first. */
  sources: HeldSource[]
  /** Open data sets that are not in the ledger. */
  others: { name: string; title: string; holds: string; viewpoint: string; licence: string; covers: string }[]
}

interface DataSet {
  name: string
  title: string
  holds: string
  viewpoint: string
  licence: { name: string }
  covers: string
  faults: readonly string[]
}

export interface SourcesMaterial {
  summary: Omit<SourcesView, 'sources' | 'others'>
  held: readonly { source: string; facts: number; kinds: { kind: Kind; facts: number }[] }[]
  described: ReadonlyMap<string, Source>
  coverage: readonly Coverage[]
  /** Open data sets, with the sources that each tells and when it was pulled. */
  sets: readonly { set: DataSet; tells: readonly string[]; pulled?: string }[]
  label: Label
}

export function sourcesView({ summary, held, described, coverage, sets, label }: SourcesMaterial): SourcesView {
  const covers = Map.groupBy(coverage, (c) => c.cite.source)
  const setOf = (id: string) => sets.find((s) => s.pulled && s.tells.includes(id))
  const sources = held.map(({ source, facts, kinds }): HeldSource => {
    const { contact } = described.get(source) ?? {}
    const from = setOf(source)
    return {
      ...{ ...shownSource(source, described.get(source)), facts, kinds },
      ...(contact && { contact: harmless(contact) }),
      ...(from && { set: setView(from) }),
      coverage: (covers.get(source) ?? []).map((c) => coverView(c, label)).sort((x, y) => (x.say < y.say ? -1 : 1)),
    }
  })
  const others = sets.flatMap(({ set, pulled }) =>
    pulled ? [] : [{ ...pick(set), viewpoint: set.viewpoint, licence: set.licence.name, title: set.title }],
  )
  return { ...summary, sources: sources.sort((x, y) => y.facts - x.facts || (x.id < y.id ? -1 : 1)), others }
}

const pick = ({ name, holds, covers }: DataSet) => ({ name, holds, covers })
const setView = ({ set, pulled }: SourcesMaterial['sets'][number]): NonNullable<HeldSource['set']> => ({
  ...pick(set),
  faults: [...set.faults],
  ...(pulled && { pulled }),
})

const GRADES: Readonly<Record<Coverage['grade'], string>> = {
  complete: 'whole',
  'complete-but': 'whole but for what is noted',
  'lower-bound': 'some of them',
  sample: 'a sample',
}

function coverView(c: Coverage, label: Label): HeldSource['coverage'][number] {
  const named = Object.values(c.roles).flat()
  const of = named.length
    ? ` of ${listed(
        named.map((id) => label(id)),
        6,
      )}`
    : ''
  const from = c.from === EVER.from ? 'the beginning' : point(c.from)
  const say = `${c.kind}${of}: ${GRADES[c.grade]}, ${from} to ${point(c.to)}, ${statedBy(c)}.`
  return { id: c.id, kind: c.kind, from: c.from, to: c.to, grade: c.grade, say: harmless(say) }
}
