/**
 * Hangs punctuation into a tree over the other words: a mark belongs to the lower of the two phrases that it stands
 * between, a bracket or quotation mark to the phrase inside. `head[i]` is -2 where it is open. Never crosses an arc.
 */
export function attachPunctuation(forms: readonly string[], head: Int32Array): void {
  const marks: number[] = []
  for (let i = 0; i < forms.length; i++) if (head[i] === -2) marks.push(i)
  const open = new Set(marks)
  const next = neighbours(forms.length, open)
  for (const i of marks) {
    const left = climb(head, next.before[i]!, i, -1)
    const right = climb(head, next.after[i]!, i, 1)
    head[i] = choose(head, i, left, right)
  }
}

/** For each position the nearest word before and after that is no open mark; -1 for none. */
function neighbours(n: number, open: ReadonlySet<number>): { before: Int32Array; after: Int32Array } {
  const before = new Int32Array(n).fill(-1)
  const after = new Int32Array(n).fill(-1)
  for (let i = 0, last = -1; i < n; i++) {
    before[i] = last
    if (!open.has(i)) last = i
  }
  for (let i = n - 1, last = -1; i >= 0; i--) {
    after[i] = last
    if (!open.has(i)) last = i
  }
  return { before, after }
}

/** The topmost word reached from `word` without passing over `mark`. */
function climb(head: Int32Array, word: number, mark: number, side: number): number {
  if (word < 0) return -1
  let at = word
  while (head[at]! >= 0 && (head[at]! - mark) * side > 0) at = head[at]!
  return at
}

function choose(head: Int32Array, mark: number, left: number, right: number): number {
  if (left < 0) return right
  if (right < 0) return left
  // Whichever hangs over the mark is the lower phrase.
  if (head[right]! >= 0 && head[right]! < mark) return right
  return left
}
