import type { Oblique, Participant } from '../types.ts'
import { complexPreposition } from './prepositions.ts'
import { formAt, hasKid, isNominal, kidsBy, lemmaAt, rel, subtree, type Tree, words } from './tree.ts'

const INSIDE = new Set(['det', 'amod', 'nummod', 'compound', 'flat', 'fixed', 'goeswith'])
const CLAUSAL = new Set([
  'acl',
  'advcl',
  'appos',
  'parataxis',
  'ccomp',
  'csubj',
  'discourse',
  'list',
  'vocative',
  'dep',
])

/** The noun phrase headed by `head`, alone: its conjuncts are participants of their own. */
export function phrase(tree: Tree, head: number, shared?: Participant['shared']): Participant {
  const tokens = subtree(tree, head, (k, h) => (h === head ? !belongs(tree, k, head) : leaves(tree, k)))
  const words = withFocus(tree, trimmed(tree, tokens, head))
  const span = { start: tree.tokens[words[0]!]!.start, end: tree.tokens[words.at(-1)!]!.end }
  const apposed = kidsBy(tree, head, 'appos').filter((k) => isNominal(tree, k))
  return { head, tokens: words, span, apposed, ...(shared && { shared }) }
}

/** "*only* Morocco": a restriction right before a phrase belongs to it, also where a parser hangs it on the verb. */
function withFocus(tree: Tree, tokens: number[]): number[] {
  const before = tokens[0]! - 1
  if (before < 0 || formAt(tree, before) !== 'only' || rel(tree, before) !== 'advmod') return tokens
  return before > 0 && formAt(tree, before - 1) === 'not' ? tokens : [before, ...tokens]
}

function belongs(tree: Tree, k: number, head: number): boolean {
  const relation = tree.tokens[k]!.deprel
  if (INSIDE.has(rel(tree, k))) return true
  if (rel(tree, k) === 'advmod')
    return (
      k < head &&
      kidsBy(tree, head, 'case').every((c) => c < k || c > head) &&
      !hasKid(tree, head, 'cop', 'nsubj') &&
      near(tree, k, head)
    )
  if (rel(tree, k) === 'punct') return tree.kids[head]!.some((m) => between(k, m, head) && belongsUnmarked(tree, m))
  if (rel(tree, k) !== 'nmod') return false
  return relation !== 'nmod' ? !hasClause(tree, k) : prepositionOf(tree, k) === 'of' && k > head
}

const belongsUnmarked = (tree: Tree, k: number): boolean => INSIDE.has(rel(tree, k))
const between = (k: number, a: number, b: number): boolean => (k > a && k < b) || (k > b && k < a)
const hasClause = (tree: Tree, k: number): boolean => tree.tokens[k]!.upos === 'VERB' && hasKid(tree, k, 'nsubj')

/** "almost all", "only Israel": an adverb that no verb and no comma separates. */
function near(tree: Tree, k: number, head: number): boolean {
  for (let i = k + 1; i < head; i++) if (['VERB', 'AUX', 'PUNCT'].includes(tree.tokens[i]!.upos)) return false
  return true
}

/** Clauses, appositions and parentheses leave a phrase at every depth. */
function leaves(tree: Tree, k: number): boolean {
  if (rel(tree, k) === 'conj') return tree.tokens[k]!.upos === 'VERB'
  if (tree.tokens[k]!.deprel === 'nmod') return !['of', ''].includes(prepositionOf(tree, k))
  return CLAUSAL.has(rel(tree, k)) && !(rel(tree, k) === 'acl' && tree.tokens[k]!.upos === 'ADJ')
}

function trimmed(tree: Tree, tokens: number[], head: number): number[] {
  const isPunct = (i: number | undefined) => i !== undefined && i !== head && tree.tokens[i]!.upos === 'PUNCT'
  let from = 0
  let to = tokens.length
  while (to - from > 1 && isPunct(tokens[from])) from++
  while (to - from > 1 && isPunct(tokens[to - 1])) to--
  return tokens.slice(from, to)
}

/** A head and the heads coordinated with it, in text order; a verb among them is a parser's slip and is left out. */
export function conjuncts(tree: Tree, head: number): number[] {
  const out: number[] = []
  for (const stack = [head]; stack.length > 0; ) {
    const i = stack.pop()!
    out.push(i)
    stack.push(...kidsBy(tree, i, 'conj').filter((k) => isConjunct(tree, k)))
  }
  return out.sort((a, b) => a - b)
}

const isConjunct = (tree: Tree, k: number): boolean =>
  !['VERB', 'AUX'].includes(tree.tokens[k]!.upos) && !hasKid(tree, k, 'nsubj', 'cop')

/** The preposition of a phrase, lower-cased, with its fixed parts: "in", "because of", "out of"; empty without one. */
export function prepositionOf(tree: Tree, i: number): string {
  const cases = kidsBy(tree, i, 'case').filter((k) => k < i)
  const before = cases.length > 0 ? tree.tokens[cases[0]! - 1] : undefined
  const lead = before && ['together', 'along'].includes(before.form.toLowerCase()) && !cases.includes(cases[0]! - 1)
  return [...(lead ? [before.form.toLowerCase()] : []), ...cases.map((k) => words(tree, k))].join(' ')
}

/** Prepositional phrases headed by `i`: one for each conjunct, a conjunct's own preposition first. */
export function obliques(tree: Tree, i: number, people: (i: number) => Participant[]): Oblique[] {
  const prep = prepositionOf(tree, i)
  const plain = people(i).map((np) => ({ prep: prepositionOf(tree, np.head) || prep, np }))
  const complex = complexPreposition(prep, lemmaAt(tree, i), formAt(tree, i))
  if (!complex) return plain
  const inner = kidsBy(tree, i, 'nmod').filter((k) => prepositionOf(tree, k) === complex.then)
  return [...inner.flatMap((k) => people(k).map((np) => ({ prep: complex.prep, np }))), ...plain]
}
