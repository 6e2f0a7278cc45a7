import type { Frames } from '../frame.ts'

const voter = 'subject'
export const vote: Frames = {
  kind: 'vote',
  frames: [
    {
      on: 'vote',
      form: 'verb',
      needs: { against: '*' },
      roles: { voter, roll: 'against on' },
      fixed: { choice: 'no' },
    },
    {
      on: 'vote',
      form: 'verb',
      needs: { 'in favour of': '*' },
      roles: { voter, roll: 'in_favour_of' },
      fixed: { choice: 'yes' },
    },
    { on: 'vote', form: 'verb', needs: { for: '*' }, roles: { voter, roll: 'for' }, fixed: { choice: 'yes' } },
    {
      on: 'abstain',
      form: 'verb',
      roles: { voter, roll: 'on from in' },
      must: ['voter'],
      fixed: { choice: 'abstain' },
    },
  ],
  reads: [
    ['Laos voted for the resolution on Western Sahara.', { voter: 'LAO', choice: 'yes' }],
    ['Mali and Niger abstained on Resolution 1973.', { voter: ['MLI', 'NER'], choice: 'abstain' }],
    ['Peru was one of the 40 states that voted against the motion.', { voter: 'PER', choice: 'no' }],
    ['The resolution was adopted by 120 votes to 5, with 30 abstentions.', { is: 'count', choice: 'abstain' }],
  ],
  ignores: ['Voters voted for the new mayor.', 'The party voted against the budget.'],
}
