import type { Clause } from '../grammar/types.ts'
import type { Unread } from '../model/claim.ts'
import { overlaps, within } from '../model/span.ts'
import type { Article, Line } from './article.ts'
import type { Draft } from './draft.ts'

const QUANTIFIED =
  /\b(?:(?:first|only|last|second|third) (?:[\w-]+ ){0,3}(?:countr(?:y|ies)|states?|nations?|presidents?|ministers?|leaders?|heads?|kings?|queens?|popes?|visit|trip|embassy|ambassador)|never|none of the|neither (?:country|state|nation|side|government)|no other|no (?:[\w.-]+ ){0,2}(?:country|state|nation|president|government|member)|(?:all|every|each|most|half) (?:of )?(?:the )?(?:\w+ )?(?:countr\w+|states?|nations?|members?|governments?|presidents?)|(?!(?:19|20)\d\d)\d+ (?:\w+ )?(?:countries|states|nations|members))\b/i
const STATELY = /\b(?:countr(?:y|ies)|states?|nations?|members?|governments?|presidents?|ministers?)\b/i

/** Sentences that count or rank states or their offices and that no frame read: told, never dropped in silence. */
const ONLY = /\bonly \p{Lu}\p{L}+/iu
export function unreadOf(
  article: Article,
  lines: readonly Line[],
  drafts: readonly Draft[],
  known: readonly Unread[],
): Unread[] {
  const besides = lines.length === 1 ? [...besideThat(article, lines[0]!, drafts)] : []
  if (besides.length) return besides
  return lines.flatMap((line) => {
    const span = { start: line.sentence.start, end: line.sentence.end }
    const quote = article.text.slice(span.start, span.end)
    if (known.some((u) => overlaps(u.span, span))) return []
    const m = QUANTIFIED.exec(quote) ?? ONLY.exec(quote)
    const names = line.mentions.some((x) => x.type === 'office' || (x.type === 'state' && x.form === 'name'))
    if (!m || !(STATELY.test(quote) || names)) return []
    if (!line.mentions.some((x) => x.type === 'state' || x.type === 'office' || x.type === 'body')) return []
    if (drafts.some((d) => (d.kind !== 'remark' || d.attribution.voice === 'quoted') && overlaps(d.span, span)))
      return []
    return [{ span, quote, because: `no frame reads “${m[0]}” here safely` }]
  })
}

/**
 * Of one sentence that stands alone, what is told beside its claims, "… but later *changed its vote*", "… *to lift the embargo*": judged
 * without it, the sentence would be judged by half.
 */
function besideThat(article: Article, line: Line, drafts: readonly Draft[]): Unread[] {
  const told = drafts.filter((d) => d.kind !== 'remark' && !d.mentioned && !d.left && d.modality !== 'planned')
  const hosts = new Set(told.map((d) => d.match.site.clause.id))
  const beside = line.clauses.find(
    (c) => isBeside(c) && c.host !== undefined && hosts.has(c.host) && !drafts.some((d) => tells(line, d, c)),
  )
  if (!beside) return []
  const quote = article.text.slice(beside.span.start, beside.span.end)
  return [{ span: beside.span, quote, because: `of “${quote}” nothing is read` }]
}
const isBeside = (c: Clause): boolean =>
  c.form === 'verb' && (c.joined === 'coordinate' || (c.joined === 'adverbial' && c.mark === 'to'))
const tells = (line: Line, d: Draft, c: Clause): boolean =>
  d.match.site.line === line &&
  (d.match.site.clause.id === c.id || within(line.tokens[d.match.site.clause.predicate]!, c.span))
