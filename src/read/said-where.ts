import type { Clause } from '../grammar/types.ts'
import type { Span } from '../model/span.ts'
import type { Article, Line } from './article.ts'

/** Where a clause stands to a verb of saying: in what is said, beside it, under its object. */

/** Whether a clause stands outside what is said: a parenthesis, or a relative clause after a comma. */
export function aside(article: Article, line: Line, c: Clause, content: Clause): boolean {
  for (let at: Clause | undefined = c; at && at.id !== content.id; at = up(line, at)) {
    if (at.modifies && at.form !== 'noun' && commaBefore(article, at)) return true
  }
  return inParenthesis(article, line.tokens[c.predicate]!.start, content.span)
}
const up = (line: Line, c: Clause): Clause | undefined => {
  const id = c.governor ?? c.host
  return id !== undefined && id !== c.id ? line.clauses[id] : undefined
}
const commaBefore = (article: Article, c: Clause): boolean =>
  /[,–—]\s*$/.test(article.text.slice(0, c.span.start).slice(-3))
function inParenthesis(article: Article, at: number, span: Span): boolean {
  const left = article.text.slice(span.start, at)
  return left.lastIndexOf('(') > left.lastIndexOf(')')
}

/** Whether a word is of the object of a verb. */
export const holds = (line: Line, v: Clause, at: number): boolean =>
  v.objects.some((o) => o.head === at || (o.tokens[0]! <= at && at <= o.tokens.at(-1)!) || under(line, at, o.head))
/** Whether a word hangs, by way of nouns alone, on another. */
function under(line: Line, at: number, head: number): boolean {
  let k = at
  for (let n = 0; n < 5; n++) {
    const t = line.tokens[k]
    if (!t || t.upos === 'VERB') return false
    if (t.head === head) return true
    k = t.head
  }
  return false
}

/** A clause of saying that itself lies in the content says something else. */
export const insideOf = (line: Line, by: Clause, content: Clause): boolean => {
  for (let at: Clause | undefined = by; at; at = at.governor === undefined ? undefined : line.clauses[at.governor]) {
    if (at.id === content.id) return true
  }
  return false
}
