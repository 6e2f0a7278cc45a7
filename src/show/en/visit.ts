import { by, type KindPhrases, some, to } from './phrases.ts'

/** "As prime minister of Israel": the office that the visitors held. */
const inOffice = (visitor: string | undefined): string =>
  visitor?.startsWith('a sitting ') ? ` as ${visitor.slice('a sitting '.length)}` : ''

export const visit: KindPhrases = {
  fact: (r) =>
    `${some(r.visitor, 'somebody')} visited ${some(r.to, 'a state')}${r.place && r.place !== r.to ? ` (${r.place})` : ''}`,
  facts: (r) => `visits${by(r.visitor)}${to(r.to)}`,
  members: (role, r) =>
    role === 'visitor' ? `visitors${to(r.to)}${inOffice(r.visitor)}` : `states visited${by(r.visitor)}`,
  keeper: (r) =>
    `the foreign ministry of ${some(r.to, 'the host state')} (protocol) or the office of ${some(r.visitor, 'the visitor')}`,
}
