import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse } from '../../src/grammar/analyse.ts'
import { clausesOf } from '../../src/grammar/clauses/index.ts'
import { meets } from './clauses-notation.ts'
import { SENTENCES } from './clauses-sentences.ts'

/** What holds given a right tree; the parser's own errors make up the rest, and are printed. */
const LEAST = 0.9

test('nine in ten sentences give the clauses written beside them', (t) => {
  const rows = Object.values(SENTENCES).flat()
  const failed = rows.flatMap(([text, ...expected]) => {
    const clauses = analyse(text).flatMap((s) => clausesOf(s))
    const missing = expected.filter((e) => !clauses.some((c) => meets(text, c, e)))
    return missing.length > 0 ? [`${text} → ${missing.join(', ')}`] : []
  })
  for (const line of failed) t.diagnostic(line)
  t.diagnostic(`${rows.length - failed.length} of ${rows.length}`)
  assert.ok(rows.length >= 150)
  assert.ok(failed.length <= rows.length * (1 - LEAST), `${failed.length} of ${rows.length} fail`)
})
