import type { Frames } from '../frame.ts'
import { TRUCES } from './agreement.ts'
import { PACTS } from './nouns.ts'

/** Agreements that a noun tells of: "the signing of", "withdrawal from", "the treaty between". */
export const agreementNouns: Frames = {
  kind: 'agreement',
  frames: [
    {
      on: 'withdrawal|exit|departure',
      form: 'noun',
      needs: { from: PACTS },
      roles: { between: 'possessor modifier of by', topic: 'from' },
      must: ['between'],
      fixed: { step: 'ended' },
    },
    {
      on: 'implementation',
      form: 'noun',
      needs: { of: PACTS },
      roles: { between: 'of.possessor of.modifier of.between of.with', topic: 'of' },
      must: ['between'],
      fixed: { step: 'in-force' },
      modality: 'holds',
    },
    {
      on: 'signing|conclusion|signature',
      form: 'noun',
      needs: { of: PACTS },
      roles: { between: 'of.between of.with of.modifier possessor by between with', topic: 'of' },
      must: ['between'],
      fixed: { step: 'signed' },
    },
    {
      on: 'ratification',
      form: 'noun',
      needs: { of: PACTS },
      roles: { between: 'possessor by modifier', topic: 'of' },
      must: ['between'],
      fixed: { step: 'ratified' },
    },
    {
      on: PACTS,
      form: 'noun',
      roles: { between: 'between with modifier possessor on.between' },
      fixed: { step: 'signed' },
      words: { topic: 'head' },
    },
    {
      on: 'extension|renewal|prolongation',
      form: 'noun',
      needs: { of: TRUCES },
      roles: { between: 'of.between' },
      words: { topic: 'of' },
      must: [],
      fixed: { step: 'signed' },
    },
    {
      on: TRUCES,
      form: 'noun',
      needs: { in: '*' },
      roles: {},
      words: { topic: 'head' },
      must: [],
      fixed: { step: 'in-force' },
      modality: 'holds',
    },
    {
      on: 'dialogue|negotiation|talks|talk',
      form: 'noun',
      needs: { 'on|toward|towards|about|for': PACTS },
      roles: { between: 'between with possessor modifier subject', topic: 'on toward towards about for' },
      must: ['between'],
      fixed: { step: 'negotiating' },
      modality: 'holds',
    },
  ],
  reads: [
    ['It rests on the Fishing Treaty of 1967.', { step: 'signed', when: '1967' }],
    ['They spoke of the 2006 Peru-Chile Trade Agreement.', { between: ['PER', 'CHL'], when: '2006' }],
    ['They spoke of the truce in Chad.', { step: 'in-force', modality: 'holds' }],
    ['They welcomed the extension of the truce in Chad.', { step: 'signed' }],
    ['The Agreement on Fishing between Sweden and Norway was praised.', { between: ['SWE', 'NOR'], step: 'signed' }],
  ],
  ignores: [
    'He spoke at the 1972 Republican National Convention.',
    'The landlord praised the agreement with his tenants.',
  ],
}
