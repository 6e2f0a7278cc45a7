import type { Mend, Patch } from './mend.ts'
import { isCommaAt, isNounAt, startOf } from './mend-tests.ts'
import { formAt, hasKid, isNominal, kidsBy, rel, type Tree } from './tree.ts'

const LEFT_PARTS = new Set(['compound', 'amod', 'nummod', 'det', 'nmod:poss', 'nmod:desc'])

const QUANTITIES = new Set(['least', 'most', 'few', 'all'])

/** "*by* Ecuador's ambassador", "*as* the first sitting president": a preposition goes with the noun, not with its modifier. */
const loweredCase: Mend = (tree) =>
  tree.order.flatMap((k): Patch[] => {
    const { upos, deprel } = tree.tokens[k]!
    if (deprel !== 'case' || upos !== 'ADP') return []
    let at = tree.up[k]!
    while (
      at >= 0 &&
      LEFT_PARTS.has(tree.tokens[at]!.deprel) &&
      !QUANTITIES.has(formAt(tree, at)) &&
      tree.up[at]! > at &&
      isNominal(tree, tree.up[at]!)
    )
      at = tree.up[at]!
    return at < 0 || at === tree.up[k] || k > tree.up[k]! || tree.left[at]! < k
      ? []
      : [{ i: k, head: at, deprel: 'case' }]
  })

/** "welcomed him *to* Jerusalem": a name is no infinitive. */
const markedName: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const mark = kidsBy(tree, i, 'mark').find((k) => formAt(tree, k) === 'to')
    if (
      mark === undefined ||
      tree.tokens[i]!.upos !== 'PROPN' ||
      !['conj', 'advcl', 'acl', 'xcomp'].includes(rel(tree, i))
    )
      return []
    let verb = tree.up[i]!
    while (verb >= 0 && tree.tokens[verb]!.upos !== 'VERB') verb = tree.up[verb]!
    if (verb < 0 || hasKid(tree, i, 'nsubj', 'obj', 'cop')) return []
    return [
      { i, head: verb, deprel: 'obl' },
      { i: mark, head: i, deprel: 'case' },
    ]
  })

/** "Argentina, Chile and Peru": no name runs across a comma before a coordination. */
const listedName: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const head = tree.up[i]!
    if (rel(tree, i) !== 'flat' || head < 0 || !isCommaAt(tree, i - 1)) return []
    return kidsBy(tree, head, 'conj').some((k) => k > i) ? [{ i, head, deprel: 'conj' }] : []
  })

/** "toured Fiji, Samoa and *Tonga*": a bare noun joined to a verb belongs to the noun before its conjunction. */
const listedObject: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const head = tree.up[i]!
    if (rel(tree, i) !== 'conj' || head < 0 || tree.tokens[head]!.upos !== 'VERB' || !bareNoun(tree, i)) return []
    const before = startOf(tree, i) - 1
    if (before <= head) return []
    const left = argumentOver(tree, isCommaAt(tree, before) ? before - 1 : before, head)
    return left === undefined ? [] : [{ i, head: left, deprel: 'conj' }]
  })

const bareNoun = (tree: Tree, i: number): boolean =>
  isNounAt(tree, i) &&
  hasKid(tree, i, 'cc') &&
  !hasKid(tree, i, 'nsubj', 'cop', 'obj', 'aux', 'case', 'obl', 'orphan') &&
  !['VBD', 'VBZ', 'VBP', 'MD'].includes(tree.tokens[tree.right[i]! + 1]?.xpos ?? '')

function argumentOver(tree: Tree, from: number, verb: number): number | undefined {
  let at = from
  while (at >= 0 && tree.up[at] !== verb) at = tree.up[at]!
  return at >= 0 && ['obj', 'obl', 'iobj'].includes(rel(tree, at)) && isNominal(tree, at) ? at : undefined
}

/** "voted in favour *of* it": an "of" right after a noun completes that noun. */
const ofPhrase: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const head = tree.up[i]!
    const of = kidsBy(tree, i, 'case').find((k) => tree.tokens[k]!.form === 'of')
    if (rel(tree, i) !== 'obl' || of === undefined || of === 0 || head < 0) return []
    const noun = of - 1
    return ['NOUN', 'PROPN'].includes(tree.tokens[noun]!.upos) && tree.up[noun] === head
      ? [{ i, head: noun, deprel: 'nmod' }]
      : []
  })

export const nounMends: Readonly<Record<string, Mend>> = {
  loweredCase,
  markedName,
  listedName,
  listedObject,
  ofPhrase,
}
