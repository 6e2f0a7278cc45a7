import { type KindPhrases, some } from './phrases.ts'

export const sanction: KindPhrases = {
  fact: (r) =>
    `${some(r.by, 'a state')} ${some(r.step, 'imposed')} ${some(r.what, 'sanctions')} ${r.step === 'lifted' ? 'on' : 'against'} ${some(r.target, 'a target')}`,
  facts: (r) => `sanctions${r.by ? ` of ${r.by}` : ''}${r.target ? ` against ${r.target}` : ''}`,
  members: (role, r) =>
    role === 'by' ? `those who sanctioned ${some(r.target, 'it')}` : `targets of ${some(r.by, 'sanctions')}`,
  keeper: (r) => `the official journal of ${some(r.by, 'the state that imposed them')}`,
}
