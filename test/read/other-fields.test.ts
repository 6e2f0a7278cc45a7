import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/read/index.ts'
import { OTHER_FIELDS } from './texts/other-fields.ts'

const texts = Object.entries(OTHER_FIELDS)

test('texts of other fields give at most one claim in 1,000 words', () => {
  const words = texts.reduce((n, [, text]) => n + text.split(/\s+/).length, 0)
  const claims = texts.flatMap(([field, text]) =>
    read({ id: `doc:${field}`, text, date: '2022-05-12' }).claims.map((c) => `${field}: ${c.kind} “${c.quote}”`),
  )
  assert.ok(texts.length >= 30 && words > 3000, `${texts.length} texts, ${words} words`)
  assert.ok((1000 * claims.length) / words <= 1, `${claims.length} claims in ${words} words\n${claims.join('\n')}`)
})
