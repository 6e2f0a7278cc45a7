import { type EntityId, nameOf } from '../model/ids.ts'
import type { Article } from './article.ts'
import type { Draft } from './draft.ts'
import type { Entity } from './entity.ts'

/**
 * Stances that bear on relations between states: in an article on one state alone ("the mayor urged residents …") only those
 * about another state, a body of states or their persons are told.
 */
export function withBearing(article: Article, drafts: readonly Draft[], house?: EntityId): Draft[] {
  if (!drafts.some((d) => d.kind === 'remark')) return [...drafts]
  const abroad =
    article.lines.length < 3 ||
    isInternational(article, house) ||
    drafts.some((d) => d.kind !== 'remark' && homesOf(d).size > 1)
  return abroad ? [...drafts] : drafts.filter((d) => d.kind !== 'remark' || isAbroad(d))
}

/** Two states at least are named, each more than once or as often as the text is short; a release is its own state's throughout. */
function isInternational({ mentions, lines }: Article, house: EntityId | undefined): boolean {
  const often = new Map<EntityId, number>()
  for (const m of mentions.all) {
    const id = m.type === 'state' ? m.id : m.type === 'person' || m.type === 'office' ? m.of : undefined
    if (id?.startsWith('state:')) often.set(id, (often.get(id) ?? 0) + 1)
  }
  const least = lines.length > 6 ? 3 : lines.length > 2 ? 2 : 1
  if (house) often.set(house, least)
  return [...often.values()].filter((n) => n >= least).length > 1
}

const homeOf = (e: Entity): string | undefined =>
  e.type === 'state' ? e.id : (e.of ?? (e.type === 'body' ? e.id : undefined))
const homesOf = (d: Draft): Set<string> =>
  new Set(
    Object.values(d.roles)
      .flatMap((list) => list.flatMap((e) => homeOf(e) ?? []))
      .filter((id) => nameOf(id) !== ''),
  )

function isAbroad(d: Draft): boolean {
  const own = d.roles.speaker?.flatMap((e) => homeOf(e) ?? []) ?? []
  return (d.roles.about ?? []).some((e) => {
    const home = homeOf(e)
    return home?.startsWith('state:') && !own.includes(home)
  })
}
