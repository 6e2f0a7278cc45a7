import type { Frames } from '../frame.ts'
import { HEADS } from './office.ts'

/** Times in an office, and ways into and out of it, as nouns. */
const TENURES = 'tenure|presidency|premiership|reign|term|chancellorship|time|service'
const ENTRIES = 'inauguration|swearing-in|investiture|coronation|accession|appointment'
const EXITS = 'resignation|ouster|ousting|overthrow|abdication|impeachment|toppling|deposition'

/** Offices that a noun tells of: "her election", "the resignation of", "his tenure as". */
export const officeNouns: Frames = {
  kind: 'office',
  frames: [
    {
      on: 'predecessor',
      form: 'noun',
      holder: true,
      roles: { person: 'apposed', title: 'possessor^title', state: 'possessor^of' },
      fixed: { step: 'left' },
    },
    {
      on: ENTRIES,
      form: 'noun',
      needs: { of: '!embassy' },
      roles: {
        person: 'possessor of',
        title: 'as^title possessor^title of^title',
        state: 'as^of as.of possessor^of of^of',
      },
      fixed: { step: 'took-office' },
    },
    {
      on: 'election|re-election|reelection|victory',
      form: 'noun',
      needs: { as: HEADS },
      roles: { person: 'possessor of', title: 'as^title', state: 'as^of as.of' },
      fixed: { step: 'elected' },
    },
    {
      on: 'election|re-election|reelection',
      form: 'noun',
      needs: { to: '!parliament|!council|!seat|!board|!committee|!commission' },
      roles: { person: 'possessor', title: 'possessor^title', state: 'possessor^of' },
      must: ['person', 'title', 'state'],
      fixed: { step: 'elected' },
    },
    {
      on: EXITS,
      form: 'noun',
      roles: { person: 'possessor of', title: 'as^title possessor^title of^title', state: 'as^of possessor^of of^of' },
      fixed: { step: 'left' },
    },
    {
      on: TENURES,
      form: 'noun',
      needs: { as: HEADS },
      roles: { person: 'possessor', title: 'as^title', state: 'as^of as.of possessor^of' },
      fixed: { step: 'serving' },
      modality: 'happened',
    },
  ],
  reads: [
    [
      'At the inauguration of Chadian President Ali Bongo, she met him.',
      { person: 'Ali Bongo', state: 'TCD', step: 'took-office' },
    ],
    [
      'Anna Tamm was proud of her tenure as president of Estonia.',
      { person: 'Anna Tamm', state: 'EST', step: 'serving' },
    ],
    [
      'Peruvian President Anna Ruiz has governed since her election in 2014.',
      { state: 'PER', step: 'elected', when: '2014' },
    ],
  ],
  ignores: ['The appointment of the coach pleased Peru.'],
}
