import type { Frames } from '../frame.ts'
import { FORCES } from './aid.ts'
import { TALKS, TRIPS } from './nouns.ts'

/** What one travels to that is held somewhere. */
const GATHERINGS = `${TALKS}|funeral|inauguration|ceremony|celebration|wedding|coronation|event|exhibition|expo|festival|game`

export const visit: Frames = {
  kind: 'visit',
  frames: [
    { on: 'visit|tour', form: 'verb', roles: { visitor: 'subject', to: 'object' } },
    {
      on: 'travel|fly|journey|head|go|come|move on',
      form: 'verb',
      roles: { visitor: 'subject', to: 'to here' },
    },
    {
      on: 'travel|fly|journey|head|go|come',
      form: 'verb',
      needs: { to: GATHERINGS },
      roles: { visitor: 'subject', to: 'to.in to.at' },
    },
    { on: 'set|step', form: 'verb', needs: { object: 'foot' }, roles: { visitor: 'subject', to: 'in on' } },
    { on: 'arrive|land|stop|stay|remain', form: 'verb', roles: { visitor: 'subject', to: 'in at to here' } },
    { on: 'host', form: 'verb', roles: { visitor: 'object', to: 'subject' } },
    { on: 'host|invite', form: 'verb', needs: { to: '*' }, roles: { visitor: 'object', to: 'to' } },
    {
      on: 'send|dispatch',
      form: 'verb',
      needs: { object: `!${FORCES.split('|').join('|!')}` },
      roles: { visitor: 'object', from: 'subject^of subject object^of', to: 'to here there' },
      must: ['visitor', 'from', 'to'],
    },
    { on: 'depart|leave|set off|set out', form: 'verb', needs: { for: '*' }, roles: { visitor: 'subject', to: 'for' } },
    {
      on: 'lead|head|bring|take',
      form: 'verb',
      needs: { object: 'delegation|mission|group' },
      roles: { visitor: 'subject', to: 'object.to to object.to.in to.in' },
    },
    { on: 'visit|trip|tour|travel|journey', form: 'copula', roles: { visitor: 'subject', to: 'to in of' } },
    {
      on: 'visit|trip|travel|tour|journey|pilgrimage|voyage|stopover',
      form: 'noun',
      roles: { visitor: 'possessor subject by of', to: 'to in of' },
    },
    {
      on: 'pay|make|begin|start|conclude|end|finish|complete|undertake|embark|wrap up|kick off|cut short|postpone|cancel|plan',
      form: 'verb',
      needs: { object: TRIPS },
      roles: { visitor: 'subject', to: 'object.to to object.in in recipient' },
    },
    {
      on: 'look forward|look',
      form: 'verb',
      needs: { to: TRIPS },
      roles: { visitor: 'subject', to: 'to.to' },
      modality: 'planned',
    },
    { on: 'arrival', form: 'noun', roles: { visitor: 'possessor subject of', to: 'in to at here' } },
    { on: 'stop', form: 'noun', roles: { visitor: 'possessor outer', to: 'in' }, within: true },
    { on: 'pay', form: 'verb', needs: { object: TRIPS }, roles: { visitor: 'subject', to: 'recipient object.to to' } },
  ],
  reads: [
    ['Chancellor Olaf Scholz visited Senegal.', { visitor: 'Olaf Scholz', to: 'SEN' }],
    [
      'Norway was visited by President Michael Higgins in 2019.',
      { visitor: 'Michael Higgins', to: 'NOR', when: '2019' },
    ],
    [
      'The Norwegian prime minister will travel to Vietnam.',
      { visitor: 'prime minister of NOR', to: 'VNM', modality: 'planned' },
    ],
    [
      'No president of Peru has visited Fiji.',
      { visitor: 'president of PER', to: 'FJI', is: 'none', when: '/2022-05-12' },
    ],
    [
      'The visit of Alan Garcia to Fiji was the first by a president of Peru since 1998.',
      { visitor: 'president of PER', to: 'FJI', is: 'first', when: '1998/' },
    ],
    ['A Danish trade delegation visited Vietnam.', { visitor: 'Danish trade delegation', from: 'DNK', to: 'VNM' }],
    ['A delegation from Peru led by Ana Ruiz visited Oman.', { visitor: 'Ana Ruiz', from: 'PER', to: 'OMN' }],
    [
      'President Tarja Halonen of Finland is sending Foreign Minister Ana Ruiz to Togo.',
      { visitor: 'Ana Ruiz', to: 'TGO', modality: 'planned' },
    ],
    ['Queen Margrethe arrived in Canada on 4 May 2009.', { visitor: 'Margrethe', to: 'CAN', when: '2009-05-04' }],
    ['King Harald was the first king of Norway to visit Chile.', { is: 'first', visitor: 'king of NOR', to: 'CHL' }],
    [
      'President Tarja Halonen cancelled her trip to Mongolia.',
      { visitor: 'Tarja Halonen', to: 'MNG', modality: 'cancelled' },
    ],
    [
      'Foreign Minister Peter Maurer has never visited Yemen.',
      { visitor: 'Peter Maurer', to: 'YEM', modality: 'denied' },
    ],
    ['Chancellor Angela Merkel departed for Ghana.', { visitor: 'Angela Merkel', to: 'GHA' }],
    ['President Ana Ruiz flew to a climate summit in Bonn, Germany.', { visitor: 'Ana Ruiz', to: 'DEU' }],
    [
      'Senator Tom Hayes will lead a delegation to a trade fair in Nepal.',
      { visitor: 'Tom Hayes', to: 'NPL', modality: 'planned' },
    ],
    ['Senator Tom Hayes will lead a delegation to Nepal.', { visitor: 'Tom Hayes', to: 'NPL', modality: 'planned' }],
    [
      'Foreign Minister Ana Ruiz of Peru was in Togo on Monday.',
      { visitor: 'Ana Ruiz', to: 'TGO', when: '2022-05-09' },
    ],
    ['Foreign Minister Ana Ruiz is on travel to Togo.', { visitor: 'Ana Ruiz', to: 'TGO' }],
    ['President Sauli Niinistö is on a visit to Japan.', { visitor: 'Sauli Niinistö', to: 'JPN' }],
    [
      'Prime Minister Helen Clark flew to Laos and Cambodia last week.',
      { visitor: 'Helen Clark', to: 'LAO', when: '2022-05-02/2022-05-08' },
    ],
  ],
  ignores: [
    'Norway sent troops to Mali.',
    'The court sent Peter Maurer to The Hague.',
    'The judge left for lunch.',
    'The company led a group to success.',
    'The museum was visited by 3,000 people.',
    'Visit our website for more news.',
    'If the minister goes to Chad, the talks will fail.',
  ],
}
