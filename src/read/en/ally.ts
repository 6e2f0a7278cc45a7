import type { Draft } from '../draft.ts'
import { entityOf } from '../entity.ts'
import type { Mention } from '../mention.ts'
import { make } from './make.ts'
import { type Body, CLOSES, coordinated, KIND, named, type State, told, WORD } from './member.ts'
import type { Scene } from './specials.ts'

const CHAIRS = 'chair|chairman|presidency holder'
/** Small words that no description of a member begins with. */
const OTHER = '(?!(?:of|in|with|to|for|from|by|and|as|on|at|against|among|like) )'
const WORDS = `(?:${OTHER}[\\p{L}-]+ )`
const BETWEEN = new RegExp(`^ (?:${WORD}|${CHAIRS})(?:, | )(?:the )?$`, 'i')
const AND_PARTNER = new RegExp(`^ (?:${WORD}) and (?:[\\p{L}-]+ ){1,2}(?:${WORD}|partners?)(?:, | )(?:the )?$`, 'iu')
const PARTNER = /^ (?:\p{Lu}[\p{L}-]+ ){0,3}[Pp]artners?(?:, | )(?:the )?$/u
const OPENS = new RegExp(`^, (?:also |itself )?(?:an?|our|its|their) ${WORDS}{0,3}$`, 'u')
const AS = new RegExp(`^ as (?:an? |the |current |this year’s ){0,2}(?:${KIND})?$`)
const CHAIR = /^ (?:chair|member|ally)\b/i
const OF = new RegExp(
  `^,? (?:also |itself |which is |who is |as )?(?:an? |both |all )?(?:${KIND})?(?:${WORD}) of (?:the )?$`,
)
/** "As fellow NATO allies, …", "A valued NATO ally, …", "our NATO ally, …": who comes after the comma is meant. */
const OPENING = /(?:^|[.!?]["”]? |\n)\s*(?:as )?(?:an? |our )?(?:[\p{L}-]+ )?$|\b(?:our|its|their) (?:\p{L}+ )?$/iu
/** "As longtime NATO Allies, we", "We are steadfast NATO Allies", up to the body and from it. */
const WE_BEFORE =
  /\b(?:(?:As|as) |We are |we are |We have been |we have been )(?:\p{L}+[ -]){0,2}(?:(?:members|Members|allies|Allies) of (?:the )?)?$/u
const WE_AFTER = /^(?: Allies| allies| members)?(?:, (?:we|our)\b|[.;])/

/** "NATO ally Turkey", "NATO members Greece and Turkey", "Hungary, an EU member", "Peru, a member of the OAS". */
export const alliesNamed = (scene: Scene): Draft[] =>
  scene.line.mentions.flatMap((m, i) =>
    m.type === 'body' ? [...before(scene, m, i), ...ours(scene, m)] : named(m) ? after(scene, m, i) : [],
  )

/** The body comes first: "NATO ally Turkey". */
function before(scene: Scene, m: Body, i: number): Draft[] {
  const { line, article } = scene
  const k = line.mentions.findIndex((x, at) => at > i && x.start >= m.end && named(x))
  const state = line.mentions[k]
  if (k < 0 || k > i + 3 || !named(state)) return []
  const gap = article.text.slice(m.end, Math.min(state.start, m.end + 60))
  if (gap.includes(',') && !opening(scene, m)) return []
  if (BETWEEN.test(gap) || AND_PARTNER.test(gap)) {
    const all = coordinated(scene, k)
    return told(scene, all, m, { start: m.start, end: all.at(-1)!.end })
  }
  return PARTNER.test(gap) ? [partner(scene, m, state)] : []
}

/** The state comes first: "Hungary, an EU member", "Cambodia as ASEAN Chair". */
function after(scene: Scene, m: State, i: number): Draft[] {
  const { line, article } = scene
  const next = line.mentions[i + 1]
  if (next?.type !== 'body') return []
  const gap = article.text.slice(m.end, Math.min(next.start, m.end + 60))
  const tail = article.text.slice(next.end, next.end + 20)
  if (OF.test(gap)) return told(scene, [m], next, { start: m.start, end: next.end })
  const closes = OPENS.test(gap) ? CLOSES.exec(tail) : AS.test(gap) ? CHAIR.exec(tail) : null
  return closes ? told(scene, [m], next, { start: m.start, end: next.end + closes[0].length }) : []
}

/** "As NATO Allies, we work together": who speaks and the other state that the text is about. */
function ours(scene: Scene, m: Body): Draft[] {
  const { line, article, refs } = scene
  const [head, tail] = [
    article.text.slice(Math.max(line.sentence.start, m.start - 50), m.start),
    article.text.slice(m.end, m.end + 16),
  ]
  const members = WE_BEFORE.exec(head)
  const plural = /(?:members|allies) of (?:the )?$/i.test(head) || /^ (?:allies|members)/i.test(tail)
  if (!members || !plural || !WE_AFTER.test(tail) || (/^as /i.test(members[0]) && !tail.includes(', '))) return []
  const pair = refs.pair(m.start)
  const states = pair.filter((e) => e.type === 'state')
  const span = { start: m.start - members[0].length, end: m.end + (/^ \w+/.exec(tail)?.[0].length ?? 0) }
  return states.length === 2
    ? states.flatMap((e) => told(scene, [{ type: 'state', id: e.id!, label: e.label, form: 'name', ...span }], m, span))
    : []
}

/** "NATO Enhanced Opportunities Partner Georgia": no member, but a friend of the body. */
function partner(scene: Scene, body: Body, state: State): Draft {
  const span = { start: body.start, end: state.end }
  const token = scene.line.tokens.findIndex((t) => t.start >= span.start)
  const roles = { between: [entityOf(body), entityOf(state)] }
  const draft = make(scene, 'relations/partner', 'relations', Math.max(0, token), span, roles, 'holds')
  return { ...draft, fixed: { step: 'friendly' }, mentioned: true }
}

const opening = ({ article, line }: Scene, m: Mention): boolean =>
  OPENING.test(article.text.slice(Math.max(line.sentence.start, m.start - 40), m.start))
