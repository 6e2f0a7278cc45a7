import { type KindPhrases, some } from './phrases.ts'

const VERBS: Readonly<Record<string, string>> = {
  independence: 'became independent',
  founded: 'was founded',
  dissolved: 'ceased to exist',
  exists: 'exists',
}

export const statehood: KindPhrases = {
  fact: (r) =>
    `${some(r.state, 'the state')} ${VERBS[r.step ?? 'exists'] ?? (r.step?.includes(' or ') ? 'was founded or became independent' : 'exists')}`,
  facts: (r) =>
    `${r.step === 'dissolved' ? 'the end' : 'the independence or founding'} of ${some(r.state, 'the state')}`,
  members: (_, r) => `states that ${VERBS[r.step ?? 'exists'] ?? 'exist'}`,
  keeper: () => 'the lists of states by the Correlates of War project and by Gleditsch and Ward',
}
