import type { Superlative, Superlatives } from '../check/superlatives.ts'
import type { Source } from '../model/coverage.ts'
import { definite, type Label, listed } from './en/label.ts'
import { sayFact, sayGap } from './en/say.ts'
import { point } from './en/time.ts'
import { type ShownFact, showEvidence } from './verdict.ts'
import { wrap } from './wrap.ts'

export interface ShownSuperlative {
  say: string
  sort: Superlative['sort']
  office: string
  to: string
  /** The last day for which it can be said. */
  known: string
  whole: boolean
  /** The lists that bear it out. */
  lists: string[]
  since?: ShownFact
}

const ordinal = (n: number): string => {
  const tail = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${tail}`
}

/** "The first visit by a sitting president of Ecuador to Israel". */
export function sayOf(s: Superlative, label: Label): string {
  const visit = `visit by a sitting ${label(s.office)} to ${definite(label(s.to))}`
  if (s.sort === 'first') return `the first ${visit}`
  if (s.sort === 'nth') return `the ${ordinal((s.before ?? 0) + 1)} ${visit}`
  return `the first ${visit} since ${sayFact(s.since!.fact, label)}`
}

export function showSuperlatives(found: Superlatives, label: Label, source: (id: string) => string) {
  return {
    safe: found.safe.map((s): ShownSuperlative => {
      const [since] = s.since ? showEvidence([s.since], label) : []
      const lists = [...new Set(s.answer.coverage.map((c) => source(c.cite.source)))]
      const base = {
        say: sayOf(s, label),
        sort: s.sort,
        office: s.office,
        to: s.to,
        known: s.known,
        whole: s.whole,
        lists,
      }
      return { ...base, ...(since && { since }) }
    }),
    unsafe: found.unsafe.map(({ office, to, answer }) => ({
      ...{ office, to, say: `visits by a sitting ${label(office)} to ${definite(label(to))}` },
      missing: answer.gaps.map((gap) => sayGap(gap, label)),
    })),
  }
}

/** What may be said, the strongest first, each with the lists that bear it out; then what may not, and who could tell. */
export function superlativesText(
  found: Superlatives,
  on: string,
  label: Label,
  sources: ReadonlyMap<string, Source>,
  width: number,
  strong: (text: string) => string,
): string {
  const { safe, unsafe } = showSuperlatives(found, label, (id) => sources.get(id)?.title ?? id)
  const indent = (text: string, by = 4): string[] => wrap(text, width - by).map((line) => ' '.repeat(by) + line)
  const said = safe.flatMap(({ say, known, whole, lists }) => [
    ...indent(`✓ ${say}`, 2),
    ...indent(`${!whole ? `as known on ${point(known)}, by` : 'by'} ${listed(lists, 3) || 'the facts themselves'}`),
  ])
  const open = unsafe.flatMap(({ say, missing }) => [
    ...indent(`? ${say}`, 2),
    ...(missing[0] ? indent(`${missing[0].say}; ask ${missing[0].who}`) : []),
  ])
  return [
    strong(`On ${point(on)} it would be`),
    ...(said.length ? said : ['  nothing that the lists here bear out']),
    ...(open.length ? ['', strong('Not safe to say, for want of a list'), ...open] : []),
    '',
  ].join('\n')
}
