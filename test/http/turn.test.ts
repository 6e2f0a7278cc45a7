import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CANCELLED, cancelled, cell, FREE, release, WRITES, WRITTEN, writingIn } from '../../src/http/turn.ts'

const shared = (number = 1, turn = cell()) => ({ turn, state: cell(), number })

test('while a thread writes it is not cancelled; before and after, it may be', async () => {
  const own = shared()
  assert.equal(
    await writingIn(own)(async () => {
      assert.deepEqual([own.turn[0], own.state[0]], [1, WRITES])
      assert.equal(cancelled(own.state), WRITES)
      return 'done'
    }),
    'done',
  )
  assert.deepEqual([own.turn[0], own.state[0]], [FREE, WRITTEN])
  assert.equal(cancelled(own.state), WRITTEN)
  assert.equal(own.state[0], CANCELLED)
})

test('what was cancelled before it wrote writes nothing', async () => {
  const own = shared()
  assert.equal(cancelled(own.state), FREE)
  let wrote = false
  const work = writingIn(own)(async () => {
    wrote = true
  })
  await assert.rejects(work, { code: 'fault' })
  assert.deepEqual([wrote, own.turn[0], own.state[0]], [false, FREE, CANCELLED])
})

test('the turn ends with work that fails, and with the thread that had it, and with no other', async () => {
  const own = shared(2)
  await assert.rejects(
    writingIn(own)(() => Promise.reject(new Error('full'))),
    /full/,
  )
  assert.equal(own.turn[0], FREE)
  Atomics.store(own.turn, 0, 2)
  release(own.turn, 3)
  assert.equal(own.turn[0], 2)
  release(own.turn, 2)
  assert.equal(own.turn[0], FREE)
})
