import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { test } from 'node:test'

const ROOT = join(import.meta.dirname, '../..')
/** Imports and re-exports of values: types are gone before a browser sees them. */
const VALUES = /^(?:import|export)\s+(?!type\b)(?:[\w$*\s{},]+?\sfrom\s+)?['"]([^'"\n]+)['"]/gm

const importsOf = (file: string): string[] => [...readFileSync(file, 'utf8').matchAll(VALUES)].map(([, name]) => name!)

test('what the page takes from src needs no Node, and decides nothing', () => {
  const open = globSync('web/src/**/*.{ts,tsx}', { cwd: ROOT }).map((file) => join(ROOT, file))
  const seen = new Set(open)
  const wrong: string[] = []
  for (let file = open.pop(); file; file = open.pop())
    for (const name of importsOf(file).filter((n) => !n.endsWith('.css'))) {
      const from = relative(ROOT, file)
      if (name.startsWith('node:') || name === 'zod') wrong.push(`${from} imports ${name}`)
      if (!name.startsWith('.')) continue
      const to = join(file, '..', name)
      const folder = relative(ROOT, to)
      if (!/^(?:web\/src|src\/(?:show|model))\//.test(folder)) wrong.push(`${from} imports ${folder}`)
      if (!seen.has(to)) open.push(to)
      seen.add(to)
    }
  assert.deepEqual(wrong, [])
  assert.ok(seen.size > 20)
})
