import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { read, toRow } from '../../src/read/index.ts'
import { documentOf } from '../../src/run/document.ts'

/** Sentences that are read, and what must not move their offsets. */
const SENTENCES = [
  'The president of Chile, Gabriel Boric, visited Morocco on Tuesday.',
  '"We want closer ties," Foreign Minister Ana Ruiz of Peru told reporters in Lima.',
  'Norway was one of the 33 states that voted for the admission of Palau in 1994.',
  'Kenya and Laos established diplomatic relations in March 2001.',
]
const NASTY = [
  '\u00a0',
  '\u200b',
  '\u200f',
  '\u202e',
  '\ufeff',
  '\r\n',
  '\n\n',
  '😀',
  '𝒳',
  'é',
  'e\u0301',
  'שלום',
  'مرحبا',
  '\ud83d',
  '\t',
  '“',
  '—',
]

const text = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...SENTENCES) },
      fc.constantFrom(...NASTY),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 12 },
  )
  .chain((parts) =>
    fc.tuple(
      fc.constant(parts.join(' ')),
      fc.array(fc.tuple(fc.nat(400), fc.constantFrom(...NASTY)), { maxLength: 6 }),
    ),
  )
  .map(([base, inserts]) =>
    inserts.reduce((s, [at, bit]) => s.slice(0, at % (s.length + 1)) + bit + s.slice(at % (s.length + 1)), base),
  )

test('every quote is the text between its offsets, whatever stands around it', () => {
  let claims = 0
  fc.assert(
    fc.property(text, (t) => {
      for (const claim of read(documentOf(t, { date: '2022-05-12' })).claims) {
        claims++
        const { start, end, quote } = toRow(claim)
        assert.ok(start < end)
        assert.equal(t.slice(start, end), quote)
      }
    }),
    { numRuns: 600, seed: 7 },
  )
  assert.ok(claims > 300, `${claims} claims were read`)
})

test('CRLF, a byte-order mark and a language of the right do not hide what is read', () => {
  for (const before of ['\ufeff', 'שלום עולם. ', 'A line.\r\n\r\n', '😀 ']) {
    const t = `${before}${SENTENCES[3]}`
    const { claims } = read(documentOf(t))
    assert.ok(claims.length > 0, JSON.stringify(before))
    for (const { span, quote } of claims) assert.equal(t.slice(span.start, span.end), quote)
  }
})
