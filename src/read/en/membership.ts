import type { Frames } from '../frame.ts'

const state = 'subject'
export const membership: Frames = {
  kind: 'membership',
  frames: [
    {
      on: 'join|enter|become|accede',
      form: 'verb',
      under: 'apply|bid',
      roles: { state, body: 'object to predicative.of object.of of' },
      fixed: { step: 'applied' },
    },
    {
      on: 'become',
      form: 'verb',
      needs: { 'predicative|object': 'member' },
      roles: {
        state,
        body: 'predicative.of object.of of predicative.possessor object.possessor predicative.modifier object.modifier',
      },
      fixed: { step: 'joined' },
    },
    { on: 'join|enter', form: 'verb', roles: { state, body: 'object' }, fixed: { step: 'joined' } },
    { on: 'accede', form: 'verb', roles: { state, body: 'to' }, fixed: { step: 'joined' } },
    { on: 'admit|accept', form: 'verb', roles: { state: 'object', body: 'to into' }, fixed: { step: 'joined' } },
    { on: 'leave|quit|exit', form: 'verb', roles: { state, body: 'object' }, fixed: { step: 'left' } },
    { on: 'withdraw|pull out', form: 'verb', roles: { state, body: 'from' }, fixed: { step: 'left' } },
    { on: 'suspend|expel', form: 'verb', roles: { state: 'object', body: 'from' }, fixed: { step: 'suspended' } },
    { on: 'apply', form: 'verb', roles: { state, body: 'to for for.of for.in' }, fixed: { step: 'applied' } },
    {
      on: 'ally',
      form: 'copula',
      needs: { modifier: 'NATO|nato' },
      roles: { state, body: 'modifier' },
      fixed: { step: 'member' },
    },
    { on: 'belong', form: 'verb', roles: { state, body: 'to' }, fixed: { step: 'member' } },
    { on: 'member|ally', form: 'copula', roles: { state, body: 'of possessor modifier' }, fixed: { step: 'member' } },
    {
      on: 'membership',
      form: 'noun',
      roles: { state: 'possessor of', body: 'in modifier of' },
      fixed: { step: 'member' },
      modality: 'holds',
    },
    {
      on: 'accession',
      form: 'noun',
      roles: { state: 'possessor of', body: 'to modifier' },
      fixed: { step: 'joined' },
      modality: 'proposed',
    },
    {
      on: 'negotiation|talk|talks|bid|application|candidacy',
      form: 'noun',
      needs: { modifier: 'accession|membership' },
      roles: { state: 'possessor of', body: 'to modifier with for' },
      fixed: { step: 'applied' },
      modality: 'holds',
    },
    {
      on: 'obtain|receive|gain|grant|seek|get',
      form: 'verb',
      needs: { object: 'status' },
      roles: { state: 'recipient subject', body: 'object.modifier object.of object.in' },
      fixed: { step: 'applied' },
    },
  ],
  reads: [
    ['Finland joined NATO in 2023.', { state: 'FIN', body: 'NATO', step: 'joined', when: '2023' }],
    ['Morocco left the African Union in 1984.', { state: 'MAR', body: 'African Union', step: 'left', when: '1984' }],
    [
      'Georgia has applied for membership of the European Union.',
      { state: 'GEO', body: 'European Union', step: 'applied' },
    ],
    ['Norway is a member of NATO.', { state: 'NOR', body: 'NATO', step: 'member', modality: 'holds' }],
  ],
  ignores: ['Fans joined the celebration.', 'She left the party early.'],
}
