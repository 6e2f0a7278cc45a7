import type { Frames } from '../frame.ts'
import { TIES } from './nouns.ts'

const BOTH = 'subject with between object.with object.between object.modifier object.possessor'
const NOUN = 'possessor modifier between with of by'
/** Words that judge relations rather than say that there are any. */
const WARM = 'friendly|warm|close|good|cordial|excellent|strong|special|brotherly|fraternal|deep|solid'
const COLD = 'strained|tense|frosty|poor|difficult|cold|icy|uneasy|hostile'

export const relations: Frames = {
  kind: 'relations',
  frames: [
    {
      on: 'establish|forge|form|initiate|open|inaugurate',
      form: 'verb',
      needs: { object: TIES },
      roles: { between: BOTH },
      fixed: { step: 'established' },
    },
    {
      on: 'enter',
      form: 'verb',
      needs: { into: TIES },
      roles: { between: `${BOTH} into.with` },
      fixed: { step: 'established' },
    },
    {
      on: 'establishment|opening',
      form: 'noun',
      needs: { of: TIES },
      roles: { between: 'possessor of.modifier of.possessor between with of.between of.with by' },
      fixed: { step: 'established' },
    },
    {
      on: 'have|maintain|enjoy|keep|share',
      form: 'verb',
      needs: { object: 'friendship|partnership|alliance|cooperation|bond|history' },
      roles: { between: BOTH },
      fixed: { step: 'friendly' },
    },
    {
      on: 'have|maintain|enjoy|keep',
      form: 'verb',
      needs: { object: TIES, 'object.modifier': WARM },
      roles: { between: BOTH },
      fixed: { step: 'friendly' },
    },
    {
      on: 'have|maintain|keep',
      form: 'verb',
      needs: { object: TIES, 'object.modifier': COLD },
      roles: { between: BOTH },
      fixed: { step: 'strained' },
    },
    {
      on: 'have|maintain|enjoy|keep',
      form: 'verb',
      needs: { object: TIES },
      roles: { between: BOTH },
      fixed: { step: 'held' },
    },
    {
      on: 'sever|break|break off|cut|cut off|rupture|end',
      form: 'verb',
      needs: { object: TIES },
      roles: { between: BOTH },
      fixed: { step: 'severed' },
    },
    {
      on: 'restore|resume|renew|re-establish|reestablish|normalise|normalize',
      form: 'verb',
      needs: { object: TIES },
      roles: { between: BOTH },
      fixed: { step: 'restored' },
    },
    {
      on: 'restoration|resumption|normalisation|normalization|renewal',
      form: 'noun',
      needs: { of: TIES },
      roles: { between: 'possessor of.modifier of.possessor between with of.between of.with' },
      fixed: { step: 'restored' },
    },
    {
      on: 'suspend|freeze',
      form: 'verb',
      needs: { object: TIES },
      roles: { between: BOTH },
      fixed: { step: 'suspended' },
    },
    {
      on: 'downgrade|reduce',
      form: 'verb',
      needs: { object: TIES },
      roles: { between: BOTH },
      fixed: { step: 'downgraded' },
    },
    {
      on: 'strengthen|deepen|broaden|expand|upgrade|enhance|improve|advance|bolster|boost|increase|develop|cement|elevate|tighten',
      form: 'verb',
      needs: { object: `${TIES}|cooperation|partnership|friendship|collaboration|alliance` },
      roles: { between: `${BOTH} object.of` },
      fixed: { step: 'upgraded' },
    },
    { on: 'recognise|recognize', form: 'verb', roles: { between: 'subject object' }, fixed: { step: 'recognised' } },
    { on: 'recognition', form: 'noun', roles: { between: 'possessor of by' }, fixed: { step: 'recognised' } },
    {
      on: 'friend|ally|partner|neighbour|neighbor',
      form: 'copula',
      needs: { modifier: '!NATO|!EU' },
      roles: { between: 'subject of with possessor to' },
      fixed: { step: 'friendly' },
    },
    {
      on: 'remain|become',
      form: 'verb',
      needs: { 'predicative|object': 'friend|ally|partner' },
      roles: { between: 'subject predicative.of object.of of with predicative.possessor' },
      fixed: { step: 'friendly' },
      modality: 'holds',
    },
    {
      on: 'friendship|partnership|alliance|cooperation',
      form: 'noun',
      roles: { between: NOUN },
      fixed: { step: 'friendly' },
      modality: 'holds',
    },
    {
      on: 'relation|relationship|tie|relations|ties',
      form: 'noun',
      needs: { modifier: 'enduring|diplomatic|full|formal' },
      roles: { between: NOUN },
      fixed: { step: 'held' },
      modality: 'holds',
    },
    {
      on: 'support',
      form: 'verb',
      needs: { object: 'each|other' },
      roles: { between: 'subject' },
      fixed: { step: 'friendly' },
      modality: 'holds',
    },
    {
      on: 'cooperate|collaborate',
      form: 'verb',
      roles: { between: 'subject with' },
      fixed: { step: 'friendly' },
      only: ['holds', 'happened'],
      modality: 'holds',
    },
    {
      on: 'tension|dispute|rift|row|feud|standoff',
      form: 'noun',
      roles: { between: NOUN },
      fixed: { step: 'strained' },
      modality: 'holds',
    },
  ],
  reads: [
    ['Norway and Chad enjoy close ties.', { between: ['NOR', 'TCD'], step: 'friendly', modality: 'holds' }],
    [
      'The two neighbours, Peru and Chile, maintain uneasy relations.',
      { between: ['PER', 'CHL'], step: 'strained', modality: 'holds' },
    ],
    [
      'Chile and Angola established diplomatic relations in 1990.',
      { between: ['CHL', 'AGO'], step: 'established', when: '1990' },
    ],
    ['Morocco severed relations with Iran.', { between: ['MAR', 'IRN'], step: 'severed' }],
    ['Iceland was recognised by Denmark in 1918.', { between: ['DNK', 'ISL'], step: 'recognised', when: '1918' }],
    ['Bhutan has no diplomatic relations with China.', { between: ['BTN', 'CHN'], step: 'held', modality: 'denied' }],
    [
      'Ghana and Togo will restore diplomatic ties.',
      { between: ['GHA', 'TGO'], step: 'restored', modality: 'planned' },
    ],
    ['Nepal and India remain close partners.', { between: ['NPL', 'IND'], step: 'friendly', modality: 'holds' }],
    [
      'Kenya wants to strengthen relations with Rwanda.',
      { between: ['KEN', 'RWA'], step: 'upgraded', modality: 'proposed' },
    ],
  ],
  ignores: ['The firm established relations with its customers.', 'Relations between the two brothers were strained.'],
}
