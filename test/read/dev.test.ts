import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { read, toRow } from '../../src/read/index.ts'

const shared = process.env.CHANCERY_SHARED ?? '../shared'
const dev = join(shared, 'reading/dev')
const weights = existsSync(new URL('../../src/grammar/en/weights.bin', import.meta.url))

test('rows of the development articles are well formed and quote the text', async (t) => {
  if (!existsSync(dev) || !weights) return t.skip(`nothing at ${dev}, or no weights`)
  const { problems } = await import(pathToFileURL(resolve(shared, 'reading/codebook.mjs')).href)
  for (const file of readdirSync(dev).filter((name) => name.endsWith('.txt'))) {
    const text = readFileSync(join(dev, file), 'utf8')
    for (const claim of read({ id: 'doc:dev', text, date: '2022-05-12' }).claims) {
      const row = toRow(claim)
      assert.deepEqual(problems(row, text), [], JSON.stringify(row))
      assert.equal(text.slice(claim.span.start, claim.span.end), claim.quote)
    }
  }
})
