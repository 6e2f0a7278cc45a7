import type { KindDefinition } from './kind.ts'

export const statehood = {
  kind: 'statehood',
  meaning: 'a state became independent, was founded, exists or ended',
  roles: {
    state: { holds: 'state', key: true },
    step: { holds: 'closed', key: true, values: ['independence', 'founded', 'dissolved', 'exists'] },
  },
  nature: 'state',
  spells: true,
  begins: ['independence', 'founded'],
  ends: ['dissolved'],
  holding: ['exists'],
} as const satisfies KindDefinition
