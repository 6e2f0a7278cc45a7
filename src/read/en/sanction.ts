import type { Frames } from '../frame.ts'
import { MEASURES } from './nouns.ts'

const roles = {
  by: 'subject object.modifier object.possessor',
  target: 'on against object.on object.against',
  what: 'object',
}
export const sanction: Frames = {
  kind: 'sanction',
  frames: [
    {
      on: 'impose|slap|levy|announce|place|introduce|adopt|reimpose|enact|apply',
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
    { on: 'sanction', form: 'verb', roles: { by: 'subject', target: 'object' }, fixed: { step: 'imposed' } },
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
    [
      'The United States will lift its embargo against Sudan.',
      { by: 'USA', target: 'SDN', step: 'lifted', modality: 'planned' },
    ],
  ],
  ignores: ['The league lifted the ban on the coach.'],
}
