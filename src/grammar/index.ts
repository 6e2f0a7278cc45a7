/** The grammar: language, and nothing of diplomacy. */

export { clausesOf } from './clauses/index.ts'
export type { Clause, Oblique, Participant, Sentence, Token } from './types.ts'
