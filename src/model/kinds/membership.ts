import type { KindDefinition } from './kind.ts'

export const membership = {
  kind: 'membership',
  meaning: 'a state applied to, joined, belongs to or left a body',
  roles: {
    state: { holds: 'state', key: true },
    body: { holds: 'body', key: true },
    step: { holds: 'closed', key: true, values: ['applied', 'joined', 'member', 'suspended', 'left'] },
  },
  nature: 'state',
  spells: true,
  begins: ['joined'],
  ends: ['left', 'suspended'],
  holding: ['member'],
} as const satisfies KindDefinition
