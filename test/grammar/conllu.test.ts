import assert from 'node:assert/strict'
import { test } from 'node:test'
import { annotate, readConllu, writeConllu } from '../../src/grammar/index.ts'

const FILE = `# newdoc id = one
# text = They don't visit Oslo.
1\tThey\t_\t_\t_\t_\t_\t_\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tNote=kept
2\tdo\t_\t_\t_\t_\t_\t_\t_\t_
3\tn't\t_\t_\t_\t_\t_\t_\t_\t_
4\tvisit\t_\t_\t_\t_\t_\t_\t_\tA=1|B=2
4.1\tthere\t_\t_\t_\t_\t_\t_\t_\t_
5\tOslo\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
6\t.\t_\t_\t_\t_\t_\t_\t_\t_

# text = They left.
1\tThey\t_\t_\t_\t_\t_\t_\t_\t_
2\tleft\t_\t_\t_\t_\t_\t_\t_\t_
3\t.\t_\t_\t_\t_\t_\t_\t_\t_

`

test('a file reads and writes to the same bytes', () => {
  assert.equal(writeConllu(readConllu(FILE)), FILE)
  assert.equal(writeConllu(readConllu(`\ufeff${FILE.replaceAll('\n', '\r\n')}`)), FILE)
})

test('annotation keeps comments, forms, other rows and the last column', () => {
  const [first, second] = readConllu(FILE).map(annotate)
  assert.deepEqual(first!.comments, ['# newdoc id = one', "# text = They don't visit Oslo."])
  const column = (i: number) => first!.rows.map((row) => row[i])
  assert.deepEqual(column(0), ['1', '2-3', '2', '3', '4', '4.1', '5', '6'])
  assert.deepEqual(column(1), ['They', "don't", 'do', "n't", 'visit', 'there', 'Oslo', '.'])
  assert.deepEqual(column(6), ['4', '_', '4', '4', '0', '_', '4', '4'])
  assert.deepEqual(column(7), ['nsubj', '_', 'aux', 'advmod', 'root', '_', 'obj', 'punct'])
  assert.deepEqual(column(9), ['_', 'Note=kept', '_', '_', 'A=1|B=2', '_', 'SpaceAfter=No', '_'])
  assert.deepEqual(
    second!.rows.map((row) => [row[3], row[6]]),
    [
      ['PRON', '2'],
      ['VERB', '0'],
      ['PUNCT', '2'],
    ],
  )
})

test('a row that is none is refused with its line', () => {
  assert.throws(() => readConllu('# c\n1\tThey\n'), { code: 'incorrect', at: 'line 2' })
})
