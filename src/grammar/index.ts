/** The grammar: language, and nothing of diplomacy. */
export type { Clause, Oblique, Participant, Sentence, Token } from './types.ts'
