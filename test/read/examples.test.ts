import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { EXAMPLES } from '../../src/read/en/examples.ts'
import type { Example } from '../../src/read/frame.ts'
import { read, toRow } from '../../src/read/index.ts'

const weights = existsSync(new URL('../../src/grammar/en/weights.bin', import.meta.url))
const rowsOf = (text: string) => read({ id: 'doc:example', text, date: '2022-05-12' }).claims.map(toRow)
type Row = ReturnType<typeof rowsOf>[number]

/** Whether a row says at least what the example lists. */
const says = (row: Row, example: Example): boolean =>
  Object.entries(example).every(([key, value]) => {
    const own = key in row.roles ? row.roles[key] : (row as unknown as Record<string, unknown>)[key]
    return JSON.stringify(own) === JSON.stringify(value)
  })

for (const { kind, reads, ignores } of EXAMPLES) {
  test(`${kind}: every sentence is read as its example says, by all rules together`, (t) => {
    if (!weights) return t.skip('no weights of the parser')
    for (const [sentence, example] of reads) {
      const rows = rowsOf(sentence)
      const found = rows.filter((row) => row.kind === kind)
      assert.ok(
        found.some((row) => says(row, example)),
        `${sentence}\n${JSON.stringify(found, undefined, 1)}`,
      )
    }
  })
  test(`${kind}: sentences that say nothing of it give nothing of it`, (t) => {
    if (!weights) return t.skip('no weights of the parser')
    for (const sentence of ignores) {
      const found = rowsOf(sentence).filter((row) => row.kind === kind)
      assert.deepEqual(found, [], sentence)
    }
  })
}
