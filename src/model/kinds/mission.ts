import type { KindDefinition } from './kind.ts'

export const mission = {
  kind: 'mission',
  meaning: 'a state opened, keeps or closed a mission in another',
  roles: {
    sender: { holds: 'state', key: true },
    host: { holds: 'state', key: true },
    type: {
      holds: 'closed',
      values: ['embassy', 'legation', 'consulate', 'office', 'delegation', 'interests section'],
    },
    place: { holds: 'place' },
    step: { holds: 'closed', key: true, values: ['announced', 'opened', 'closed', 'moved', 'exists'] },
  },
  nature: 'state',
  spells: true,
  begins: ['opened'],
  ends: ['closed'],
  holding: ['exists'],
} as const satisfies KindDefinition
