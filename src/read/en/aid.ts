import type { Frames } from '../frame.ts'
import { GOODS } from './nouns.ts'

const roles = {
  giver: 'subject',
  receiver: 'recipient to in.to object.to for object.for in_support_of',
  what: 'object',
}
export const aid: Frames = {
  kind: 'aid',
  frames: [
    {
      on: 'provide|give|send|deliver|donate|supply|grant|lend|loan|hand|extend|hand over|ship|transfer|share|contribute|dispatch|airlift|furnish|disburse|sell',
      form: 'verb',
      needs: { object: GOODS },
      roles,
      fixed: { step: 'delivered' },
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
      on: 'suspend|halt|stop|cut|cut off|freeze|withhold|end',
      form: 'verb',
      needs: { object: 'aid|assistance|funding|support|shipment|delivery|supply' },
      roles,
      fixed: { step: 'stopped' },
    },
    {
      on: 'receive|get|obtain|accept',
      form: 'verb',
      needs: { object: GOODS },
      roles: { giver: 'from object.from object.modifier object.possessor', receiver: 'subject', what: 'object' },
      fixed: { step: 'delivered' },
    },
    {
      on: 'donation',
      form: 'noun',
      needs: { of: '*' },
      roles: { giver: 'possessor modifier from by', receiver: 'to for', what: 'of' },
      fixed: { step: 'delivered' },
    },
    {
      on: 'shipment|delivery|provision|transfer',
      form: 'noun',
      needs: { of: GOODS },
      roles: { giver: 'possessor modifier from by', receiver: 'to for', what: 'of' },
      fixed: { step: 'delivered' },
    },
    {
      on: 'aid|assistance',
      form: 'noun',
      roles: { giver: 'possessor modifier from by', receiver: 'to for in_support_of' },
      words: { what: 'head' },
      fixed: { step: 'delivered' },
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
  ],
  ignores: ['The hospital received a loan from the bank.', 'The teacher gave help to the pupils.'],
}
