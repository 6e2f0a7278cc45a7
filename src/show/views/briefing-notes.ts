import type { Coverage, Source } from '../../model/coverage.ts'
import type { Fact } from '../../model/fact.ts'
import { stater } from '../en/stated.ts'
import { dates, point } from '../en/time.ts'
import { harmless } from '../harmless.ts'
import type { Cite, Note } from './briefing.ts'

type Sources = ReadonlyMap<string, Source>

/** A sentence at most is quoted. */
const LONGEST_QUOTE = 240
const cut = (quote: string): string => {
  const plain = harmless(quote).replace(/\s+/g, ' ').trim()
  if (plain.length <= LONGEST_QUOTE) return plain
  return `${plain.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/, '')} …`
}

const httpOnly = (url: string | undefined): string | undefined =>
  url && /^https?:\/\//i.test(url) ? harmless(url) : undefined

const sourceOf = (id: string, sources: Sources): Pick<Cite, 'source' | 'viewpoint' | 'asOf'> => {
  const source = sources.get(id)
  return {
    source: harmless(source?.title ?? id),
    viewpoint: harmless(source?.viewpoint ?? 'no viewpoint stated'),
    ...(source && { asOf: source.asOf }),
  }
}

/** A telling as a footnote cites it; `main` is the telling whose date the line shows. */
export function citeOf(fact: Fact, main: Fact, sources: Sources): Cite {
  const { cite } = fact
  const url = httpOnly(cite.url ?? sources.get(cite.source)?.url)
  return {
    ...sourceOf(cite.source, sources),
    ...(fact.when !== main.when && { otherwise: fact.when ? dates(fact.when) : 'undated' }),
    ...(cite.quote && { quote: cut(cite.quote) }),
    ...(cite.locator && { where: harmless(cite.locator) }),
    ...(url && { url }),
    ...(fact.standing === 'reported' && { reported: true as const }),
    record: fact.id,
  }
}

/** A list whose being whole bears out that there was nothing else. */
export function citeOfList(coverage: Coverage, sources: Sources): Cite {
  const url = httpOnly(coverage.cite.url ?? sources.get(coverage.cite.source)?.url)
  const grade = coverage.grade === 'complete' ? 'said to be whole' : coverage.grade
  return {
    ...sourceOf(coverage.cite.source, sources),
    where: `list of ${coverage.kind}, ${point(coverage.from)} to ${point(coverage.to)}, ${grade} by ${harmless(stater(coverage.by))}`,
    ...(url && { url }),
    record: coverage.id,
  }
}

export const citeOfSource = (id: string, where: string, sources: Sources): Cite => {
  const url = httpOnly(sources.get(id)?.url)
  return { ...sourceOf(id, sources), where, ...(url && { url }) }
}

/** Two copies of one list are cited once. */
const contentOf = ({ url: _, record: __, ...content }: Cite): string => JSON.stringify(content)

/** Footnotes in the making, numbered as they come. */
export function notebook() {
  const notes: Note[] = []
  const known = new Map<string, number>()
  return {
    notes,
    /** The number of a footnote that cites these; none where there is nothing to cite. */
    add(given: readonly Cite[]): number | undefined {
      if (!given.length) return undefined
      const cites = [...new Map(given.map((cite) => [contentOf(cite), cite])).values()]
      const key = JSON.stringify(cites)
      const n = notes.length + 1
      const same = known.get(key)
      notes.push({ n, ...(same !== undefined && { same }), cites })
      if (same === undefined) known.set(key, n)
      return n
    },
  }
}
export type Notebook = ReturnType<typeof notebook>

const one = (cite: Cite): string => {
  const until = cite.asOf ? `; to ${point(cite.asOf)}` : ''
  const head = `${cite.source} (${cite.viewpoint}${until})`
  const parts = [
    ...(cite.reported ? ['reported, not accepted'] : []),
    ...(cite.otherwise ? [`dated ${cite.otherwise}`] : []),
    ...(cite.where ? [cite.where] : []),
    ...(cite.quote ? [`“${cite.quote}”`] : []),
  ]
  return [head, ...parts].join(': ')
}
/** A full stop at the end, unless a quotation ends with one of its own. */
const stopped = (text: string): string => (/[.!?…]”?$/.test(text) ? text : `${text}.`)

/** A footnote in words; the addresses stand apart, for a format that links them. */
export function sayNote(note: Note): { text: string; url?: string }[] {
  if (note.same !== undefined) return [{ text: `As note ${note.same}.` }]
  return note.cites.map((cite) => ({ text: stopped(one(cite)), ...(cite.url && { url: cite.url }) }))
}
