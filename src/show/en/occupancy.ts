import { type KindPhrases, some } from './phrases.ts'

export const occupancy: KindPhrases = {
  fact: (r) => `${some(r.state, 'a state')} sat in the seat of ${some(r.seat, 'a member')}`,
  facts: (r) => `occupants of the seat of ${some(r.seat, 'a member')}`,
  members: () => 'occupants of the seat',
  keeper: () => 'the United Nations Office of Legal Affairs',
}
