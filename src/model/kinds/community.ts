import type { KindDefinition } from './kind.ts'

/** Communities are told by counts, never by lists of persons. */
export const community = {
  kind: 'community',
  meaning: 'a people lives in a state, with its number',
  roles: { people: { holds: 'people', key: true }, host: { holds: 'state', key: true }, place: { holds: 'place' } },
  nature: 'state',
} as const satisfies KindDefinition
