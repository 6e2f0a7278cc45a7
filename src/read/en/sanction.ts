import type { Frames } from '../frame.ts'
import { MEASURES } from './nouns.ts'

const roles = {
  by: 'subject object.modifier object.possessor',
  target: 'on against object.on object.against object.on.to object.on.from',
  what: 'object',
}
export const sanction: Frames = {
  kind: 'sanction',
  frames: [
    {
      on: 'impose|slap|levy|announce|place|introduce|adopt|reimpose|re-impose|enact|apply|issue|put',
      form: 'verb',
      needs: { object: MEASURES },
      roles,
      fixed: { step: 'imposed' },
    },
    {
      on: 'join',
      form: 'verb',
      needs: { object: MEASURES },
      roles: { ...roles, by: 'subject' },
      fixed: { step: 'imposed' },
    },
    { on: 'extend|renew|prolong', form: 'verb', needs: { object: MEASURES }, roles, fixed: { step: 'extended' } },
    {
      on: 'lift|ease|remove|end|drop|relax|waive',
      form: 'verb',
      needs: { object: MEASURES },
      roles: { ...roles, target: 'on against object.on object.against from' },
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
      on: 'sanction|blacklist|debar',
      form: 'verb',
      roles: { by: 'subject', target: 'object' },
      fixed: { step: 'imposed' },
    },
    {
      on: 'designate',
      form: 'verb',
      needs: { 'pursuant to|under': '*' },
      roles: { by: 'subject', target: 'object' },
      fixed: { step: 'imposed' },
    },
    {
      on: 'prohibit|ban|bar|restrict|halt|block|suspend',
      form: 'verb',
      needs: { object: 'flight|travel|import|export|trade|sale|purchase|entry|investment|transaction|visa' },
      roles: { by: 'subject', target: 'object.to object.from object.of object.with to from with', what: 'object' },
      fixed: { step: 'imposed' },
    },
    {
      on: 'freeze',
      form: 'verb',
      needs: { object: 'asset|account|fund|reserve' },
      roles: { by: 'subject', target: 'object.of object.possessor of', what: 'object' },
      fixed: { step: 'imposed' },
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
      on: 'close',
      form: 'verb',
      needs: { object: 'airspace|border|port' },
      roles: { by: 'subject', target: 'to', what: 'object' },
      fixed: { step: 'imposed' },
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
  ],
  ignores: ['The city banned the sale of fireworks.', 'The league lifted the ban on the coach.'],
}
