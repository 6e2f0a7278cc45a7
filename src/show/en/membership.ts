import { type KindPhrases, some } from './phrases.ts'

const VERBS: Readonly<Record<string, string>> = {
  applied: 'applied to join',
  joined: 'joined',
  member: 'was a member of',
  suspended: 'was suspended from',
  left: 'left',
}

export const membership: KindPhrases = {
  fact: (r) =>
    `${some(r.state, 'a state')} ${VERBS[r.step ?? 'member'] ?? 'was a member of'} ${some(r.body, 'the body')}`,
  facts: (r) => `memberships of ${some(r.state, 'states')} in ${some(r.body, 'bodies')}`,
  members: (role, r) =>
    role === 'state'
      ? `members of ${some(r.body, 'the body')}`
      : `bodies to which ${some(r.state, 'the state')} belonged`,
  keeper: (r) => `the secretariat of ${some(r.body, 'the body')}`,
}
