import { hasKid, kidsBy, rel, type Tree } from './tree.ts'

const RELATIVE = new Set(['which', 'who', 'whom', 'whose', 'where'])

export const isNounAt = (tree: Tree, i: number): boolean =>
  ['NOUN', 'PROPN', 'PRON'].includes(tree.tokens[i]?.upos ?? '')
export const isCommaAt = (tree: Tree, i: number): boolean => tree.tokens[i]?.form === ','
export const isFiniteAt = (tree: Tree, i: number): boolean =>
  ['VBD', 'VBZ', 'VBP', 'MD'].includes(tree.tokens[i]?.xpos ?? '')
export const isRelativeAt = (tree: Tree, i: number): boolean =>
  RELATIVE.has(tree.tokens[i]?.form.toLowerCase() ?? '') && tree.tokens[i]!.feats.PronType !== 'Int'

/** "that" tagged and used as a relative pronoun. */
export const isRelativeThat = (tree: Tree, i: number): boolean =>
  tree.tokens[i]?.form === 'that' && tree.tokens[i]!.xpos === 'WDT' && ['nsubj', 'obj'].includes(rel(tree, i))

/** The first word of a branch, a comma before it left out. */
export function startOf(tree: Tree, i: number): number {
  let at = tree.left[i]!
  while (at < i && tree.tokens[at]!.upos === 'PUNCT') at++
  return at
}

/** The last word of a branch, marks after it left out. */
export function endOf(tree: Tree, i: number): number {
  let at = tree.right[i]!
  while (at > i && tree.tokens[at]!.upos === 'PUNCT') at--
  return at
}

export function isUnder(tree: Tree, i: number, above: number): boolean {
  for (let at = i; at >= 0; at = tree.up[at]!) if (at === above) return true
  return false
}

/** A finite verb without a subject that nothing introduces. */
export const isBareFinite = (tree: Tree, i: number): boolean =>
  ['VERB', 'AUX'].includes(tree.tokens[i]!.upos) &&
  !hasKid(tree, i, 'nsubj', 'csubj', 'mark', 'cc', 'expl') &&
  (isFiniteAt(tree, i) ||
    kidsBy(tree, i, 'aux').some((k) => isFiniteAt(tree, k)) ||
    (tree.tokens[i]!.xpos === 'VBN' && !['acl', 'amod', 'advcl'].includes(rel(tree, i))))
