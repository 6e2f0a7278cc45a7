import type { KindDefinition } from './kind.ts'

export const envoy = {
  kind: 'envoy',
  meaning: 'a person was named, serves or ended as envoy',
  roles: {
    person: { holds: 'person', key: true },
    sender: { holds: 'state' },
    host: { holds: 'party' },
    title: { holds: 'label' },
    step: {
      holds: 'closed',
      key: true,
      values: ['appointed', 'accredited', 'serving', 'recalled', 'expelled', 'summoned', 'left'],
    },
  },
  nature: 'state',
  spells: true,
  begins: ['accredited'],
  ends: ['recalled', 'expelled', 'left'],
  holding: ['serving'],
} as const satisfies KindDefinition
