import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matrices, Net } from '../../src/grammar/net.ts'
import { type Batch, roomOf } from '../../src/grammar/train/batch.ts'
import { Gradient } from '../../src/grammar/train/gradient.ts'
import { randomFrom } from '../../src/grammar/train/random.ts'

const SHAPE = { rows: 1, width: 16, layers: 2, arc: 8, label: 8, tags: 5, labels: 6 }

/** Two sentences of four and three words, one mark among them. */
const BATCH: Batch = {
  count: 7,
  ends: [4, 7],
  tags: Int32Array.from([0, 1, 2, 3, 4, 0, 1]),
  kept: Int32Array.from([0, 1, 3, -1, 4, 5, 6, -1]),
  keptCount: 8,
  starts: [0, 4],
  sizes: [3, 3],
  head: Int32Array.from([1, -1, 1, -2, 5, 6, -1, -2]),
  label: Int32Array.from([2, 0, 3, 0, 1, 5, 0, 0]),
}

test('gradients are the slopes of the loss', () => {
  const random = randomFrom(9)
  const net = new Net(SHAPE, 16, roomOf({ shape: SHAPE, most: 16 }))
  const gradient = new Gradient(net)
  const { f } = net.arena
  for (const [name, m, n] of matrices(SHAPE)) for (let i = 0; i < m * n; i++) f[net.at[name]! + i] = random() - 0.5
  const inputs = Float32Array.from({ length: BATCH.count * SHAPE.width }, () => random() * 2 - 1)
  for (const mask of gradient.masks) mask.fill(1)
  const loss = (): number => {
    f.set(inputs, net.x[0]!)
    gradient.turn()
    const { tags, arcs, labels } = gradient.run(BATCH, 1)
    return tags + arcs + labels
  }
  const slope = (get: () => number, set: (v: number) => void): number => {
    const was = get()
    set(was + 0.005)
    const more = loss()
    set(was - 0.005)
    const less = loss()
    set(was)
    return (more - less) / 0.01
  }
  loss()
  const own = f.slice(gradient.grad, gradient.grad + gradient.size)
  const first = f.slice(gradient.dx[0]!, gradient.dx[0]! + inputs.length)
  const check = (what: string, given: number, found: number) =>
    assert.ok(Math.abs(given - found) < 0.02 + 0.03 * Math.abs(found), `${what}: ${given}, not ${found}`)
  for (const [name, m, n] of matrices(SHAPE))
    for (const i of [0, Math.floor(random() * m * n), Math.floor(random() * m * n), m * n - 1]) {
      const at = net.at[name]! + i
      const found = slope(
        () => f[at]!,
        (v) => {
          f[at] = v
        },
      )
      check(`${name} ${i}`, own[at - gradient.first]!, found)
    }
  for (const i of [0, 20, 50, 111]) {
    const found = slope(
      () => inputs[i]!,
      (v) => {
        inputs[i] = v
      },
    )
    check(`input ${i}`, first[i]!, found)
  }
})
