import type { KindDefinition } from './kind.ts'

export const visit = {
  kind: 'visit',
  meaning: 'a visitor came to a state',
  roles: {
    visitor: { holds: 'party', key: true },
    from: { holds: 'state' },
    to: { holds: 'state', key: true },
    place: { holds: 'place' },
  },
  nature: 'event',
  lasting: true,
} as const satisfies KindDefinition
