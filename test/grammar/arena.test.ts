import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Arena } from '../../src/grammar/arena.ts'
import { randomFrom } from '../../src/grammar/train/random.ts'

const random = randomFrom(3)

function filled(arena: Arena, rows: number, columns: number): number {
  const at = arena.take((rows + 8) * (columns + 8))
  for (let i = 0; i < rows * columns; i++) arena.f[at + i] = random() * 2 - 1
  return at
}

/** Sum over k of A[i,k] · B[k,j], A being turned or not. */
function product(
  a: Float32Array,
  aw: number,
  turned: boolean,
  b: Float32Array,
  bw: number,
  i: number,
  j: number,
  k: number,
) {
  let sum = 0
  for (let x = 0; x < k; x++) sum += a[turned ? x * aw + i : i * aw + x]! * b[x * bw + j]!
  return sum
}

test('products are those of the plain loops', () => {
  for (const [m, k, n] of [
    [1, 1, 8],
    [4, 3, 8],
    [7, 16, 24],
    [12, 40, 16],
  ] as const) {
    const arena = new Arena(20_000)
    const [a, b, turned] = [filled(arena, m, k), filled(arena, k, n), filled(arena, k, m + 3)]
    const [c, d] = [filled(arena, m + 4, n), arena.take((m + 4) * n)]
    const [fa, fb, ft, fc] = [a, b, turned, c].map((at) => arena.f.slice(at)) as [
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
    ]
    arena.multiply(a, k, b, n, c, n, m, n, k)
    arena.multiplyTurned(turned, m, b, n, d, n, m, n, k)
    for (let i = 0; i < m; i++)
      for (let j = 0; j < n; j++) {
        assert.ok(Math.abs(arena.f[c + i * n + j]! - fc[i * n + j]! - product(fa, k, false, fb, n, i, j, k)) < 1e-5)
        assert.ok(Math.abs(arena.f[d + i * n + j]! - product(ft, m, true, fb, n, i, j, k)) < 1e-5)
      }
  }
})

test('products in 16-bit integers are close to those in floats', () => {
  const arena = new Arena(60_000)
  const [m, k, n] = [6, 64, 24]
  const [a, b] = [filled(arena, m + 4, k), filled(arena, k, n)]
  const [c, d, room] = [arena.take((m + 4) * n), arena.take((m + 4) * n), arena.take((m + 4) * (k + 8))]
  arena.multiply(a, k, b, n, c, n, m, n, k)
  arena.multiplyShort(a, arena.short(b, k, n), d, n, m, room)
  for (let i = 0; i < m * n; i++) assert.ok(Math.abs(arena.f[c + i]! - arena.f[d + i]!) < 0.01)
})

test('a strand runs as its formula says, in both directions', () => {
  const gate = (x: number) => 0.5 + (0.5 * x) / Math.sqrt(1 + x * x)
  for (const by of [1, -1]) {
    const arena = new Arena(20_000)
    const [units, rows] = [8, 5]
    const at = (n: number) => filled(arena, rows, n)
    const s = { units, input: at(units), output: at(units), memory: at(units), forget: at(units), reset: at(units) }
    const strand = { ...s, width: units, pre: at(3 * units), gates: 3 * units, peep: filled(arena, 2, units) }
    const { f } = arena
    arena.recur(strand, by === 1 ? 0 : rows - 1, by, rows)
    for (let j = 0; j < units; j++) {
      let memory = 0
      for (let r = 0; r < rows; r++) {
        const t = by === 1 ? r : rows - 1 - r
        const p = strand.pre + t * 3 * units + j
        const keep = gate(f[p + units]! + f[strand.peep + j]! * memory)
        const open = gate(f[p + 2 * units]! + f[strand.peep + units + j]! * memory)
        memory = f[p]! + keep * (memory - f[p]!)
        const skip = f[s.input + t * units + j]!
        assert.ok(Math.abs(f[s.output + t * units + j]! - (skip + open * (memory - skip))) < 1e-5)
      }
    }
  }
})
