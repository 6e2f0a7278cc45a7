import type { Clause } from '../../grammar/types.ts'
import type { Draft } from '../draft.ts'
import { type Entity, stateEntity } from '../entity.ts'
import { quotationAt, speakerOfQuote, turnSpeakers } from '../speaker.ts'
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
  const { line, article, refs, memory } = scene
  const q = quotationAt(article, line.sentence.start)
  const speaker = q?.label ? speakerOfQuote(article, refs, q)[0] : undefined
  if (!speaker?.of?.startsWith('state:')) return []
  memory.guests ??= new Set()
  const told = memory.guests
  // Once by each who speaks.
  const fresh = (d: Draft): boolean => {
    const key = `${speaker.id} ${d.roles.visitor?.[0]?.id ?? line.index}`
    return !told.has(key) && told.add(key) !== undefined
  }
  const visits = line.clauses.flatMap((c) => [...received(scene, c, speaker), ...arrived(scene, c, speaker)])
  return [...visits.filter(fresh), ...line.clauses.flatMap((c) => pleased(scene, c, speaker))]
}

/** "Have Foreign Minister Ruiz here": a visit to the speaker's state. */
function received(scene: Scene, c: Clause, speaker: Entity): Draft[] {
  const { line, refs } = scene
  const after = line.tokens.slice(c.predicate, c.predicate + 14)
  const here = after.find((t) => t.form.toLowerCase() === 'here')
  if (c.form !== 'verb' || !RECEIVING.has(c.lemma) || !here) return []
  const you = c.objects.some((o) => line.tokens[o.head]!.form.toLowerCase() === 'you')
  const other = otherSpeaker(scene, speaker)
  const titled = line.mentions.some(
    (m) =>
      m.type === 'office' && m.of !== undefined && m.of === other?.of && m.start > after[0]!.end && m.end < here.start,
  )
  const guest =
    you || titled
      ? other
      : c.objects.flatMap((o) => refs.resolve(line, o)).find((e) => e.type === 'person' && e.id !== speaker.id)
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

/** Of two who speak, the one whom "you" means. */
function otherSpeaker({ article }: Scene, speaker: Entity): Entity | undefined {
  const others = turnSpeakers(article).filter((e) => e.id !== speaker.id)
  return others.length === 1 && others[0]!.of?.startsWith('state:') ? others[0] : undefined
}

/** "It is a pleasure to be here": the guest of the other who speaks, where the text is dated from there or says "welcome". */
function arrived(scene: Scene, c: Clause, speaker: Entity): Draft[] {
  const { line, article } = scene
  const at = line.tokens[c.predicate]!
  if (c.form !== 'copula' || !['here', 'back'].includes(at.form.toLowerCase())) return []
  if (!line.tokens.slice(0, c.predicate).some((t) => PLEASURE.has(t.form.toLowerCase()))) return []
  const host = otherSpeaker(scene, speaker)
  if (!host || host.of === speaker.of || !receivesHere(article, host)) return []
  const span = { start: line.sentence.start, end: at.end }
  const roles = { visitor: [speaker], to: [stateEntity(host.of!, span)] }
  const draft = make(scene, 'visit/guest', 'visit', c.predicate, span, roles, 'happened')
  return [{ ...draft, attribution: { voice: 'quoted', speaker } }]
}

/** A place in the lines before the first turn, or words of welcome in the host's turns. */
function receivesHere(article: Scene['article'], host: Entity): boolean {
  const first = article.quotations.find((q) => q.label)
  const place = article.mentions.all.find(
    (m) =>
      m.type === 'state' &&
      m.start < (first?.start ?? 0) &&
      /^(?:place|capital|name)$/.test(m.form) &&
      alone(article, m),
  )
  if (place?.type === 'state') return place.id === host.of
  const surname = host.person?.surname ?? ''
  return article.quotations.some(
    (q) =>
      q.label?.toLowerCase().endsWith(surname) &&
      /\b(?:welcome|have you here)\b/i.test(article.text.slice(q.start, q.end)),
  )
}
/** "Paris, France": nothing but names on its line. */
const alone = ({ text }: Scene['article'], m: { start: number; end: number }): boolean =>
  text.slice(text.lastIndexOf('\n', m.start) + 1, m.start).length < 24 &&
  /^(?:,[^\n]{0,24})?\n/.test(text.slice(m.end, m.end + 26))

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
