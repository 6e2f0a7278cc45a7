import type { Frames } from '../frame.ts'
import { MEASURES } from './nouns.ts'

/** Measures that a noun or an adjective tells of: "the lifting of", "sanctions against", "subject to". */
export const sanctionNouns: Frames = {
  kind: 'sanction',
  frames: [
    {
      on: 'designation|redesignation|blacklisting',
      form: 'noun',
      needs: {
        of: '*|!delegation|!ambassador|!envoy|!representative|!day|!site',
        as: '!partner|!ally|!capital|!site|!area|!zone|!ambassador|!envoy',
      },
      roles: { by: 'possessor modifier by outer', target: 'of' },
      words: { what: 'head' },
      must: ['by', 'target'],
      fixed: { step: 'imposed' },
      modality: 'happened',
    },
    {
      on: 'ineligible|inadmissible',
      form: 'copula',
      needs: { 'for|to': 'entry|visa|state' },
      roles: { by: 'for.into for.to into to', target: 'subject' },
      fixed: { step: 'imposed', what: 'entry' },
      modality: 'holds',
    },
    {
      on: 'subject',
      form: 'copula',
      needs: { to: MEASURES },
      roles: { by: 'to.by to.from to.modifier to.possessor by from', target: 'subject', what: 'to' },
      must: ['target'],
      only: ['holds', 'happened'],
      fixed: { step: 'imposed' },
      modality: 'holds',
    },
    {
      on: 'announcement',
      form: 'noun',
      needs: { of: MEASURES },
      roles: { by: 'possessor modifier by of.modifier', target: 'of.on of.against on against', what: 'of' },
      fixed: { step: 'imposed' },
      modality: 'happened',
    },
    {
      on: MEASURES,
      form: 'copula',
      roles: { target: 'subject', by: 'modifier from by of' },
      fixed: { step: 'imposed' },
      modality: 'holds',
    },
    {
      on: MEASURES,
      form: 'noun',
      roles: { by: 'possessor modifier by', target: 'on against' },
      words: { what: 'head' },
      fixed: { step: 'imposed' },
    },
    {
      on: 'imposition|introduction|extension|renewal|reimposition',
      form: 'noun',
      needs: { of: MEASURES },
      roles: { by: 'possessor by of.modifier', target: 'on against of.on of.against', what: 'of' },
      must: ['target'],
      fixed: { step: 'imposed' },
    },
    {
      on: 'lifting|easing|removal|suspension|relaxation',
      form: 'noun',
      needs: { of: MEASURES },
      roles: { by: 'possessor by of.modifier', target: 'on against of.on of.against', what: 'of' },
      fixed: { step: 'lifted' },
    },
  ],
  reads: [
    ['They spoke of Canada’s designation of two Iranian generals.', { by: 'CAN', target: 'IRN', step: 'imposed' }],
    ['They spoke of the imposition of new sanctions on Chad.', { target: 'TCD', step: 'imposed' }],
    ['Iran is subject to sanctions by Canada.', { by: 'CAN', target: 'IRN', step: 'imposed', modality: 'holds' }],
    ['He welcomed Japan’s announcement of sanctions against Belarus.', { by: 'JPN', target: 'BLR', step: 'imposed' }],
    ['Peruvian officials are ineligible for entry into Chile.', { by: 'CHL', target: 'PER', modality: 'holds' }],
  ],
  ignores: [
    'The league lifted the ban on the coach.',
    'Malta welcomed the designation of Tallinn as a capital of culture.',
    'The prices of Chad are subject to change.',
    'Relatives of such persons may be subject to restrictions.',
  ],
}
