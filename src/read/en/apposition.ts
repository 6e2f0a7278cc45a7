import type { Draft } from '../draft.ts'
import { type Entity, personEntity, stateEntity } from '../entity.ts'
import type { Mention } from '../mention.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'

/** "U.S. Ambassador to Australia Caroline Kennedy": a named envoy serves, told once for each. */
export function envoysNamed(scene: Scene): Draft[] {
  const { line, memory } = scene
  memory.envoys ??= new Set()
  const out: Draft[] = []
  for (const m of line.mentions) {
    if (m.type !== 'person' || m.title?.sort !== 'envoy' || m.former || m.past || memory.envoys.has(m.person.id))
      continue
    const sender = m.of ?? ownerOf(scene, m)
    const host = m.to ?? hostOf(scene, m, sender)
    if ((!sender && !host) || isPostedThere(scene, m, sender)) continue
    memory.envoys.add(m.person.id)
    const token = line.mentionAt.indexOf(m)
    const roles: Record<string, Entity[]> = {
      person: [personEntity(m.person, m)],
      title: [{ type: 'group', label: m.title.words, span: m }],
      ...(sender && { sender: [stateEntity(sender, m)] }),
      ...(host && {
        host: [
          host.startsWith('state:') ? stateEntity(host, m) : { type: 'body', id: host, label: host.slice(5), span: m },
        ],
      }),
    }
    const start = Math.min(
      m.start,
      ...line.mentions
        .filter((s) => s.type === 'state' && s.id === sender && m.start - s.end < 4 && s.end <= m.start)
        .map((s) => s.start),
    )
    const draft = make(scene, 'envoy/apposition', 'envoy', Math.max(0, token), { start, end: m.end }, roles, 'holds')
    out.push({ ...draft, fixed: { step: 'serving' } })
  }
  return out
}

/** A state right before: "French Ambassador", "Chad's ambassador". */
const ownerOf = ({ line, article, refs }: Scene, m: Mention): string | undefined => {
  const owner = line.mentions.findLast((s) => s.type === 'state' && s.end <= m.start)
  const beside = owner && /^(?:['’]s)? ?$/.test(article.text.slice(owner.end, m.start))
  if (beside && owner.type === 'state') return owner.id
  const ours = /\bour (?:own )?$/i.test(article.text.slice(Math.max(0, m.start - 12), m.start))
  return ours ? refs.house : undefined
}

/** "Chad recalled *its Peruvian* ambassador": the word before the post tells where it is, not whose. */
const isPostedThere = ({ line, article }: Scene, m: Mention, sender: string | undefined): boolean =>
  line.mentions.some(
    (s) =>
      s.type === 'state' &&
      s.id === sender &&
      s.start <= m.end &&
      m.start - s.end < 30 &&
      /\b(?:its|their|his|her) $/i.test(article.text.slice(Math.max(0, s.start - 8), s.start)),
  )

/** Where a clause says that someone is represented. */
function hostOf({ line }: Scene, m: Mention, sender: string | undefined): string | undefined {
  for (const c of line.clauses) {
    if (c.lemma !== 'represent') continue
    for (const o of c.obliques) {
      const s = o.prep === 'in' ? line.mentionAt[o.np.head] : undefined
      if (s?.type === 'state' && s.id !== sender && m.start > c.span.start) return s.id
    }
  }
  return undefined
}
