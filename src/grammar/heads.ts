import { Eisner } from './eisner.ts'

/** Beyond so many words the best projective tree, whose cost grows with the cube, is not looked for. */
const LONG = 100

/** Chooses heads by the scores of arcs so that they make a projective tree with one root. */
export class Heads {
  private eisner = new Eisner()

  /** `score[base + d * width + h]` is what the arc from `h` to `d` is worth, `h = n` being the root; heads go to `head`. */
  choose(score: Float32Array, base: number, width: number, n: number, head: Int32Array): void {
    for (let d = 0; d < n; d++) head[d] = bestHead(score, base + d * width, n + 1, d)
    if (isTree(head, n)) return
    if (n <= LONG) this.eisner.decode(score, base, width, n, head)
    else mend(score, base, width, n, head)
  }
}

function bestHead(score: Float32Array, row: number, n: number, d: number): number {
  let best = d === 0 ? 1 : 0
  for (let h = best + 1; h < n; h++) if (h !== d && score[row + h]! > score[row + best]!) best = h
  return best
}

/** Whether there is one root, no cycle, and no arc crosses another. */
function isTree(head: Int32Array, n: number): boolean {
  let roots = 0
  for (let d = 0; d < n; d++) if (head[d] === n) roots++
  if (roots !== 1 || !settled(head, n).every((s) => s === 1)) return false
  for (let d = 0; d < n; d++) if (head[d]! < n && crosses(head, d, n)) return false
  return true
}

/** For each word 1 where its heads lead to the root, 2 where they lead into a cycle. */
function settled(head: Int32Array, n: number): Uint8Array {
  const out = new Uint8Array(n)
  const path: number[] = []
  for (let d = 0; d < n; d++) {
    let at = d
    while (at < n && out[at] === 0) {
      out[at] = 3
      path.push(at)
      at = head[at]!
    }
    const fate = at === n ? 1 : out[at] === 3 ? 2 : out[at]!
    for (const word of path) out[word] = fate
    path.length = 0
  }
  return out
}

/** Whether a word between `d` and its head hangs on one outside. Of arcs that cross, one at least is found so. */
function crosses(head: Int32Array, d: number, n: number): boolean {
  const low = Math.min(d, head[d]!)
  const high = Math.max(d, head[d]!)
  for (let k = low + 1; k < high; k++) if (head[k] === n || head[k]! < low || head[k]! > high) return true
  return false
}

/** Makes a tree of the best heads: the likeliest root stays alone, cycles are opened where that costs least, crossing arcs lifted. */
function mend(score: Float32Array, base: number, width: number, n: number, head: Int32Array): void {
  let root = 0
  for (let d = 1; d < n; d++) if (score[base + d * width + n]! > score[base + root * width + n]!) root = d
  for (let d = 0; d < n; d++) if (d !== root && head[d] === n) head[d] = bestHead(score, base + d * width, n, d)
  head[root] = n
  open(score, base, width, n, head)
  for (let again = true; again; ) {
    again = false
    for (let d = 0; d < n; d++)
      while (head[d]! < n && isCrossed(head, d, n)) {
        head[d] = head[head[d]!]!
        again = true
      }
  }
}

/** Opens each cycle at the word that loses least by a head from which the root is reached. */
function open(score: Float32Array, base: number, width: number, n: number, head: Int32Array): void {
  const fates = settled(head, n)
  for (let d = 0; d < n; d++) {
    if (fates[d] === 1) continue
    const path: number[] = []
    let end = d
    for (; fates[end] === 2; end = head[end]!) {
      fates[end] = 3
      path.push(end)
    }
    const cycle = fates[end] === 3 ? path.slice(path.indexOf(end)) : []
    let [word, to, gain] = [-1, n, -Infinity]
    for (const c of cycle)
      for (let h = 0; h < n; h++) {
        const g = score[base + c * width + h]! - score[base + c * width + head[c]!]!
        if (fates[h] === 1 && g > gain) [word, to, gain] = [c, h, g]
      }
    if (word >= 0) head[word] = to
    for (const c of path) fates[c] = 1
  }
}

/** Whether a word strictly between `d` and its head is not below that head; `n` heads the root. */
export function isCrossed(head: Int32Array, d: number, n: number): boolean {
  const h = head[d]!
  for (let k = Math.min(h, d) + 1; k < Math.max(h, d); k++) {
    let a = k
    while (a !== n && a !== h) a = head[a]!
    if (a === n) return true
  }
  return false
}
