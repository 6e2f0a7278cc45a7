import { cityState, existed } from '../atlas/index.ts'
import { type EntityId, slug } from '../model/ids.ts'
import { type Day, daysOf } from '../model/when.ts'
import type { Article } from './article.ts'
import type { Draft } from './draft.ts'
import { distinct, type Entity, stateEntity } from './entity.ts'

/** A destination: the state, and the cities in it that the text names. */
interface Host {
  to: Entity
  cities: Entity[]
}

/**
 * The states that visits lead to and missions stand in. "To Istanbul and Ankara" is one visit to Turkey, with its cities; a city
 * counts for the state in which it lay on the day. At home, and where the visitor's state is not known, the city itself is the
 * destination.
 */
export function hostsOf(article: Article, d: Draft): Draft[] {
  const to = d.roles.to
  const day = (d.when && daysOf(d.when)?.from) || article.date
  if (d.kind === 'mission') return [hosted(d, day)]
  if (d.kind !== 'visit' || !to?.length) return [d]
  const own = new Set(d.roles.visitor?.map((v) => v.of))
  const hosts = new Map<string, Host>()
  for (const e of to) {
    const { to: state, cities } = hostOf(e, own, day)
    const key = state.id ?? state.label
    hosts.set(key, { to: hosts.get(key)?.to ?? state, cities: [...(hosts.get(key)?.cities ?? []), ...cities] })
  }
  const { to: _, ...rest } = d.roles
  return [...hosts.values()].map((host) => {
    const place = distinct(hosts.size === 1 ? [...host.cities, ...(d.roles.place ?? [])] : host.cities)
    return { ...d, roles: { ...rest, to: [host.to], ...(place.length && { place }) } }
  })
}

function hostOf(e: Entity, own: ReadonlySet<EntityId | undefined>, day: Day | undefined): Host {
  if (e.type === 'state') {
    const city = e.word && (e.form === 'capital' || e.form === 'place') ? asPlace(e) : undefined
    const then = city && day && e.id && !existed(e.id, day) ? cityState(city.label, day) : undefined
    return { to: then ? stateEntity(then, e.span) : e, cities: city ? [city] : [] }
  }
  const state = e.type === 'name' && known(own) ? cityState(e.label, day) : undefined
  return state && !own.has(state) ? { to: stateEntity(state, e.span), cities: [e] } : { to: e, cities: [] }
}

/** "A consulate in Erbil": its host is the state in which the city lies; "in Iraq" names the host alone. */
function hosted(d: Draft, day: Day | undefined): Draft {
  const { place = [], ...rest } = d.roles
  const city = d.roles.host?.length ? undefined : place[0]
  const state = city?.type === 'name' ? cityState(city.label, day) : undefined
  if (state && !d.roles.sender?.some((e) => e.id === state))
    return { ...d, roles: { ...rest, host: [stateEntity(state, city!.span)], place } }
  const towns = place.filter(
    (e) => e.type !== 'state' || e.form !== 'name' || !d.roles.host?.some((h) => h.id === e.id),
  )
  return { ...d, roles: { ...rest, ...(towns.length && { place: towns }) } }
}

const known = (own: ReadonlySet<EntityId | undefined>): boolean => own.size > 0 && !own.has(undefined)

/** A capital where something takes place is the city. */
export const asPlace = (e: Entity): Entity =>
  e.word && e.form !== 'name' ? { type: 'name', id: `place:${slug(e.word)}`, label: e.word, span: e.span } : e
