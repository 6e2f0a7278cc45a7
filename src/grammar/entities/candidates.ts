import { isUpper } from '../characters.ts'
import type { Token } from '../types.ts'

/** A run of words that may be a named mention, with its head. */
export interface Candidate {
  first: number
  last: number
  head: number
}

/** Farthest that a mention reaches from its head on either side, in words, besides whole branches of the tree. */
const STEPS = 6
const LONGEST = 30
/** Most candidates of one head. */
const MOST = 48

/** Whether a word can be the head of a name; "WHO" and "US" can, whatever their tag. */
export const isNamed = (t: Token): boolean =>
  t.upos === 'PROPN' ||
  (isUpper(t.form.codePointAt(0)!) && (!CLOSED.has(t.upos) || isAcronym(t)) && !(t.i === 0 && t.upos === 'VERB'))
const isAcronym = ({ upos, form }: Token): boolean => upos === 'PRON' && form.length > 1 && form === form.toUpperCase()
const CLOSED = new Set(['DET', 'PRON', 'ADP', 'AUX', 'CCONJ', 'SCONJ', 'PART', 'ADV', 'INTJ', 'PUNCT'])

/** The candidates of every word that can head a name, by that word. */
export function candidates(tokens: readonly Token[]): Map<number, Candidate[]> {
  const out = new Map<number, Candidate[]>()
  const heads = tokens.filter(isNamed)
  if (heads.length === 0) return out
  const tree = edges(tokens)
  const seen = new Set<number>()
  for (const { i } of heads) out.set(i, [])
  for (const { i } of heads) {
    const firsts = leftEnds(tokens, tree, i)
    const lasts = rightEnds(tokens, tree, i)
    for (const first of firsts)
      for (const last of lasts) {
        const key = first * LONGEST + last - first
        if (last - first >= LONGEST || seen.has(key)) continue
        seen.add(key)
        const head = headOf(tokens, first, last)
        const list = out.get(head)
        if (list && list.length < MOST) list.push({ first, last, head })
      }
  }
  return out
}

/** The first word of a run whose own head is outside, a name before other words. */
export function headOf(tokens: readonly Token[], first: number, last: number): number {
  let best = -1
  for (let i = first; i <= last; i++) {
    const { head, upos } = tokens[i]!
    if (upos === 'PUNCT' || (head >= first && head <= last)) continue
    if (isNamed(tokens[i]!)) return i
    if (best < 0) best = i
  }
  return best
}

/** How far up a branch is followed. */
const DEEPEST = 60

interface Edges {
  low: Int32Array
  high: Int32Array
  kids: number[][]
}

/** Leftmost and rightmost word below each word, and its dependents. */
function edges(tokens: readonly Token[]): Edges {
  const low = Int32Array.from(tokens, (_, i) => i)
  const high = Int32Array.from(tokens, (_, i) => i)
  const kids: number[][] = tokens.map(() => [])
  for (const t of tokens) {
    if (t.head >= 0) kids[t.head]!.push(t.i)
    for (let a = t.head, k = 0; a >= 0 && k < DEEPEST; a = tokens[a]!.head, k++) {
      if (t.i < low[a]!) low[a] = t.i
      if (t.i > high[a]!) high[a] = t.i
    }
  }
  return { low, high, kids }
}

const BEFORE = new Set(['PROPN', 'NOUN', 'ADJ', 'DET', 'NUM', 'SYM', 'X', 'PRON', 'PART'])
const INNER = new Set(['-', '\u2013', '&', '/', '.', "'", '\u2019', '"', '\u201c', '\u201d', '``', "''"])
const AFTER = new Set(['PROPN', 'NUM', 'NOUN', 'SYM', 'X', 'ADJ'])

function leftEnds(tokens: readonly Token[], tree: Edges, h: number): number[] {
  const out = new Set([h])
  for (let l = h - 1; l >= Math.max(0, h - STEPS); l--) {
    const t = tokens[l]!
    if (!BEFORE.has(t.upos) && !INNER.has(t.form) && !isNamed(t)) break
    out.add(l)
  }
  for (const k of tree.kids[h]!) if (k < h) out.add(tree.low[k]!)
  return [...out]
}

function rightEnds(tokens: readonly Token[], tree: Edges, h: number): number[] {
  const out = new Set([h])
  for (let r = h + 1; r <= Math.min(tokens.length - 1, h + STEPS); r++) {
    const t = tokens[r]!
    if (!AFTER.has(t.upos) && !INNER.has(t.form) && !isNamed(t) && t.xpos !== 'POS') break
    out.add(r)
  }
  for (const k of tree.kids[h]!) if (k > h) addBranch(tokens, tree, k, out)
  return [...out]
}

/** The end of a branch, and of the branches that it is made of. */
function addBranch(tokens: readonly Token[], tree: Edges, k: number, out: Set<number>): void {
  const end = tree.high[k]!
  out.add(end)
  if (tokens[end]!.upos === 'PUNCT') out.add(end - 1)
  for (const g of tree.kids[k]!) if (g > k) out.add(tree.high[g]!)
  for (const g of tree.kids[k]!) if (g > k && tokens[g]!.deprel !== 'flat') out.add(tree.low[g]! - 1)
}
