import { type KindPhrases, some } from './phrases.ts'

export const meeting: KindPhrases = {
  fact: (r) => `${some(r.parties, 'the parties')} met${r.place ? ` (${r.place})` : ''}`,
  facts: (r) => `meetings of ${some(r.parties, 'the parties')}${r.place ? ` (${r.place})` : ''}`,
  members: (_, r) => `those who met ${some(r.parties, 'them')}`,
  keeper: (r) => `the offices of ${some(r.parties, 'those who are said to have met')}`,
}
