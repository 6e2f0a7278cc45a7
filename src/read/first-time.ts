import type { Clause } from '../grammar/types.ts'
import { hull, type Span, within } from '../model/span.ts'
import type { Line } from './article.ts'
import type { Draft } from './draft.ts'
import { inYearsFrom } from './since.ts'
import { enclosing } from './slots.ts'

/** Marks a claim of rank that is told of what takes place about the day of the article: "this is", "will be", "has visited". */
export const NOW = 'rank/now'

const RANKS: Readonly<Record<string, Partial<Draft>>> = {
  first: { is: 'first' },
  second: { is: 'count', count: { least: 2, most: 2 } },
  third: { is: 'count', count: { least: 3, most: 3 } },
  fourth: { is: 'count', count: { least: 4, most: 4 } },
}
const RANK = /^(?:first|second|third|fourth|fifth|last|only)$/i

/** The words "the first time", where they stand before the clause that says what it was the first time of. */
function firstTime({ line, clause }: Draft['match']['site']): (Span & { rank: string }) | undefined {
  if (clause.form === 'noun') return undefined
  const k = line.tokens.findLastIndex(
    (t, i) => i < clause.predicate && /^time$/i.test(t.form) && RANK.test(line.tokens[i - 1]?.form ?? ''),
  )
  const before = line.tokens[k - 2]
  if (k < 2 || !/^(?:the|only)$/i.test(before?.form ?? '') || /^for$/i.test(line.tokens[k - 3]?.form ?? ''))
    return undefined
  const verbs = line.clauses.filter((c) => c.form !== 'noun' && c.predicate > k && c.predicate < clause.predicate)
  return verbs.length
    ? undefined
    : { start: before!.start, end: line.tokens[k]!.end, rank: line.tokens[k - 1]!.form.toLowerCase() }
}

/**
 * "The first time in 40 years that a minister has visited": a class of officers makes it a claim of rank; of one who is named it is
 * the first time of his own, which no claim holds.
 */
export function withFirstTime(d: Draft): Draft {
  const said = d.is === 'so' && d.kind !== 'remark' ? firstTime(d.match.site) : undefined
  if (!said) return d
  const { line, clause } = d.match.site
  const made = RANKS[said.rank]
  const of = Object.values(d.roles)[0] ?? []
  const since = line.times.filter((t) => t.stance === 'since' && t.start > said.start)
  const window = since.length === 1 && made?.is === 'first' ? since[0]!.at('past')?.split('/')[0] : undefined
  const others = line.times.some((t) => t.stance === 'since' && t.start < said.start && within(t, clause.span))
  if (
    !made ||
    others ||
    (since.length > 0 && !window) ||
    d.kind !== 'visit' ||
    !of.length ||
    of.some((e) => e.type !== 'office')
  )
    return { ...d, left: said }
  const years = made.is === 'first' ? inYearsFrom(d, said.end, line.tokens[clause.predicate]!.start) : undefined
  const { when: _, ...rest } = d
  const now = clause.tense !== 'past' || clause.perfect ? [NOW] : []
  return {
    ...rest,
    ...made,
    ...(years && { since: years.since }),
    ...(window && { when: `${window}/` }),
    span: hull([d.span, said]),
    rules: [...d.rules, 'rank', ...now],
  }
}

/** Of a claim of rank without a time of its own: whether it is told of the article's own day. */
export function withNow(d: Draft): Draft {
  if (d.is !== 'first' || d.rules.includes(NOW)) return d
  const { line, clause } = d.match.site
  const host = toldBy(line, clause)
  const now =
    host && (host.tense === 'future' || host.modals.includes('will') || (host.tense === 'present' && !host.perfect))
  return now ? { ...d, rules: [...d.rules, NOW] } : d
}

/** The clause that says of whom or what the rank is told. */
const toldBy = (line: Line, c: Clause): Clause | undefined => {
  const host = enclosing(line, c)
  return host?.form === 'copula' || (host && /^(?:mark|be|become|represent)$/.test(host.lemma)) ? host : undefined
}
