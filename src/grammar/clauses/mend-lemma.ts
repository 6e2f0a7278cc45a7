import type { Token } from '../types.ts'

/** Verbs of several syllables that do end in a double "l" unlike "expel", "travel", "signal". */
const DOUBLE = new Set(
  `install reinstall recall forestall appall enthrall befall misspell enroll unroll extoll instill distill fulfill refill`.split(
    ' ',
  ),
)
const SYLLABLES = /[aeiou][^aeiou]+[aeio]ll$/
const DOUBLED = /ll(ed|ing)$/

/** "expelled" is of "expel": the consonant that an ending doubles is no part of the lemma. */
export function lemmaMended(token: Token): Token {
  const { lemma, xpos, form } = token
  if (!xpos.startsWith('VB') || !SYLLABLES.test(lemma) || !DOUBLED.test(form) || DOUBLE.has(lemma)) return token
  return { ...token, lemma: lemma.slice(0, -1) }
}
