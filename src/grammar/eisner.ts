/**
 * Finds the best projective tree with one root (Eisner 1996) over `n` words; `score[d * width + h]` is what the arc from `h` to
 * `d` is worth, `h = n` being the root. Heads go to `head`.
 */
export class Eisner {
  private size = 0
  private open = new Float32Array(0)
  private full = new Float32Array(0)
  private cutOpen = new Int16Array(0)
  private cutFull = new Int16Array(0)

  private grow(n: number): void {
    this.size = n
    this.open = new Float32Array(n * n)
    this.full = new Float32Array(n * n)
    this.cutOpen = new Int16Array(n * n)
    this.cutFull = new Int16Array(n * n)
  }

  decode(score: Float32Array, base: number, width: number, n: number, head: Int32Array): void {
    if (n > this.size) this.grow(n)
    const { open, full, cutOpen, cutFull } = this
    // Cell [i * n + j]: the span from head i to its furthest word j, on either side.
    for (let i = 0; i < n; i++) full[i * n + i] = 0
    for (let len = 1; len < n; len++) {
      for (let i = 0; i + len < n; i++) {
        const j = i + len
        let best = -Infinity
        let cut = i
        for (let k = i; k < j; k++) {
          const v = full[i * n + k]! + full[j * n + k + 1]!
          if (v > best) {
            best = v
            cut = k
          }
        }
        open[i * n + j] = best + score[base + j * width + i]!
        open[j * n + i] = best + score[base + i * width + j]!
        cutOpen[i * n + j] = cut
        best = -Infinity
        for (let k = i + 1; k <= j; k++) {
          const v = open[i * n + k]! + full[k * n + j]!
          if (v > best) {
            best = v
            cut = k
          }
        }
        full[i * n + j] = best
        cutFull[i * n + j] = cut
        best = -Infinity
        for (let k = i; k < j; k++) {
          const v = full[k * n + i]! + open[j * n + k]!
          if (v > best) {
            best = v
            cut = k
          }
        }
        full[j * n + i] = best
        cutFull[j * n + i] = cut
      }
    }
    let root = 0
    let most = -Infinity
    for (let r = 0; r < n; r++) {
      const v = full[r * n]! + full[r * n + n - 1]! + score[base + r * width + n]!
      if (v > most) {
        most = v
        root = r
      }
    }
    head[root] = n
    const todo = [root, 0, root, n - 1]
    while (todo.length > 0) {
      const end = todo.pop()!
      const h = todo.pop()!
      if (h === end) continue
      const k = cutFull[h * n + end]!
      head[k] = h
      const c = cutOpen[Math.min(h, k) * n + Math.max(h, k)]!
      todo.push(k, end)
      if (h < k) todo.push(h, c, k, c + 1)
      else todo.push(k, c, h, c + 1)
    }
  }
}
