import { by, type KindPhrases, some, to } from './phrases.ts'

export const visit: KindPhrases = {
  fact: (r) =>
    `${some(r.visitor, 'somebody')} visited ${some(r.to, 'a state')}${r.place && r.place !== r.to ? ` (${r.place})` : ''}`,
  facts: (r) => `visits${by(r.visitor)}${to(r.to)}`,
  members: (role, r) => (role === 'visitor' ? `visitors${to(r.to)}` : `states visited${by(r.visitor)}`),
  keeper: (r) =>
    `the foreign ministry of ${some(r.to, 'the host state')} (protocol) or the office of ${some(r.visitor, 'the visitor')}`,
}
