import type { Frames } from '../frame.ts'

export const HEADS =
  'president|minister|chancellor|premier|king|queen|emperor|chair|chairman|chairwoman|chairperson|leader|governor|pope|secretary|ruler|monarch|sultan|emir|speaker|secretary-general|commissioner|director|head|deputy|adviser|advisor|chief|coordinator'
/** Someone's office as the words that name it, or as the one he has. */
const own = (slot: string) => ({ person: slot, title: `as^title ${slot}^title`, state: `as^of as.of ${slot}^of` })
const given = {
  person: 'object',
  title: 'predicative^title as^title object^title',
  state: 'predicative^of as^of object^of',
}
export const office: Frames = {
  kind: 'office',
  frames: [
    {
      on: 'succeed|replace|take over|take over from',
      form: 'verb',
      needs: { as: HEADS },
      roles: { person: 'subject', title: 'as^title', state: 'as^of as.of object^of' },
      fixed: { step: 'took-office' },
    },
    {
      on: 'precede',
      form: 'verb',
      needs: { as: HEADS },
      roles: { person: 'object', title: 'as^title', state: 'as^of as.of subject^of' },
      fixed: { step: 'took-office' },
    },
    {
      on: 'elect|re-elect|reelect',
      form: 'verb',
      roles: { ...given, state: `${given.state} subject.possessor subject.modifier subject.of` },
      fixed: { step: 'elected' },
    },
    {
      on: 'elect|re-elect|reelect',
      form: 'verb',
      needs: { 'as|to.as|to.of.as': HEADS },
      roles: {
        person: 'object',
        title: 'as^title to.as^title to.of.as^title',
        state: 'as^of as.of to.as^of to.of.as^of',
      },
      fixed: { step: 'elected' },
    },
    {
      on: 'acknowledge|recognise|recognize|hail|declare|designate|nominate|instal',
      form: 'verb',
      needs: { 'predicative|as': HEADS },
      roles: given,
      fixed: { step: 'took-office' },
    },
    { on: 'swear in|swear|inaugurate|crown|install', form: 'verb', roles: given, fixed: { step: 'took-office' } },
    {
      on: 'appoint|name|choose|select|pick|confirm|proclaim',
      form: 'verb',
      needs: { 'predicative|object|as': HEADS },
      roles: given,
      fixed: { step: 'took-office' },
    },
    {
      on: 'assume|take on|take up|take over',
      form: 'verb',
      needs: { object: 'role|post|position|duty|office|mantle', 'object.of|as|object.as': HEADS },
      roles: {
        person: 'subject',
        title: 'object.of^title as^title object.as^title',
        state: 'object.of^of as^of object.as^of object.of.of',
      },
      fixed: { step: 'took-office' },
    },
    {
      on: 'take|assume',
      form: 'verb',
      needs: { object: 'office|power|presidency|throne|premiership' },
      roles: { ...own('subject'), state: 'as^of subject^of object.of in' },
      fixed: { step: 'took-office' },
    },
    {
      on: 'hold|occupy',
      form: 'verb',
      needs: { object: 'position|post|office|job|portfolio|title' },
      roles: {
        person: 'subject',
        title: 'object.of^title object.as^title subject^title',
        state: 'object.of^of object.as^of object.of.of subject^of',
      },
      must: ['person', 'title', 'state'],
      fixed: { step: 'serving' },
    },
    {
      on: 'hold|assume|take over|take|chair',
      form: 'verb',
      needs: { object: 'presidency|chairmanship|chair' },
      roles: { person: 'subject', state: 'object.of object.modifier' },
      fixed: { step: 'serving' },
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
      roles: own('subject'),
      fixed: { step: 'serving' },
    },
    {
      on: 'become',
      form: 'copula',
      roles: { person: 'subject', title: 'head^title', state: 'head^of' },
      fixed: { step: 'took-office' },
    },
    {
      on: 'resign|step down|step aside|stand down|stand aside|abdicate|quit',
      form: 'verb',
      roles: own('subject'),
      fixed: { step: 'left' },
    },
    {
      on: 'take',
      form: 'verb',
      needs: { object: 'oath' },
      roles: own('subject'),
      fixed: { step: 'took-office' },
    },
    {
      on: 'win|secure|clinch',
      form: 'verb',
      needs: { object: 'presidency' },
      roles: { person: 'subject', state: 'object.modifier object.of object.possessor' },
      fixed: { step: 'elected', title: 'president' },
    },
    {
      on: 'lead|govern|rule',
      form: 'verb',
      needs: { from: '*', object: '!delegation|!team|!mission|!effort|!group|!coalition|!talk' },
      roles: { person: 'subject', title: 'subject^title', state: 'object' },
      must: ['person', 'title', 'state'],
      fixed: { step: 'serving' },
    },
    {
      on: 'announce|submit|tender|offer|give|hand in',
      form: 'verb',
      needs: { object: 'resignation|abdication' },
      roles: own('subject'),
      fixed: { step: 'left' },
    },
    {
      on: 'leave|lose|exit|relinquish|cede',
      form: 'verb',
      needs: { object: 'office|power|presidency|premiership|throne' },
      roles: own('subject'),
      fixed: { step: 'left' },
    },
    {
      on: 'die|end',
      form: 'verb',
      needs: { 'in|object': 'office|term|presidency' },
      roles: own('subject'),
      fixed: { step: 'left' },
    },
    {
      on: 'remove|force|drive|vote|dismiss|sweep',
      form: 'verb',
      needs: { 'from|out_of': 'office|power|presidency|post' },
      roles: own('object'),
      fixed: { step: 'left' },
    },
    {
      on: 'oust|depose|overthrow|topple|unseat|dethrone',
      form: 'verb',
      roles: { ...own('object'), state: 'object^of subject.possessor' },
      fixed: { step: 'left' },
    },
    {
      on: 'member|deputy|speaker',
      form: 'copula',
      needs: { of: 'parliament|senate|congress|assembly|legislature|knesset|bundestag|duma|house|cabinet' },
      roles: { person: 'subject', state: 'of^of of of.of of.modifier of.possessor' },
      words: { title: 'head' },
      fixed: { step: 'serving' },
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
      'Helen Clark, the prime minister of New Zealand, was due to stand down in August.',
      { person: 'Helen Clark', state: 'NZL', step: 'left', modality: 'planned' },
    ],
    ['Tarja Halonen won the Finnish presidency in 2000.', { person: 'Tarja Halonen', state: 'FIN', step: 'elected' }],
    [
      'Former Prime Minister Helen Clark led New Zealand from 1999 to 2008.',
      { person: 'Helen Clark', state: 'NZL', step: 'serving', when: '1999/2008' },
    ],
    [
      'Tarja Halonen was elected president of Finland in 2000.',
      { person: 'Tarja Halonen', state: 'FIN', step: 'elected', when: '2000' },
    ],
    [
      'Helen Clark is the prime minister of New Zealand.',
      { person: 'Helen Clark', state: 'NZL', step: 'serving', modality: 'holds' },
    ],
    [
      'Marcelo Ebrard was appointed foreign minister of Mexico in 2018.',
      { person: 'Marcelo Ebrard', state: 'MEX', step: 'took-office', when: '2018' },
    ],
    [
      'Malian President Amadou Touré was ousted in a coup in 2012.',
      { person: 'Amadou Touré', title: 'president', state: 'MLI', step: 'left', when: '2012' },
    ],
    [
      'Chilean President Ana Ruiz spoke. Ruiz became president in July 2019.',
      { person: 'Ana Ruiz', state: 'CHL', step: 'took-office', when: '2019-07' },
    ],
    [
      'Foreign Minister Ana Ruiz of Chile resigned. She had held the post since 2014.',
      { person: 'Ana Ruiz', state: 'CHL', step: 'serving' },
    ],
    [
      'Anna Tamm was a member of the Estonian Parliament from 1992 to 1995.',
      { person: 'Anna Tamm', title: 'member', step: 'serving', when: '1992/1995' },
    ],
    [
      'Ana Ruiz assumed the role of President of Peru in 2011.',
      { person: 'Ana Ruiz', state: 'PER', step: 'took-office', when: '2011' },
    ],
    ['Togo held the presidency of the African Union.', { person: 'TGO', state: 'African Union', step: 'serving' }],
    [
      'Peruvian President Anna Ruiz announced her resignation.',
      { person: 'Anna Ruiz', state: 'PER', step: 'left', modality: 'happened' },
    ],
  ],
  ignores: [
    'The court ousted the tenant from the flat.',
    'The director served as a judge of the contest.',
    'She was elected mayor of the town.',
    'The chairman of the board resigned.',
  ],
}
