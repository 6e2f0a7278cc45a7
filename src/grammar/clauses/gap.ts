import { isTime } from './arguments.ts'
import { type Draft, share, type Work } from './draft.ts'
import { OBJECT_CONTROL } from './lexicon.ts'
import { conjuncts, phrase } from './phrase.ts'
import { formAt, kidsBy, lemmaAt, rel, type Tree } from './tree.ts'

/** The missing element of a relative clause: its object, or the object of the lowest clause that completes it. */
export function fillGap(work: Work, d: Draft): void {
  const { tree, relatives } = work
  const pronoun = relatives.clauses.get(d.predicate)
  if (pronoun === undefined || d.form !== 'verb') return
  const noun = tree.up[d.predicate]!
  const low = d.predicate !== gapHolder(tree, d.predicate)
  if (pronoun >= 0 || low) return
  const antecedent = share([phrase(tree, noun)], 'relative')
  if (!d.ownSubject) d.surface = antecedent
  else if (isTime(tree, noun) || ['way', 'reason', 'time', 'moment'].includes(lemmaAt(tree, noun))) {
    d.obliques.push({ prep: '', np: antecedent[0]! })
  } else if (!strandedGap(work, d, antecedent[0]!.head) && d.objects.length === 0 && !d.passive) {
    d.objects = antecedent
  }
}

/** "The country Lasso travelled to": a preposition left behind takes the noun. */
function strandedGap({ tree }: Work, d: Draft, noun: number): boolean {
  const left = tree.kids[d.predicate]!.find((k) => k > d.predicate && isStranded(tree, k))
  if (left === undefined) return false
  d.obliques.push({ prep: formAt(tree, left), np: phrase(tree, noun, 'relative') })
  return true
}

const isStranded = (tree: Tree, k: number): boolean =>
  tree.tokens[k]!.upos === 'ADP' && tree.tokens[k]!.deprel !== 'compound:prt' && tree.kids[k]!.length === 0

/** The clause in which an object is missing: the lowest of a chain of infinitives or contents without an object. */
export function gapHolder(tree: Tree, i: number): number {
  let at = i
  for (let guard = 0; guard < 8; guard++) {
    const below = kidsBy(tree, at, 'xcomp', 'ccomp').find((k) => tree.tokens[k]!.upos === 'VERB')
    if (below === undefined) return at
    at = below
  }
  return at
}

/** The object that a relative clause leaves to the infinitive below it: "the country that he plans to visit". */
export function lowerGap(work: Work, d: Draft): void {
  const { tree, relatives } = work
  if (d.form !== 'verb' || d.passive || d.objects.length > 0 || !['xcomp', 'ccomp'].includes(rel(tree, d.predicate)))
    return
  let top = d.predicate
  while (['xcomp', 'ccomp'].includes(rel(tree, top)) && tree.up[top]! >= 0) top = tree.up[top]!
  const pronoun = relatives.clauses.get(top)
  const upper = work.verbs.get(top)
  if (pronoun === undefined || !upper?.ownSubject || gapHolder(tree, top) !== d.predicate) return
  if (pronoun >= 0 ? tree.up[pronoun] !== top || rel(tree, pronoun) !== 'obj' : upper.objects.length > 0) return
  if (upper.surface.some((p) => p.shared === 'relative') || OBJECT_CONTROL.has(upper.lemma)) return
  d.objects = conjuncts(tree, tree.up[top]!).map((k) => phrase(tree, k, 'relative'))
  if (pronoun >= 0) upper.objects = upper.objects.filter((p) => p.shared !== 'relative')
}
