import type { Frames } from '../frame.ts'
import { ON, SANCTIONS } from './sanction.ts'

const LISTS = 'list|blacklist|roster|register|watchlist'
const AS_TERRORIST = 'organization|organisation|group|sponsor|terrorist|entity|persona'

/** Who is put on a list, called a terrorist or kept out by law. */
export const sanctionLists: Frames = {
  kind: 'sanction',
  frames: [
    {
      on: 'designate|redesignate|re-designate',
      form: 'verb',
      needs: { 'pursuant to|under|for|due_to': '*' },
      roles: { by: 'subject', target: 'object' },
      fixed: { step: 'imposed', what: 'designation' },
    },
    {
      on: 'designate|redesignate|re-designate|sanction',
      form: 'verb',
      needs: { 'pursuant to|under': '*' },
      roles: { by: 'subject', target: 'object' },
      must: ['target'],
      fixed: { step: 'imposed', what: 'designation' },
    },
    {
      on: 'designate|redesignate|re-designate|sanction',
      form: 'verb',
      needs: { next: 'pursuant' },
      roles: { by: 'subject', target: 'object' },
      must: ['target'],
      fixed: { step: 'imposed', what: 'designation' },
    },
    {
      on: 'designate|list|label|classify',
      form: 'verb',
      needs: { as: AS_TERRORIST },
      roles: { by: 'subject', target: 'object', what: 'as' },
      fixed: { step: 'imposed' },
    },
    {
      on: 'designate',
      form: 'verb',
      needs: {
        'as|predicative':
          '!ambassador|!envoy|!representative|!ally|!capital|!site|!area|!zone|!partner|!minister|!president|!successor|!member',
      },
      roles: { by: 'subject', target: 'object' },
      fixed: { step: 'imposed', what: 'designation' },
    },
    {
      on: 'add|place|put',
      form: 'verb',
      needs: { 'to|on': LISTS },
      roles: { by: 'subject to.possessor on.possessor', target: 'object', what: 'to on' },
      fixed: { step: 'imposed' },
    },
    {
      on: 'remove|delist|drop|take|strike',
      form: 'verb',
      needs: { 'from|off': LISTS },
      roles: { by: 'subject from.possessor', target: 'object', what: 'from off' },
      fixed: { step: 'lifted' },
    },
    {
      on: 'declare|name|label|brand',
      form: 'verb',
      needs: { 'predicative|object': 'terrorist|sponsor' },
      roles: { by: 'subject', target: 'object' },
      must: ['target'],
      fixed: { step: 'imposed', what: 'designation' },
    },
    {
      on: 'block',
      form: 'verb',
      under: 'impose|reimpose|implement|apply',
      needs: { object: SANCTIONS },
      roles: { by: 'subject', target: ON, what: 'object' },
      fixed: { step: 'imposed' },
    },
    {
      on: 'make|render',
      form: 'verb',
      needs: { predicative: 'ineligible|inadmissible' },
      roles: { by: 'into to', target: 'object' },
      must: ['target'],
      fixed: { step: 'imposed', what: 'entry' },
    },
  ],
  reads: [
    [
      'Canada is designating President Ali Bongo due to his crimes.',
      { by: 'CAN', target: 'Ali Bongo', step: 'imposed' },
    ],
    ['Japan designated Hezbollah as a terrorist organization.', { by: 'JPN', target: 'Hezbollah', step: 'imposed' }],
    ['Norway removed Sudan from its list of sponsors of terrorism.', { by: 'NOR', target: 'SDN', step: 'lifted' }],
    ['Five officials of Belarus were designated pursuant to a decree.', { target: 'BLR', step: 'imposed' }],
    [
      'The Kuban Liberation Front was declared a global terrorist in 2001.',
      { target: 'Kuban Liberation Front', when: '2001' },
    ],
    ['Canada imposed blocking sanctions on Belarus.', { by: 'CAN', target: 'BLR', step: 'imposed' }],
    ['The section makes Peruvian officials ineligible for visas.', { target: 'PER', step: 'imposed' }],
  ],
  ignores: [
    'In 2003, Norway designated Thailand a major ally.',
    'Peru designated Minister Ana Ruiz of Peru after talks on visas.',
    'President Ali Bongo designated Anna Tamm, a former general, as his security minister.',
    'Chad designated Anna Tamm to serve as its ambassador.',
    'UNESCO designated the old town of Tallinn as a heritage site.',
    'The teacher put the pupils of Chad on a list.',
    'Individuals designated under this order may not enter.',
    'The flood made the village inadmissible for cars.',
    'Chad blocked sanctions on Togo.',
  ],
}
