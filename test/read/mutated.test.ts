import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mutate, random } from '../../scripts/scoring/mutate.ts'
import { EXAMPLES } from '../../src/read/en/examples.ts'
import { read } from '../../src/read/index.ts'

/** Short sentences of every kind, so that many are read in seconds; what is changed in them is the same in every run. */
const SENTENCES = EXAMPLES.flatMap(({ reads, ignores }) => [...reads.map(([text]) => text), ...ignores]).filter(
  (text) => text.length < 31,
)
const RUNS = 20_000

test('20,000 mutated sentences: nothing is thrown, and every claim quotes the text', () => {
  const next = random(11)
  let claims = 0
  for (let i = 0; i < RUNS; i++) {
    const text = mutate(SENTENCES[i % SENTENCES.length]!, next)
    for (const { span, quote } of read({ id: 'doc:m', text, date: '2022-05-12' }).claims) {
      claims++
      assert.ok(span.start < span.end, text)
      assert.equal(text.slice(span.start, span.end), quote, text)
    }
  }
  assert.ok(claims > RUNS / 20, `${claims} claims were read`)
})
