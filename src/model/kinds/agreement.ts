import type { KindDefinition } from './kind.ts'

export const agreement = {
  kind: 'agreement',
  meaning: 'an agreement between states or bodies reached a stage',
  roles: {
    between: { holds: 'party', key: true, list: true },
    topic: { holds: 'label' },
    step: {
      holds: 'closed',
      key: true,
      values: ['proposed', 'negotiating', 'signed', 'ratified', 'in-force', 'suspended', 'ended'],
    },
  },
  nature: 'event',
} as const satisfies KindDefinition
