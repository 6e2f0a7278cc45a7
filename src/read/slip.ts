import type { Token } from '../grammar/types.ts'

/** What the mends of trees share: a tree as a parser gave it, and the changes to its tokens. */

export type Edits = Map<number, Partial<Token>>
export type Slip = (tokens: readonly Token[]) => Edits

export const NOTHING: Edits = new Map()
export const NOUNS = new Set(['NOUN', 'PROPN', 'PRON', 'NUM'])
export const kids = (tokens: readonly Token[], i: number): Token[] => tokens.filter((t) => t.head === i)
export const base = (t: Token): string => t.deprel.split(':')[0]!
export const low = (t: Token | undefined): string => t?.form.toLowerCase() ?? ''
export const hasTense = (t: Token): boolean => ['VBD', 'VBZ', 'VBP', 'MD'].includes(t.xpos)
export const above = (tokens: readonly Token[], i: number, top: number): boolean => {
  for (let at = i, n = 0; at >= 0 && n < 60; at = tokens[at]!.head, n++) if (at === top) return true
  return false
}

export const PAST_TENSE = { upos: 'VERB', xpos: 'VBD', feats: { Tense: 'Past', VerbForm: 'Fin', Mood: 'Ind' } }
export const openingOf = (tokens: readonly Token[], v: number): Token | undefined =>
  kids(tokens, v).find((k) => k.i < v && k.upos !== 'PUNCT')
export function leftOf(tokens: readonly Token[], i: number, but = ''): number {
  let at = i
  while (at > 0 && tokens[at - 1]!.head === i && tokens[at - 1]!.form !== (but || ',')) at--
  return at
}
