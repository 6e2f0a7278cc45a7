import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clausesOf } from '../../src/grammar/clauses/index.ts'
import { show, unmet } from './clauses-notation.ts'
import { TREES, treeFrom } from './clauses-trees.ts'

for (const [drawn, ...expected] of TREES) {
  const { text, sentence } = treeFrom(drawn)
  test(text, () => {
    const found = clausesOf(sentence).map((c) => show(text, c))
    assert.deepEqual(unmet(text, sentence, expected), [], `found:\n${found.join('\n')}`)
  })
}
