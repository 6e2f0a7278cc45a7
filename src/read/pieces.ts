import type { Sentence, Token } from '../grammar/types.ts'

/** No piece is shorter, in tokens, save the last. */
const LEAST = 200

/**
 * A sentence too long to be parsed whole as sentences of its own, so that reading costs the same for each of its words: it is
 * cut where the parser cut it, which is where no arc crosses but that of a piece's root.
 */
export function inPieces(sentence: Sentence): Sentence[] {
  if (!sentence.pieces) return [sentence]
  const cuts = cutsOf(sentence.tokens)
  return cuts.map((from, k) => pieceOf(sentence.tokens.slice(from, cuts[k + 1]), from))
}

function cutsOf(tokens: readonly Token[]): number[] {
  const root = tokens.findIndex((t) => t.head < 0)
  const joins = (t: Token) => t.head < 0 || (t.head === root && t.deprel === 'parataxis')
  const leftmost = new Int32Array(tokens.length + 1).fill(tokens.length)
  for (let i = tokens.length - 1; i >= 0; i--)
    leftmost[i] = Math.min(leftmost[i + 1]!, i, joins(tokens[i]!) ? i : tokens[i]!.head)
  const cuts = [0]
  let rightmost = 0
  for (const t of tokens) {
    if (t.i - cuts.at(-1)! >= LEAST && leftmost[t.i]! >= t.i && rightmost < t.i) cuts.push(t.i)
    rightmost = Math.max(rightmost, t.i, joins(t) ? t.i : t.head)
  }
  return cuts
}

function pieceOf(tokens: readonly Token[], from: number): Sentence {
  const own = tokens.map((t) => {
    const outside = t.head < from || t.head >= from + tokens.length
    return { ...t, i: t.i - from, ...(outside ? { head: -1, deprel: 'root' } : { head: t.head - from }) }
  })
  return { start: own[0]!.start, end: own.at(-1)!.end, tokens: own }
}
