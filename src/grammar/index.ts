/** The grammar: language, and nothing of diplomacy. */
export { analyse, analyseTokens, annotate } from './analyse.ts'
export { type ConlluSentence, readConllu, writeConllu } from './conllu.ts'
export { foreignLanguage, type LanguageGuess, languageOf } from './language.ts'
export type { Clause, Oblique, Participant, Sentence, Token } from './types.ts'
