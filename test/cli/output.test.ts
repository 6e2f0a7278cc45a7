import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coloured, jsonOf, onlyOurs, width } from '../../src/cli/output.ts'

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
  assert.equal(onlyOurs('a\x1b[2Jb\x07\u009bc\tä\r\nd\re\n'), 'a\uFFFD[2Jb\uFFFD\uFFFDc\tä\nd\uFFFDe\n')
  assert.equal(onlyOurs('a\u202Eb\u2066c\u2069d\x7Fe'), 'a\uFFFDb\uFFFDc\uFFFDd\uFFFDe')
})

test('in JSON what would steer the terminal is escaped, and the value stays', () => {
  const value = { text: 'a\x1b[2J\x7Fb\u009b\u202Ec\u2066ä’' }
  assert.equal(jsonOf(value), '{"text":"a\\u001b[2J\\u007fb\\u009b\\u202ec\\u2066ä’"}')
  assert.deepEqual(JSON.parse(jsonOf(value)), value)
})
