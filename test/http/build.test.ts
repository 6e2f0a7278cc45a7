import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { place } from '../../src/http/build.ts'
import { scratch } from '../keep/stores.ts'

/** A page as it lies after a build; `whole` but for one that was cut off. */
function built(folder: string, words: string, whole = true): string {
  mkdirSync(folder)
  writeFileSync(join(folder, 'index.html'), words)
  if (whole) writeFileSync(join(folder, 'index.html.gz'), words)
  return folder
}
const pageAt = (folder: string): string => readFileSync(join(folder, 'index.html'), 'utf8')

test('of two that build the page at once, the first stays in its place, and the second goes', (t) => {
  const home = scratch(t)
  const page = join(home, 'page')
  for (const words of ['first', 'second']) {
    const making = built(join(home, words), words)
    place(making, page)
    assert.equal(existsSync(making), false)
    assert.equal(pageAt(page), 'first')
  }
})

test('a page that was cut off gives way', (t) => {
  const home = scratch(t)
  const page = built(join(home, 'page'), 'cut off', false)
  place(built(join(home, 'making'), 'whole'), page)
  assert.equal(pageAt(page), 'whole')
})
