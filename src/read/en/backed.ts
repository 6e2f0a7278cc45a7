import type { Draft } from '../draft.ts'
import { type Entity, entityOf } from '../entity.ts'
import { make } from './make.ts'
import { ARMED } from './relations.ts'
import type { Scene } from './specials.ts'

const GROUPS = new Set(`${ARMED}|army|proxy|forces|troop|coalition|regime`.split('|'))
const BACKED = /^(?:backed|aligned|allied|supported|sponsored|armed|funded)$/i

/** "*Iran-backed* militias", "the Kuban Front, a *Togolese-backed* group": whom a state stands behind. */
export function backed(scene: Scene): Draft[] {
  const { line } = scene
  return line.mentions.flatMap((m): Draft[] => {
    if (m.type !== 'state') return []
    const last = line.tokens.findLastIndex((t) => t.start >= m.start && t.end <= m.end)
    const k = /^[-–]$/.test(line.tokens[last + 1]?.form ?? '') ? last + 2 : last + 1
    const word = line.tokens[k]
    const joined = word && (k === last + 2 || /^[-–]/.test(word.form))
    if (last < 0 || !joined || !BACKED.test(word.form.replace(/^[-–]/, ''))) return []
    const noun = nounAfter(scene, k)
    const whom = noun === undefined ? undefined : bandOf(scene, last, noun)
    if (noun === undefined || !whom) return []
    const span = { start: Math.min(m.start, whom.span.start), end: Math.max(line.tokens[noun]!.end, whom.span.end) }
    const draft = make(scene, 'relations/backed', 'relations', noun, span, { between: [entityOf(m), whom] }, 'holds')
    return [{ ...draft, fixed: { step: 'friendly' } }]
  })
}

/** The head of the words after the participle. */
function nounAfter({ line }: Scene, k: number): number | undefined {
  let at = k
  while (at - k < 5 && ['ADJ', 'NOUN', 'PROPN'].includes(line.tokens[at + 1]?.upos ?? '')) at++
  return at > k ? at : undefined
}

/** The body of that name, the name that stands before the words in apposition, or a band by its noun. */
function bandOf({ line }: Scene, state: number, noun: number): Entity | undefined {
  const own = line.mentionAt[noun]
  if (own && (own.type === 'body' || own.type === 'name')) return entityOf(own)
  const t = line.tokens[noun]!
  if (!GROUPS.has(t.lemma.toLowerCase())) return undefined
  const article = /^an?$/i.test(line.tokens[state - 1]?.form ?? '') && line.tokens[state - 2]?.form === ','
  const close = line.tokens[state - 3]
  const named = article && close ? line.mentionAt[close.form === ')' ? state - 4 : state - 3] : undefined
  if (named && (named.type === 'body' || named.type === 'name')) return entityOf(named)
  return { type: 'group', label: t.form, span: { start: t.start, end: t.end } }
}
