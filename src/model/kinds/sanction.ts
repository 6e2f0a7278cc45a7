import type { KindDefinition } from './kind.ts'

export const sanction = {
  kind: 'sanction',
  meaning: 'a state or body threatened, imposed, extended or lifted a measure against a target',
  roles: {
    by: { holds: 'party', key: true },
    target: { holds: 'party', key: true },
    what: { holds: 'label' },
    step: { holds: 'closed', key: true, values: ['threatened', 'imposed', 'extended', 'lifted'] },
  },
  nature: 'state',
  begins: ['imposed'],
  ends: ['lifted'],
} as const satisfies KindDefinition
