import { type KindPhrases, some } from './phrases.ts'

export const remark: KindPhrases = {
  fact: (r) => `${some(r.speaker, 'a speaker')} spoke${r.topic ? ` of “${r.topic}”` : ''}`,
  facts: (r) => `remarks of ${some(r.speaker, 'speakers')}`,
  members: () => 'speakers',
  keeper: (r) => `the office of ${some(r.speaker, 'the speaker')}`,
}
