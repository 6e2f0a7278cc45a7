/** Which tellings are one event, and which lists lack an event that another source tells. Pure. */

export type { Difference } from './alike.ts'
export { EVENT_KINDS, eventsOf } from './events.ts'
export { BY, type Lack, lacksOf } from './lacks.ts'
export { type Pair, pairsWith } from './pairs.ts'
export { type Unsure, unsurePairs } from './unsure.ts'
