import type { KindDefinition } from './kind.ts'

export const meeting = {
  kind: 'meeting',
  meaning: 'parties met, or spoke with each other',
  roles: { parties: { holds: 'party', key: true, list: true }, place: { holds: 'place' } },
  nature: 'event',
  lasting: true,
} as const satisfies KindDefinition
