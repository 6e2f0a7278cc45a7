import type { Mend, Patch } from './mend.ts'
import { hasKid, isNominal, kidsBy, rel, subtree, type Tree } from './tree.ts'

const nominal = (tree: Tree, i: number): boolean => ['NOUN', 'PROPN', 'PRON'].includes(tree.tokens[i]!.upos)
const isComma = (tree: Tree, i: number): boolean => tree.tokens[i]?.form === ','
const isFiniteWord = (tree: Tree, i: number): boolean =>
  ['VBD', 'VBZ', 'VBP', 'MD'].includes(tree.tokens[i]?.xpos ?? '')
export const leftmost = (tree: Tree, i: number): number => subtree(tree, i, () => false)[0]!
const firstOf = (tree: Tree, i: number): number => subtree(tree, i, (k) => isComma(tree, k) && k < i)[0]!

/** "Visiting Laos, *Abe* flew": a noun between a comma and a verb without subject is that verb's subject, not part of "Laos". */
const strandedSubject: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const verb = predicateAfter(tree, i)
    if (verb === undefined || !['flat', 'appos', 'conj', 'vocative', 'compound', 'list'].includes(rel(tree, i)))
      return []
    const start = firstOf(tree, i)
    if (start < 2 || !isComma(tree, start - 1) || tree.up[i]! >= start) return []
    if (rel(tree, i) === 'conj' && hasKid(tree, i, 'cc')) return []
    return isUnder(tree, verb, i) ? [] : [{ i, head: verb, deprel: 'nsubj' }]
  })

/** The clause whose finite word follows at once and which has no subject. */
function predicateAfter(tree: Tree, i: number): number | undefined {
  if (!nominal(tree, i) || !isFiniteWord(tree, i + 1)) return undefined
  const verb = /^(aux|cop)/.test(tree.tokens[i + 1]!.deprel) ? tree.up[i + 1]! : i + 1
  if (verb < 0 || tree.tokens[verb]!.deprel === 'acl:relcl' || hasKid(tree, verb, 'nsubj', 'csubj', 'expl'))
    return undefined
  return verb
}

function isUnder(tree: Tree, i: number, above: number): boolean {
  for (let at = i; at >= 0; at = tree.up[at]!) if (at === above) return true
  return false
}

/** "Argentina, Chile and Peru": no name runs across a comma before a coordination. */
const listedName: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const head = tree.up[i]!
    if (rel(tree, i) !== 'flat' || head < 0 || !isComma(tree, i - 1)) return []
    return kidsBy(tree, head, 'conj').some((k) => k > i) ? [{ i, head, deprel: 'conj' }] : []
  })

/** "toured Fiji, Samoa and *Tonga*": a bare noun joined to a verb belongs to the noun before its conjunction. */
const listedObject: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const head = tree.up[i]!
    if (rel(tree, i) !== 'conj' || head < 0 || tree.tokens[head]!.upos !== 'VERB' || !bareNoun(tree, i)) return []
    const before = leftmost(tree, i) - 1
    if (before <= head) return []
    const left = argumentOver(tree, isComma(tree, before) ? before - 1 : before, head)
    return left === undefined ? [] : [{ i, head: left, deprel: 'conj' }]
  })

const bareNoun = (tree: Tree, i: number): boolean =>
  nominal(tree, i) && hasKid(tree, i, 'cc') && !hasKid(tree, i, 'nsubj', 'cop', 'obj', 'aux', 'case', 'obl', 'orphan')

function argumentOver(tree: Tree, from: number, verb: number): number | undefined {
  let at = from
  while (at >= 0 && tree.up[at] !== verb) at = tree.up[at]!
  return at >= 0 && ['obj', 'obl', 'iobj'].includes(rel(tree, at)) && isNominal(tree, at) ? at : undefined
}

/** "voted in favour *of* it": a phrase that completes a preposition goes under its noun. */
const ofPhrase: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const head = tree.up[i]!
    const of = kidsBy(tree, i, 'case').find((k) => tree.tokens[k]!.form === 'of')
    if (rel(tree, i) !== 'obl' || of === undefined || of === 0 || head < 0) return []
    const noun = of - 1
    return tree.tokens[noun]!.upos === 'NOUN' && tree.up[noun] === head ? [{ i, head: noun, deprel: 'nmod' }] : []
  })

export const nounMends: readonly Mend[] = [strandedSubject, listedName, listedObject, ofPhrase]
