import { cityState } from '../../atlas/index.ts'
import { slug } from '../../model/ids.ts'
import type { Span } from '../../model/span.ts'
import type { Draft } from '../draft.ts'
import { type Entity, entityOf, stateEntity } from '../entity.ts'
import type { Mention } from '../mention.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'

const SORTS: Readonly<Record<string, string>> = { embassy: 'embassy', consulate: 'consulate', legation: 'legation' }
/** A mission that somebody meets, serves at or helps is no news of it. */
const BESIDE = /(?:^| )(?:with|and|from|at|by|to)(?: the)? $/i
const ADDRESS =
  /^(?:at|of|from|to|in|on|with|by|and|near|outside|inside|via|through|visit(?:s|ed|ing)?|joined|contact(?:s|ed)?)$/i
const BODIES =
  /\b(?:UN|U\.N\.|United Nations|EU|European Union|OSCE|African Union|AU|ECOWAS|OAS|Arab League) (?:[\p{L}-]+ ){0,4}[Mm]ission (?:\([A-Z]+\) )?(?:in|to|for) (?:the )?/gu

/** Posts that a noun phrase names with both sides: "the Danish embassy in Lagos", "the UN mission in Haiti"; each once. */
export function postsNamed(scene: Scene): Draft[] {
  const told = scene.drafts.some((d) => d.kind === 'mission')
  return told ? [] : [...embassies(scene), ...missions(scene)]
}

function embassies(scene: Scene): Draft[] {
  const { line, article } = scene
  return line.tokens.flatMap((t, k): Draft[] => {
    const type = SORTS[t.form.toLowerCase()]
    const sender = type ? ownerBefore(scene, k) : undefined
    if (!type || !sender) return []
    const at = /^general$/i.test(line.tokens[k + 1]?.form ?? '') ? k + 1 : k
    const place = placeAfter(scene, at)
    if (!place || place.state.id === sender.id || isAddress(scene, sender.span.start)) return []
    const rest = article.text.slice(place.end, place.end + 24)
    if (
      /^,? (?:spokes|staff|official|employ|officer|compound|charg|ambassador|consul|deputy|chief|press|team)/i.test(
        rest,
      )
    )
      return []
    const roles = { sender: [sender], host: [place.state], ...(place.city && { place: [place.city] }) }
    return told(scene, k, type, roles, { start: sender.span.start, end: place.end })
  })
}

/** "*U.S.* Embassy", "*Israel's* new consulate", "the *United States* Embassy". */
function ownerBefore({ line }: Scene, k: number): Entity | undefined {
  const at = line.mentionAt[k]
  if (at?.type === 'body' && at.of?.startsWith('state:')) return stateEntity(at.of, at)
  for (let i = k - 1; i >= Math.max(0, k - 4); i--) {
    const m = line.mentionAt[i]
    if (m?.type === 'state') return { ...entityOf(m), span: { start: m.start, end: m.end } }
    if (!/^(?:['’]s?|new|former|own|main|de|facto)$/i.test(line.tokens[i]!.form)) return undefined
  }
  return undefined
}

interface Placed {
  state: Entity
  city?: Entity
  end: number
}
/** "in Lagos", "in Beijing, China", or a city right after ("U.S. Embassy Havana"). */
function placeAfter({ line, article }: Scene, k: number): Placed | undefined {
  const end = Math.max(line.tokens[k]!.end, line.mentionAt[k]?.end ?? 0)
  const i = line.mentions.findIndex((m) => m.start >= end)
  const m = line.mentions[i]
  if (!m || !/^ (?:(?:in|to) (?:the )?)?$/.test(article.text.slice(end, m.start))) return undefined
  const city = cityOf(m)
  if (!city && m.start === end + 1) return undefined
  const next = line.mentions[i + 1]
  const named = next?.type === 'state' && /^, (?:the )?$/.test(article.text.slice(m.end, next.start)) ? next : undefined
  const id = named?.id ?? (m.type === 'state' ? m.id : city && cityState(city.label, article.date))
  return id ? { state: stateEntity(id, named ?? m), ...(city && { city }), end: named?.end ?? m.end } : undefined
}
function cityOf(m: Mention): Entity | undefined {
  if (m.type === 'name') return entityOf(m)
  if (m.type !== 'state' || (m.form !== 'capital' && m.form !== 'metonym')) return undefined
  const label = m.word ?? m.label
  return { type: 'name', id: `place:${slug(label)}`, label, span: { start: m.start, end: m.end } }
}

/** "Wrote to the Danish embassy", "served at": a post after a preposition is an address or somebody's place of work. */
function isAddress({ line, article }: Scene, start: number): boolean {
  const before = article.text.slice(Math.max(line.sentence.start, start - 24), start)
  const words = before.split(/\s+/).filter((w) => w !== '' && !/^(?:the|an?|its|new)$/i.test(w))
  return ADDRESS.test(words.at(-1) ?? '') && !/^according to$/i.test(words.slice(-2).join(' '))
}

/** "The UN political mission in Haiti": a mission of a body. */
function missions(scene: Scene): Draft[] {
  const { line, article } = scene
  const text = article.text.slice(line.sentence.start, line.sentence.end)
  return [...text.matchAll(BODIES)].flatMap((hit): Draft[] => {
    const start = line.sentence.start + hit.index
    const end = start + hit[0].length
    const inside = line.mentions.find((m) => m.start <= end && end < m.end)
    const id = inside?.type === 'body' ? inside.at : inside?.type === 'state' ? inside.id : undefined
    const body = line.mentions.find((m) => m.type === 'body' && m.start === start)
    const before = article.text.slice(Math.max(line.sentence.start, start - 16), start)
    if (!id || !body || BESIDE.test(before)) return []
    const label = /^(?:UN|U\.N\.|United Nations|EU|European Union|OSCE|African Union|AU|ECOWAS|OAS|Arab League)/.exec(
      hit[0],
    )![0]
    const sender: Entity = { type: 'body', label, span: { start, end: start + label.length } }
    const k = line.tokens.findIndex((t) => t.start >= start)
    return told(
      scene,
      k,
      undefined,
      { sender: [sender], host: [stateEntity(id, inside!)] },
      { start, end: inside!.end },
    )
  })
}

/** One telling of a post for each pair; of what stands, and not of what is done there. */
function told(scene: Scene, k: number, type: string | undefined, roles: Record<string, Entity[]>, span: Span): Draft[] {
  scene.memory.posts ??= new Set()
  const key = `${type} ${roles.sender![0]!.label} ${roles.host![0]!.label}`
  if (scene.memory.posts.has(key)) return []
  scene.memory.posts.add(key)
  const draft = make(scene, 'mission/named', 'mission', k, span, roles, 'holds')
  return [
    { ...draft, fixed: { step: 'exists', ...(type && { type }) }, attribution: { voice: 'narrator' }, mentioned: true },
  ]
}
