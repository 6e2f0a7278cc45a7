import type { Draft } from '../draft.ts'
import { entityOf } from '../entity.ts'
import type { Mention } from '../mention.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'

const WORD = 'members?|ally|allies|member states?|member countr(?:y|ies)'
const BETWEEN = new RegExp(`^ (?:${WORD}) $`, 'i')
const OPENS = /^, (?:also |itself )?an? (?:fellow |founding |new |long-standing )?$/
const CLOSES = new RegExp(`^ (?:${WORD})\\b`, 'i')

/** "NATO ally Turkey", "Hungary, an EU member": membership told in passing, once for each. */
export function membersNamed(scene: Scene): Draft[] {
  const { line, memory } = scene
  memory.members ??= new Set()
  return line.mentions.flatMap((m, i): Draft[] => {
    const next = line.mentions[i + 1]
    const [state, body] = m.type === 'body' ? [next, m] : [m, next]
    if (!next || state?.type !== 'state' || state.form !== 'name' || body?.type !== 'body') return []
    const end = endOf(scene.article.text, m, next)
    const key = `${state.id} ${body.id}`
    if (end === undefined || memory.members!.has(key)) return []
    memory.members!.add(key)
    return [draftOf(scene, state, body, m.start, end)]
  })
}

/** The end of the phrase that two names make, where they make one. */
function endOf(text: string, a: Mention, b: Mention): number | undefined {
  const gap = text.slice(a.end, Math.min(b.start, a.end + 40))
  if (a.type === 'body') return BETWEEN.test(gap) ? b.end : undefined
  const closes = OPENS.test(gap) ? CLOSES.exec(text.slice(b.end, b.end + 20)) : null
  return closes ? b.end + closes[0].length : undefined
}

function draftOf(scene: Scene, state: Mention, body: Mention, start: number, end: number): Draft {
  const token = Math.max(
    0,
    scene.line.tokens.findIndex((t) => t.start >= start),
  )
  const roles = { state: [entityOf(state)], body: [entityOf(body)] }
  const draft = make(scene, 'membership/apposition', 'membership', token, { start, end }, roles, 'holds')
  return { ...draft, fixed: { step: 'member' }, attribution: { voice: 'narrator' }, mentioned: true }
}
