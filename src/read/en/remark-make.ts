import type { Clause } from '../../grammar/types.ts'
import type { Line } from '../article.ts'
import { timesFor, whenOf } from '../dating.ts'
import type { Draft } from '../draft.ts'
import type { Entity } from '../entity.ts'
import { modalityOf } from '../modality.ts'
import { phraseText } from '../resolve.ts'
import { phrasesIn } from '../slots.ts'
import { type Attribution, attributionOf } from '../speaker.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'
import { CONTENT } from './stance.ts'

/** A private person's words have no bearing on states: a speaker is a state, a body, or a person with an office. */
export const official = (e: Entity): boolean => e.type !== 'person' || e.title !== undefined || e.of !== undefined
const MEDIA =
  /\b(?:Times|Post|Journal|Press|Reuters|Daily|Guardian|Telegraph|BBC|CNN|NBC|ABC|CBS|Fox|Mail|Herald|Tribune|Wikinews|Bloomberg|AFP|Agence France-Presse|Associated Press|Interfax|Kyodo|Yonhap|Jazeera|Broadcasting|NPR|PBS|Universit(?:y|ies)|College|Institute|Observatory)\b/
export const speaks = (e: Entity): boolean =>
  (!(e.type === 'body' && MEDIA.test(e.label)) && ['person', 'state', 'body'].includes(e.type)) ||
  (e.type === 'office' && !!e.of)

/** "I want to thank you", "we would like to congratulate": whoever says so does it. */
function performed(line: Line, c: Clause): boolean {
  const host = c.governor === undefined ? undefined : line.clauses[c.governor]
  if (
    c.mark !== 'to' ||
    !host ||
    host.negated ||
    !['want', 'like', 'wish', 'let', 'please', 'delight'].includes(host.lemma)
  )
    return false
  return host.subjects.some((s) => /^(?:i|we)$/i.test(line.tokens[s.head]!.form)) && host.tense !== 'past'
}

/** "“We thank Peru,” said the minister": an official's own "we", or her state, in her words is she. */
function spokenBy(outer: Attribution, told: Entity): Entity {
  const own = outer.voice === 'quoted' && told.type === 'state' && outer.speaker?.of === told.id
  return own && outer.speaker ? outer.speaker : told
}

/** A stance that a clause tells of somebody. */
export function remark(scene: Scene, c: Clause, stance: string, told: Entity, about: Entity[]): Draft {
  const { line, article, refs } = scene
  const we = told.id === refs.house && c.subjects.some((s) => /^we$/i.test(line.tokens[s.head]!.form))
  const outer = attributionOf(article, refs, line, c)
  const speaker = (we && refs.author) || spokenBy(outer, told)
  const modality = performed(line, c) ? 'happened' : (modalityOf(line, c) ?? 'happened')
  const at = line.tokens[c.predicate]!
  const own = whenOf(timesFor(line, c), modality === 'planned' ? 'future' : 'past')
  const fronted = /^On behalf of /i.test(article.text.slice(c.span.start, c.span.start + 13)) ? c.span.start : at.start
  const start = Math.min(
    at.start,
    fronted,
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
  const standing = speaker.id === refs.house && (c.tense === 'present' || c.mark === 'to') && !c.perfect
  const first = standing || c.subjects.some((s) => /^(?:we|i)$/i.test(line.tokens[s.head]!.form))
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
  const np = ['for', 'on', 'about', 'over', 'object']
    .flatMap((slot) => phrasesIn(scene.line, c, slot))
    .find((x) => scene.line.tokens[x.head]!.form !== 'behalf')
  return np ? { topic: [{ type: 'group', label: phraseText(scene.article, scene.line, np), span: np.span }] } : {}
}

/** The stance of what is said, by its words; plain saying where none stands out. */
export const stanceOf = (words: string): string => CONTENT.find(([, pattern]) => pattern.test(words))?.[0] ?? 'say'
