import type { Frames } from '../frame.ts'

export const statehood: Frames = {
  kind: 'statehood',
  frames: [
    {
      on: 'gain|win|declare|achieve|proclaim|obtain|attain|regain|receive|secure|restore',
      form: 'verb',
      needs: { object: 'independence' },
      roles: { state: 'subject object.possessor object.of' },
      fixed: { step: 'independence' },
    },
    {
      on: 'become',
      form: 'verb',
      needs: { 'predicative|object': 'independent' },
      roles: { state: 'subject' },
      fixed: { step: 'independence' },
    },
    {
      on: 'become',
      form: 'verb',
      needs: { next: 'independent' },
      roles: { state: 'subject' },
      fixed: { step: 'independence' },
    },
    {
      on: 'independence',
      form: 'noun',
      needs: { in: '*' },
      roles: { state: 'possessor of' },
      fixed: { step: 'independence' },
    },
    {
      on: 'declaration|proclamation|attainment|restoration',
      form: 'noun',
      needs: { of: 'independence' },
      roles: { state: 'possessor by of.of of.possessor' },
      fixed: { step: 'independence' },
    },
    {
      on: 'secede|break away',
      form: 'verb',
      needs: { from: '*' },
      roles: { state: 'subject' },
      fixed: { step: 'independence' },
    },
    { on: 'proclaim', form: 'verb', roles: { state: 'object' }, fixed: { step: 'founded' } },
    { on: 'exist', form: 'verb', under: 'cease|stop', roles: { state: 'subject' }, fixed: { step: 'dissolved' } },
    { on: 'independent', form: 'copula', roles: { state: 'subject' }, fixed: { step: 'independence' } },
    { on: 'exist', form: 'verb', negated: true, roles: { state: 'subject' }, fixed: { step: 'dissolved' } },
    {
      on: 'dissolve|disintegrate|break up|break apart',
      form: 'verb',
      roles: { state: 'subject object' },
      fixed: { step: 'dissolved' },
    },
    {
      on: 'dissolution|disintegration|breakup|break-up|collapse',
      form: 'noun',
      roles: { state: 'of possessor' },
      fixed: { step: 'dissolved' },
    },
    {
      on: 'creation|founding|unification',
      form: 'noun',
      roles: { state: 'of possessor' },
      fixed: { step: 'founded' },
    },
    { on: 'establishment', form: 'noun', roles: { state: 'of' }, fixed: { step: 'founded' } },
    {
      on: 'found|establish|create',
      form: 'verb',
      needs: { on: '!affinity|!principle|!idea|!ideal|!value|!basis|!belief|!trust|!tie|!bond|!respect|!faith' },
      roles: { state: 'object' },
      fixed: { step: 'founded' },
    },
  ],
  reads: [
    ['Ghana gained independence in 1957.', { state: 'GHA', step: 'independence', when: '1957' }],
    [
      'Italy marks the 76th anniversary of the founding of the Italian Republic.',
      { state: 'ITA', step: 'founded', is: 'years', when: '1946' },
    ],
    ['Czechoslovakia no longer exists.', { state: 'CSK', step: 'dissolved' }],
    ['Since Estonia’s independence in 1991, trade has grown.', { state: 'EST', step: 'independence', when: '1991' }],
    [
      'Congratulations to the people of Malawi as you celebrate your 58th year as an independent nation.',
      { state: 'MWI', is: 'years' },
    ],
    [
      'Zambia will celebrate its 60th anniversary of independence in 2024.',
      { state: 'ZMB', is: 'years', when: '1964' },
    ],
  ],
  ignores: [
    'The independence of Chad depends in part on trade.',
    'They created a new three-part strategic framework.',
    'The National Science Foundation of the United States paid.',
    'The dissolution of parliament was announced.',
    'The measures hit Russia’s defense establishment.',
    'The company declared its independence from the bank.',
  ],
}
