import { type KindPhrases, some } from './phrases.ts'

const VERBS: Readonly<Record<string, string>> = {
  proposed: 'proposed',
  negotiating: 'are negotiating',
  signed: 'signed',
  ratified: 'ratified',
  'in-force': 'have in force',
  suspended: 'suspended',
  ended: 'ended',
}

export const agreement: KindPhrases = {
  fact: (r) =>
    `${some(r.between, 'the parties')} ${VERBS[r.step ?? 'signed'] ?? 'signed'} ${r.topic ? `“${r.topic}”` : 'an agreement'}`,
  facts: (r) => `agreements between ${some(r.between, 'the parties')}${r.step ? ` (${r.step})` : ''}`,
  members: (_, r) => `parties to agreements with ${some(r.between, 'them')}`,
  keeper: (r) => `the treaty offices of ${some(r.between, 'the parties')} or the United Nations Treaty Section`,
}
