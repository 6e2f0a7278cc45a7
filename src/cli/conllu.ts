import { writeFeats } from '../grammar/conllu.ts'
import type { ConlluSentence, Sentence, Token } from '../grammar/index.ts'

/** A sentence of a text as CoNLL-U: its number, its words in one line, and the offsets of every token as `TokenRange`. */
export function toConllu(sentence: Sentence, number: number, text: string): ConlluSentence {
  const { tokens, start, end } = sentence
  return {
    comments: [`# sent_id = ${number}`, `# text = ${text.slice(start, end).replace(/\s+/g, ' ')}`],
    rows: tokens.map((token, i) => row(token, tokens[i + 1])),
  }
}

function row(token: Token, next: Token | undefined): string[] {
  const range = `TokenRange=${token.start}:${token.end}`
  const misc = next?.start === token.end ? `SpaceAfter=No|${range}` : range
  const { i, form, lemma, upos, xpos, feats, head, deprel } = token
  return [`${i + 1}`, form, lemma || '_', upos, xpos || '_', writeFeats(feats), `${head + 1}`, deprel, '_', misc]
}
