import { classOf, type EntityId, stateOfOffice } from '../model/ids.ts'
import { definitionOf } from '../model/kinds/index.ts'
import type { Select, Term } from '../model/question.ts'
import type { Gap } from '../model/verdict.ts'
import { type Days, EVER, intersect } from '../model/when.ts'
import { idsOf } from './cover.ts'
import type { World } from './world.ts'

export type Roles = Readonly<Record<string, Term>>

/** The pattern of one entity in a set taken by a role: with the parties already named where the role takes a list. */
export function withEntity(select: Select, by: string, id: EntityId): Roles {
  const term = select.roles[by]
  const list = definitionOf(select.kind).roles[by]?.list
  // Who did it as a holder of an office: on other days it cannot have been.
  if (term && 'office' in term && !list) return { ...select.roles, [by]: { id, as: term.office } }
  if (!list || !term) return { ...select.roles, [by]: { id } }
  return { ...select.roles, [by]: { allOf: [...(partiesOf(term) ?? []), id] } }
}

export const partiesOf = (term: Term | undefined): EntityId[] | undefined =>
  term && ('allOf' in term ? term.allOf : idsOf(term))

const hullOf = (lives: readonly Days[]): Days =>
  lives.reduce((a, b) => ({ from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to }))

/** Facts happen, and states hold, only while the states concerned exist. */
export function lifetimeOf(world: World, roles: Roles): Days {
  const ids = Object.values(roles).flatMap((t) =>
    'office' in t
      ? [stateOfOffice(t.office) ?? '']
      : [...(partiesOf(t) ?? []), ...('id' in t && t.as ? [stateOfOffice(t.as) ?? ''] : [])],
  )
  const several = Object.values(roles).flatMap((t) => ('id' in t && t.also ? [[t.id, ...t.also]] : []))[0]
  if (several) return hullOf(several.map((id) => world.lifetime(id)).filter((d, i) => i === 0 || d.from !== EVER.from))
  const one = Object.values(roles).every((t) => !('anyOf' in t) || !t.anyOf.some((id) => classOf(id) === 'state'))
  return one ? ids.reduce<Days>((d, id) => intersect(d, world.lifetime(id)) ?? d, EVER) : EVER
}

export const gapOf = (select: Select, roles: Roles, days: Days, about?: EntityId[]): Gap => ({
  kind: select.kind,
  roles: Object.fromEntries(
    Object.entries(roles).flatMap(([role, term]) => {
      const ids = partiesOf(term)
      return ids ? [[role, ids.length === 1 ? ids[0]! : ids]] : []
    }),
  ),
  from: days.from,
  to: days.to,
  ...(about && { about }),
})
