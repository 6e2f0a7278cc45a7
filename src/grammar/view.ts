import type { View } from './features.ts'
import type { Words } from './words.ts'

/** Which joint tags are punctuation, and the universal part of each as a number. */
export interface Tagset {
  tags: readonly string[]
  punctuation: Uint8Array
  pos: Int32Array
}

export function tagsetOf(tags: readonly string[]): Tagset {
  const parts = [...new Set(tags.map((tag) => tag.split(' ')[0]!))]
  return {
    tags,
    punctuation: Uint8Array.from(tags, (tag) => (tag.startsWith('PUNCT ') ? 1 : 0)),
    pos: Int32Array.from(tags, (tag) => parts.indexOf(tag.split(' ')[0]!) + 1),
  }
}

/** A view with the indices of its words in the sentence. A sentence of punctuation alone keeps it all as words. */
export interface Bare extends View {
  index: Int32Array
}

export function bare(words: Words, tags: Int32Array, set: Tagset): Bare {
  let kept = 0
  for (let i = 0; i < words.count; i++) if (!set.punctuation[tags[i]!]) kept++
  const all = kept === 0
  const n = all ? words.count : kept
  const view: Bare = {
    n,
    word: new Int32Array(n + 2),
    tag: new Int32Array(n + 2),
    pos: new Int32Array(n + 2),
    before: new Int32Array(n + 2),
    kind: new Int32Array(n + 2),
    fine: new Int32Array(n + 2),
    index: new Int32Array(n),
  }
  let k = 0
  let marks = 0
  for (let i = 0; i < words.count; i++) {
    if (!all && set.punctuation[tags[i]!]) {
      marks = joined(marks, markOf(words.forms[i]!))
      continue
    }
    view.index[k] = i
    view.word[k] = words.lower[i]!
    view.kind[k] = words.kind[i]!
    view.fine[k] = words.fine[i]!
    view.tag[k] = tags[i]! + 1
    view.pos[k] = set.pos[tags[i]!]!
    view.before[k++] = marks
    marks = 0
  }
  view.word[n] = -1
  view.tag[n] = -1
  view.pos[n] = -1
  view.before[n] = marks
  view.word[n + 1] = -2
  view.tag[n + 1] = -2
  view.pos[n + 1] = -2
  return view
}

const MARKS = [',', ';', ':', '-', '(', ')', '"', '.', '?']

/** The kind of a punctuation mark, 1–10. */
function markOf(form: string): number {
  const c = form.charCodeAt(0)
  if (c === 0x2013 || c === 0x2014) return 4
  if (c === 0x201c || c === 0x2018 || c === 0x201d || c === 0x2019 || c === 39 || c === 96) return 7
  if (c === 91 || c === 123) return 5
  if (c === 93 || c === 125) return 6
  if (c === 33) return 9
  return MARKS.indexOf(form[0]!) + 1 || 10
}

/** The first two marks in a row. */
const joined = (marks: number, mark: number): number => (marks === 0 ? mark : marks < 16 ? marks * 16 + mark : marks)
