import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Eisner } from '../../src/grammar/eisner.ts'
import { Heads } from '../../src/grammar/heads.ts'
import { randomFrom } from '../../src/grammar/train/random.ts'

/** All projective trees with one root over `n` words, as heads. */
function trees(n: number): number[][] {
  const out: number[][] = []
  const heads = new Array<number>(n).fill(0)
  const choose = (d: number): void => {
    if (d === n) {
      if (isTree(heads)) out.push([...heads])
      return
    }
    for (let h = 0; h <= n; h++) {
      if (h === d) continue
      heads[d] = h
      choose(d + 1)
    }
  }
  choose(0)
  return out
}

function isTree(heads: readonly number[]): boolean {
  const n = heads.length
  if (heads.filter((h) => h === n).length !== 1) return false
  const under = (word: number, top: number): boolean => {
    let at = word
    for (let k = 0; k <= n && at < n; k++) {
      if (at === top) return true
      at = heads[at]!
    }
    return at === top
  }
  return heads.every((h, d) => {
    if (!under(d, n)) return false
    if (h === n) return true
    for (let k = Math.min(h, d) + 1; k < Math.max(h, d); k++) if (!under(k, h)) return false
    return true
  })
}

test('the best projective tree is found among all', () => {
  const random = randomFrom(5)
  const eisner = new Eisner()
  for (const n of [1, 2, 3, 4, 5])
    for (let round = 0; round < 8; round++) {
      const width = n + 3
      const scores = Float32Array.from({ length: 4 + n * width }, () => random())
      const worth = (heads: ArrayLike<number>) =>
        Array.from({ length: n }, (_, d) => scores[4 + d * width + heads[d]!]!).reduce((a, b) => a + b)
      const best = trees(n).reduce((a, b) => (worth(b) > worth(a) ? b : a))
      const head = new Int32Array(n)
      eisner.decode(scores, 4, width, n, head)
      assert.ok(isTree([...head]))
      assert.ok(Math.abs(worth(head) - worth(best)) < 1e-5)
    }
})

test('heads make a tree for short and long sentences alike', () => {
  const random = randomFrom(6)
  const heads = new Heads()
  for (const n of [1, 2, 7, 40, 101, 180]) {
    const width = n + 1
    const scores = Float32Array.from({ length: n * width }, () => random())
    const head = new Int32Array(n)
    heads.choose(scores, 0, width, n, head)
    assert.ok(isTree([...head]), `${n} words`)
  }
})
