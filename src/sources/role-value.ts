import { classOf, type EntityClass } from '../model/ids.ts'
import type { Holds, RoleDefinition } from '../model/kinds/kind.ts'

const STATES: readonly EntityClass[] = ['state', 'seat', 'place', 'group']
const PARTIES: readonly EntityClass[] = ['state', 'person', 'office', 'body', 'people', 'group', 'place', 'seat']

/** The classes of entities that a role may hold in a pack; labels and closed values are text. */
const CLASSES: Readonly<Partial<Record<Holds, readonly EntityClass[]>>> = {
  // A `place` stands where a visit went to a territory that is not the state's own (a leased base).
  state: STATES,
  person: ['person'],
  party: PARTIES,
  body: ['body', 'seat', 'group'],
  place: ['place', 'state', 'body'],
  people: ['people', 'group'],
  roll: ['roll'],
}

/** What is wrong with a value for a role, if anything. */
export function faultOf(role: RoleDefinition, value: string): string | undefined {
  if (role.holds === 'closed')
    return role.values?.includes(value) ? undefined : `"${value}" is none of ${role.values?.join(', ')}`
  const classes = CLASSES[role.holds]
  if (!classes) return undefined
  const found = classOf(value)
  if (found && classes.includes(found)) return undefined
  return `"${value}" is no id of this role: write ${classes.map((c) => `${c}:…`).join(' or ')}`
}
