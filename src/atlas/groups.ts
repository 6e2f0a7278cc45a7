import { type EntityId, stateId } from '../model/ids.ts'
import { type Day, EVER } from '../model/when.ts'
import { occupancies, seated } from './seats.ts'
import { existed } from './states.ts'
import { firstDay, lastDay, lazy, readTable } from './table.ts'

/** One state's time in a group; `9999-12-31` while it lasts. */
export interface Membership {
  group: EntityId
  state: EntityId
  from: Day
  to: Day
  /** Reckoned from the first day of its seat, which another state held then. */
  seat?: true
}

/** A region or informal group, as `groups.tsv` has it; bodies founded by treaty are in `bodies.tsv`. */
export interface Group {
  id: EntityId
  label: string
  /** Whose reckoning the list of members is, or what makes a state a member. */
  definition: string
  /** The body whose members are meant. */
  as?: EntityId
}

const UNITED_NATIONS = 'body:united-nations'
const COMMUNITIES = 'body:european-communities'
const UNION = 'body:european-union'

/** The id of a row of `groups.tsv`; a row of adjectives for a body has the body's id. */
export const groupId = (name: string): EntityId => (name.includes(':') ? name : `group:${name}`)

const rows = lazy((): ReadonlyMap<EntityId, Membership[]> => {
  const all = readTable('members').flatMap((row) =>
    row.states!.split(' ').map((state) => ({
      group: row.group!,
      state: stateId(state),
      from: firstDay(row.from),
      to: lastDay(row.to),
    })),
  )
  return Map.groupBy(all, (row) => row.group)
})

const groups = lazy((): ReadonlyMap<EntityId, Group> => {
  const read = readTable('groups').map((row) => ({
    ...{ id: groupId(row.id!), label: row.name!, definition: row.definition! },
    ...(row.as && { as: row.as }),
  }))
  return new Map(read.map((group) => [group.id, group]))
})

export const groupOf = (id: EntityId): Group | undefined => groups().get(id)

/** The communities of 1958 and the Union of 1993 are one list of members. */
const listed = (group: EntityId): EntityId => (group === COMMUNITIES ? UNION : (groupOf(group)?.as ?? group))

/** Bodies and regions whose members the atlas holds. */
export const groupsHeld = (): EntityId[] => [
  ...new Set([UNITED_NATIONS, COMMUNITIES, ...rows().keys(), ...groups().keys()]),
]

/** Whether the atlas knows the members of a body or group. */
export const hasMembers = (group: EntityId): boolean => group === UNITED_NATIONS || rows().has(listed(group))

/** When which state belonged to a group, in the order of the table; empty for a group that the atlas does not hold. */
export const memberships = (group: EntityId, state?: EntityId): Membership[] =>
  (group === UNITED_NATIONS ? inSeats() : (rows().get(listed(group)) ?? [])).filter(
    (row) => !state || row.state === state,
  )

/**
 * Members of the United Nations. Of a state that sits in a seat of another before it, two reckonings are held: from the day that it
 * took the seat, and, as the organization's own list has it, from the seat's first.
 */
const inSeats = lazy((): Membership[] =>
  occupancies().flatMap(({ seat, state, from, to }) => {
    const others = occupancies(seat).filter((held) => held.state !== state && held.from < from)
    const first = others.reduce((day, held) => (held.from < day ? held.from : day), from)
    const own = { group: UNITED_NATIONS, state, from, to }
    return others.length ? [own, { ...own, from: first, seat: true as const }] : [own]
  }),
)

/** The regional groups and the permanent members are of states that sit in the United Nations. */
const ofSeats = (group: EntityId): boolean => group.startsWith('group:un-') || group === 'group:permanent-five'

/**
 * The member states of a body or region on a day (now, without one), in the order of their ids; `undefined` for a group
 * that the atlas does not hold. A state belongs only while it exists. An expulsion, withdrawal or suspension of membership
 * counts as an interruption where the table has it; a suspension from meetings alone does not.
 */
export function membersOf(group: EntityId, day: Day = EVER.to): EntityId[] | undefined {
  if (group === UNITED_NATIONS) return seated(day).sort()
  if (!hasMembers(group)) return undefined
  const there = new Set(ofSeats(group) ? seated(day) : [])
  const counts = (state: EntityId) => (ofSeats(group) ? there.has(state) : existed(state, day))
  const members = memberships(group).filter((row) => row.from <= day && day <= row.to && counts(row.state))
  return [...new Set(members.map((row) => row.state))].sort()
}

/** The groups to which a state belonged on a day (now, without one). */
export const groupsOf = (state: EntityId, day: Day = EVER.to): EntityId[] =>
  groupsHeld().filter((group) => membersOf(group, day)?.includes(state))
