import type { Draft } from '../draft.ts'
import { type Entity, entityOf } from '../entity.ts'
import type { Mention } from '../mention.ts'
import { type NumberHit, numbersIn } from '../number.ts'
import { wordsOf } from '../words.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'

export type State = Mention & { type: 'state' }
export type Body = Mention & { type: 'body' }

export const WORD = 'members?|ally|allies|member states?|member countr(?:y|ies)|member nations?'
export const KIND =
  'fellow |founding |new |newest |long-standing |permanent |non-permanent |current |full |key |original '
export const CLOSES = new RegExp(`^ (?:${WORD})\\b`, 'i')
/** "All 30", "the 27", not "one of the 33". */
const WHOLE = /\ball (?:of the |the )?$|(?<!\bof )\b(?:the|its) $/i
const JOINT = /^(?:, (?:and )?| and | & )(?:the )?$/
/** "is an informal group of seven countries", up to the number. */
const DEFINES =
  /\b(?:is|are|was) (?:an? |the )?(?:[\p{L}-]+ ){0,3}(?:group|grouping|bloc|organi[sz]ation|alliance|union|club|forum|coalition|cartel) of (?:the )?$/u
/** "…, which comprises nearly", up to the number. */
const INCLUDES =
  /(?:, which|, that| that)? (?:now |currently )?(?:comprises|includes|unites|unifies|has grown to|brings together|consists of|numbers|counts) (?:of )?(?:the )?$/u
const COUNTED =
  /^ (?:[\p{L}-]+ ){0,3}?(countries|nations|states|members|member states|economies|democracies|governments)\b/u
const LISTS =
  /^(?: ?\(| (?:comprising|consisting of|made up of|composed of)|,? whose members are|,? made up of) ?(?:the )?$/

/** Lists of members, and how many there are. */
export const membersNamed = (scene: Scene): Draft[] => [...defined(scene), ...sizes(scene)]

/** "G7 is a group of seven countries, A, B and C": how many, and each of those listed. "The Quad (A, B and C)". */
function defined(scene: Scene): Draft[] {
  const { line, article } = scene
  const { text } = article
  const n = numbers(scene).find((x) => {
    const before = text.slice(Math.max(line.sentence.start, x.start - 90), x.start)
    return DEFINES.test(before) || (INCLUDES.test(before) && line.mentions.some((m) => endsAt(m, x, before)))
  })
  const noun = n && COUNTED.exec(text.slice(n.end, n.end + 60))
  const body = n && line.mentions.find((m) => m.type === 'body' && m.end < n.start)
  const listed = line.mentions.flatMap((m, i): Draft[] => {
    const next = line.mentions[i + 1]
    if (m.type !== 'body' || !next || !named(next) || !LISTS.test(text.slice(m.end, Math.min(next.start, m.end + 60))))
      return []
    const all = coordinated(scene, i + 1)
    return all.length > 1 ? told(scene, all, m, { start: m.start, end: all.at(-1)!.end }) : []
  })
  if (!n || !noun || body?.type !== 'body') return listed
  const end = n.end + noun[0].length
  const first = line.mentions.findIndex(
    (m) => named(m) && m.start > end && /^[,:(–—\s]*(?:the )?$/.test(text.slice(end, m.start)),
  )
  const all = first < 0 ? [] : coordinated(scene, first)
  const span = { start: body.start, end: all.at(-1)?.end ?? end }
  return [
    counted(scene, n, noun[1]!, body, { start: body.start, end }),
    ...(all.length > 1 ? told(scene, all, body, span) : []),
  ]
}

/** Of "comprises", that the body stands right before it. */
const endsAt = (m: Mention, n: NumberHit, before: string): boolean =>
  m.type === 'body' && m.end === n.start - INCLUDES.exec(before)![0].length

/** "The 55-member AU", "the 27 members of the European Union", "NATO’s 30 members". */
function sizes(scene: Scene): Draft[] {
  const { line, article } = scene
  const { text } = article
  const memory = toldOf(scene)
  if (!line.mentions.some((m) => m.type === 'body')) return []
  return numbers(scene).flatMap((n): Draft[] => {
    const before = line.mentions.findLast((m) => m.type === 'body' && m.end <= n.start)
    const after = line.mentions.find((m) => m.type === 'body' && m.start >= n.end)
    const gap = after ? text.slice(n.end, Math.min(after.start, n.end + 60)) : ''
    const owned =
      before && /^(?:['’]s|['’]| has| had| counts| counted| includes) (?:all )?$/.test(text.slice(before.end, n.start))
    const past = before && owned && / (?:had|counted) /.test(text.slice(before.end, n.start))
    const when = past ? line.times.map((t) => t.at('past')).find((t) => t !== undefined) : undefined
    if (past && !when) return []
    const tail = new RegExp(`^ (?:${KIND})?(member states|member countries|members|countries|states|parties)\\b`).exec(
      text.slice(n.end, n.end + 40),
    )
    const compound = after && /^[- ](?:member|nation|state|country)(?:-strong)? $/i.test(gap) && text[n.end] !== ' '
    const of =
      after && new RegExp(`^ (?:${KIND})?(?:member states|member countries|members|countries) of (?:the )?$`).test(gap)
    const plain = after && gap === ' ' && CLOSES.test(text.slice(after.end, after.end + 20))
    const whole =
      after &&
      WHOLE.test(text.slice(Math.max(0, n.start - 12), n.start)) &&
      !/^,? (?:which|that|who|whose)\b/.test(text.slice(after.end, after.end + 8))
    const body =
      compound || ((of || plain) && whole) ? after : owned && tail && /member|part/.test(tail[1]!) ? before : undefined
    if (
      body?.type !== 'body' ||
      n.ordinal ||
      /\bpermanent\b/.test(text.slice(n.end, n.end + 16)) ||
      memory.has(`size ${body.id}`)
    )
      return []
    memory.add(`size ${body.id}`)
    const end = Math.max(body.end, n.end + (owned ? tail![0].length : 0))
    const draft = counted(scene, n, 'member states', body, { start: Math.min(body.start, n.start), end })
    return [{ ...draft, ...(when && { when }) }]
  })
}

const numbers = ({ article, line }: Scene): NumberHit[] =>
  numbersIn(wordsOf(article.text, line.sentence)).filter((n) => !n.ordinal && n.value > 1 && n.value < 300)
export const named = (m: Mention | undefined): m is State => m?.type === 'state' && m.form === 'name'

/** A state and those coordinate with it. */
export function coordinated({ line, article }: Scene, i: number): State[] {
  const out = [line.mentions[i] as State]
  for (const m of line.mentions.slice(i + 1)) {
    const last = out.at(-1)!
    if (m.start < last.end) continue
    if (!named(m) || !JOINT.test(article.text.slice(last.end, m.start))) break
    out.push(m)
  }
  return out
}

export function told(
  scene: Scene,
  states: readonly State[],
  body: Body,
  span: { start: number; end: number },
): Draft[] {
  const memory = toldOf(scene)
  return states.flatMap((state): Draft[] => {
    const key = `${state.id} ${body.id}`
    if (memory.has(key)) return []
    memory.add(key)
    return [draftOf(scene, entityOf(state), body, span)]
  })
}

function toldOf({ memory }: Scene): Set<string> {
  memory.members ??= new Set()
  return memory.members
}

function counted(scene: Scene, n: NumberHit, words: string, body: Body, span: { start: number; end: number }): Draft {
  const state: Entity = { type: 'group', label: words, span: { start: n.start, end: n.end } }
  return { ...draftOf(scene, state, body, span), is: 'count', count: n.amount }
}

function draftOf(scene: Scene, state: Entity, body: Body, span: { start: number; end: number }): Draft {
  const token = Math.max(
    0,
    scene.line.tokens.findIndex((t) => t.start >= span.start),
  )
  const roles = { state: [state], body: [entityOf(body)] }
  const draft = make(scene, 'membership/apposition', 'membership', token, span, roles, 'holds')
  return { ...draft, fixed: { step: 'member' }, attribution: { voice: 'narrator' }, mentioned: true }
}
