import type { Clause, Token } from '../grammar/types.ts'
import type { Claim } from '../model/claim.ts'
import { type Article, articleOf, type Line, type Tools } from './article.ts'
import { finish } from './finish.ts'
import { type Holders, NOBODY } from './ports.ts'
import { referencesOf } from './reference.ts'
import { framesOn, readArticle } from './sentence.ts'

/** How one sentence was read: what `chancery why` prints. */
export interface Derivation {
  sentences: {
    text: string
    tokens: readonly Token[]
    /** Names found, with what they stand for. */
    names: { text: string; as: string; label: string }[]
    times: { text: string; when?: string }[]
    clauses: readonly Clause[]
    /** Frames that some clause called for: read, or what each lacked. */
    tried: { rule: string; kind: string; predicate: string; lacks?: string }[]
  }[]
  claims: Claim[]
}

export function derive(
  sentence: string,
  date: string | undefined,
  holders: Holders | undefined,
  tools: Tools,
): Derivation {
  const article = articleOf({ id: 'doc:why', text: sentence, ...(date && { date }) }, holders ?? NOBODY, tools)
  const refs = referencesOf(article)
  const sentences = article.lines.map((line) => {
    const { matches, lacks } = framesOn(article, refs, line)
    const at = (c: Clause) => line.tokens[c.predicate]!.form
    return {
      text: article.text.slice(line.sentence.start, line.sentence.end),
      tokens: line.tokens,
      names: namesOf(article, line),
      times: line.times.map((t) => ({ text: article.text.slice(t.start, t.end), ...whenText(t.at('past')) })),
      clauses: line.clauses,
      tried: [
        ...matches.map((m) => ({ rule: m.rule, kind: m.kind, predicate: at(m.site.clause) })),
        ...lacks.map((l) => ({ rule: l.rule, kind: l.kind, predicate: at(l.clause), lacks: l.lacks })),
      ],
    }
  })
  return { sentences, claims: finish(article, readArticle(article, refs).drafts) }
}

const whenText = (when: string | undefined) => (when ? { when } : {})
const namesOf = (article: Article, line: Line) =>
  line.mentions.map((m) => ({
    text: article.text.slice(m.start, m.end),
    as: m.type,
    label: m.type === 'person' ? m.person.label : m.type === 'office' ? m.title.words : m.label,
  }))
