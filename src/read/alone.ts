import type { Clause } from '../grammar/types.ts'
import { hull } from '../model/span.ts'
import type { Article, Line } from './article.ts'
import { baseOf, type Draft } from './draft.ts'
import { RULES } from './en/index.ts'
import { tryFrame } from './match.ts'
import type { References } from './reference.ts'

/** "Was alone in voting against it", "stood alone in abstaining": that nobody else chose so. */
export function alone(article: Article, refs: References, line: Line): Draft[] {
  return line.tokens.flatMap((t, k): Draft[] => {
    const [prep, verb] = [line.tokens[k + 1], line.tokens[k + 2]]
    const lemma = LEMMAS[verb?.form.toLowerCase() ?? '']
    if (t.form.toLowerCase() !== 'alone' || prep?.form.toLowerCase() !== 'in' || !verb || !lemma) return []
    const host = line.clauses.find((c) => c.form !== 'noun' && (c.predicate === k || c.predicate === k - 1))
    const own = line.clauses.find((c) => c.predicate === k + 2)
    if (!host || !own || host.negated) return []
    const clause: Clause = { ...own, form: 'verb', lemma, voice: 'active', subjects: host.subjects, tense: host.tense }
    for (const rule of RULES.get(`verb ${lemma}`) ?? []) {
      const match = rule.kind === 'vote' ? tryFrame(rule, { article, refs, line, clause }) : undefined
      if (!match || 'lacks' in match) continue
      const base = baseOf(match)
      return [
        {
          ...base,
          is: 'only',
          span: hull([base.span, ...host.subjects.map((s) => s.span), t]),
          rules: [...base.rules, 'alone'],
        },
      ]
    }
    return []
  })
}
const LEMMAS: Readonly<Record<string, string>> = { voting: 'vote', abstaining: 'abstain' }

/** "The United States *alone* voted against it": the plain claim is of nobody else. */
export function withAlone(d: Draft): Draft {
  const { line, clause } = d.match.site
  if (d.kind !== 'vote' || d.is !== 'so' || clause.form !== 'verb') return d
  const last = clause.subjects.reduce((end, s) => Math.max(end, s.span.end), 0)
  const word = line.tokens.find((t) => t.start >= last && t.i < clause.predicate && /^alone$/i.test(t.form))
  return word && last ? { ...d, is: 'only', rules: [...d.rules, 'alone'] } : d
}
