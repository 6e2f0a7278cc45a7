import type { EntityId } from '../model/ids.ts'
import type { Article, Line } from './article.ts'
import { distinct, type Entity, entityOf, stateEntity } from './entity.ts'
import type { Mention } from './mention.ts'
import { turnSpeakers } from './speaker.ts'

/** The states of an article with how often each is named, most first. */
export function statesByWeight(article: Article, until: number): EntityId[] {
  const weight = new Map<EntityId, number>()
  const add = (id: EntityId | undefined, n: number) => {
    if (id?.startsWith('state:')) weight.set(id, (weight.get(id) ?? 0) + n)
  }
  for (const m of article.mentions.all) {
    if (m.type === 'state') add(m.id, m.start < until ? 2 : 1)
    else if (m.type === 'person') add(m.of ?? m.person.of, m.start < until ? 2 : 1)
    else if (m.type !== 'name') add(m.of, 1)
  }
  return [...weight].sort((a, b) => b[1] - a[1]).map(([id]) => id)
}

/** Two states named together just before, else the two that the article is about. */
export function pairAt(article: Article, at: number, house: EntityId | undefined): Entity[] {
  const line = article.lines.find((l) => l.sentence.start <= at && at < l.sentence.end)
  const span = { start: at, end: at }
  const turns = turnSpeakers(article)
  const homes = new Set(turns.flatMap((e) => (e.of?.startsWith('state:') ? [e.of] : [])))
  for (let k = line?.index ?? 0; k >= Math.max(0, (line?.index ?? 0) - 1); k--) {
    const near = distinct(
      (article.lines[k]?.mentions ?? []).filter((m) => m.type === 'state' && m.start < at).map(entityOf),
    )
    const ours = house ? near.some((e) => e.id === house) : near.every((e) => homes.size < 2 || homes.has(e.id!))
    if (near.length === 2 && ours) return near.map((e) => stateEntity(e.id!, span))
  }
  if (turns.length === 2 || homes.size === 2)
    return homes.size === 2 ? [...homes].map((id) => stateEntity(id as EntityId, span)) : []
  const ids = (house ? partnersOf(article, house, line) : statesByWeight(article, at)).filter(
    (id) => id === house || !isAggressor(article, id),
  )
  if (
    house &&
    bodyOutweighs(
      article,
      ids.find((id) => id !== house),
    )
  )
    return []
  const pair = house && article.lines.length > 1 ? [house, ids.find((id) => id !== house)] : ids.slice(0, 2)
  return pair.length === 2 && pair.every((id) => id !== undefined) ? pair.map((id) => stateEntity(id!, span)) : []
}

/** Whom a release speaks to: the one state that it is about, else the one that its paragraph is about, most named first. */
function partnersOf(article: Article, house: EntityId, line: Line | undefined): EntityId[] {
  const all = statesByWeight(article, 0).filter((id) => id !== house)
  const often = (id: EntityId | undefined) => article.mentions.all.filter((m) => stateOf(m) === id).length
  if (!line || often(all[0]) >= 2 * often(all[1])) return all
  const near = article.lines.filter((l) => l.paragraph === line.paragraph).flatMap((l) => l.mentions.map(stateOf))
  const here = (id: EntityId) => near.filter((n) => n === id).length
  return all.toSorted((a, b) => here(b) - here(a))
}
const stateOf = (m: Mention): EntityId | undefined => {
  const id = m.type === 'state' ? m.id : m.type === 'name' ? undefined : m.of
  return id?.startsWith('state:') ? id : undefined
}

/** A release on a body of states: "we" and "our partnership" take it in, not a state that is named beside it. */
function bodyOutweighs({ mentions }: Article, other: EntityId | undefined): boolean {
  const times = new Map<EntityId, number>()
  for (const m of mentions.all) {
    if (m.type === 'body' && !m.of) times.set(m.id, (times.get(m.id) ?? 0) + 1)
    const id = m.type === 'state' ? m.id : m.type === 'person' || m.type === 'office' ? m.of : undefined
    if (id && id === other) times.set(id, (times.get(id) ?? 0) + 1)
  }
  const own = other ? (times.get(other) ?? 0) : 0
  return [...times].some(([id, n]) => id !== other && n > Math.max(own, 2))
}

/** "*Russia’s* full-scale invasion": a state of which the text speaks so is no partner of who speaks. */
function isAggressor(article: Article, id: EntityId): boolean {
  let known = aggressors.get(article)
  if (!known) {
    const named = article.mentions.all.filter(
      (m) =>
        m.type === 'state' &&
        (m.form !== 'name' || /^[’']/.test(article.text.slice(m.end, m.end + 1))) &&
        AGGRESSION.test(article.text.slice(m.end, m.end + 60)),
    )
    known = new Set(named.flatMap((m) => stateOf(m) ?? []))
    aggressors.set(article, known)
  }
  return known.has(id)
}
const aggressors = new WeakMap<Article, Set<EntityId>>()
const AGGRESSION =
  /^(?:[’']s?)? (?:(?!(?:against|to|of|in|on|from|by|with|and|for|under|after|amid|amidst|over)\b)[\p{L}-]+,? ){0,4}(?:aggression|invasion|war (?:on|of|against|in)|brutality|coercion|malign|threats? (?:to|against))/u
