/** The algebra: what a question needs, and what it gives on a snapshot. Pure and synchronous. */

export { measure, membersIn } from './measure.ts'
export { ALWAYS, besidesAlways, dedupe, EVERYTHING, needs } from './needs.ts'
export { yearsBetween } from './number.ts'
export { seatOf, widen } from './occupancy.ts'
export type { Pattern, Snapshot } from './snapshot.ts'
export { type Own, type World, worldOf } from './world.ts'
