import type { Sentence, Token } from '../types.ts'
import { clauseMends } from './mend-clauses.ts'
import { cutMends } from './mend-cut.ts'
import { doubleMends } from './mend-doubles.ts'
import { finiteMends } from './mend-finite.ts'
import { headlineMends } from './mend-headlines.ts'
import { lemmaMended } from './mend-lemma.ts'
import { nounMends } from './mend-nouns.ts'
import { objectMends } from './mend-objects.ts'
import { partedMends } from './mend-parted.ts'
import { participleMends } from './mend-participles.ts'
import { predicateMends } from './mend-predicates.ts'
import { strandedMends } from './mend-stranded.ts'
import { subjectMends } from './mend-subjects.ts'
import { tagMends } from './mend-tags.ts'
import { takenMends } from './mend-taken.ts'
import { verbMends } from './mend-verbs.ts'
import { type Tree, treeOf } from './tree.ts'

/** A token's arc drawn anew, and its tag where the slip began there. */
export interface Patch {
  i: number
  head: number
  deprel: string
  tag?: Partial<Pick<Token, 'upos' | 'xpos' | 'lemma' | 'feats'>>
}

/** Finds slips of one sort in a tree. */
export type Mend = (tree: Tree) => Patch[]

export const MENDS: Readonly<Record<string, Mend>> = {
  ...tagMends,
  ...cutMends,
  ...takenMends,
  ...doubleMends,
  ...participleMends,
  ...finiteMends,
  ...headlineMends,
  ...verbMends,
  ...partedMends,
  ...predicateMends,
  ...nounMends,
  ...strandedMends,
  ...subjectMends,
  ...clauseMends,
  ...objectMends,
}

/** Mends slips that a greedy parser makes often and that contradict the grammar on the face of it; a sound tree is left alone. */
export function mended(sentence: Sentence): Tree {
  let tree = treeOf({ ...sentence, tokens: sentence.tokens.map(lemmaMended) })
  for (const mend of Object.values(MENDS)) {
    const patches = mend(tree)
    if (patches.length > 0) tree = treeOf({ ...sentence, tokens: patched(tree, patches) })
  }
  return tree
}

function patched(tree: Tree, patches: readonly Patch[]): Token[] {
  const tokens = [...tree.tokens]
  for (const { i, head, deprel, tag } of patches) tokens[i] = { ...tokens[i]!, ...tag, head, deprel }
  return tokens
}
