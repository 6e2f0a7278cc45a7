import { lifetime } from '../atlas/index.ts'
import { ChanceryError } from '../model/error.ts'
import type { Roles } from '../model/fact.ts'
import { classOf, type EntityClass, nameOf } from '../model/ids.ts'
import { definitionOf, type Kind } from '../model/kinds/index.ts'
import type { Holds, RoleDefinition } from '../model/kinds/kind.ts'

/** The classes of ids that a role may hold; `undefined` for a role of words. */
const CLASSES: Readonly<Record<Holds, readonly EntityClass[] | undefined>> = {
  state: ['state'],
  person: ['person'],
  party: ['person', 'state', 'office', 'body', 'people', 'group'],
  body: ['body', 'seat', 'group'],
  people: ['people'],
  roll: ['roll'],
  place: undefined,
  label: undefined,
  closed: undefined,
}

/**
 * Checks what a person gives as the roles of a fact or (`pattern`) of a coverage: every one is known to the kind and holds what it
 * should. A pattern may name an office for a person, and several values. Throws `incorrect`.
 */
export function checkRoles(told: { kind: Kind; roles: Roles }, at: string, pattern: boolean): void {
  const { roles } = definitionOf(told.kind)
  const names = Object.keys(told.roles)
  const known = Object.keys(roles).join(', ')
  const refuse = (message: string) => new ChanceryError('incorrect', at, message)
  if (!names.length) throw refuse(`${told.kind} has no role at all: give some of ${known}`)
  for (const name of names) {
    const role = roles[name]
    if (!role) throw refuse(`${told.kind} has no role ${name}: use ${known}`)
    const value = told.roles[name]!
    if (Array.isArray(value) && !role.list && !pattern) throw refuse(`${name} takes one value: add one fact for each`)
    for (const one of [value].flat()) {
      const wrong = wrongIn(one, role, pattern)
      if (wrong) throw refuse(`${name} cannot be ${JSON.stringify(one)}: ${wrong}`)
    }
  }
}

/** What to write instead of a value that a role cannot hold. */
function wrongIn(value: string, role: RoleDefinition, pattern: boolean): string | undefined {
  if (!value.trim()) return 'it is empty, so leave the role out or name one'
  if (role.values) return role.values.includes(value) ? undefined : `use ${role.values.join(', ')}`
  const fitting = CLASSES[role.holds]
  if (!fitting) return undefined
  const classes = [...fitting, ...(role.seats ? (['seat'] as const) : []), ...(pattern ? (['office'] as const) : [])]
  const sort = classOf(value)
  if (!sort || !classes.includes(sort) || !/^\S+$/.test(nameOf(value)))
    return `use an id such as ${classes.map((c) => EXAMPLES[c]).join(', ')}`
  const state = sort === 'state' || sort === 'seat' ? `state:${nameOf(value)}` : undefined
  return state && !lifetime(state) ? 'no such state is known, see chancery resolve NAME' : undefined
}

const EXAMPLES: Readonly<Partial<Record<EntityClass, string>>> = {
  state: 'state:ECU',
  seat: 'seat:ECU',
  person: 'person:jane-doe',
  office: 'office:president/ECU',
  body: 'body:united-nations',
  people: 'people:palestinian',
  group: 'group:NAME',
  roll: 'roll:A-RES-181(II)',
}
