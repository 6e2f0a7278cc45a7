import type { Line } from '../article.ts'
import type { Draft } from '../draft.ts'
import { distinct, type Entity, entityOf, stateEntity } from '../entity.ts'
import type { Mention } from '../mention.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'

/** Between the number of years and its noun: "of unbroken diplomatic", "on March 19 of the establishment of U.S.-Qatar". */
const BETWEEN = /^(?:,? (?:on|in|this|last|next) [\p{L}\d ]{2,24},?| year)? of (?:[\p{L}.'’–-]+ ){0,9}$/u
/** Since what there are ties. */
const BEGAN =
  /^ since (?:[\p{L}.'’–-]+ ){2,12}(?:began|established|opened|started|entered into|forged) (?:(?:formal|full|official|diplomatic|bilateral) ){0,3}$/u
const TIES = /^(?:relations?|ties|relationship|friendship|partnership)$/i
/** Between the names of two that act together. */
const JOINED =
  /^(?:[-–—]|’s|'s)?(?:,? and (?:(?:the|its) )?| and (?:the )?(?:Republic|Kingdom|State|People’s Republic) of )?$/

/** "100 years of Chilean-Danish diplomatic relations", "mark the 30th anniversary of their ties": years from `at` on. */
export function tiesAfter(scene: Scene, at: number): Draft[] {
  const { line, article } = scene
  const k = line.tokens.findIndex((t) => t.start >= at && t.start - at < 120 && TIES.test(t.form))
  const noun = line.tokens[k]
  if (!noun) return []
  const words = article.text.slice(at, noun.start)
  if (!BETWEEN.test(words) && !BEGAN.test(words)) return []
  const between = pairOf(scene, at, k)
  if (between.length < 2) return []
  const span = { start: at, end: noun.end }
  const draft = make(scene, 'relations/years', 'relations', k, span, { between }, 'holds')
  return [{ ...draft, fixed: { step: /friend|partner/i.test(noun.form) ? 'friendly' : 'held' } }]
}

/** The states that have them: named before the noun, after it, or as those who mark the day. */
function pairOf(scene: Scene, at: number, k: number): Entity[] {
  const { line, refs, article } = scene
  const noun = line.tokens[k]!
  const all = statesOf(line)
  const inside = all.filter((e) => e.span.start >= at && e.span.end <= noun.end)
  const after = named(scene, k, all)
  const told = distinct([...inside, ...after])
  if (told.length >= 2) return told
  const others = distinct(all).filter((e) => !told.some((x) => x.id === e.id))
  if (told.length === 1 && others.length === 1) return [...told, ...others]
  if (told.length) return refs.house ? withHouse(refs.pair(at), told) : []
  const both = /\b(?:two|both|our) (?:countries|nations|states)\b/.test(
    article.text.slice(line.sentence.start, line.sentence.end),
  )
  const pairs = joined(article.text, all)
  if (pairs.length === 1) return pairs[0]!
  if (both && others.length === 2) return others
  return refs.house ? refs.pair(at) : []
}

/** A pair of which one is the state named. */
const withHouse = (pair: Entity[], told: readonly Entity[]): Entity[] =>
  pair.some((e) => e.id === told[0]!.id) ? pair : []

/** Those behind "between", "with" or "of": the tree's phrase, and by word order. */
function named({ line, article }: Scene, k: number, all: readonly Entity[]): Entity[] {
  const noun = line.tokens[k]!
  const m = /^ (?:between|with|of) (?:the )?(?:(?:Republic|Kingdom|State|Government)s? of (?:the )?)?/.exec(
    article.text.slice(noun.end, noun.end + 50),
  )
  if (!m) return []
  const first = all.find((e) => Math.abs(e.span.start - noun.end - m[0].length) < 16 && e.span.start > noun.end)
  if (!first) return []
  const second = all.find((e) => e.span.start >= first.span.end)
  const link = second && article.text.slice(first.span.end, second.span.start)
  return second && JOINED.test(link!) ? [first, second] : [first]
}

/** Every two of the sentence that are named side by side ("Chile and Kenya", "U.S.-Chilean"). */
function joined(text: string, all: readonly Entity[]): Entity[][] {
  const out = new Map<string, Entity[]>()
  for (let i = 1; i < all.length; i++) {
    const [a, b] = [all[i - 1]!, all[i]!]
    const link = text.slice(a.span.end, b.span.start)
    if (a.id !== b.id && link && JOINED.test(link)) out.set([a.id, b.id].sort().join(), [a, b])
  }
  return [...out.values()]
}

const stateIn = (m: Mention): Entity | undefined => {
  if (m.type === 'state') return entityOf(m)
  const of = m.type === 'office' || m.type === 'person' ? m.of : undefined
  return of?.startsWith('state:') ? stateEntity(of, m) : undefined
}
/** The states that a sentence names, also by an officer of theirs. */
const statesOf = (line: Line): Entity[] => line.mentions.flatMap((m) => stateIn(m) ?? [])
