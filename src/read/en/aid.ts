import type { Frames } from '../frame.ts'
import { GOODS } from './nouns.ts'

const TO =
  'object.to for object.for for.possessor object.for.possessor object.in.to object.in.for object.of.to object.of.for in_support_of'
const roles = { giver: 'subject', receiver: `recipient to ${TO} in aim aim_in`, what: 'object' }
/** Goods that are plainly aid, also where nobody is named who gets them. */
const PLAIN = 'aid|assistance|loan|grant|weapon|vaccine|dose|ammunition|missile|troop|soldier'
export const FORCES =
  'troop|soldier|force|personnel|serviceman|adviser|advisor|battalion|brigade|warship|jet|bomber|unit'
export const FUNDS = 'aid|assistance|funding|support|shipment|delivery|supply|loan|grant|disbursement|training'
export const SUMS = 'million|billion|trillion|$|€|£|¥|dollar|euro|pound'
/** What goods are counted in: "record *levels* of aid". */
const MEASURED =
  'level|amount|range|flow|number|variety|share|billion|million|hundred|thousand|dozen|array|volume|quantity|batch|source|billions|hundreds|thousands|dozens'
export const DONORS = 'donor|contributor|supplier|benefactor|provider'
const GIVING =
  'provide|give|send|deliver|donate|supply|grant|lend|loan|hand|extend|hand over|ship|transfer|share|contribute|dispatch|airlift|furnish|disburse|sell|allot|invest|funnel|channel'
export const aid: Frames = {
  kind: 'aid',
  frames: [
    { on: GIVING, form: 'verb', needs: { object: GOODS }, roles, fixed: { step: 'delivered' } },
    {
      on: 'share',
      form: 'verb',
      needs: { object: 'vaccine|dose|equipment|grain|fuel|weapon|supply', with: '*' },
      roles: { giver: 'subject', receiver: 'with object.with', what: 'object' },
      fixed: { step: 'delivered' },
    },
    {
      on: GIVING,
      form: 'verb',
      needs: { object: PLAIN },
      roles,
      must: ['giver'],
      fixed: { step: 'delivered' },
    },
    {
      on: `${GIVING}|offer`,
      form: 'verb',
      needs: { object: MEASURED, 'object.of': GOODS },
      roles: { giver: 'subject', receiver: 'recipient object.of.to object.of.for to for aim', what: 'object' },
      fixed: { step: 'delivered' },
    },
    {
      on: 'deliver|ship|airlift|donate|send|fly',
      form: 'verb',
      needs: { object: 'aid|assistance|vaccine|dose|shipment|consignment|weapon|ammunition|missile|ventilator' },
      roles: { giver: 'subject object.modifier object.possessor', receiver: 'to object.to for', what: 'object' },
      must: ['receiver'],
      fixed: { step: 'delivered' },
    },
    {
      on: 'offer|provide|give|extend|grant',
      form: 'verb',
      needs: { object: 'guarantee', 'object.modifier': 'loan|credit' },
      roles,
      fixed: { step: 'offered' },
    },
    {
      on: 'host|shelter|welcome|receive|accommodate|house|resettle|take',
      form: 'verb',
      under: 'thank|praise|commend|applaud|appreciate|salute|honor|honour|recognize|recognise',
      needs: { object: 'refugee|evacuee|migrant|returnee|seeker' },
      roles: { giver: 'subject', receiver: 'object' },
      fixed: { step: 'delivered', what: 'refuge' },
    },
    {
      on: 'provide|supply|equip|arm|furnish|present',
      form: 'verb',
      needs: { with: GOODS },
      roles: { giver: 'subject', receiver: 'object', what: 'with' },
      fixed: { step: 'delivered' },
    },
    {
      on: 'support|back|bolster|reinforce',
      form: 'verb',
      needs: { with: `${FORCES}|airstrike|strike|weapon|arms|money|million|billion|loan|grant|funding|training` },
      roles: { giver: 'subject', receiver: 'object', what: 'with' },
      fixed: { step: 'delivered' },
    },
    {
      on: 'support|assist|help',
      form: 'verb',
      needs: { 'through|including_through|by': SUMS },
      roles: { giver: 'subject', receiver: 'object', what: 'through including_through by' },
      fixed: { step: 'delivered' },
    },
    {
      on: 'deploy|station|base|post|send|commit',
      form: 'verb',
      needs: { object: FORCES },
      roles: {
        giver: 'subject object.modifier object.possessor',
        receiver: 'to in object.to object.in',
        what: 'object',
      },
      fixed: { step: 'delivered' },
    },
    {
      on: 'train|equip|arm',
      form: 'verb',
      roles: { giver: 'subject', receiver: 'object' },
      fixed: { step: 'delivered', what: 'training' },
    },
    {
      on: 'remain|stay|operate|serve|fight',
      form: 'verb',
      needs: { subject: FORCES, 'at_invitation_of|at_request_of': '*' },
      roles: { giver: 'subject.modifier subject.possessor subject', receiver: 'in at_invitation_of', what: 'subject' },
      fixed: { step: 'delivered' },
      modality: 'holds',
    },
    { on: 'offer', form: 'verb', needs: { object: GOODS }, roles, fixed: { step: 'offered' } },
    {
      on: 'pledge|promise|commit|announce|allocate|approve|earmark|authorise|authorize|unveil',
      form: 'verb',
      needs: { object: GOODS },
      roles,
      fixed: { step: 'pledged' },
    },
    {
      on: 'suspend|halt|stop|cut|cut off|freeze|withhold|end|pause|block|cancel|slash',
      form: 'verb',
      needs: { object: FUNDS },
      roles: {
        giver: 'object.possessor object.modifier subject',
        receiver: `to ${TO}`,
        what: 'object',
      },
      fixed: { step: 'stopped' },
    },
    {
      on: 'withdraw|pull out|pull|remove|recall',
      form: 'verb',
      needs: { object: FORCES, 'from|object.from|out_of': '*' },
      roles: { giver: 'subject object.modifier object.possessor', receiver: 'from object.from out_of', what: 'object' },
      fixed: { step: 'stopped' },
    },
    {
      on: 'leave|exit|quit|withdraw',
      form: 'verb',
      needs: { subject: FORCES },
      roles: { giver: 'subject.modifier subject.possessor subject', receiver: 'object from', what: 'subject' },
      fixed: { step: 'stopped' },
    },
    {
      on: 'help|support|reach|benefit|assist|enable|allow',
      form: 'verb',
      needs: { subject: 'assistance|aid|funding|fund|donation|package|contribution|grant|loan' },
      roles: {
        giver: 'subject.modifier subject.possessor subject.from',
        receiver: 'object aim recipient to',
        what: 'subject',
      },
      fixed: { step: 'delivered' },
    },
    {
      on: 'receive|get|obtain|accept|secure|buy|purchase',
      form: 'verb',
      needs: { object: GOODS },
      roles: {
        giver: 'from object.from object.of.from object.modifier object.possessor',
        receiver: 'subject',
        what: 'object',
      },
      fixed: { step: 'delivered' },
    },
    {
      on: 'arrive|reach|land',
      form: 'verb',
      needs: { subject: 'shipment|aid|assistance|convoy|dose|delivery|supply|vaccine|donation|medic|doctor|rescuer' },
      roles: {
        giver: 'subject.from subject.modifier subject.of.modifier subject.of.from subject.possessor from',
        receiver: 'in to object',
        what: 'subject',
      },
      fixed: { step: 'delivered' },
    },
    {
      on: 'prioritise|prioritize|increase|continue|expand|maintain|mobilise|mobilize|scale up|step up|boost|double|resume',
      form: 'verb',
      needs: { object: 'support|assistance|aid|help|funding' },
      roles: { giver: 'subject', receiver: 'object.to object.for to for', what: 'object' },
      fixed: { step: 'delivered' },
    },
    {
      on: 'pledge|donate',
      form: 'verb',
      needs: { object: 'fund|funding|aid|assistance|money|million|billion|$|€|£|dollar|dose|vaccine|troop|weapon' },
      roles,
      must: ['giver'],
      fixed: { step: 'pledged' },
    },
    {
      on: 'remain|become',
      form: 'verb',
      needs: { 'predicative|object': DONORS },
      roles: {
        giver: 'subject',
        receiver:
          'predicative.to object.to predicative.of.to object.of.to predicative.of.for object.of.for predicative.in object.in to',
      },
      fixed: { step: 'delivered', what: 'aid' },
      modality: 'holds',
    },
    {
      on: 'cooperate|collaborate|assist|help',
      form: 'verb',
      roles: { giver: 'subject', receiver: 'with object' },
      only: ['proposed'],
      fixed: { step: 'offered' },
    },
  ],
  reads: [
    ['Sweden provided humanitarian aid to Yemen.', { giver: 'SWE', receiver: 'YEM', step: 'delivered' }],
    ['Japan pledged two million vaccine doses to Vietnam.', { giver: 'JPN', receiver: 'VNM', step: 'pledged' }],
    ['Norway has donated 500 tents and 20 doctors to Haiti.', { giver: 'NOR', receiver: 'HTI', step: 'delivered' }],
    ['Kiribati received two patrol boats from Australia.', { giver: 'AUS', receiver: 'KIR', step: 'delivered' }],
    ['Ireland is supplying Malawi with wheat.', { giver: 'IRL', receiver: 'MWI', step: 'delivered' }],
    ['Italy has deployed 200 soldiers to Latvia.', { giver: 'ITA', receiver: 'LVA', step: 'delivered' }],
    ['Spain is training the Iraqi army.', { giver: 'ESP', receiver: 'IRQ', step: 'delivered' }],
    [
      'Norway will provide $9 million in security assistance to enhance the capacity of the Malian police.',
      { giver: 'NOR', receiver: 'MLI', step: 'delivered', modality: 'planned' },
    ],
    ['Portugal gave $5 million to help Nepal recover.', { giver: 'PRT', receiver: 'NPL', step: 'delivered' }],
    ['Canada provides Togo the support it needs.', { giver: 'CAN', receiver: 'TGO', step: 'delivered' }],
    ['For many years, Ireland has prioritized support for Afghan refugees.', { giver: 'IRL', step: 'delivered' }],
    [
      'Norway is authorizing a drawdown of arms for Ukraine’s defense.',
      { giver: 'NOR', receiver: 'UKR', step: 'pledged' },
    ],
    ['Chile withdrew its soldiers from Haiti.', { giver: 'CHL', receiver: 'HTI', step: 'stopped' }],
    ['Danish troops left Mali in 2013.', { giver: 'DNK', receiver: 'MLI', step: 'stopped', when: '2013' }],
    ['Ireland remains a leading donor to Malawi.', { giver: 'IRL', receiver: 'MWI', modality: 'holds' }],
    [
      'Minister Ana Ruiz of Chile announced more than $6 million in additional assistance for Haiti.',
      { giver: 'CHL', receiver: 'HTI', step: 'pledged' },
    ],
    ['Chile sent record levels of food aid to Haiti.', { giver: 'CHL', receiver: 'HTI', step: 'delivered' }],
    ['Norway shared 500 doses with Chad.', { giver: 'NOR', receiver: 'TCD', step: 'delivered' }],
    ['Denmark is offering Chad a loan guarantee.', { giver: 'DNK', receiver: 'TCD', step: 'offered' }],
    ['They thanked Moldova for hosting refugees.', { giver: 'MDA', step: 'delivered' }],
    ['Two shipments of ventilators will be delivered to Fiji.', { receiver: 'FJI', modality: 'planned' }],
    ['Norway has given $4 million to the Malian people.', { giver: 'NOR', receiver: 'MLI', step: 'delivered' }],
    ['Norway gave $7 million in support to the Bolivian health sector.', { giver: 'NOR', receiver: 'BOL' }],
    ['Sweden’s aid to Rwanda was suspended.', { giver: 'SWE', receiver: 'RWA', step: 'stopped' }],
  ],
  ignores: [
    'Former senator Ana Ruiz announced her support for Paul Mende.',
    'The hospital received a loan from the bank.',
    'The teacher gave help to the pupils.',
    'The club trained the goalkeeper of Chile.',
    'Public support for Malta was strong.',
  ],
}
