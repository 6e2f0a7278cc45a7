import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { analyse } from '../../src/grammar/index.ts'
import { read, toRow } from '../../src/read/index.ts'
import { inPieces } from '../../src/read/pieces.ts'

const claimsOf = (text: string) => read({ id: 'doc:test', text, date: '2020-01-01' }).claims
const rowsOf = (text: string) => claimsOf(text).map((claim) => ({ ...toRow(claim), quote: '', start: 0, end: 0 }))

describe('a wrapped text reads as the same words on one line', () => {
  const TEXTS = [
    'Barack Obama visited Cuba in March 2016. He met Raúl Castro in Havana.',
    'The president of the United States, Barack Obama, visited Cuba on 21 March 2016.',
    'President Obama met President Raúl Castro in Havana.',
    'Norway and the United Arab Emirates established diplomatic relations on 3 May 1975.',
  ]
  for (const text of TEXTS)
    for (const end of ['\n', '\r\n'])
      test(`${JSON.stringify(end)}: ${text}`, () => {
        const expected = rowsOf(text)
        assert.ok(expected.length > 0)
        for (const { index } of text.matchAll(/(?<![.!?]) /g)) {
          const wrapped = text.slice(0, index) + end + text.slice(index + 1)
          assert.deepEqual(rowsOf(wrapped), expected, wrapped)
          for (const { span, quote } of claimsOf(wrapped)) assert.equal(quote, wrapped.slice(span.start, span.end))
        }
      })
})

test('paragraphs parted by CRLF read as those parted by LF', () => {
  const lf = [
    'Dahl visits Cuba',
    'President Barack Obama said: “We met Raúl Castro in Havana.',
    'Norway and Cuba established diplomatic relations in 1975.',
    '“Peru voted for the resolution,” President Obama said.',
  ].join('\n\n')
  const expected = rowsOf(lf)
  assert.ok(expected.length > 1)
  assert.deepEqual(rowsOf(lf.replaceAll('\n', '\r\n')), expected)
})

test('a sentence of 40 KB is read in pieces of at most 400 words, each with its own tree', () => {
  const unit = 'the president of Chile met the king of Spain in Madrid and he said that, '
  const text = `${unit.repeat(Math.ceil(40_000 / unit.length))}he left.`
  const [sentence, ...rest] = analyse(text)
  assert.equal(rest.length, 0)
  const pieces = inPieces(sentence!)
  assert.equal(
    pieces.reduce((n, p) => n + p.tokens.length, 0),
    sentence!.tokens.length,
  )
  for (const { tokens } of pieces) {
    assert.ok(tokens.length <= 400, `${tokens.length} words`)
    assert.equal(tokens.filter((t) => t.head < 0).length, 1)
    for (const t of tokens) assert.ok(t.head < tokens.length && tokens[t.i] === t)
  }
  const claims = claimsOf(text)
  assert.ok(claims.length > 0)
  for (const { span, quote } of claims) assert.equal(quote, text.slice(span.start, span.end))
})
