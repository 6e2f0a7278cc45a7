import type { KindDefinition } from './kind.ts'

/** In the ledger `office` (`office:president/ECU`) stands beside the codebook's title and state, so that it can be joined. */
export const office = {
  kind: 'office',
  meaning: 'a person was elected to, took, holds or left an office',
  roles: {
    person: { holds: 'person', key: true },
    title: { holds: 'label' },
    state: { holds: 'party', key: true },
    office: { holds: 'label' },
    step: { holds: 'closed', key: true, values: ['elected', 'took-office', 'serving', 'left', 'served'] },
  },
  nature: 'state',
  spells: true,
  begins: ['took-office'],
  ends: ['left'],
  holding: ['serving', 'served'],
  glimpses: ['served'],
} as const satisfies KindDefinition
