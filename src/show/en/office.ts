import { type KindPhrases, some } from './phrases.ts'

const VERBS: Readonly<Record<string, string>> = {
  elected: 'was elected',
  'took-office': 'took office as',
  serving: 'was',
  left: 'left office as',
}
const post = (r: { office?: string; title?: string; state?: string }) =>
  r.office?.replace(/^an? /, '') ?? `${some(r.title, 'holder of an office')}${r.state ? ` of ${r.state}` : ''}`

export const office: KindPhrases = {
  fact: (r) => `${some(r.person, 'somebody')} ${VERBS[r.step ?? 'serving'] ?? 'was'} ${post(r)}`,
  facts: (r) => `terms of ${post(r)}`,
  members: (_, r) => `${r.step === 'took-office' ? 'persons who took' : 'holders of'} the office of ${post(r)}`,
  keeper: (r) => `the government of ${some(r.state, 'the state')} (official gazette)`,
}
