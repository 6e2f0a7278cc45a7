/** The atlas: who is meant by a name on a day. States, places, bodies, seats, capitals and peoples, as of a date. */
export { capitalOf, statesOfCapital } from './capitals.ts'
export { cityState } from './cities.ts'
export { findNames } from './find.ts'
export { findGroups, type GroupHit, groupOfAdjective, groupOfName } from './find-groups.ts'
export {
  type Group,
  groupOf,
  groupsHeld,
  groupsOf,
  hasMembers,
  type Membership,
  memberships,
  membersOf,
} from './groups.ts'
export { iso3Of, labelOf } from './labels.ts'
export { resolve } from './resolve.ts'
export {
  type Observation,
  type Occupancy,
  observations,
  observers,
  occupancies,
  occupant,
  seated,
  seatOf,
} from './seats.ts'
export type { Spell, StateList } from './states.ts'
export {
  codeOf,
  demonyms,
  existed,
  isoCode,
  lifetime,
  listCode,
  predecessors,
  spells,
  stateByCode,
  stateLabel,
  statesOn,
  successors,
} from './states.ts'
export type { Candidate, Holder, NameHit } from './types.ts'
