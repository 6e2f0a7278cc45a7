import type { Clause } from '../../grammar/types.ts'
import type { Draft } from '../draft.ts'
import { type Entity, stateEntity } from '../entity.ts'
import { quotationAt, speakerOfQuote } from '../speaker.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'

const RECEIVING = new Set(['have', 'welcome', 'see', 'receive', 'host', 'meet'])
const PLEASURE = new Set(
  'pleasure honor honour privilege delight great good wonderful pleased delighted glad honored honoured happy'.split(
    ' ',
  ),
)

/** What a host and a guest say before a meeting: "It is a pleasure to have Foreign Minister Ruiz here". */
export function guests(scene: Scene): Draft[] {
  const { line, article, refs } = scene
  const q = quotationAt(article, line.sentence.start)
  const speaker = q?.label ? speakerOfQuote(article, refs, q)[0] : undefined
  if (!speaker?.of?.startsWith('state:')) return []
  return line.clauses.flatMap((c) => [...received(scene, c, speaker), ...pleased(scene, c, speaker)])
}

/** "Have Foreign Minister Ruiz here": a visit to the speaker's state. */
function received(scene: Scene, c: Clause, speaker: Entity): Draft[] {
  const { line, refs } = scene
  const after = line.tokens.slice(c.predicate, c.predicate + 14)
  const here = after.find((t) => t.form.toLowerCase() === 'here')
  if (c.form !== 'verb' || !RECEIVING.has(c.lemma) || !here) return []
  const guest = c.objects.flatMap((o) => refs.resolve(line, o)).find((e) => e.type === 'person' && e.id !== speaker.id)
  if (!guest || guest.of === speaker.of) return []
  const span = { start: line.tokens[c.predicate]!.start, end: here.end }
  const roles = { visitor: [guest], to: [stateEntity(speaker.of!, span)] }
  return [
    {
      ...make(scene, 'visit/guest', 'visit', c.predicate, span, roles, 'happened'),
      attribution: { voice: 'quoted', speaker },
    },
  ]
}

/** "It is a pleasure to have you here", "I am glad to be here". */
function pleased(scene: Scene, c: Clause, speaker: Entity): Draft[] {
  const { line } = scene
  const at = line.tokens[c.predicate]!
  const subject = c.subjects[0] ? line.tokens[c.subjects[0].head]!.form.toLowerCase() : 'it'
  if (c.form !== 'copula' || !PLEASURE.has(at.form.toLowerCase()) || !['it', 'i', 'we'].includes(subject)) return []
  const to = line.tokens.findIndex((t) => t.i > c.predicate && t.i < c.predicate + 4 && t.form.toLowerCase() === 'to')
  const verb = line.tokens[to + 1]
  if (to < 0 || !verb || !(RECEIVING.has(verb.lemma) || verb.lemma === 'be')) return []
  const start = c.subjects[0]?.span.start ?? at.start
  const roles = { speaker: [speaker] }
  const draft = make(
    scene,
    'remark/welcome',
    'remark',
    c.predicate,
    { start, end: Math.max(c.span.end, verb.end) },
    roles,
    'happened',
  )
  return [{ ...draft, fixed: { stance: 'praise' }, attribution: { voice: 'quoted', speaker } }]
}
