import { isCrossed } from '../heads.ts'
import type { Gold } from './corpus.ts'

/** The tree over the words of a sentence that are no punctuation: their indices, heads as places among them (their number is the root), labels. */
export interface Tree {
  kept: Int32Array
  head: Int32Array
  label: Int32Array
}

/**
 * The gold tree without punctuation: dependents of a mark hang on the nearest head that stays, and crossing arcs are lifted
 * until none cross. A sentence of punctuation alone keeps it all.
 */
export function treeOf(sentence: Gold, labels: readonly string[]): Tree {
  const words = sentence.forms.map((_, i) => i).filter((i) => sentence.upos[i] !== 'PUNCT')
  const kept = Int32Array.from(words.length > 0 ? words : sentence.forms.keys())
  const n = kept.length
  const place = new Int32Array(sentence.forms.length).fill(-1)
  kept.forEach((i, k) => {
    place[i] = k
  })
  const head = Int32Array.from(kept, (i) => {
    let h = sentence.head[i]!
    while (h >= 0 && place[h]! < 0) h = sentence.head[h]!
    return h < 0 ? n : place[h]!
  })
  oneRoot(head, n)
  lift(head, n)
  return { kept, head, label: Int32Array.from(kept, (i) => Math.max(0, labels.indexOf(sentence.deprel[i]!))) }
}
/** Hangs further roots on the first. */
function oneRoot(head: Int32Array, n: number): void {
  const root = head.indexOf(n)
  for (let i = 0; i < n; i++) if (head[i] === n && i !== root) head[i] = root
}

function lift(head: Int32Array, n: number): void {
  for (let again = true; again; ) {
    again = false
    for (let d = 0; d < n; d++) {
      if (head[d]! < n && isCrossed(head, d, n)) {
        head[d] = head[head[d]!]!
        again = true
      }
    }
  }
}
