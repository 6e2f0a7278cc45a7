import type { Clause } from '../../grammar/types.ts'
import type { Line } from '../article.ts'
import { timesFor, whenOf } from '../dating.ts'
import type { Draft } from '../draft.ts'
import { distinct, type Entity, stateEntity } from '../entity.ts'
import { modalityOf } from '../modality.ts'
import type { Quotation } from '../quotation.ts'
import { phraseText } from '../resolve.ts'
import { fill, phrasesIn } from '../slots.ts'
import { attributionOf, quotationAt, sayers, speakerOfQuote } from '../speaker.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'
import { SPEECH } from './speech.ts'
import { ACTS, type Act, BEING, CONTENT } from './stance.ts'

/** Stances: what someone praises, urges or says, told as an act, in quotation marks, or as indirect speech. */
export function remarks(scene: Scene, others: readonly Draft[]): Draft[] {
  const acts = scene.line.clauses.flatMap((c) => [...actOf(scene, c), ...beingOf(scene, c), ...naming(scene, c)])
  const told = [...acts, ...quoted(scene, acts, others)]
  const promised = scene.line.clauses.flatMap((c) =>
    promisedBy(scene, c, [...told, ...others.filter((d) => d.kind === 'meeting')]),
  )
  const ought = scene.line.clauses.flatMap((c) => oughtBy(scene, c, [...told, ...promised]))
  const all = [...told, ...promised, ...ought]
  return [...all, ...scene.line.clauses.flatMap((c) => said(scene, c, [...all, ...others]))]
}

/** "praised Chile for …", "underscored the need for reform". */
function actOf(scene: Scene, c: Clause): Draft[] {
  if (c.form !== 'verb') return []
  if (c.mark === 'if' || nested(scene.line, c)) return []
  const told = ACTS.filter((a) => a.on.has(c.lemma) && meets(scene.line, c, a)).map((act) => ofAct(scene, c, act))
  return told.find((list) => list.length > 0) ?? []
}

/** "Efforts to support", "urged A to condemn B": what is only sought is no stance taken. */
function nested(line: Line, c: Clause): boolean {
  if (c.mark === 'to' && c.modifies) return true
  const host = c.host === undefined || c.host === c.id ? undefined : line.clauses[c.host]
  if (c.mark === 'to' && host?.mark === 'to' && c.joined !== 'coordinate') return true
  const governor = c.governor === undefined ? undefined : line.clauses[c.governor]
  return c.mark === 'to' && governor !== undefined && ASKING.has(governor.lemma)
}
const ASKING = new Set('urge encourage call ask press tell push exhort implore persuade allow enable help'.split(' '))

function ofAct(scene: Scene, c: Clause, act: Act): Draft[] {
  const speakers = sayers(scene.refs, scene.line, c).filter(speaks)
  const one = speakers[0]
  if (!one) return []
  const { article, refs, line } = scene
  const found = act.about.flatMap((slot) => fill({ article, refs, line, clause: c }, slot).flatMap((f) => f.entities))
  const about = distinct(found.filter((e) => ['state', 'person', 'body', 'people'].includes(e.type)))
  if (act.abroad && !about.length) return []
  return speakers.slice(0, 3).map((s) => remark(scene, c, act.stance, s, about))
}

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
function naming(scene: Scene, c: Clause): Draft[] {
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
function promisedBy(scene: Scene, c: Clause, told: readonly Draft[]): Draft[] {
  const { line, refs, article } = scene
  const plain =
    c.form === 'verb' && c.voice === 'active' && c.tense === 'future' && c.governor === undefined && !c.modifies
  if (!plain || c.negated || !refs.house || c.mark || quotationAt(article, line.tokens[c.predicate]!.start)) return []
  const who = sayers(refs, line, c)
  const near = (d: Draft) => d.span.start < c.span.end && c.span.start < d.span.end
  if (who.length !== 1 || who[0]!.id !== refs.house || told.some(near)) return []
  return [remark(scene, c, 'promise', who[0]!, [])].map((d) => ({ ...d, modality: 'happened' as const }))
}

/** "The parties must uphold the truce" in a release: what others ought to do is urged by its state or its author. */
function oughtBy(scene: Scene, c: Clause, told: readonly Draft[]): Draft[] {
  const { line, refs, article } = scene
  const ought = c.modals.some((m) => m === 'must' || m === 'should') && !c.perfect && c.governor === undefined
  if (!ought || c.form === 'noun' || !refs.house || c.modifies || (c.mark && c.mark !== 'that')) return []
  if (quotationAt(article, line.tokens[c.predicate]!.start)) return []
  const near = (d: Draft) => d.span.start < c.span.end && c.span.start < d.span.end
  const about = distinct(c.subjects.flatMap((s) => refs.resolve(line, s))).filter((e) =>
    ['state', 'person', 'body', 'people'].includes(e.type),
  )
  const own = about.some((e) => e.id === refs.house)
  if (own || told.some(near) || attributionOf(article, refs, line, c).voice !== 'narrator') return []
  const speaker: Entity = refs.author ?? stateEntity(refs.house, c.span)
  return [remark(scene, c, 'urge', speaker, about)].map((d) => ({
    ...d,
    modality: 'happened' as const,
    attribution: { voice: 'narrator' as const },
  }))
}

/** "Is committed to", "remains concerned about": where it stands before an infinitive, that is what is told. */
function beingOf(scene: Scene, c: Clause): Draft[] {
  const { line } = scene
  const remains = c.form === 'verb' && ['remain', 'be', 'stand', 'feel'].includes(c.lemma)
  const at =
    c.form === 'copula'
      ? c.predicate
      : remains
        ? c.predicatives[0]?.head
        : c.voice === 'passive'
          ? c.predicate
          : undefined
  const stance = at === undefined ? undefined : BEING[line.tokens[at]!.form.toLowerCase()]
  if (!stance || c.mark === 'if' || c.negated) return []
  if (
    stance === 'praise' &&
    c.complements.some((id) => line.clauses[id]?.mark === 'to' && !WELCOMING.has(line.clauses[id]!.lemma))
  )
    return []
  const passive = c.form === 'verb' && c.voice === 'passive'
  const who = (passive ? c.objects : c.subjects).flatMap((s) => scene.refs.resolve(line, s))
  const speakers = who.filter((e) => speaks(e) && official(e) && !(e.type === 'person' && c.tense === 'none'))
  const slots = ['to', 'with', 'about', 'by', 'for', 'at', 'of']
  const found = slots.flatMap((slot) => phrasesIn(line, c, slot)).flatMap((np) => scene.refs.resolve(line, np))
  const about = distinct(found.filter((e) => ['state', 'person', 'body', 'people'].includes(e.type)))
  return speakers
    .slice(0, 2)
    .map((s) => remark(scene, { ...c, subjects: passive ? c.objects : c.subjects }, stance, s, about))
}

/** "Pleased to have you here" is said of the guest; "pleased to announce" of what is announced. */
const WELCOMING = new Set(['have', 'see', 'welcome', 'host', 'receive', 'meet', 'join', 'be'])

/** A private person's words have no bearing on states: a speaker is a state, a body, or a person with an office. */
const official = (e: Entity): boolean => e.type !== 'person' || e.title !== undefined || e.of !== undefined
const MEDIA =
  /\b(?:Times|Post|Journal|Press|Reuters|Daily|Guardian|Telegraph|BBC|CNN|NBC|ABC|CBS|Fox|Mail|Herald|Tribune|Wikinews|Bloomberg)\b/
const speaks = (e: Entity): boolean =>
  (!(e.type === 'body' && MEDIA.test(e.label)) && ['person', 'state', 'body'].includes(e.type)) ||
  (e.type === 'office' && !!e.of)
const lemmas = (line: Line, c: Clause, slot: string): string[] =>
  phrasesIn(line, c, slot).map((np) => line.tokens[np.head]!.lemma.toLowerCase())
function meets(line: Line, c: Clause, act: Act): boolean {
  if (act.object && !lemmas(line, c, 'object').some((w) => act.object!.has(w))) return false
  if (act.needs && phrasesIn(line, c, act.needs).length === 0) return false
  if (
    act.things &&
    phrasesIn(line, c, 'object').some((np) => ['person', 'office'].includes(line.mentionAt[np.head]?.type ?? ''))
  )
    return false
  return !act.infinitive || c.complements.some((id) => line.clauses[id]?.mark === 'to')
}

function remark(scene: Scene, c: Clause, stance: string, told: Entity, about: Entity[]): Draft {
  const { line, article, refs } = scene
  const we = told.id === refs.house && c.subjects.some((s) => /^we$/i.test(line.tokens[s.head]!.form))
  const speaker = (we && refs.author) || told
  const modality = modalityOf(line, c) ?? 'happened'
  const at = line.tokens[c.predicate]!
  const own = whenOf(timesFor(line, c), modality === 'planned' ? 'future' : 'past')
  const start = Math.min(
    at.start,
    ...c.subjects
      .filter((s) => !s.shared && at.start - s.span.end < 100 && s.span.end <= at.start)
      .map((s) => s.span.start),
  )
  const end = Math.min(c.span.end, at.end + 200)
  const roles: Record<string, Entity[]> = { speaker: [speaker], ...(about.length && { about }), ...topicOf(scene, c) }
  const draft = make(
    scene,
    `remark/${stance} ${c.lemma}`,
    'remark',
    c.predicate,
    { start, end: Math.max(end, at.end) },
    roles,
    modality,
  )
  const standing = speaker.id === refs.house && c.tense === 'present' && !c.perfect
  const first = standing || c.subjects.some((s) => /^(?:we|i)$/i.test(line.tokens[s.head]!.form))
  const outer = attributionOf(article, refs, line, c)
  const voice =
    outer.voice !== 'narrator'
      ? outer
      : first || modality === 'planned'
        ? outer
        : { voice: 'reported' as const, speaker }
  return { ...draft, fixed: { stance }, attribution: voice, ...(own && { when: own }) }
}

/** What it is about, in the text's words: a "for" or "on" phrase, else the object. */
function topicOf(scene: Scene, c: Clause): Record<string, Entity[]> {
  const np = ['for', 'on', 'about', 'over', 'object'].flatMap((slot) => phrasesIn(scene.line, c, slot))[0]
  return np ? { topic: [{ type: 'group', label: phraseText(scene.article, scene.line, np), span: np.span }] } : {}
}

/** Each sentence, or half of one, in quotation marks; the stance is that of its words. */
function quoted(scene: Scene, acts: readonly Draft[], others: readonly Draft[]): Draft[] {
  const { line, article, refs } = scene
  const out: Draft[] = []
  for (const q of article.quotations) {
    const start = Math.max(q.start, line.sentence.start)
    let end = Math.min(q.end, line.sentence.end)
    while (end > start && /[\s"”.,!?]/.test(article.text[end - 1]!)) end--
    if (q.scare || q.label || end - start < 20) continue
    const inside = (d: Draft) => d.span.start >= start - 1 && d.span.end <= end + 1
    if (acts.some(inside) || others.some((d) => inside(d) && d.kind !== 'remark')) continue
    const speaker = mixed(article.text, q.outer.start, line.sentence.start)
      ? undefined
      : speakerOfQuote(article, refs, q).find((e) => speaks(e) && official(e))
    const token = line.tokens.findIndex((t) => t.start >= start)
    if (!speaker || token < 0) continue
    const words = article.text.slice(start, end)
    if (stanceOf(words) === 'say' && !opensSaying(article.text, q, start)) continue
    const draft = make(
      scene,
      'remark/quoted',
      'remark',
      token,
      { start, end },
      { speaker: [speaker], ...aboutIn(scene, start, end, speaker) },
      'happened',
    )
    out.push({ ...draft, fixed: { stance: stanceOf(words) }, attribution: { voice: 'quoted', speaker } })
  }
  return out
}

/** Of several sentences quoted together, those that take no stance are told by the first, or by those that do. */
function opensSaying(text: string, q: Quotation, start: number): boolean {
  return (
    start <= q.start + 1 &&
    (stanceOf(text.slice(q.start, q.end)) === 'say' || !/[.!?]\s/.test(text.slice(q.start, q.end)))
  )
}

/** A quotation that goes on a clause of the narrator's is part of indirect speech. */
const mixed = (text: string, open: number, from: number): boolean => /[\p{L}\p{N}]\s*$/u.test(text.slice(from, open))

function aboutIn(scene: Scene, start: number, end: number, speaker: Entity): { about?: Entity[] } {
  const states = scene.line.mentions.filter(
    (m) => m.type === 'state' && m.start >= start && m.end <= end && m.id !== speaker.of,
  )
  const about = [...new Map(states.map((m) => [(m as { id: string }).id, m])).values()].map((m) => ({
    type: 'state' as const,
    id: (m as { id: string }).id,
    label: (m as { label: string }).label,
    span: m,
  }))
  return about.length ? { about } : {}
}

/** "said that …", where nothing else is read from what was said. */
function said(scene: Scene, c: Clause, told: readonly Draft[]): Draft[] {
  const { line, refs, article } = scene
  if (c.form !== 'verb' || !SPEECH.has(c.lemma) || quotationAt(article, line.tokens[c.predicate]!.start)) return []
  const content = c.complements.map((id) => line.clauses[id]).find((x) => x && x.form !== 'noun' && x.mark !== 'to')
  const speaker = sayers(refs, line, c).find((e) => speaks(e) && official(e))
  if (!content || !speaker || c.negated || c.tense === 'none') return []
  const covers = (d: Draft) => d.span.start < content.span.end && content.span.start < d.span.end
  const telling = stanceOf(article.text.slice(content.span.start, content.span.end))
  if (told.some((d) => covers(d) && (telling === 'say' || d.kind === 'remark'))) return []
  const at = line.tokens[c.predicate]!
  const start = Math.min(
    at.start,
    content.span.start,
    ...c.subjects.filter((s) => at.start - s.span.end < 60 && s.span.end <= at.start).map((s) => s.span.start),
  )
  const draft = make(
    scene,
    'remark/said',
    'remark',
    c.predicate,
    { start, end: Math.max(content.span.end, at.end) },
    { speaker: [speaker], ...aboutIn(scene, content.span.start, content.span.end, speaker) },
    'happened',
  )
  const when = whenOf(timesFor(line, c), 'past')
  const first = c.subjects.some((s) => /^(?:we|i)$/i.test(line.tokens[s.head]!.form))
  const stance = stanceOf(article.text.slice(content.span.start, content.span.end))
  return [
    {
      ...draft,
      fixed: { stance },
      attribution: first ? { voice: 'narrator' } : { voice: 'reported', speaker },
      ...(when && { when }),
    },
  ]
}

/** The stance of what is said, by its words; plain saying where none stands out. */
export const stanceOf = (words: string): string => CONTENT.find(([, pattern]) => pattern.test(words))?.[0] ?? 'say'
