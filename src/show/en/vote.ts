import { type KindPhrases, some } from './phrases.ts'

const VERBS: Readonly<Record<string, string>> = {
  yes: 'voted for',
  no: 'voted against',
  abstain: 'abstained on',
  absent: 'were absent from the vote on',
}
const verb = (choice: string | undefined): string => (choice && VERBS[choice]) || 'voted on'

export const vote: KindPhrases = {
  fact: (r) => `${some(r.voter, 'a state')} ${verb(r.choice).replace('were', 'was')} ${some(r.roll, 'the question')}`,
  facts: (r) => `votes of ${some(r.voter, 'states')} on ${some(r.roll, 'roll calls')}`,
  members: (role, r) =>
    role === 'roll'
      ? `roll calls in which ${some(r.voter, 'the state')} ${r.choice ? `chose ${r.choice}` : 'took part'}`
      : `states that ${verb(r.choice)} ${some(r.roll, 'the question')}`,
  keeper: () => 'the United Nations Digital Library (voting data) or the Dag Hammarskjöld Library',
}
