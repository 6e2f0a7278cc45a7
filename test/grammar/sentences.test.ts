import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sentences } from '../../src/grammar/sentences.ts'
import { CASES } from './sentences-cases.ts'

function joined(lines: readonly string[]): { text: string; lines: string[] } {
  const clean = lines.map((line) => line.replace(/[¶↵]$/, ''))
  const gaps = lines.map((line) => (line.endsWith('¶') ? '\n\n' : line.endsWith('↵') ? '\r\n' : ' '))
  return { text: clean.map((line, i) => line + (i + 1 < clean.length ? gaps[i] : '')).join(''), lines: clean }
}

for (const [what, cases] of Object.entries(CASES))
  test(`sentences: ${what}`, () => {
    for (const one of cases) {
      const { text, lines } = joined(one)
      assert.deepEqual(
        sentences(text).map((s) => text.slice(s.start, s.end)),
        lines,
      )
    }
  })

test('the table holds at least 120 texts', () => assert.ok(Object.values(CASES).flat().length >= 120))

test('a headline and a byline are apart where paragraphs are lines', () => {
  const body =
    'The president of the republic came to the capital on Monday to meet his counterpart and to sign a treaty with him.'
  const text = `President of the republic visits the capital for the first time\nBy Ann Lund in Oslo\n${body}\n`
  assert.equal(sentences(text).length, 3)
})

test('wrapped lines are one sentence', () => {
  const text =
    'The president of the republic came to the capital on Monday to\nmeet his counterpart and to sign a treaty.\n'
  assert.equal(sentences(text).length, 1)
})

/** Texts of several lines with the number of their sentences. */
const LINES: [what: string, text: string, sentences: number][] = [
  ['a month and its year', 'The president of Norland visited Cuba in\nMarch 2016.', 1],
  ['a name in two', 'President Dahl met Anna\nLund in Oslo on Monday.', 1],
  ['a title and a name', 'The treaty was signed by President\r\nDahl in Oslo.', 1],
  ['a number', 'It was the first visit since\n1928, the embassy said.', 1],
  ['a verb in lower case', 'Dahl\nvisited Cuba.', 1],
  ['an abbreviation', 'The border was closed by Gen.\nMoss on Monday.', 1],
  ['a question told', '"Will you come?"\nhe asked.', 1],
  ['two sentences, the first at a line end', 'Dahl visited Cuba.\nHe met the king.', 2],
  ['two sentences, the first amid a line', 'Dahl visited Cuba. He met\nAnna Lund there.', 2],
  ['a blank line', 'Dahl visits Cuba\n \nAnna Lund met him.', 2],
  ['a list', 'He met three of them:\n- Anna Lund\n- Jan Moss', 3],
  ['a heading in capitals', 'TALKS IN OSLO\nDahl met Lund.', 2],
  ['a paragraph separator', 'Dahl visits Cuba\u2029Anna Lund met him.', 2],
  ['a word that only a sentence begins with', 'Dahl visits Cuba\nThe president met Anna Lund.', 2],
]
for (const [what, text, count] of LINES)
  test(`line ends: ${what}`, () =>
    assert.equal(sentences(text).length, count, JSON.stringify(sentences(text).map((s) => text.slice(s.start, s.end)))))
