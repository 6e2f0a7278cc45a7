import type { Draft } from '../draft.ts'
import { type Entity, entityOf } from '../entity.ts'
import type { Quotation } from '../quotation.ts'
import { sayers } from '../speaker.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'
import { QUOTING } from './speech.ts'

/** Words that say who holds what: kept as their speaker's, and never judged. */
const STATUS = /\b(?:capital of|part of|belongs? to|sovereign territory|sovereignty over|occupied)\b/i

/** A phrase in quotation marks that claims a status ("Port X, *the capital of* Y"), as a remark of whoever acts in the sentence. */
export function statusQuotes(scene: Scene): Draft[] {
  const { article, line, drafts } = scene
  const { start, end } = line.sentence
  // Where a verb of saying stands beside it, the quotation is read as what is said.
  const beside = (q: Quotation) =>
    line.clauses.some((c) => {
      const at = line.tokens[c.predicate]!
      const away = at.start >= q.outer.end ? at.start - q.outer.end : q.outer.start - at.end
      return c.form === 'verb' && QUOTING.has(c.lemma.split(' ')[0]!) && away < 40
    })
  return article.quotations.flatMap((q): Draft[] => {
    const words = article.text.slice(q.start, q.end)
    if (q.start < start || q.start >= end || !STATUS.test(words) || beside(q)) return []
    if (drafts.some((d) => d.kind === 'remark' && d.span.start <= q.start && q.end <= d.span.end)) return []
    const inside = line.mentions.filter((m) => q.start <= m.start && m.end <= q.end && m.type === 'state')
    const about = inside.map((m) => entityOf(m)).slice(-1)
    const speaker = actor(scene, q.start)
    const token = line.tokens.findIndex((t) => t.start >= q.start)
    if (!about.length || !speaker || token < 0) return []
    const topic: Entity = { type: 'group', label: words, span: { start: q.start, end: q.end } }
    const span = { start, end: Math.min(q.outer.end, end) }
    const draft = make(
      scene,
      'remark/status in quotation marks',
      'remark',
      token,
      span,
      { speaker: [speaker], about, topic: [topic] },
      'happened',
    )
    return [{ ...draft, fixed: { stance: 'say' }, attribution: { voice: 'quoted', speaker } }]
  })
}

/** The person who acts before a place in the sentence. */
function actor({ line, refs }: Scene, before: number): Entity | undefined {
  const acting = line.clauses.filter((c) => c.form === 'verb' && line.tokens[c.predicate]!.start < before)
  return acting.flatMap((c) => sayers(refs, line, c)).find((e) => e.type === 'person')
}
