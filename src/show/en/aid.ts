import { type KindPhrases, some } from './phrases.ts'

const VERBS: Readonly<Record<string, string>> = {
  offered: 'offered',
  pledged: 'pledged',
  delivered: 'gave',
  stopped: 'stopped',
}

export const aid: KindPhrases = {
  fact: (r) =>
    `${some(r.giver, 'a giver')} ${VERBS[r.step ?? 'delivered'] ?? 'gave'} ${some(r.receiver, 'a receiver')} ${some(r.what, 'help')}`,
  facts: (r) => `help from ${some(r.giver, 'givers')} to ${some(r.receiver, 'receivers')}`,
  members: (role, r) =>
    role === 'giver' ? `those who helped ${some(r.receiver, 'others')}` : `those helped by ${some(r.giver, 'others')}`,
  keeper: (r) => `the development agency of ${some(r.giver, 'the giver')}`,
}
