import { by, type KindPhrases, some, to, type Words } from './phrases.ts'

/** "As prime minister of Israel": the office that the visitors held. */
const inOffice = (visitor: string | undefined): string =>
  visitor?.startsWith('a sitting ') ? ` as ${visitor.slice('a sitting '.length)}` : ''

const town = (r: Words): string => (r.place && r.place !== r.to ? ` (${r.place})` : '')

export const visit: KindPhrases = {
  fact: (r) => `${some(r.visitor, 'somebody')} visited ${some(r.to, 'a state')}${town(r)}`,
  facts: (r) => `visits${by(r.visitor)}${to(r.to)}${town(r)}`,
  members: (role, r) =>
    role === 'visitor' ? `visitors${to(r.to)}${town(r)}${inOffice(r.visitor)}` : `states visited${by(r.visitor)}`,
  keeper: (r) =>
    `the foreign ministry of ${some(r.to, 'the host state')} (protocol) or the office of ${some(r.visitor, 'the visitor')}`,
}
