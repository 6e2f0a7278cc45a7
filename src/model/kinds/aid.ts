import type { KindDefinition } from './kind.ts'

export const aid = {
  kind: 'aid',
  meaning: 'a giver offered, pledged, delivered or stopped help to a receiver',
  roles: {
    giver: { holds: 'party', key: true },
    receiver: { holds: 'party', key: true },
    what: { holds: 'label' },
    step: { holds: 'closed', key: true, values: ['offered', 'pledged', 'delivered', 'stopped'] },
  },
  nature: 'event',
} as const satisfies KindDefinition
