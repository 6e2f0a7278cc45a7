import type { Sentence, Token } from '../types.ts'
import { clauseMends } from './mend-clauses.ts'
import { nounMends } from './mend-nouns.ts'
import { strandedMends } from './mend-stranded.ts'
import { subjectMends } from './mend-subjects.ts'
import { type Tree, treeOf } from './tree.ts'

/** A token's arc drawn anew. */
export interface Patch {
  i: number
  head: number
  deprel: string
}

/** Finds slips of one sort in a tree. */
export type Mend = (tree: Tree) => Patch[]

export const MENDS: Readonly<Record<string, Mend>> = { ...nounMends, ...strandedMends, ...subjectMends, ...clauseMends }

/** Mends slips that a greedy parser makes often and that contradict the grammar on the face of it; a sound tree is left alone. */
export function mended(sentence: Sentence): Tree {
  let tree = treeOf(sentence)
  for (const mend of Object.values(MENDS)) {
    const patches = mend(tree)
    if (patches.length > 0) tree = treeOf({ ...sentence, tokens: patched(tree, patches) })
  }
  return tree
}

function patched(tree: Tree, patches: readonly Patch[]): Token[] {
  const tokens = [...tree.tokens]
  for (const { i, head, deprel } of patches) tokens[i] = { ...tokens[i]!, head, deprel }
  return tokens
}
