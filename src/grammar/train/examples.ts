import { bare, type Tagset } from '../view.ts'
import type { Words } from '../words.ts'
import type { Gold } from './corpus.ts'
import type { Example } from './trees.ts'

/**
 * The gold tree of a sentence as seen through its tags: words tagged as punctuation are left out, their dependents hung on
 * the nearest head that stays, and crossing arcs lifted until none cross.
 */
export function exampleOf(
  sentence: Gold,
  words: Words,
  tags: Int32Array,
  set: Tagset,
  labels: readonly string[],
): Example {
  const view = bare(words, tags, set)
  const place = new Int32Array(sentence.forms.length).fill(-1)
  view.index.forEach((i, k) => {
    place[i] = k
  })
  const head = Int32Array.from(view.index, (i) => {
    let h = sentence.head[i]!
    while (h >= 0 && place[h]! < 0) h = sentence.head[h]!
    return h < 0 ? view.n : place[h]!
  })
  oneRoot(head, view.n)
  lift(head, view.n)
  return {
    view,
    head,
    label: Int32Array.from(view.index, (i) => Math.max(0, labels.indexOf(sentence.deprel[i]!))),
  }
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
      if (head[d]! < n && crosses(head, d, n)) {
        head[d] = head[head[d]!]!
        again = true
      }
    }
  }
}

/** Whether a word strictly between `d` and its head is not below that head. */
function crosses(head: Int32Array, d: number, n: number): boolean {
  const h = head[d]!
  for (let k = Math.min(h, d) + 1; k < Math.max(h, d); k++) {
    let a = k
    while (a !== n && a !== h) a = head[a]!
    if (a === n) return true
  }
  return false
}
