import type { Frames } from '../frame.ts'

/** "191 countries voted" may be taken for countries that were voted. */
const voter = 'subject object'
/** What was voted on may have been told before. */
const voted = (choice: string) => ({ must: ['voter'], fixed: { choice } })
/** Two voters chose the same, on one roll call or on a share of them. */
const alikeOf = (roll: string) => ({ ...voted('alike'), all: 'voter', roles: { voter: 'subject with', roll } })
const BILLS = 'resolution|motion|bill|draft|measure|amendment|proposal|text|treaty|agreement'
export const vote: Frames = {
  kind: 'vote',
  frames: [
    { on: 'vote', form: 'verb', needs: { side: 'against' }, roles: { voter, roll: 'against on' }, ...voted('no') },
    {
      on: 'vote',
      form: 'verb',
      needs: { side: 'favor' },
      roles: { voter, roll: 'in_favour_of in_favor_of of' },
      ...voted('yes'),
    },
    { on: 'vote', form: 'verb', needs: { side: 'for' }, roles: { voter, roll: 'for' }, ...voted('yes') },
    { on: 'vote', form: 'verb', needs: { next: 'no|nay' }, roles: { voter, roll: 'on to' }, ...voted('no') },
    {
      on: 'vote',
      form: 'verb',
      needs: { next: 'yes|yea|affirmatively' },
      roles: { voter, roll: 'on to' },
      ...voted('yes'),
    },
    { on: 'vote', form: 'verb', needs: { on: BILLS }, roles: { voter: 'subject', roll: 'on' }, ...voted('yes') },
    { on: 'veto', form: 'verb', needs: { object: BILLS }, roles: { voter: 'subject', roll: 'object' }, ...voted('no') },
    {
      on: 'veto',
      form: 'noun',
      needs: { of: BILLS },
      roles: { voter: 'possessor modifier by', roll: 'of' },
      ...voted('no'),
    },
    {
      on: 'boycott|skip',
      form: 'verb',
      needs: { object: 'vote|voting|ballot' },
      roles: { voter: 'subject', roll: 'object.on' },
      ...voted('absent'),
    },
    {
      on: 'vote',
      form: 'verb',
      needs: { next: 'alike|together|identically' },
      ...alikeOf('on'),
    },
    {
      on: 'vote',
      form: 'verb',
      needs: { with: '*' },
      ...alikeOf('on for against'),
    },
    { on: 'abstain', form: 'verb', roles: { voter, roll: 'on from' }, ...voted('abstain') },
  ],
  reads: [
    [
      'Norway voted for the resolution against the blockade of Palau.',
      { voter: 'NOR', choice: 'yes', roll: 'resolution against the blockade of Palau' },
    ],
    ['Laos voted for the resolution on Western Sahara.', { voter: 'LAO', choice: 'yes' }],
    ['Mali and Niger abstained on Resolution 1973.', { voter: ['MLI', 'NER'], choice: 'abstain' }],
    ['Peru was one of the 40 states that voted against the motion.', { voter: 'PER', choice: 'no' }],
    ['Niger vetoed the resolution on Chad.', { voter: 'NER', choice: 'no' }],
    [
      'Togo and Mali voted alike in half of the votes in 2010.',
      { voter: ['TGO', 'MLI'], choice: 'alike', when: '2010' },
    ],
    ['Peru voted with Chile 62 percent of the time.', { voter: ['PER', 'CHL'], choice: 'alike' }],
    ['Togo and Mali voted no.', { voter: ['TGO', 'MLI'], choice: 'no' }],
    ['The resolution was adopted by 120 votes to 5, with 30 abstentions.', { is: 'count', choice: 'abstain' }],
  ],
  ignores: [
    'The governor vetoed the bill.',
    'Lawmakers from Norway voted for the resolution.',
    'Voters voted for the new mayor.',
    'The party voted against the budget.',
  ],
}
