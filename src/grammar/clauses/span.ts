import type { Span } from '../../model/span.ts'
import type { Draft, Work } from './draft.ts'
import { kidsBy, rel, subtree, words } from './tree.ts'

/** The extent of a clause: its dependents without coordinate clauses, leading conjunctions and marks at the edges. */
export function spanOf(work: Work, d: Draft): Span {
  const light = d.light === undefined ? undefined : work.drafts[d.light]
  const at = light ?? d
  const inside = subtree(work.tree, at.predicate, (k, head) => head === at.predicate && isOutside(work, at, k))
  return trim(work, inside)
}

function isOutside(work: Work, d: Draft, k: number): boolean {
  const relation = rel(work.tree, k)
  if (relation === 'cc') return k < d.predicate
  if (relation === 'punct') return false
  if (d.form === 'noun')
    return NOUN_OUTSIDE.has(relation) || (work.verbs.has(d.predicate) && CLAUSE_PARTS.has(relation))
  if (relation === 'conj') return work.verbs.has(k)
  return relation === 'parataxis' || (relation === 'mark' && work.tree.tokens[k]!.form.toLowerCase() === 'that')
}

const NOUN_OUTSIDE = new Set(['conj', 'case', 'appos', 'parataxis', 'mark'])
const CLAUSE_PARTS = new Set(['nsubj', 'cop', 'aux', 'advmod', 'advcl', 'obl', 'expl', 'ccomp', 'csubj'])

function trim({ tree }: Work, tokens: number[]): Span {
  const edge = (i: number) => tree.tokens[i]!.upos === 'PUNCT' || (rel(tree, i) === 'cc' && tokens.indexOf(i) === 0)
  let from = 0
  let to = tokens.length
  while (to - from > 1 && edge(tokens[from]!)) from++
  while (to - from > 1 && tree.tokens[tokens[to - 1]!]!.upos === 'PUNCT') to--
  return { start: tree.tokens[tokens[from]!]!.start, end: tree.tokens[tokens[to - 1]!]!.end }
}

/** The subordinator of a clause, lower-cased. */
export function markOf({ tree }: Work, i: number): string | undefined {
  const marks = kidsBy(tree, i, 'mark').filter((k) => k < i)
  const wh = kidsBy(tree, i, 'advmod').filter(
    (k) => k < i && /^(when|where|while|why|how)$/i.test(tree.tokens[k]!.form),
  )
  const first = [...marks, ...wh].sort((a, b) => a - b)[0]
  return first === undefined ? undefined : words(tree, first)
}
