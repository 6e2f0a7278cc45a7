import { type KindPhrases, some } from './phrases.ts'

export const community: KindPhrases = {
  fact: (r) =>
    `the ${some(r.people, '')} community of ${some(r.host, 'the state')}${r.place ? ` (${r.place})` : ''}`.replace(
      '  ',
      ' ',
    ),
  facts: (r) => `estimates of the ${some(r.people, '')} community of ${some(r.host, 'the state')}`.replace('  ', ' '),
  members: (role, r) =>
    role === 'people' ? `peoples in ${some(r.host, 'the state')}` : `states with a ${some(r.people, '')} community`,
  keeper: (r) => `the statistical office of ${some(r.host, 'the state')} or the community's own bodies`,
}
