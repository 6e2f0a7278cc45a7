import type { Clause } from '../types.ts'
import { auxiliaries, isInfinitive } from './predicate.ts'
import { formAt, hasKid, kidsBy, lemmaAt, rel, type Tree } from './tree.ts'

export type Morphology = Pick<Clause, 'negated' | 'never' | 'tense' | 'perfect' | 'progressive' | 'modals'>
export const PLAIN: Morphology = {
  negated: false,
  never: false,
  tense: 'none',
  perfect: false,
  progressive: false,
  modals: [],
}

const MODALS: Readonly<Record<string, string>> = { "'ll": 'will', '’ll': 'will', wo: 'will', ca: 'can', sha: 'shall' }
const MODAL = new Set('will would shall should may might can could must ought need dare'.split(' '))
const NEGATORS = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor', 'nowhere'])

/** Tense, aspect, modality and polarity that `i` carries by its own auxiliaries, adverbs and form. */
export function morphology(tree: Tree, i: number): Morphology {
  const helpers = auxiliaries(tree, i)
  const modals = helpers.flatMap((k) => modalOf(tree, k))
  if (isDueTo(tree, i, helpers) || isHeadlineTo(tree, i)) modals.push('be to')
  const chain = [...helpers, i]
  return {
    negated: isNegated(tree, i),
    never: hasNever(tree, i),
    tense: tenseOf(tree, chain, modals),
    perfect: helpers.some((k) => isHave(tree, k)) && (chain.some((k) => isPastParticiple(tree, k)) || hasYet(tree, i)),
    progressive:
      helpers.some((k) => lemmaAt(tree, k) === 'be') &&
      (tree.tokens[i]!.xpos === 'VBG' || helpers.slice(1).some((k) => formAt(tree, k) === 'being')),
    modals,
  }
}

/** "The two are to meet": a finite "be" before the infinitive's mark. */
function isDueTo(tree: Tree, i: number, helpers: number[]): boolean {
  const to = kidsBy(tree, i, 'mark', 'aux').find((k) => formAt(tree, k) === 'to')
  if (to === undefined || !isInfinitive(tree, i)) return false
  return helpers.some(
    (k) => k < to && lemmaAt(tree, k) === 'be' && tree.tokens[k]!.xpos !== 'VB' && rel(tree, k) === 'aux',
  )
}

/** "Lula to visit Beijing": an infinitive with a subject of its own that leads its sentence. */
const isHeadlineTo = (tree: Tree, i: number): boolean =>
  rel(tree, i) === 'root' &&
  isInfinitive(tree, i) &&
  !hasKid(tree, i, 'aux', 'cop') &&
  kidsBy(tree, i, 'nsubj').some((k) => k < i)

/** The lemma of a modal auxiliary, or nothing: contracted "'ll", "wo" and "'d" resolved. */
function modalOf(tree: Tree, k: number): string[] {
  const form = formAt(tree, k)
  const lemma = MODALS[form] ?? lemmaAt(tree, k)
  if (MODAL.has(lemma)) return [lemma]
  if (MODAL.has(form)) return [form]
  return tree.tokens[k]!.xpos === 'MD' ? [lemma === "'d" || lemma === '’d' ? 'would' : lemma] : []
}

function tenseOf(tree: Tree, chain: number[], modals: string[]): Clause['tense'] {
  if (modals.includes('will') || modals.includes('shall') || modals.includes('be to')) return 'future'
  if (modals.length > 0) return 'none'
  for (const k of chain) {
    const { xpos, feats } = tree.tokens[k]!
    if (xpos === 'VBD') return 'past'
    if (xpos === 'VBZ' || xpos === 'VBP') return 'present'
    if (feats.VerbForm === 'Fin') return feats.Tense === 'Past' ? 'past' : 'present'
  }
  return 'none'
}

const isHave = (tree: Tree, k: number): boolean =>
  lemmaAt(tree, k) === 'have' || ["'ve", '’ve'].includes(formAt(tree, k))
const isPastParticiple = (tree: Tree, k: number): boolean => ['VBN', 'VBD'].includes(tree.tokens[k]!.xpos)

function isNegated(tree: Tree, i: number): boolean {
  const own = tree.kids[i]!.some((k) => isNegator(tree, k) || noLonger(tree, k) || formAt(tree, k) === 'without')
  const onHelper = auxiliaries(tree, i).some((k) => tree.kids[k]!.some((n) => isNegator(tree, n)))
  const onSubject = kidsBy(tree, i, 'nsubj').some((k) =>
    kidsBy(tree, k, 'cc').some((c) => formAt(tree, c) === 'neither'),
  )
  return own || onHelper || onSubject || hasYet(tree, i)
}

/** "has *yet* to visit" */
const hasYet = (tree: Tree, i: number): boolean =>
  isInfinitive(tree, i) &&
  tree.kids[i]!.some((k) => formAt(tree, k) === 'yet') &&
  auxiliaries(tree, i).some((k) => isHave(tree, k))

/** "not", "never"; "not only" denies nothing. */
const isNegator = (tree: Tree, k: number): boolean =>
  (NEGATORS.has(formAt(tree, k)) || (lemmaAt(tree, k) === 'not' && hasAdverbial(tree, k))) &&
  !(tree.tokens[k + 1] && ['only', 'just', 'merely'].includes(formAt(tree, k + 1)))
const hasAdverbial = (tree: Tree, k: number): boolean => tree.tokens[k]!.deprel.startsWith('advmod')
const noLonger = (tree: Tree, k: number): boolean =>
  ['longer', 'more'].includes(formAt(tree, k)) && tree.kids[k]!.some((n) => formAt(tree, n) === 'no')
const hasNever = (tree: Tree, i: number): boolean => tree.kids[i]!.some((k) => formAt(tree, k) === 'never')
