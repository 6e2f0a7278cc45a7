import { type KindPhrases, some } from './phrases.ts'

const VERBS: Readonly<Record<string, string>> = {
  appointed: 'was appointed',
  accredited: 'was accredited',
  serving: 'served',
  recalled: 'was recalled',
  expelled: 'was expelled',
  summoned: 'was summoned',
  left: 'ended service',
}
const posting = (r: { sender?: string; host?: string }) =>
  `${r.sender ? ` of ${r.sender}` : ''}${r.host ? ` to ${r.host}` : ''}`

export const envoy: KindPhrases = {
  fact: (r) =>
    `${some(r.person, 'an envoy')} ${VERBS[r.step ?? 'serving'] ?? 'served'} as ${some(r.title, 'envoy')}${posting(r)}`,
  facts: (r) => `envoys${posting(r)}${r.person ? ` (${r.person})` : ''}`,
  members: (_, r) => `envoys${posting(r)}`,
  keeper: (r) =>
    `the foreign ministries of ${some(r.sender, 'the sending state')} and ${some(r.host, 'the host state')} (diplomatic lists)`,
}
