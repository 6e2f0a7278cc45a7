/** Adam (Kingma & Ba 2015) over one stretch of floats. */
export class Adam {
  private mean: Float32Array
  private square: Float32Array
  private b1 = 0.9
  private b2 = 0.98

  constructor(size: number) {
    this.mean = new Float32Array(size)
    this.square = new Float32Array(size)
  }

  /** Moves `size` values at `at` in `f` against the gradient at `g` in `grads`; `slot` is their place in the moments. */
  step(
    f: Float32Array,
    at: number,
    grads: Float32Array,
    g: number,
    slot: number,
    size: number,
    rate: number,
    shrink: number,
  ): void {
    const { mean, square, b1, b2 } = this
    for (let i = 0; i < size; i++) {
      const d = grads[g + i]! * shrink
      const m = b1 * mean[slot + i]! + (1 - b1) * d
      const v = b2 * square[slot + i]! + (1 - b2) * d * d
      mean[slot + i] = m
      square[slot + i] = v
      f[at + i]! -= (rate * m) / (Math.sqrt(v) + 1e-8)
    }
  }
}
