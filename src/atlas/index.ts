/** The atlas: who is meant by a name on a day. States, places, bodies, seats, capitals and peoples, as of a date. */
export { findNames } from './find.ts'
export { labelOf } from './labels.ts'
export { resolve } from './resolve.ts'
export type { Spell, StateList } from './states.ts'
export { codeOf, demonyms, existed, isoCode, listCode, predecessors, spells, stateLabel, successors } from './states.ts'
export type { Candidate, Holder, NameHit } from './types.ts'
