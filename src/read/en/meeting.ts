import type { Frames } from '../frame.ts'
import { TALKS } from './nouns.ts'

export const meeting: Frames = {
  kind: 'meeting',
  frames: [
    {
      on: 'meet|meet with|meet up|confer|consult|hold talk|engage|huddle',
      form: 'verb',
      roles: { parties: 'subject object with', place: 'in at here' },
    },
    {
      on: 'speak|talk',
      form: 'verb',
      needs: { 'by|on|over': 'phone|telephone|video|videoconference' },
      roles: { parties: 'subject with to' },
    },
    {
      on: 'see',
      form: 'verb',
      roles: { parties: 'subject object', place: 'in at here' },
      only: ['planned', 'proposed'],
    },
    { on: 'telephone|phone|call', form: 'verb', roles: { parties: 'subject object' } },
    {
      on: 'discuss|review|consult|exchange|address|agree',
      form: 'verb',
      needs: { 'in|during|at': TALKS },
      roles: { parties: 'subject with' },
      must: ['parties'],
    },
    {
      on: 'discuss|talk|talk about|compare|consult|confer',
      form: 'verb',
      needs: { subject: 'we' },
      roles: { parties: 'subject with' },
      only: ['planned', 'happened'],
    },
    { on: 'call on|call upon', form: 'verb', roles: { parties: 'subject object', place: 'in at' } },
    { on: 'call', form: 'verb', needs: { 'on|upon': '*' }, roles: { parties: 'subject on upon', place: 'in at' } },
    {
      on: 'pay|make',
      form: 'verb',
      needs: { object: 'call' },
      roles: { parties: 'subject object.on on object.to to' },
    },
    {
      on: 'hold|have',
      form: 'verb',
      needs: { object: 'exchange|consultation|deliberation' },
      roles: { parties: 'subject with object.with object.between', place: 'in at here' },
    },
    {
      on: 'host|give|hold|organise|organize|offer',
      form: 'verb',
      needs: { object: 'dinner|banquet|lunch|luncheon|reception|breakfast|gala', 'in honour of|in honor of|for': '*' },
      roles: { parties: 'subject in_honour_of in_honor_of for', place: 'in at here' },
    },
    { on: 'exchange', form: 'verb', needs: { object: 'view' }, roles: { parties: 'subject with' } },
    { on: 'discuss|exchange', form: 'verb', needs: { with: '*' }, roles: { parties: 'subject with' } },
    { on: 'speak|talk', form: 'verb', needs: { with: '*' }, roles: { parties: 'subject with', place: 'in at' } },
    {
      on: 'host',
      form: 'verb',
      needs: { object: TALKS },
      roles: { parties: 'subject object.of object.between object.with object.modifier', place: 'in at' },
    },
    {
      on: 'welcome|host|receive|greet',
      form: 'verb',
      needs: { object: '!meeting|!summit|!conference|!ministerial|!session|!dialogue|!forum|!talk' },
      roles: { parties: 'subject object', place: 'in at here to object.to' },
    },
    {
      on: 'attend|join|participate',
      form: 'verb',
      needs: { object: TALKS },
      roles: {
        parties: 'subject object.of object.modifier object.possessor object.with',
        place: 'in at object.in object.at',
      },
    },
    {
      on: 'participate|speak',
      form: 'verb',
      needs: { in: TALKS },
      roles: { parties: 'subject in.of in.modifier in.possessor in.with', place: 'in.in in.at' },
    },
    {
      on: 'take',
      form: 'verb',
      needs: { object: 'part', in: TALKS },
      roles: { parties: 'subject in.of in.modifier in.possessor in.with', place: 'in.in in.at' },
    },
    {
      on: 'lead|head',
      form: 'verb',
      needs: { object: 'delegation', 'to|for|at|object.to|object.for|object.at': TALKS },
      roles: {
        parties:
          'subject to.modifier for.modifier at.modifier object.to.modifier object.for.modifier object.at.modifier to.of object.to.of',
      },
    },
    {
      on: 'hold|have|conduct|continue|begin|open|convene|lead|chair|co-host|conclude|complete|launch|co-chair',
      form: 'verb',
      needs: { object: TALKS },
      roles: { parties: 'subject with object.with object.between object.modifier', place: 'in at here' },
    },
    {
      on: 'call|discussion|dialogue|consultation|negotiation|trilateral|consult|videoconference|teleconference|conference|ministerial',
      form: 'noun',
      needs: { with: '*' },
      roles: { parties: 'possessor modifier with', place: 'in at' },
    },
    {
      on: 'dialogue|ministerial|consultation|commission|council',
      form: 'noun',
      needs: {
        modifier:
          'strategic|economic|policy|security|bilateral|trilateral|defense|defence|energy|political|joint|ministerial|high-level|annual',
      },
      roles: { parties: 'modifier between', place: 'in at' },
    },
    {
      on: 'call|discussion|dialogue|consultation|negotiation',
      form: 'noun',
      needs: { between: '*' },
      roles: { parties: 'between', place: 'in at' },
    },
    {
      on: 'meeting|talk|talks|summit|encounter|conversation|audience|hosting',
      form: 'noun',
      needs: { modifier: '!membership|!accession' },
      roles: { parties: 'possessor modifier with between of', place: 'in at' },
    },
  ],
  reads: [
    ['Olaf Scholz met Macky Sall in Dakar.', { parties: ['Olaf Scholz', 'Macky Sall'] }],
    [
      'President Sergio Mattarella held talks with Chancellor Angela Merkel.',
      { parties: ['Sergio Mattarella', 'Angela Merkel'] },
    ],
    ['Prime Minister Helen Clark spoke with Danish officials.', { parties: ['Helen Clark', 'DNK'] }],
    [
      'President Tarja Halonen and Prime Minister Helen Clark spoke by phone on Monday.',
      { parties: ['Tarja Halonen', 'Helen Clark'], when: '2022-05-09' },
    ],
    [
      'Foreign Minister Peter Maurer travelled to Lima for talks with President Alan Garcia.',
      { parties: ['Peter Maurer', 'Alan Garcia'] },
    ],
    [
      'Ambassador Anna Tamm will lead the Estonian delegation to the Estonia-Chile Strategic Dialogue.',
      { parties: ['Anna Tamm', 'EST', 'CHL'] },
    ],
    [
      'Minister Anna Tamm will lead the Estonian delegation to the session of the World Health Organization.',
      { parties: ['Anna Tamm', 'World Health Organization'] },
    ],
    ['Foreign Minister Peter Maurer took part in the NATO summit in Madrid.', { parties: ['Peter Maurer', 'NATO'] }],
    [
      'Minister Anna Tamm will attend the NATO Foreign Ministerial in Brussels.',
      { parties: ['Anna Tamm', 'NATO'], modality: 'planned' },
    ],
    [
      'President Tarja Halonen looks forward to seeing President Alan Garcia in Lima.',
      { parties: ['Tarja Halonen', 'Alan Garcia'], modality: 'planned' },
    ],
    ['Officials from Ghana and Togo met in Lomé.', { parties: ['GHA', 'TGO'] }],
    [
      'President Tarja Halonen will meet with King Harald next month.',
      { parties: ['Tarja Halonen', 'Harald'], modality: 'planned', when: '2022-06' },
    ],
  ],
  ignores: [
    'Peru hopes to see Chile return to the talks.',
    'Minister Anna Tamm hopes to see President Alan Garcia win the vote.',
    'The coach called Ana Ruiz a great player.',
    'The teacher discussed the exam with her class.',
    'She spoke with her neighbours about the garden.',
    'The proposal met with criticism.',
    'The team will meet its rivals on Saturday.',
    'They met the needs of the pupils.',
  ],
}
