import type { Token } from '../../grammar/types.ts'
import type { Draft } from '../draft.ts'
import { type Entity, entityOf, stateEntity } from '../entity.ts'
import { attributionOf } from '../speaker.ts'
import { clauseAt, make } from './make.ts'
import { official, speaks } from './remark-make.ts'
import type { Scene } from './specials.ts'

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))
const DEEDS =
  set(`war invasion attack attacks aggression assault strikes bombardment repression crackdown occupation annexation
  actions campaign onslaught interference coup disregard brutality tactics killing`)
const CONDEMNING =
  set(`unprovoked unjustified unjustifiable premeditated brutal barbaric heinous senseless illegal unlawful
  indiscriminate reckless cowardly abhorrent despicable horrific`)
const INSIDE = set('ADJ ADV CCONJ PUNCT PROPN NOUN')

/** "Russia’s *brutal and unprovoked* war": who speaks so of a deed criticises who does it. */
export function epithets(scene: Scene, told: readonly Draft[]): Draft[] {
  const { line, article, refs } = scene
  return line.tokens.flatMap((noun): Draft[] => {
    if (!DEEDS.has(noun.form.toLowerCase()) || noun.upos !== 'NOUN') return []
    const from = startOf(line.tokens, noun.i)
    const words = line.tokens.slice(from, noun.i)
    if (!words.some((t) => CONDEMNING.has(t.form.toLowerCase()))) return []
    const doer = ownerAt(scene, from, noun.i)
    const span = { start: doer?.span.start ?? line.tokens[from]!.start, end: noun.end }
    const covered = (d: Draft) =>
      d.kind === 'remark' && /^(?:criticise|accuse)$/.test(d.fixed.stance ?? '') && touches(d, noun)
    const own = doer && refs.house && (doer.id === refs.house || doer.of === refs.house)
    if (!doer || own || told.some(covered)) return []
    const { voice, speaker } = attributionOf(article, refs, line, clauseAt(scene, noun.i))
    const who = voice === 'narrator' ? houseOf(scene, span) : speaker
    if (!who || !speaks(who) || !official(who) || who.id === doer.id) return []
    const roles = { speaker: [who], about: [doer] }
    const draft = make(scene, 'remark/epithet', 'remark', noun.i, span, roles, 'happened')
    return [{ ...draft, fixed: { stance: 'criticise' }, attribution: speaker ? { voice, speaker } : { voice } }]
  })
}

const touches = (d: Draft, t: Token): boolean => d.span.start <= t.start && t.end <= d.span.end

/** The first of the words before a noun that belong to it. */
function startOf(tokens: readonly Token[], noun: number): number {
  let k = noun
  while (
    k > 0 &&
    noun - k < 9 &&
    (INSIDE.has(tokens[k - 1]!.upos) || tokens[k - 1]!.deprel === 'amod') &&
    !/^[.;:–—()]$/.test(tokens[k - 1]!.form)
  )
    k--
  return k
}

/** Whose deed it is: "Russia’s", "its", "the Russian", before the noun or among its words. */
function ownerAt({ line, refs, article }: Scene, from: number, noun: number): Entity | undefined {
  // "The Russian government’s brutal assault": the state stands before its organ.
  const owned = line.tokens[from - 1]?.upos === 'PART' ? 5 : 2
  for (let k = Math.max(0, from - owned); k < noun; k++) {
    const t = line.tokens[k]!
    const m = line.mentionAt[k]
    // "Ukraine faces brutal attacks": who is only named before them has not made them.
    const owns =
      m &&
      ((m.type === 'state' && m.form !== 'name' && m.form !== 'metonym') ||
        /^[’']/.test(article.text.slice(m.end, m.end + 1)) ||
        /[’']s?$/.test(article.text.slice(m.start, m.end)))
    const bare = m?.type === 'state' && m.form === 'name' && m.end === line.tokens[noun]!.start - 1
    if (m && (owns || bare) && (m.type === 'state' || m.type === 'person')) return entityOf(m)
    const meant = k >= from - 1 ? refs.pronouns.get(t.start) : undefined
    if (meant?.length === 1 && t.upos === 'PRON') return { ...meant[0]!, span: { start: t.start, end: t.end } }
  }
  return undefined
}

/** Who speaks where a release tells: its author, else its state. */
const houseOf = ({ refs }: Scene, span: Entity['span']): Entity | undefined =>
  refs.house ? (refs.author ?? stateEntity(refs.house, span)) : undefined
