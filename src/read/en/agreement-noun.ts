import type { Frames } from '../frame.ts'
import { TRUCES } from './agreement.ts'
import { PACTS } from './nouns.ts'

/** What states keep to; a memorandum may be a government's own. */
const TREATIES = `${PACTS}|jcpoa`.replace('memorandum|memoranda|', '')

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
      on: 'statement|declaration|communiqué|communique',
      form: 'noun',
      needs: { modifier: 'joint', 'by|from|of|between': 'government|governments' },
      roles: { between: 'by from of between with' },
      words: { topic: 'head' },
      fixed: { step: 'signed' },
      modality: 'happened',
    },
    {
      on: 'text',
      form: 'noun',
      needs: { of: 'statement|declaration|communiqué|communique' },
      roles: { between: 'by of.by of.from of.between', topic: 'of' },
      fixed: { step: 'signed' },
      modality: 'happened',
    },
    {
      on: 'return',
      form: 'noun',
      needs: { to: 'implementation|compliance|adherence|jcpoa' },
      roles: { between: 'possessor by', topic: 'to.of to.with to' },
      must: ['between'],
      fixed: { step: 'in-force' },
      modality: 'proposed',
    },
    {
      on: 'compliance|adherence',
      form: 'noun',
      needs: { 'with|to': TREATIES },
      roles: { between: 'possessor modifier by', topic: 'with to' },
      must: ['between'],
      fixed: { step: 'in-force' },
      modality: 'holds',
    },
    {
      on: 'implementation',
      form: 'noun',
      needs: { of: TREATIES },
      roles: { between: 'possessor by of.possessor of.modifier of.between of.with', topic: 'of' },
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
      on: `${TRUCES}|cessation`,
      form: 'noun',
      needs: {
        modifier:
          'permanent|lasting|immediate|comprehensive|nationwide|humanitarian|new|full|durable|general|unconditional',
      },
      roles: {},
      words: { topic: 'head' },
      must: [],
      only: ['proposed'],
      fixed: { step: 'proposed' },
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
    [
      'The text of a joint statement by the Governments of Peru and Chile follows.',
      { between: ['PER', 'CHL'], step: 'signed' },
    ],
    [
      'The following is the text of a joint statement by Peru and the Republic of Croatia.',
      { between: ['PER', 'HRV'], step: 'signed' },
    ],
    [
      'They spoke of Togo’s implementation of the Lake Convention.',
      { between: ['TGO'], step: 'in-force', modality: 'holds' },
    ],
    [
      'They spoke of Iran’s return to full implementation of the Lake Treaty.',
      { between: ['IRN'], step: 'in-force', modality: 'proposed' },
    ],
    ['They spoke of the truce in Chad.', { step: 'in-force', modality: 'holds' }],
    ['She called for an immediate ceasefire.', { step: 'proposed', modality: 'proposed' }],
    ['They welcomed the extension of the truce in Chad.', { step: 'signed' }],
    ['The Agreement on Fishing between Sweden and Norway was praised.', { between: ['SWE', 'NOR'], step: 'signed' }],
  ],
  ignores: [
    'The immediate ceasefire made news.',
    'They urged the factions to keep the truce.',
    'He spoke at the 1972 Republican National Convention.',
    'The coach and the captain made a joint statement.',
    'A joint statement by Egypt and Chad condemned the coup.',
    'He planned a return to full employment.',
    'The landlord praised the agreement with his tenants.',
  ],
}
