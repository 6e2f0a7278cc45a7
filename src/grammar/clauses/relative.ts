import { conjuncts } from './phrase.ts'
import { auxiliaries } from './predicate.ts'
import { formAt, hasKid, isNominal, kidsBy, lemmaAt, rel, type Tree } from './tree.ts'

const RELATIVE = new Set(['who', 'whom', 'which', 'that', 'whose', 'where', 'when', 'why', 'whereby'])
const BOUNDARY = new Set(['acl', 'advcl', 'parataxis', 'appos', 'conj'])

/** What each relative pronoun stands for (head tokens), and for each relative predicate its noun. */
export interface Relatives {
  antecedents: ReadonlyMap<number, readonly number[]>
  /** Predicate of the relative clause → its pronoun, or -1 where it is left out ("the country Lasso visited"). */
  clauses: ReadonlyMap<number, number>
}

export function relatives(tree: Tree): Relatives {
  const antecedents = new Map<number, readonly number[]>()
  const clauses = new Map<number, number>()
  for (const i of tree.order) {
    const first = rel(tree, i) === 'conj' ? tree.up[i]! : -1
    if (clauses.has(first)) {
      const again = pronounOf(tree, i)
      if (again >= 0) antecedents.set(again, antecedentsOf(tree, first))
    }
    if (!isRelative(tree, i)) continue
    const pronoun = pronounOf(tree, i)
    clauses.set(i, pronoun)
    if (pronoun >= 0) antecedents.set(pronoun, antecedentsOf(tree, i))
  }
  return { antecedents, clauses }
}

/** A relative clause by its label, or by its pronoun where a parser has cut the label short. */
function isRelative(tree: Tree, i: number): boolean {
  const { deprel } = tree.tokens[i]!
  const head = tree.tokens[tree.up[i]!]
  if (!head || ['VERB', 'AUX', 'ADV'].includes(head.upos)) return false
  if (!isNominal(tree, tree.up[i]!) && pronounOf(tree, i) < 0) return false
  return deprel === 'acl:relcl' || (['acl', 'advcl:relcl'].includes(deprel) && pronounOf(tree, i) >= 0)
}

/** The first relative pronoun or adverb of the clause, also within a phrase ("some of whom") or a lower infinitive. */
function pronounOf(tree: Tree, i: number): number {
  let best = -1
  for (const stack = [i]; stack.length > 0; ) {
    const at = stack.pop()!
    if (isRelativePronoun(tree, at) && (best < 0 || at < best)) best = at
    stack.push(...tree.kids[at]!.filter((k) => !BOUNDARY.has(rel(tree, k)) && k > tree.up[i]!))
  }
  return best
}

function isRelativePronoun(tree: Tree, k: number): boolean {
  const { feats, upos, xpos } = tree.tokens[k]!
  if (!RELATIVE.has(formAt(tree, k)) || rel(tree, k) === 'mark' || rel(tree, k) === 'det') return false
  if (formAt(tree, k) !== 'that') return feats.PronType !== 'Int'
  return feats.PronType === 'Rel' || xpos === 'WDT' || (upos === 'PRON' && feats.PronType !== 'Dem')
}

/** The noun; all of a coordination that comes before the clause; "states" of "one of the states which vote". */
export function antecedentsOf(tree: Tree, clause: number): number[] {
  const noun = tree.up[clause]!
  const group = conjuncts(tree, noun)
  if (group.length > 1 && group.every((k) => k < clause)) return group
  const above = rel(tree, noun) === 'conj' && tree.up[noun]! >= 0 ? conjuncts(tree, tree.up[noun]!) : []
  if (above.length > 1 && isPlural(tree, clause) && tree.tokens[noun]!.feats.Number !== 'Plur') return above
  return [oneOf(tree, noun, clause) ?? noun]
}

/** "One of the states which vote": the relative tells of the states, unless its verb is singular. */
function oneOf(tree: Tree, noun: number, clause: number): number | undefined {
  if (lemmaAt(tree, noun) !== 'one' || isSingular(tree, clause)) return undefined
  if (hasKid(tree, noun, 'appos') || tree.tokens[tree.left[clause]!]!.upos === 'PUNCT') return undefined
  return kidsBy(tree, noun, 'nmod').find((k) => kidsBy(tree, k, 'case').some((c) => formAt(tree, c) === 'of'))
}

const finite = (tree: Tree, i: number): string[] =>
  [...auxiliaries(tree, i), i].map((k) => `${formAt(tree, k)}/${tree.tokens[k]!.xpos}`)
const isPlural = (tree: Tree, i: number): boolean => finite(tree, i).some((w) => /^(are|were|have)\/|\/VBP$/.test(w))
const isSingular = (tree: Tree, i: number): boolean => finite(tree, i).some((w) => /^(is|was|has)\/|\/VBZ$/.test(w))
