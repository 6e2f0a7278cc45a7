import type { Clause } from '../../grammar/types.ts'
import type { Line } from '../article.ts'
import { timesFor, whenOf } from '../dating.ts'
import type { Draft } from '../draft.ts'
import { distinct, type Entity } from '../entity.ts'
import type { Quotation } from '../quotation.ts'
import { fill, phrasesIn } from '../slots.ts'
import { quotationAt, sayers, speakerOfQuote } from '../speaker.ts'
import { epithets } from './epithet.ts'
import { make } from './make.ts'
import { official, remark, speaks, stanceOf } from './remark-make.ts'
import { naming, oughtBy, promisedBy } from './remark-stated.ts'
import { toned } from './remark-tone.ts'
import type { Scene } from './specials.ts'
import { SPEECH } from './speech.ts'
import { ACTS, type Act, BEING } from './stance.ts'

/** Stances: what someone praises, urges or says, told as an act, in quotation marks, or as indirect speech. */
export function remarks(scene: Scene, others: readonly Draft[]): Draft[] {
  const acts = scene.line.clauses.flatMap((c) => [...actOf(scene, c), ...beingOf(scene, c), ...naming(scene, c)])
  const told = [...acts, ...quoted(scene, acts, others)]
  const promised = scene.line.clauses.flatMap((c) =>
    promisedBy(scene, c, [...told, ...others.filter((d) => d.kind === 'meeting')]),
  )
  const ought = scene.line.clauses.flatMap((c) => oughtBy(scene, c, [...told, ...promised]))
  const all = [...told, ...promised, ...ought]
  const known = [...all, ...others]
  const answered = scene.line.clauses.flatMap((c) => [...said(scene, c, known), ...accordingTo(scene, c, known)])
  const found = [...all, ...answered]
  return [...found, ...epithets(scene, found), ...toned(scene, found)]
}

/** "According to the ministry, the toll rose": what somebody answers for, where nothing else is read from it. */
function accordingTo(scene: Scene, c: Clause, told: readonly Draft[]): Draft[] {
  const { line, refs, article } = scene
  if (c.form === 'noun' || c.governor !== undefined || c.modifies || c.host !== undefined) return []
  const source = c.obliques.find((o) => o.prep === 'according to')
  const speaker = source && refs.resolve(line, source.np).find((e) => speaks(e) && official(e))
  if (!speaker || told.some((d) => d.span.start < c.span.end && c.span.start < d.span.end)) return []
  const span = { start: c.span.start, end: c.span.end }
  const roles = { speaker: [speaker], ...aboutIn(scene, span.start, span.end, speaker) }
  const draft = make(scene, 'remark/according', 'remark', c.predicate, span, roles, 'happened')
  const stance = stanceOf(article.text.slice(span.start, span.end))
  return [{ ...draft, fixed: { stance }, attribution: { voice: 'reported', speaker } }]
}

/** "praised Chile for …", "underscored the need for reform". */
function actOf(scene: Scene, c: Clause): Draft[] {
  if (c.form !== 'verb') return []
  if (c.mark === 'if' || nested(scene.line, c) || (c.lemma === 'value' && c.voice === 'passive')) return []
  const lemma = c.lemma === 'look' && isForward(scene, c) ? 'look forward' : c.lemma
  const told = ACTS.filter((a) => a.on.has(lemma) && meets(scene.line, c, a)).map((act) => ofAct(scene, c, act))
  return told.find((list) => list.length > 0) ?? []
}

/** "Look forward to *working* together", "to closer *cooperation*": not to a meeting, nor to somebody's arrival. */
function isForward({ line, article }: Scene, c: Clause): boolean {
  const at = line.tokens[c.predicate]!
  return /^\S+ forward (?:together )?to (?:\p{L}+ing\b|(?:[\p{L}-]+ ){0,4}(?:cooperation|collaboration|partnership|engagement|ties|coordination)\b)/u.test(
    article.text.slice(at.start, at.start + 120),
  )
}

/** "Efforts to support", "urged A to condemn B": what is only sought is no stance taken. */
function nested(line: Line, c: Clause): boolean {
  if (c.mark === 'to' && c.modifies) return true
  // "The friendship that he has shown": of which something else is told.
  if (c.objects[0]?.shared === 'relative') return true
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
  const bears =
    about.length > 0 ||
    (act.stance === 'say' ? c.objects.length > 0 && isOwn(scene, one) : bearsAbroad(scene, c, one, found))
  if (act.abroad && !bears) return []
  // "Will travel to Peru to support reforms": what a journey is for.
  if (act.on.has('support') && c.mark === 'to' && c.governor === undefined && one.type === 'person') return []
  const stance = act.stance === 'urge' && ofThing(line, c) ? 'say' : act.stance
  return speakers.slice(0, 6).map((s) => remark(scene, c, stance, s, about))
}

/** The state that a release speaks for, who signs it, or who acts for that state. */
const isOwn = ({ refs }: Scene, e: Entity): boolean =>
  refs.house !== undefined && ((e.type === 'state' ? e.id : e.of) === refs.house || e.id === refs.author?.id)

/** What a release's own voice, or its state's official in it, takes a stance on bears on states, and so does what names one. */
function bearsAbroad(scene: Scene, c: Clause, speaker: Entity, found: readonly Entity[]): boolean {
  if (isOwn(scene, speaker)) return true
  const { line } = scene
  const own = speaker.type === 'state' ? speaker.id : speaker.of
  const after = line.tokens[c.predicate]!.end
  const colon = line.tokens.find((t) => t.start > after && t.form === ':')?.start ?? c.span.end
  const named = line.mentions.filter((m) => m.start >= after && m.end <= Math.min(colon, c.span.end))
  const homes = named.map((m) =>
    m.type === 'state' ? m.id : m.type === 'name' || m.type === 'body' ? undefined : m.of,
  )
  return [...found.map((e) => e.of), ...homes].some((id) => id?.startsWith('state:') && id !== own)
}

/** "The importance of *the alliance*" is said; "the importance of *renewing* it" and "the need for it" are urged. */
function ofThing(line: Line, c: Clause): boolean {
  const np = c.objects.find((o) => line.tokens[o.head]!.lemma.toLowerCase() === 'importance')
  if (!np) return false
  const after = line.tokens.slice(np.head + 1, np.head + 3)
  return after[0]?.form.toLowerCase() === 'of' && after[1] !== undefined && !/ing$/i.test(after[1].form)
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

const TAKEN_IN = new Set(
  'refugee migrant immigrant evacuee person people student visitor tourist family child guest delegation thousand hundred million dozen'.split(
    ' ',
  ),
)
const lemmas = (line: Line, c: Clause, slot: string): string[] =>
  phrasesIn(line, c, slot).map((np) => line.tokens[np.head]!.lemma.toLowerCase())
function meets(line: Line, c: Clause, act: Act): boolean {
  if (
    act.object &&
    !lemmas(line, c, act.at ?? 'object')
      .slice(0, 1)
      .some((w) => act.object!.has(w))
  )
    return false
  if (act.needs && phrasesIn(line, c, act.needs).length === 0) return false
  if (
    act.things &&
    phrasesIn(line, c, 'object').some((np) => ['person', 'office'].includes(line.mentionAt[np.head]?.type ?? ''))
  )
    return false
  // "Welcoming refugees" takes them in.
  if (act.things && c.lemma === 'welcome' && lemmas(line, c, 'object').some((w) => TAKEN_IN.has(w))) return false
  return !act.infinitive || c.complements.some((id) => line.clauses[id]?.mark === 'to')
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
    const told = stanceOf(article.text.slice(start, end)) === 'say' ? others : []
    if (acts.some(inside) || told.some((d) => inside(d) && d.kind !== 'remark')) continue
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
  if (
    c.form !== 'verb' ||
    !SPEECH.has(c.lemma) ||
    line.mentionAt[c.predicate] ||
    quotationAt(article, line.tokens[c.predicate]!.start)
  )
    return []
  const content = c.complements
    .map((id) => line.clauses[id])
    .find((x) => x && x.form !== 'noun' && x.mark !== 'to' && (x.tense !== 'none' || x.predicate > c.predicate))
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
  const end = Math.max(content.span.end, at.end)
  // "He said, “I think …”": mostly his own words.
  const words = article.quotations.find(
    (q) =>
      !q.scare &&
      Math.abs(q.start - content.span.start) < 12 &&
      2 * (Math.min(q.end, end) - q.start) > end - content.span.start,
  )
  const draft = make(
    scene,
    'remark/said',
    'remark',
    c.predicate,
    { start, end },
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
      attribution: first ? { voice: 'narrator' } : { voice: words ? 'quoted' : 'reported', speaker },
      ...(when && { when }),
    },
  ]
}
