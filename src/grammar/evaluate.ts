import type { Token } from './types.ts'

/** A gold word: `head` is an index, -1 at the root. */
export interface GoldToken {
  start: number
  end: number
  upos: string
  xpos: string
  lemma: string
  head: number
  deprel: string
}

/** Counts over words that are no punctuation, relations without subtypes; `tags` and `lemmas` over all words. */
export interface Score {
  words: number
  heads: number
  arcs: number
  core: number
  coreArcs: number
  all: number
  upos: number
  xpos: number
  lemmas: number
}

const CORE = new Set(['nsubj', 'obj', 'iobj', 'obl'])
export const plain = (deprel: string): string => deprel.split(':')[0]!

export const emptyScore = (): Score => ({
  words: 0,
  heads: 0,
  arcs: 0,
  core: 0,
  coreArcs: 0,
  all: 0,
  upos: 0,
  xpos: 0,
  lemmas: 0,
})

/** Adds one sentence read on gold words. */
export function addSentence(score: Score, gold: readonly GoldToken[], own: readonly Token[]): void {
  gold.forEach((g, i) => {
    const t = own[i]!
    score.all++
    if (t.upos === g.upos) score.upos++
    if (t.xpos === g.xpos) score.xpos++
    if (t.lemma === g.lemma) score.lemmas++
    if (plain(g.deprel) !== 'punct') addArc(score, plain(g.deprel), t.head === g.head, t)
  })
}

function addArc(score: Score, relation: string, headRight: boolean, token: Token): void {
  const right = headRight && plain(token.deprel) === relation
  score.words++
  if (headRight) score.heads++
  if (right) score.arcs++
  if (!CORE.has(relation)) return
  score.core++
  if (right) score.coreArcs++
}

/** Labelled attachment F1 over words found with the same offsets, in percent: what raw text loses is in it. */
export function rawF1(gold: readonly (readonly GoldToken[])[], own: readonly (readonly Token[])[]): number {
  const place = (tokens: readonly { start: number; end: number }[], head: number) =>
    head < 0 ? 'root' : `${tokens[head]!.start}-${tokens[head]!.end}`
  const arcs = new Map<string, string>()
  let ours = 0
  for (const tokens of own)
    for (const t of tokens) {
      arcs.set(`${t.start}-${t.end}`, `${place(tokens, t.head)} ${plain(t.deprel)}`)
      if (plain(t.deprel) !== 'punct') ours++
    }
  let theirs = 0
  let right = 0
  for (const tokens of gold)
    for (const t of tokens) {
      if (plain(t.deprel) === 'punct') continue
      theirs++
      if (arcs.get(`${t.start}-${t.end}`) === `${place(tokens, t.head)} ${plain(t.deprel)}`) right++
    }
  return (200 * right) / (ours + theirs)
}
