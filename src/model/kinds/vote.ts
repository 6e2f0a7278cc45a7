import type { KindDefinition } from './kind.ts'

/** A voter is a seat (`seat:CHN`), which is not the state that occupies it. */
export const vote = {
  kind: 'vote',
  meaning: 'a voter made a choice on a roll call',
  roles: {
    voter: { holds: 'state', key: true, seats: true },
    roll: { holds: 'roll', key: true },
    choice: { holds: 'closed', key: true, values: ['yes', 'no', 'abstain', 'absent'] },
  },
  nature: 'event',
  exclusive: 'choice',
  dates: 'roll',
} as const satisfies KindDefinition
