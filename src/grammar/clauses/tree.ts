import type { Sentence, Token } from '../types.ts'

/** A sentence's tree with its arrows turned round, safe against heads that are out of range or run in a circle. */
export interface Tree {
  tokens: readonly Token[]
  kids: readonly (readonly number[])[]
  /** Every token once, heads before dependents. */
  order: readonly number[]
  /** The head, or -1. */
  up: readonly number[]
  /** First and last token of what hangs below each token, itself included. */
  left: readonly number[]
  right: readonly number[]
}

export function treeOf(sentence: Sentence): Tree {
  const { tokens } = sentence
  const up = tokens.map((t, i) => (t.head >= 0 && t.head < tokens.length && t.head !== i ? t.head : -1))
  const kids: number[][] = tokens.map(() => [])
  up.forEach((h, i) => {
    if (h >= 0) kids[h]?.push(i)
  })
  const order: number[] = []
  const seen = new Set<number>()
  const visit = (root: number) => {
    for (const queue = [root]; queue.length > 0; ) {
      const i = queue.pop()!
      if (seen.has(i)) continue
      seen.add(i)
      order.push(i)
      queue.push(...kids[i]!.toReversed())
    }
  }
  up.forEach((h, i) => {
    if (h < 0) visit(i)
  })
  up.forEach((_, i) => {
    if (seen.has(i)) return
    kids[up[i]!] = kids[up[i]!]!.filter((k) => k !== i)
    up[i] = -1
    visit(i)
  })
  return { tokens, kids, order, up, ...edges(order, up) }
}

function edges(order: readonly number[], up: readonly number[]): Pick<Tree, 'left' | 'right'> {
  const left = up.map((_, i) => i)
  const right = up.map((_, i) => i)
  for (const i of order.toReversed()) {
    const h = up[i]!
    if (h < 0) continue
    left[h] = Math.min(left[h]!, left[i]!)
    right[h] = Math.max(right[h]!, right[i]!)
  }
  return { left, right }
}

/** The universal relation without its subtype. */
export const rel = (tree: Tree, i: number): string => {
  const full = tree.tokens[i]!.deprel
  const colon = full.indexOf(':')
  return colon < 0 ? full : full.slice(0, colon)
}

export const kidsBy = (tree: Tree, i: number, ...relations: string[]): number[] =>
  tree.kids[i]!.filter((k) => relations.includes(rel(tree, k)))

export const hasKid = (tree: Tree, i: number, ...relations: string[]): boolean =>
  tree.kids[i]!.some((k) => relations.includes(rel(tree, k)))

/** `i` and everything below it, in text order, without the branches that `skip` names. */
export function subtree(tree: Tree, i: number, skip: (kid: number, head: number) => boolean): number[] {
  const out: number[] = []
  for (const stack = [i]; stack.length > 0; ) {
    const at = stack.pop()!
    out.push(at)
    for (const k of tree.kids[at]!) if (!skip(k, at)) stack.push(k)
  }
  return out.sort((a, b) => a - b)
}

export const lemmaAt = (tree: Tree, i: number): string => tree.tokens[i]!.lemma.toLowerCase()
export const formAt = (tree: Tree, i: number): string => tree.tokens[i]!.form.toLowerCase()
export const isNominal = (tree: Tree, i: number): boolean =>
  ['NOUN', 'PROPN', 'PRON', 'NUM', 'SYM', 'X'].includes(tree.tokens[i]!.upos)

/** Lower-cased words of a token with its `fixed` parts: "because of". */
export const words = (tree: Tree, i: number): string =>
  [i, ...kidsBy(tree, i, 'fixed', 'goeswith')]
    .sort((a, b) => a - b)
    .map((k) => formAt(tree, k))
    .join(' ')
