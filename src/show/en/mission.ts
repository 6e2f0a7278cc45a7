import { type KindPhrases, some } from './phrases.ts'

const VERBS: Readonly<Record<string, string>> = {
  announced: 'announced',
  opened: 'opened',
  closed: 'closed',
  moved: 'moved',
  exists: 'had',
}
const type = (t: string | undefined) => (t ? `${/^[aeio]/.test(t) ? 'an' : 'a'} ${t}` : 'a mission')

export const mission: KindPhrases = {
  fact: (r) =>
    `${some(r.sender, 'a state')} ${VERBS[r.step ?? 'exists'] ?? 'had'} ${type(r.type)} in ${some(r.host, 'the host state')}${r.place ? ` (${r.place})` : ''}`,
  facts: (r) =>
    `missions of ${some(r.sender, 'states')} in ${some(r.host, 'other states')}${r.step ? ` (${r.step})` : ''}`,
  members: (role, r) =>
    role === 'sender'
      ? `states with ${type(r.type)} in ${some(r.host, 'the state')}`
      : `states in which ${some(r.sender, 'the state')} had ${type(r.type)}`,
  keeper: (r) =>
    `the foreign ministries of ${some(r.sender, 'the sending state')} and ${some(r.host, 'the host state')} (diplomatic lists)`,
}
