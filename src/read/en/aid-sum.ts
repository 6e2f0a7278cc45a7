import type { Frames } from '../frame.ts'
import { FUNDS, SUMS } from './aid.ts'

/** Aid told by its sums: what a total comes to, what it includes, what was announced for nobody who is named. */
export const aidSums: Frames = {
  kind: 'aid',
  frames: [
    {
      on: 'include|comprise',
      form: 'verb',
      needs: { subject: FUNDS, object: SUMS },
      roles: {
        giver: 'subject.possessor subject.modifier subject.from object.in.modifier object.from',
        receiver: 'object.for object.to object.in.for object.in.to for',
        what: 'object',
      },
      must: ['receiver'],
      fixed: { step: 'delivered' },
    },
    {
      on: 'total|amount|come|reach|exceed|surpass|top|stand',
      form: 'verb',
      needs: { subject: FUNDS, 'object|to|at': SUMS },
      roles: {
        giver: 'subject.possessor subject.modifier subject.from',
        receiver: 'subject.to subject.for subject.in_support_of to object.to',
        what: 'subject',
      },
      fixed: { step: 'delivered' },
    },
    {
      on: 'bring|raise',
      form: 'verb',
      needs: { object: `${FUNDS}|commitment|total`, 'to|object.to': SUMS },
      roles: {
        giver: 'object.possessor object.modifier object.from',
        receiver: 'object.to object.for object.in_support_of to for',
        what: 'object',
      },
      must: ['receiver'],
      fixed: { step: 'delivered' },
    },
    {
      on: 'announce|pledge|commit|approve|allocate',
      form: 'verb',
      needs: { object: SUMS, 'object.in|in': 'assistance|aid|relief' },
      roles: { giver: 'subject', receiver: 'object.in.to object.in.for in.to in.for to for', what: 'object' },
      must: ['giver'],
      fixed: { step: 'pledged' },
    },
    {
      on: 'provide|give|contribute|deliver|donate',
      form: 'verb',
      needs: { object: SUMS, 'object.in|in': 'assistance|aid|relief' },
      roles: { giver: 'subject', receiver: 'object.in.to object.in.for in.to in.for to for', what: 'object' },
      must: ['giver'],
      fixed: { step: 'delivered' },
    },
  ],
  reads: [
    ['The assistance includes $5 million for Jordan.', { receiver: 'JOR', step: 'delivered' }],
    ['Norwegian assistance to Chad exceeds $40 million.', { giver: 'NOR', receiver: 'TCD', step: 'delivered' }],
    ['This brings Swedish aid to Niger to nearly $90 million.', { giver: 'SWE', receiver: 'NER', step: 'delivered' }],
    ['Norway announced $57 million in new humanitarian assistance.', { giver: 'NOR', step: 'pledged' }],
    ['Norway gave $7 million in aid.', { giver: 'NOR', step: 'delivered' }],
  ],
  ignores: ['The bank announced $5 million in new loans.', 'The company provided $3 million in relief.'],
}
