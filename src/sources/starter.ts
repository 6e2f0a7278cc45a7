import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, extname, join, relative } from 'node:path'
import type { Pack } from './packs.ts'

/** Counts up when packs are read differently, so that ledgers take them up anew. */
const FORMAT = 1

/** Younger files may change again within their clock's tick, unseen by size and time. */
const SETTLED_AFTER_MS = 2000

/** A pack folder, not yet read. */
export interface PackFolder {
  name: string
  path: string
  /** Sizes and times of its files: the same stamp means the same content. Empty while files are too young to tell. */
  stamp: string
  /** Hash of its files' names and bytes. */
  content(): string
  /** What it tells. Throws `not-found` and `incorrect` where its files do not say it. */
  read(): Promise<Told>
}

type Told = Pick<Pack, 'sources' | 'facts' | 'coverage' | 'names'>

/** The starter packs that come with Chancery, in order of name. A folder without `datapackage.json` is no pack. */
export function starterPacks(folder = starterFolder()): PackFolder[] {
  if (!folder || !existsSync(folder)) return []
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const folders = entries.map((entry) => ({ name: entry.name, path: join(folder, entry.name) }))
  return folders
    .filter(({ path }) => existsSync(join(path, 'datapackage.json')))
    .sort(byName)
    .map(packFolder)
}

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1)

export function packFolder({ name, path }: { name: string; path: string }): PackFolder {
  const files = readdirSync(path)
    .filter((file) => file === 'datapackage.json' || file.endsWith('.csv'))
    .sort()
  const read = async (): Promise<Told> => (await import('./packs.ts')).readPack(path)
  return { name, path, stamp: stampOf(path, files), content: () => hashOf(path, files), read }
}

/** The groupings of states that the atlas holds, which are told as a pack beside the others. */
export function groupingsPack(path = join(import.meta.dirname, '..', 'atlas', 'data')): PackFolder {
  const lists = ['bodies.tsv', 'groups.tsv', 'labels.tsv', 'members.tsv', 'spells.tsv', 'states.tsv']
  // What is told of the lists is part of the content.
  const teller = relative(path, join(import.meta.dirname, `groupings${extname(import.meta.filename)}`))
  const files = [...lists, teller].filter((file) => existsSync(join(path, file)))
  const read = async (): Promise<Told> => (await import('./groupings.ts')).groupings()
  return { name: 'groupings', path, stamp: stampOf(path, files), content: () => hashOf(path, files), read }
}

function stampOf(path: string, files: readonly string[]): string {
  const stats = files.map((file) => ({ file, stat: statSync(join(path, file)) }))
  const latest = Math.max(...stats.map(({ stat }) => Math.max(stat.mtimeMs, stat.ctimeMs)))
  if (Date.now() - latest < SETTLED_AFTER_MS) return ''
  const hash = createHash('sha256').update(`${FORMAT} ${path}`)
  for (const { file, stat } of stats) hash.update(`\n${file} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs} ${stat.ino}`)
  return hash.digest('hex').slice(0, 32)
}

function hashOf(path: string, files: readonly string[]): string {
  const hash = createHash('sha256').update(`${FORMAT}`)
  for (const file of files) {
    const bytes = readFileSync(join(path, file))
    hash.update(`\n${file} ${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex').slice(0, 32)
}

/** `data/` beside the package.json above this file, wherever the package was built to. */
export function starterFolder(from = import.meta.dirname): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return join(folder, 'data')
    if (dirname(folder) === folder) return undefined
  }
}
