import type { Draft } from '../draft.ts'
import { quantityOf } from '../quantifier.ts'
import { phraseText } from '../resolve.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'

const GROUPS = new Set(['delegation', 'entourage'])
/** "With a 40-member delegation": how many came, on the visit that the article tells of. */
export function delegations(scene: Scene): Draft[] {
  const { line, memory, article, refs } = scene
  const to = scene.drafts.find((d) => d.kind === 'visit' && d.roles.to?.length)?.roles.to?.[0] ?? memory.visitTo
  if (!to) return []
  const out: Draft[] = []
  const nps = line.clauses.flatMap((c) =>
    c.form === 'noun' ? [] : [...c.subjects, ...c.objects, ...c.obliques.map((o) => o.np)],
  )
  for (const np of new Map(nps.map((n) => [n.head, n])).values()) {
    if (!GROUPS.has(line.tokens[np.head]!.lemma.toLowerCase())) continue
    const { count } = quantityOf(article.text, line, np)
    if (!count) continue
    const label = phraseText(article, line, np).replace(/^[\d,]+(?:-\w+| members?)?\s+/, '')
    const visitor = { type: 'group' as const, label, span: np.span }
    const draft = make(
      scene,
      'visit/delegation',
      'visit',
      np.head,
      np.span,
      { visitor: [visitor], to: [{ ...to, span: np.span }] },
      'happened',
    )
    const planned =
      refs &&
      line.clauses.some((c) => c.tense === 'future' && c.span.start <= np.span.start && np.span.end <= c.span.end)
    out.push({ ...draft, is: 'size', count, ...(planned && { modality: 'planned' as const }) })
  }
  return out
}
