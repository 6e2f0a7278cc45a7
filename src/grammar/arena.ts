import { type Kernel, kernel } from './kernel.ts'
import type { Strand } from './recurrence.ts'

/** A matrix in 16-bit integers: see `Arena.short`. */
export interface Short {
  at: number
  scales: number
  n: number
  k: number
}

/** Room for matrices of 32-bit floats, row by row, in the kernel's memory. Positions and widths count floats. */
export class Arena {
  readonly f: Float32Array<ArrayBuffer>
  private kernel: Kernel
  private used = 16
  /** Zeros: the memory before the first word. */
  private nothing: number

  constructor(floats: number) {
    this.kernel = kernel(floats * 4 + 16384)
    this.f = new Float32Array(this.kernel.memory.buffer)
    this.nothing = this.take(1024)
  }

  /** A stretch of zeros. */
  take(floats: number): number {
    const at = this.used
    this.used += (floats + 63) & ~15
    if (this.used > this.f.length) throw new RangeError('the arena is full')
    return at
  }

  /** C (m × n) += A (m × k) · B (k × n). Up to three rows and seven columns past the end of C are touched. */
  multiply(a: number, aw: number, b: number, bw: number, c: number, cw: number, m: number, n: number, k: number): void {
    this.kernel.multiply(a * 4, aw * 4, 4, b * 4, bw * 4, c * 4, cw * 4, (m + 3) >> 2, (n + 7) >> 3, k)
  }

  /** C (m × n) += Aᵀ · B, where A is k × m. */
  multiplyTurned(a: number, aw: number, b: number, bw: number, c: number, cw: number, m: number, n: number, k: number) {
    this.kernel.multiply(a * 4, 4, aw * 4, b * 4, bw * 4, c * 4, cw * 4, (m + 3) >> 2, (n + 7) >> 3, k)
  }

  /**
   * Rounds the matrix at `b` (k × n; k even, n a multiple of eight) to 16-bit integers with a scale for each column, laid out for
   * `multiplyShort`. Of two numbers of 2047 and a row of 512 the sum still fits.
   */
  short(b: number, k: number, n: number): Short {
    const { f } = this
    const [at, scales] = [this.take((k * n) / 2), this.take(n)]
    const integers = new Int16Array(f.buffer, at * 4, k * n)
    for (let j = 0; j < n; j++) {
      let most = 1e-30
      for (let i = 0; i < k; i++) most = Math.max(most, Math.abs(f[b + i * n + j]!))
      f[scales + j] = most / 2047
      const panel = (j >> 3) * k * 8 + (j & 7) * 2
      for (let i = 0; i < k; i++)
        integers[panel + (i >> 1) * 16 + (i & 1)] = Math.round((f[b + i * n + j]! / most) * 2047)
    }
    return { at, scales, n, k }
  }

  /** C (m × n) += A (m × k) · B, in 16-bit integers; `room` has place for A so and its scales. */
  multiplyShort(a: number, b: Short, c: number, cw: number, m: number, room: number): void {
    const rows = (m + 3) & ~3
    const scales = room + (rows * b.k) / 2
    this.kernel.shorten(a * 4, room * 4, scales * 4, rows, b.k >> 3)
    const places = [room * 4, b.k * 2, b.at * 4, c * 4, cw * 4, scales * 4, b.scales * 4] as const
    this.kernel.multiplyShort(...places, rows >> 2, (b.n + 7) >> 3, b.k >> 1)
  }

  /** Copies the `n` floats at `from` to each of `m` rows. */
  spread(from: number, n: number, c: number, cw: number, m: number): void {
    const { f } = this
    for (let i = 0; i < m; i++) f.copyWithin(c + i * cw, from, from + n)
  }

  /** Runs a strand over `rows` rows from `first` on, forwards (`by` 1) or backwards (−1). */
  recur(s: Strand, first: number, by: number, rows: number): void {
    const at = (base: number) => (base + first * s.width) * 4
    const places = [at(s.input), at(s.output), at(s.memory), at(s.forget), at(s.reset), by * s.width * 4] as const
    const pre = (s.pre + first * s.gates) * 4
    const { units, gates } = s
    this.kernel.recur(...places, pre, by * gates * 4, s.peep * 4, this.nothing * 4, units / 4, units * 4, rows)
  }
}
