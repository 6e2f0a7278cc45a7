import type { Snapshot } from '../../src/ask/snapshot.ts'
import type { Coverage } from '../../src/model/coverage.ts'
import type { Fact, Roles } from '../../src/model/fact.ts'
import type { Kind } from '../../src/model/kinds/index.ts'

let serial = 0

/** A telling, in a line: `told('visit', { visitor: 'person:a', to: 'state:ECU' }, '1950-03')`. */
export const told = (kind: Kind, roles: Roles, when?: string, more: Partial<Fact> = {}): Fact => ({
  id: `fact:${++serial}`,
  kind,
  roles,
  ...(when && { when }),
  telling: 'yes',
  modality: 'happened',
  standing: 'data',
  cite: { source: 'list' },
  ...more,
})

export const denied = (kind: Kind, roles: Roles, when?: string): Fact => told(kind, roles, when, { telling: 'no' })

export const covers = (kind: Kind, roles: Roles, from: string, to: string): Coverage => ({
  id: `coverage:${++serial}`,
  kind,
  roles,
  from,
  to,
  grade: 'complete',
  by: 'the list',
  cite: { source: 'list' },
})

export const snapshot = (facts: Fact[], coverage: Coverage[] = [], asOf = '2025-12-31'): Snapshot => ({
  facts,
  coverage,
  sources: ['list', 'other'].map((id) => ({ id, title: id, licence: 'CC0-1.0', viewpoint: 'neutral', asOf })),
})
