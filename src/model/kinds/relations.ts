import type { KindDefinition } from './kind.ts'

/**
 * `level` is `diplomatic` when absent; `de-facto` marks dealings under a wider definition, which count only in a reading
 * that says so.
 */
export const relations = {
  kind: 'relations',
  meaning: 'relations between states began, changed, ended or hold',
  roles: {
    between: { holds: 'state', key: true, list: true },
    step: {
      holds: 'closed',
      key: true,
      values: [
        'established',
        'recognised',
        'upgraded',
        'downgraded',
        'suspended',
        'severed',
        'restored',
        'held',
        'friendly',
        'strained',
      ],
    },
    level: { holds: 'closed', values: ['diplomatic', 'de-facto'] },
  },
  nature: 'state',
  begins: ['established', 'restored'],
  renews: ['restored'],
  reckoned: ['recognised'],
  ends: ['severed', 'suspended'],
  holding: ['held'],
  opinion: ['friendly', 'strained', 'upgraded', 'downgraded'],
} as const satisfies KindDefinition
