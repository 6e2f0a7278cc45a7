import type { Clause } from '../../grammar/types.ts'
import type { Draft } from '../draft.ts'
import { distinct, type Entity, stateEntity } from '../entity.ts'
import { fill } from '../slots.ts'
import { attributionOf, quotationAt, sayers } from '../speaker.ts'
import { official, remark, speaks, stanceOf } from './remark-make.ts'
import type { Scene } from './specials.ts'

const NAMING = new Set([
  'call',
  'describe',
  'characterise',
  'characterize',
  'brand',
  'label',
  'term',
  'dub',
  'denounce',
])
/** "Called the decision *unacceptable*", "described it as a violation": what something is named tells the stance. */
export function naming(scene: Scene, c: Clause): Draft[] {
  const { line, article, refs } = scene
  if (c.form !== 'verb' || !NAMING.has(c.lemma) || c.voice === 'passive' || !c.objects.length) return []
  const after = c.objects[0]!.span.end
  const words = article.text.slice(after, Math.min(c.span.end, after + 160))
  const stance = stanceOf(words)
  const speaker = sayers(refs, line, c).find((e) => speaks(e) && official(e))
  if (!speaker || !['criticise', 'praise', 'accuse'].includes(stance)) return []
  const slots = ['object', 'object.possessor', 'object.modifier', 'object.of', 'object.by']
  const found = slots.flatMap((slot) => fill({ article, refs, line, clause: c }, slot).flatMap((f) => f.entities))
  const about = distinct(found.filter((e) => ['state', 'person', 'body', 'people'].includes(e.type)))
  return [remark(scene, c, stance, speaker, about)]
}

/** "We will hold them to account" in a release: what its state or its author will do is a promise. */
export function promisedBy(scene: Scene, c: Clause, told: readonly Draft[]): Draft[] {
  const { line, refs, article } = scene
  const plain =
    c.form === 'verb' && c.voice === 'active' && c.tense === 'future' && c.governor === undefined && !c.modifies
  if (!plain || c.negated || !refs.house || c.mark || quotationAt(article, line.tokens[c.predicate]!.start)) return []
  const who = sayers(refs, line, c)
  const near = (d: Draft) => d.span.start < c.span.end && c.span.start < d.span.end
  const sent = c.subjects.some((s) => SENT.has(line.tokens[s.head]!.form.toLowerCase()))
  const own = c.subjects.some((s) => !s.shared) && !gathers(scene, c)
  if (who.length !== 1 || who[0]!.id !== refs.house || sent || !own || told.some(near)) return []
  return [remark(scene, c, 'promise', who[0]!, [])].map((d) => ({ ...d, modality: 'happened' as const }))
}

const GATHERING = new Set('remain meet hold convene host travel visit attend participate lead join'.split(' '))
/** "We will meet", "will hold talks", not "will hold them to account". */
const gathers = ({ article }: Scene, c: Clause): boolean =>
  GATHERING.has(c.lemma) && !(c.lemma === 'hold' && /\baccount/.test(article.text.slice(c.span.start, c.span.end)))
/** Whom a notice tells what to do. */
const HEARERS = new Set('media press journalist reporter applicant attendee participant traveler traveller'.split(' '))
/** Those whom a state sends promise nothing by what they will do. */
const SENT = new Set(['delegation', 'team', 'group', 'mission', 'officials', 'representatives'])

/** "The parties must uphold the truce" in a release: what others ought to do is urged by its state or its author. */
export function oughtBy(scene: Scene, c: Clause, told: readonly Draft[]): Draft[] {
  const { line, refs, article } = scene
  const ought = c.modals.some((m) => m === 'must' || m === 'should') && !c.perfect && c.governor === undefined
  if (!ought || c.form === 'noun' || !refs.house || c.modifies || (c.mark && c.mark !== 'that')) return []
  if (quotationAt(article, line.tokens[c.predicate]!.start)) return []
  const near = (d: Draft) => d.span.start < c.span.end && c.span.start < d.span.end
  const about = distinct(c.subjects.flatMap((s) => refs.resolve(line, s))).filter((e) =>
    ['state', 'person', 'body', 'people'].includes(e.type),
  )
  const own = about.some((e) => e.id === refs.house)
  const ruled = c.subjects.some((s) => HEARERS.has(line.tokens[s.head]!.lemma.toLowerCase()))
  const again = c.joined === 'coordinate' && c.subjects.every((s) => s.shared)
  if (own || again || ruled || told.some(near) || attributionOf(article, refs, line, c).voice !== 'narrator') return []
  const speaker: Entity = refs.author ?? stateEntity(refs.house, c.span)
  return [remark(scene, c, 'urge', speaker, about)].map((d) => ({
    ...d,
    modality: 'happened' as const,
    attribution: { voice: 'narrator' as const },
  }))
}
