import type { KindDefinition } from './kind.ts'

export const remark = {
  kind: 'remark',
  meaning: 'a speaker took a stance',
  roles: {
    speaker: { holds: 'party', key: true },
    stance: {
      holds: 'closed',
      key: true,
      values: [
        'praise',
        'thank',
        'support',
        'offer',
        'promise',
        'urge',
        'criticise',
        'accuse',
        'threaten',
        'deny',
        'say',
      ],
    },
    about: { holds: 'party', list: true },
    topic: { holds: 'label' },
  },
  nature: 'event',
} as const satisfies KindDefinition
