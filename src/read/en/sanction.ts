import type { Frames } from '../frame.ts'
import { MEASURES } from './nouns.ts'

const ON =
  'on against object.on object.against object.on.to object.on.from object.on.against object.on.of object.of.on object.of.against object.of.to'
const roles = { by: 'subject object.modifier object.possessor', target: ON, what: 'object' }
const IMPOSING =
  'impose|slap|levy|announce|place|introduce|adopt|reimpose|re-impose|enact|apply|issue|put|declare|maintain|have|keep|restore|reinstate|approve|order|double|raise|increase|tighten|expand'
const LISTS = 'list|blacklist|roster|register|watchlist'
const TRADE =
  'flight|travel|import|export|trade|sale|purchase|entry|investment|transaction|visa|shipment|overflight|airline|aircraft|plane'
const AS_TERRORIST = 'organization|organisation|group|sponsor|terrorist|entity|persona'
export const sanction: Frames = {
  kind: 'sanction',
  frames: [
    {
      on: IMPOSING,
      form: 'verb',
      under: 'threaten|warn',
      needs: { object: MEASURES },
      roles: { ...roles, by: 'subject outer object.modifier' },
      fixed: { step: 'threatened' },
    },
    { on: IMPOSING, form: 'verb', needs: { object: MEASURES }, roles, fixed: { step: 'imposed' } },
    {
      on: 'join',
      form: 'verb',
      needs: { object: MEASURES },
      roles: { ...roles, by: 'subject' },
      fixed: { step: 'imposed' },
    },
    { on: 'extend|renew|prolong', form: 'verb', needs: { object: MEASURES }, roles, fixed: { step: 'extended' } },
    {
      on: 'lift|ease|remove|end|drop|relax|waive|suspend|loosen|cancel|scrap|repeal|rescind|revoke|roll back|reduce|cut',
      form: 'verb',
      needs: { object: MEASURES },
      roles: { ...roles, target: `${ON} from` },
      fixed: { step: 'lifted' },
    },
    {
      on: 'threaten',
      form: 'verb',
      needs: { with: MEASURES },
      roles: { by: 'subject', target: 'object', what: 'with' },
      fixed: { step: 'threatened' },
    },
    {
      on: 'hit|punish|target|penalise|penalize',
      form: 'verb',
      needs: { with: MEASURES },
      roles: { by: 'subject', target: 'object', what: 'with' },
      fixed: { step: 'imposed' },
    },
    {
      on: 'sanction|blacklist|debar',
      form: 'verb',
      roles: { by: 'subject', target: 'object' },
      fixed: { step: 'imposed' },
    },
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
      roles: { by: 'subject to.possessor on.possessor', target: 'object', what: 'to|on' },
      fixed: { step: 'imposed' },
    },
    {
      on: 'remove|delist|drop|take|strike',
      form: 'verb',
      needs: { 'from|off': LISTS },
      roles: { by: 'subject from.possessor', target: 'object', what: 'from|off' },
      fixed: { step: 'lifted' },
    },
    {
      on: 'prohibit|ban|bar|restrict|halt|block|suspend|stop|limit',
      form: 'verb',
      needs: { object: TRADE },
      roles: {
        by: 'subject',
        target: 'object.to object.from object.of object.with to from with object.modifier',
        what: 'object',
      },
      fixed: { step: 'imposed' },
    },
    {
      on: 'prohibit|ban|bar|restrict|halt|block|suspend|stop|limit',
      form: 'verb',
      needs: { subject: 'policy|regulation|rule|order|measure|law|decree|act|ban', object: TRADE },
      roles: {
        by: 'subject.modifier subject.possessor subject.of subject.by',
        target: 'object.to object.from object.of object.with to from with object.modifier',
        what: 'object',
      },
      must: ['target'],
      fixed: { step: 'imposed' },
    },
    {
      on: 'ban|outlaw|proscribe',
      form: 'verb',
      needs: { in: '*' },
      roles: { by: 'in', target: 'object' },
      fixed: { step: 'imposed', what: 'ban' },
    },
    {
      on: 'revoke|cancel|deny|restrict|withdraw|refuse',
      form: 'verb',
      needs: { object: 'visa' },
      roles: {
        by: 'subject',
        target: 'object.of object.possessor object.for object.modifier to for recipient',
        what: 'object',
      },
      fixed: { step: 'imposed' },
    },
    {
      on: 'bar|ban|exclude|block|prohibit',
      form: 'verb',
      needs: { from: 'entry|territory|country|market|airspace' },
      roles: { by: 'subject', target: 'object', what: 'from' },
      fixed: { step: 'imposed' },
    },
    {
      on: 'enter|travel',
      form: 'verb',
      under: 'bar|ban|prohibit|forbid|block',
      roles: { by: 'outer', target: 'subject' },
      fixed: { step: 'imposed', what: 'entry' },
    },
    {
      on: 'place|put',
      form: 'verb',
      needs: { under: MEASURES },
      roles: { by: 'subject under.modifier under.possessor', target: 'object', what: 'under' },
      fixed: { step: 'imposed' },
    },
    {
      on: IMPOSING,
      form: 'verb',
      needs: { object: 'control', 'object.modifier': 'export|import' },
      roles: { ...roles, target: `to object.to ${ON}` },
      fixed: { step: 'imposed' },
    },
    {
      on: 'freeze|seize',
      form: 'verb',
      needs: { object: 'asset|account|fund|reserve|property' },
      roles: { by: 'subject', target: 'object.of object.possessor of object.modifier', what: 'object' },
      fixed: { step: 'imposed' },
    },
    {
      on: 'close',
      form: 'verb',
      needs: { object: 'airspace|border|port' },
      roles: { by: 'subject', target: 'to with object.with', what: 'object' },
      fixed: { step: 'imposed' },
    },
    {
      on: 'reopen|open|re-open',
      form: 'verb',
      needs: { object: 'airspace|border' },
      roles: { by: 'subject', target: 'to with object.with', what: 'object' },
      fixed: { step: 'lifted' },
    },
  ],
  reads: [
    ['Canada imposed sanctions on Belarus.', { by: 'CAN', target: 'BLR', step: 'imposed' }],
    ['Chad banned flights to Libya.', { by: 'TCD', target: 'LBY', step: 'imposed' }],
    ['Norway froze the assets of Belarus.', { by: 'NOR', target: 'BLR', step: 'imposed' }],
    [
      'The United States will lift its embargo against Sudan.',
      { by: 'USA', target: 'SDN', step: 'lifted', modality: 'planned' },
    ],
    [
      'Canada is designating President Ali Bongo due to his crimes.',
      { by: 'CAN', target: 'Ali Bongo', step: 'imposed' },
    ],
    ['Japan designated Hezbollah as a terrorist organization.', { by: 'JPN', target: 'Hezbollah', step: 'imposed' }],
    ['Norway removed Sudan from its list of sponsors of terrorism.', { by: 'NOR', target: 'SDN', step: 'lifted' }],
    ['The visas of Eritrean officials were revoked by Kenya.', { by: 'KEN', target: 'ERI', step: 'imposed' }],
    ['Five officials of Belarus were designated pursuant to a decree.', { target: 'BLR', step: 'imposed' }],
    ['Norway placed Belarus under sanctions in 2021.', { by: 'NOR', target: 'BLR', step: 'imposed', when: '2021' }],
    ['Japan imposed export controls on Belarus.', { by: 'JPN', target: 'BLR', step: 'imposed' }],
    ['The new policy prohibits all flights to Libya.', { target: 'LBY', step: 'imposed' }],
    ['The Kuban Liberation Front is banned in Togo.', { by: 'TGO', target: 'Kuban Liberation Front' }],
    ['Chad threatened to impose tariffs on Niger.', { by: 'TCD', target: 'NER', step: 'threatened' }],
  ],
  ignores: [
    'The city banned the sale of fireworks.',
    'Chad banned fireworks.',
    'Fireworks are banned in Chad.',
    'Peru designated Minister Ana Ruiz of Peru after talks on visas.',
    'President Ali Bongo designated Anna Tamm, a former general, as his security minister.',
    'Chad designated Anna Tamm to serve as its ambassador.',
    'UNESCO designated the old town of Tallinn as a heritage site.',
    'The teacher put the pupils of Chad on a list.',
    'Individuals designated under this order may not enter.',
  ],
}
