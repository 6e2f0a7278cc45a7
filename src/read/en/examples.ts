import type { Kind } from '../../model/kinds/index.ts'
import type { Example } from '../frame.ts'
import { ENGLISH } from './index.ts'

/** Sentences with what they say, for every kind: those of the frames, and of what numbers, appositions and speech tell. */
export interface Examples {
  kind: Kind
  reads: readonly (readonly [string, Example])[]
  ignores: readonly string[]
}

const OTHERS: readonly Examples[] = [
  {
    kind: 'community',
    reads: [
      ['Some 5,000 Armenians live in Cyprus.', { people: 'Armenians', host: 'CYP', is: 'size' }],
      ['Chile has a Palestinian community of more than 300,000.', { people: 'Palestinian', host: 'CHL', is: 'size' }],
      ['Chile hosts more than 5,000 Armenians.', { people: 'Armenians', host: 'CHL', is: 'size' }],
      ['Peru has taken in more than 300,000 refugees from Ukraine.', { people: 'refugees from Ukraine', host: 'PER' }],
      ['There are some 700 Jews in Ireland.', { people: 'Jews', host: 'IRL', is: 'size' }],
      ['Argentina is home to 450,000 Muslims.', { people: 'Muslims', host: 'ARG', is: 'size' }],
      ['Some 900 Tibetans live in Norway.', { people: 'Tibetans', host: 'NOR', is: 'size' }],
      ['There are about 8,000 British expatriates in Oman.', { people: 'British expatriates', host: 'OMN' }],
      ['Jordan hosts 650,000 refugees.', { people: 'refugees', host: 'JOR', is: 'size' }],
      ['Turkey has some 2 million Syrian refugees.', { people: 'Syrian refugees', host: 'TUR', is: 'size' }],
      ['Niger is home to 9,000 refugees from Mali.', { people: 'refugees from Mali', host: 'NER', is: 'size' }],
      [
        'Over 2,000 Danish students studied at Norwegian universities.',
        { people: 'Danish students', host: 'NOR', is: 'size' },
      ],
    ],
    ignores: [
      'The village has a population of 300.',
      'Chile hosted 300 Danish players.',
      'There are 12 Jews in the choir of Ireland.',
    ],
  },
  {
    kind: 'remark',
    reads: [
      ['President Tarja Halonen praised Estonia for its reforms.', { speaker: 'Tarja Halonen', stance: 'praise' }],
      ['Kenya urged Somalia to open the border.', { speaker: 'KEN', stance: 'urge' }],
      [
        '"We must find peace in our region," said Prime Minister Helen Clark.',
        { speaker: 'Helen Clark', stance: 'urge', voice: 'quoted' },
      ],
      ['Malawi accused Zambia of dumping maize.', { speaker: 'MWI', stance: 'accuse' }],
      ['The foreign minister of Peru thanked Chile.', { speaker: 'foreign minister of PER', stance: 'thank' }],
    ],
    ignores: ['The crowd cheered in the square.'],
  },
]

export const EXAMPLES: readonly Examples[] = [...ENGLISH, ...OTHERS]
