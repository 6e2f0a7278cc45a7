import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coloured, harmless, width } from '../../src/cli/output.ts'

const tty = (columns: number) => ({ isTTY: true as const, columns })
const pipe = { isTTY: undefined as never, columns: undefined as never }

test('colour is for terminals whose owner wants it', () => {
  assert.equal(coloured(tty(80), {}), true)
  assert.equal(coloured(tty(80), { NO_COLOR: '' }), true, 'an empty NO_COLOR says nothing')
  for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) assert.equal(coloured(tty(80), env), false)
  assert.equal(coloured(pipe, { FORCE_COLOR: '1' }), false)
})

test('lines are as wide as the terminal, to a bound', () => {
  assert.deepEqual([width(tty(60)), width(tty(400)), width(pipe)], [60, 120, 80])
})

test('text of others cannot steer the terminal', () => {
  assert.equal(harmless('a\x1b[2Jb\x07\u009bc\tä\n'), 'a\uFFFD[2Jb\uFFFD\uFFFDc\tä\n')
})
