import type { Clause, Participant } from '../../grammar/types.ts'
import type { Draft } from '../draft.ts'
import { quantityOf } from '../quantifier.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'

const BUILDING = new Set(['complete', 'build', 'construct', 'open', 'inaugurate'])

/** "Norway has completed 64 diplomatic facilities since 1999": how many posts a state has opened, and over what time. */
export function postsCounted(scene: Scene): Draft[] {
  const { line, article, refs } = scene
  return line.clauses.flatMap((c): Draft[] => {
    const np = c.form === 'verb' && c.tense !== 'none' && BUILDING.has(c.lemma) ? c.objects[0] : undefined
    const count = np && isPosts(scene, np) ? quantityOf(article.text, line, np).count : undefined
    const sender = c.subjects.flatMap((x) => refs.resolve(line, x)).find((e) => e.type === 'state')
    if (!np || !count || !sender || c.negated) return []
    const span = { start: Math.min(sender.span.start, c.span.start), end: np.span.end }
    const modality = c.tense === 'future' ? 'planned' : 'happened'
    const draft = make(scene, 'mission/count', 'mission', c.predicate, span, { sender: [sender] }, modality)
    const { when: _, ...rest } = draft
    const since = sinceOf(scene, c)
    return [{ ...rest, is: 'count', count, fixed: { step: 'opened' }, ...(since && { when: since }) }]
  })
}

/** "Diplomatic facilities", "embassy compounds". */
const isPosts = ({ line }: Scene, np: Participant): boolean =>
  /^(?:facilities|compounds|campuses)$/i.test(line.tokens[np.head]!.form) &&
  np.tokens.some((k) => /^(?:diplomatic|embassy|consular|consulate)$/i.test(line.tokens[k]!.form))

/** "Since the start of the program in 1999": from the year to the day of the article. */
function sinceOf({ line, article }: Scene, c: Clause): string | undefined {
  const at = line.tokens.findIndex((t) => /^since$/i.test(t.form))
  if (at < 0 || !article.date) return undefined
  const to = at < c.predicate ? c.predicate : line.tokens.length
  const year = line.tokens.slice(at, to).find((t) => /^(?:19|20)\d\d$/.test(t.form))
  return year && `${year.form}/${article.date}`
}
