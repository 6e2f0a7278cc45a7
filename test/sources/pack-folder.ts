import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'

/** Files of a pack: CSV texts by the name of their kind (`visit`, `coverage`, `names`). */
export type Tables = Record<string, string>

/** A folder of the test's own, removed after it. */
export function scratch(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const description = (name: string, tables: Tables) => ({
  name,
  title: 'A pack',
  version: '1.0.0',
  created: '2024-01-01',
  licenses: [{ name: 'CC0-1.0' }],
  sources: [{ id: 'list', title: 'The list', licence: 'CC0-1.0', viewpoint: 'as listed', asOf: '2020-12-31' }],
  resources: Object.keys(tables).map((kind) => ({ name: kind, path: `${kind}.csv`, kind })),
})

/** Writes a pack with files an hour old, so that their times may be relied on; returns its folder. */
export function writePack(folder: string, name: string, tables: Tables, more: object = {}): string {
  const pack = join(folder, name)
  mkdirSync(pack, { recursive: true })
  const files = { ...tables, 'datapackage.json': JSON.stringify({ ...description(name, tables), ...more }) }
  for (const [file, text] of Object.entries(files)) {
    const path = join(pack, file.endsWith('.json') ? file : `${file}.csv`)
    writeFileSync(path, text)
    const hourAgo = Date.now() / 1000 - 3600
    utimesSync(path, hourAgo, hourAgo)
  }
  return pack
}
