import { timesFor, whenOf } from './dating.ts'
import type { Draft } from './draft.ts'
import type { Entity } from './entity.ts'
import type { Identity } from './identity.ts'

/** "The first visit of a president *was by Ana Ruiz* in 1974": the visit is hers, the first is of the class. */
export function namedVisitor(base: Draft, first: Draft, named: Identity | undefined) {
  const who = named?.who.filter((e) => e.type === 'person') ?? []
  const office = base.roles.visitor?.some((e) => e.type === 'office')
  if (!office || who.length !== 1) return undefined
  const when = named?.clause ? whenOf(timesFor(base.match.site.line, named.clause), 'past') : undefined
  return [
    { ...base, roles: { ...base.roles, visitor: inOffice(who, base.roles.visitor!) }, ...(when && { when }) },
    first,
  ]
}

/** Who is told to be the first of an office holds that office here. */
export function inOffice(who: readonly Entity[], roles: readonly Entity[]): Entity[] {
  const office = roles.find((e) => e.type === 'office' && e.id)
  return who.map((w) => (office && w.type === 'person' ? { ...w, as: w.as ?? office.id!, of: w.of ?? office.of! } : w))
}
