import type { Frames } from '../frame.ts'

export const vote: Frames = {
  kind: 'vote',
  frames: [
    { on: 'vote', form: 'verb', needs: { for: '*' }, roles: { voter: 'subject', roll: 'for' }, fixed: { choice: 'yes' } },
    { on: 'vote', form: 'verb', needs: { 'in favour of': '*' }, roles: { voter: 'subject', roll: 'in+favour+of' }, fixed: { choice: 'yes' } },
    { on: 'vote', form: 'verb', needs: { against: '*' }, roles: { voter: 'subject', roll: 'against' }, fixed: { choice: 'no' } },
    { on: 'oppose|reject', form: 'verb', needs: { object: 'resolution|motion|partition' }, roles: { voter: 'subject', roll: 'object' }, fixed: { choice: 'no' } },
    { on: 'abstain', form: 'verb', roles: { voter: 'subject', roll: 'on from in' }, must: ['voter'], fixed: { choice: 'abstain' } },
  ],
  reads: [['Laos voted for the resolution on Western Sahara.', { voter: 'LAO', choice: 'yes' }]],
  ignores: ['Voters voted for the new mayor.'],
}
