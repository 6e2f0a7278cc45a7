import type { Frames } from '../frame.ts'

const HEADS =
  'president|minister|chancellor|premier|king|queen|emperor|chair|chairman|chairwoman|leader|governor|pope|secretary'
export const office: Frames = {
  kind: 'office',
  frames: [
    {
      on: 'succeed|replace',
      form: 'verb',
      needs: { as: HEADS },
      roles: { person: 'subject', title: 'as^title', state: 'as^of as.of object^of' },
      fixed: { step: 'took-office' },
    },
    {
      on: 'elect|re-elect|reelect',
      form: 'verb',
      roles: {
        person: 'object',
        title: 'predicative^title as^title object^title',
        state: 'predicative^of as^of object^of',
      },
      fixed: { step: 'elected' },
    },
    {
      on: 'swear in|swear|inaugurate|crown',
      form: 'verb',
      roles: {
        person: 'object',
        title: 'as^title predicative^title object^title',
        state: 'as^of predicative^of object^of',
      },
      fixed: { step: 'took-office' },
    },
    {
      on: 'take|assume',
      form: 'verb',
      needs: { object: 'office|power|presidency|throne' },
      roles: { person: 'subject', title: 'as^title subject^title', state: 'as^of subject^of object.of in' },
      fixed: { step: 'took-office' },
    },
    {
      on: 'become',
      form: 'verb',
      needs: { 'predicative|object': HEADS },
      roles: { person: 'subject', title: 'predicative^title object^title', state: 'predicative^of object^of' },
      fixed: { step: 'took-office' },
    },
    {
      on: 'serve|act|reign|rule',
      form: 'verb',
      needs: { as: HEADS },
      roles: { person: 'subject', title: 'as^title', state: 'as^of as.of' },
      fixed: { step: 'serving' },
    },
    {
      on: 'become',
      form: 'copula',
      roles: { person: 'subject', title: 'head^title', state: 'head^of' },
      fixed: { step: 'took-office' },
    },
    {
      on: 'resign|step down|abdicate|quit',
      form: 'verb',
      roles: { person: 'subject', title: 'as^title subject^title', state: 'as^of subject^of' },
      fixed: { step: 'left' },
    },
    {
      on: 'leave',
      form: 'verb',
      needs: { object: 'office|power' },
      roles: { person: 'subject', title: 'subject^title', state: 'subject^of' },
      fixed: { step: 'left' },
    },
    {
      on: 'predecessor',
      form: 'noun',
      roles: { person: 'apposed', title: 'possessor^title', state: 'possessor^of' },
      fixed: { step: 'left' },
    },
    {
      on: HEADS,
      form: 'copula',
      roles: { person: 'subject', title: 'head^title head', state: 'head^of of modifier possessor' },
      fixed: { step: 'serving' },
    },
  ],
  reads: [
    [
      'Tarja Halonen was elected president of Finland in 2000.',
      { person: 'Tarja Halonen', state: 'FIN', step: 'elected', when: '2000' },
    ],
    [
      'Helen Clark is the prime minister of New Zealand.',
      { person: 'Helen Clark', state: 'NZL', step: 'serving', modality: 'holds' },
    ],
  ],
  ignores: ['She was elected mayor of the town.', 'The chairman of the board resigned.'],
}
