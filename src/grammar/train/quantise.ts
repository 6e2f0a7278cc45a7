import { matrices } from '../net.ts'
import type { Weights } from '../weights.ts'
import type { TrainedNet } from './trainer.ts'

/** A byte for every number of the table, two bytes for the others, with a scale for each row and matrix. */
export function quantise({ net, table }: TrainedNet): Pick<Weights, 'table' | 'scales' | 'dense' | 'denseScales'> {
  const { rows, width } = net.shape
  const small = new Int8Array(table.length)
  const scales = new Float32Array(rows)
  for (let r = 0; r < rows; r++) scales[r] = rounded(table.subarray(r * width, (r + 1) * width), 127, small, r * width)
  const list = matrices(net.shape)
  const dense = new Int16Array(list.reduce((sum, [, m, n]) => sum + m * n, 0))
  const denseScales = new Float32Array(list.length)
  let at = 0
  list.forEach(([name, m, n], i) => {
    const from = net.at[name]!
    denseScales[i] = rounded(net.arena.f.subarray(from, from + m * n), 32767, dense, at)
    at += m * n
  })
  return { table: small, scales, dense, denseScales }
}

function rounded(values: Float32Array, most: number, out: Int8Array | Int16Array, at: number): number {
  const largest = values.reduce((a, v) => Math.max(a, Math.abs(v)), 0)
  const scale = Math.fround(largest / most) || 1
  values.forEach((v, i) => {
    out[at + i] = Math.round(v / scale)
  })
  return scale
}
