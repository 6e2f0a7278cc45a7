import type { Frames } from '../frame.ts'
import { TIES } from './nouns.ts'

const BOTH = 'subject with between object.with object.between object.modifier object.possessor'
export const NOUN = 'possessor modifier between with of by'
/** "Relations between A and B ended": the ties themselves are the subject. */
const between = { roles: { between: 'subject.between subject.with subject.modifier subject.possessor between with' } }
/** Words that judge relations rather than say that there are any. */
export const WARM = 'friendly|warm|close|good|cordial|excellent|strong|special|brotherly|fraternal|deep|solid'
export const ARMED = 'militia|rebel|insurgent|faction|separatist|group|movement|fighter|paramilitary|force'
export const COLD =
  'strained|tense|frosty|poor|difficult|cold|icy|uneasy|hostile|bad|unfavorable|unfavourable|troubled|rocky|fraught|sour|acrimonious'

export const relations: Frames = {
  kind: 'relations',
  frames: [
    {
      on: 'remain|become|grow|stay|turn',
      form: 'verb',
      needs: { subject: TIES, predicative: 'strained|tense|frosty|icy|hostile|cold' },
      roles: { between: 'subject.between subject.with subject.modifier subject.possessor' },
      fixed: { step: 'strained' },
    },
    {
      on: 'strained|tense|frosty|icy|hostile',
      form: 'copula',
      needs: { subject: TIES },
      ...between,
      fixed: { step: 'strained' },
    },
    {
      on: 'friendly|warm|excellent|close|cordial',
      form: 'copula',
      needs: { subject: TIES },
      ...between,
      fixed: { step: 'friendly' },
    },
    {
      on: 'strong|close|deep|solid',
      form: 'copula',
      negated: true,
      needs: { subject: TIES },
      ...between,
      fixed: { step: 'friendly' },
      modality: 'holds',
    },
    { on: 'end|cease|lapse|collapse', form: 'verb', needs: { subject: TIES }, ...between, fixed: { step: 'severed' } },
    {
      on: 'resume|normalise|normalize',
      form: 'verb',
      needs: { subject: TIES },
      ...between,
      fixed: { step: 'restored' },
    },
    {
      on: 'begin|start|commence|date',
      form: 'verb',
      needs: { subject: TIES },
      ...between,
      fixed: { step: 'established' },
    },
    {
      on: 'improve|warm|strengthen|deepen',
      form: 'verb',
      needs: { subject: TIES },
      ...between,
      fixed: { step: 'upgraded' },
    },
    {
      on: 'sink|plunge|plummet|crash|fall|drop|slump|hit|reach|be',
      form: 'verb',
      needs: { subject: TIES, 'to|at|into|object': 'low|nadir|ebb|bottom|freeze|crisis' },
      ...between,
      fixed: { step: 'strained' },
    },
    {
      on: 'sink|plunge|plummet|crash|fall|drop|slump',
      form: 'verb',
      needs: { subject: TIES, to: 'point|level' },
      ...between,
      fixed: { step: 'strained' },
    },
    {
      on: 'deteriorate|worsen|sour|cool',
      form: 'verb',
      needs: { subject: TIES },
      ...between,
      fixed: { step: 'strained' },
    },
    {
      on: 'restore|resume|renew|re-establish|reestablish|normalise|normalize',
      form: 'verb',
      under: 'agree',
      needs: { object: TIES },
      roles: { between: BOTH },
      fixed: { step: 'restored' },
      modality: 'proposed',
    },
    {
      on: 'establish|forge|open',
      form: 'verb',
      under: 'agree',
      needs: { object: TIES },
      roles: { between: BOTH },
      fixed: { step: 'established' },
      modality: 'proposed',
    },
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
    { on: 'be', form: 'copula', needs: { subject: TIES }, ...between, fixed: { step: 'held' } },
    {
      on: 'have|maintain|enjoy|keep|share',
      form: 'verb',
      needs: {
        object: 'friendship|partnership|alliance|cooperation|bond|history|commitment|interest|value|goal|vision',
      },
      roles: { between: BOTH },
      fixed: { step: 'friendly' },
      together: true,
    },
    {
      on: 'have|maintain|enjoy|keep',
      form: 'verb',
      needs: { object: TIES, 'object.modifier': WARM },
      roles: { between: BOTH },
      fixed: { step: 'friendly' },
      together: true,
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
      together: true,
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
    {
      on: 'recognise|recognize|acknowledge',
      form: 'verb',
      needs: { object: 'independence|sovereignty|statehood' },
      roles: { between: 'subject object.of object.possessor' },
      fixed: { step: 'recognised' },
    },
    {
      on: 'recognise|recognize',
      form: 'verb',
      needs: { object: '*' },
      roles: { between: 'subject object' },
      fixed: { step: 'recognised' },
    },
    { on: 'recognition', form: 'noun', roles: { between: 'possessor of by' }, fixed: { step: 'recognised' } },
  ],
  reads: [
    ['Relations between Chile and Peru have plunged to a new low.', { between: ['CHL', 'PER'], step: 'strained' }],
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
    [
      'The ministers spoke of the vital relationship between Peru and Ghana.',
      { between: ['PER', 'GHA'], step: 'held', modality: 'holds' },
    ],
    [
      'Kenya wants to strengthen relations with Rwanda.',
      { between: ['KEN', 'RWA'], step: 'upgraded', modality: 'proposed' },
    ],
  ],
  ignores: ['The firm established relations with its customers.', 'Relations between the two brothers were strained.'],
}
