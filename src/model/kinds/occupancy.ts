import type { KindDefinition } from './kind.ts'

/** Which state sits in a seat, and when; a ledger kind that no article row uses. Without such a fact, `seat:X` is `state:X`. */
export const occupancy = {
  kind: 'occupancy',
  meaning: 'a state occupies a seat over a time',
  roles: { seat: { holds: 'body', key: true }, state: { holds: 'state', key: true } },
  nature: 'state',
  spells: true,
} as const satisfies KindDefinition
