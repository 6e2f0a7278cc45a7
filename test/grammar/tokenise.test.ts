import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tokenise } from '../../src/grammar/tokenise.ts'

const TABLE: [text: string, words: string][] = [
  ["They don't know.", "They do n't know ."],
  ['The ministers can’t agree', 'The ministers ca n’t agree'],
  ["Kenya's president and Nauru’s envoy", "Kenya 's president and Nauru ’s envoy"],
  ["the states' envoys", "the states ' envoys"],
  ["O'Brien said he'd go; we cannot", "O'Brien said he 'd go ; we can not"],
  ['The U.S. and the U.K. agreed.', 'The U.S. and the U.K. agreed .'],
  ['Mr. Dahl met Gen. J. R. Moss.', 'Mr. Dahl met Gen. J. R. Moss .'],
  ['a UN-backed, pro-Western plan', 'a UN - backed , pro-Western plan'],
  ['the re-elected co-chair of a 20-member team', 'the re-elected co-chair of a 20 - member team'],
  ['It cost $1,250.50, or 3.5% more', 'It cost $ 1,250.50 , or 3.5 % more'],
  ['at 10:30 a.m. or 5pm on 9/11', 'at 10:30 a.m. or 5 pm on 9/11'],
  [
    'by A/RES/217(III)A, S/2015/1 (see A/73/PV.6) and ES-11/1.',
    'by A/RES/217(III)A , S/2015/1 ( see A/73/PV.6 ) and ES-11/1 .',
  ],
  ['the US/UK talks, A/B, an F/A-18', 'the US / UK talks , A / B , an F/A-18'],
  ['from 1999-2004 or 1999–2004', 'from 1999 - 2004 or 1999 – 2004'],
  ['call 202-555-0143', 'call 202-555-0143'],
  ['"Yes," she said -- "no" — and left…', '" Yes , " she said -- " no " — and left …'],
  ['Wait... what?! No!!', 'Wait ... what ?! No !!'],
  ['see https://example.org/a-b?c=1. Or (www.example.com)', 'see https://example.org/a-b?c=1 . Or ( www.example.com )'],
  ['mail a.b@example.org, please', 'mail a.b@example.org , please'],
  ['and/or AT&T', 'and / or AT&T'],
  ['No. 5, but no. No', 'No. 5 , but no . No'],
  ['the 1990s, the 3rd and COVID-19', 'the 1990s , the 3rd and COVID - 19'],
  ['naïve São Tomé Curaçao', 'naïve São Tomé Curaçao'],
  ['one\u00a0two\u200bthree\ufefffour', 'one two three four'],
]

test('words as the treebanks divide them', () => {
  for (const [text, words] of TABLE)
    assert.equal(
      tokenise(text)
        .map((w) => w.form)
        .join(' '),
      words,
    )
})

const strange = fc.array(
  fc.oneof(
    fc.constantFrom(
      ' ',
      '\u00a0',
      '\u200b',
      '\u200d',
      '\u200f',
      '\r\n',
      '\n\n',
      '\ufeff',
      '\u2029',
      '\ud83d',
      '\udc00',
      '😀',
      '👩‍🚀',
    ),
    fc.constantFrom(
      'שלום',
      'مرحبا',
      '東京',
      'e\u0301',
      "don't",
      'U.S.',
      '-',
      '--',
      "'",
      '’',
      '"',
      '.',
      '...',
      '[1]',
      '(',
      ')',
      '3.5',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  ),
)

test('every offset holds its form; words are in order and cover all that is visible', () => {
  fc.assert(
    fc.property(strange, (parts) => {
      const text = parts.join('')
      let at = 0
      for (const { start, end, form } of tokenise(text)) {
        assert.ok(start >= at && end > start)
        assert.equal(text.slice(start, end), form)
        assert.doesNotMatch(text.slice(at, start), /[\p{L}\p{N}.,"']/u)
        at = end
      }
      assert.doesNotMatch(text.slice(at), /[\p{L}\p{N}.,"']/u)
    }),
  )
})
