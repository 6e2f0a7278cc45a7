import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package as package-lock.json has it. */
export interface Locked {
  version: string
  license?: string
  integrity?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
}

/** Packages by the folder they are installed in, `node_modules/zod`; the project itself under the empty path. */
export type Lock = Readonly<Record<string, Locked>>

export const lockOf = (root: string): Lock => JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages

/** The name of a package by its folder: `@hono/node-server` of `node_modules/@hono/node-server`. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 13)

/** Where a package finds another, as Node looks for it; absent where it is not in the lock. */
function found(lock: Lock, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const path = `${folder ? `${folder}/` : ''}node_modules/${name}`
    if (lock[path]) return path
    if (!folder) return undefined
  }
}

/** The folders of what a package needs to run: dependencies, what it takes where the platform has it, and peers that it must have. */
export function needs(lock: Lock, path: string): string[] {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = lock[path]!
  const peers = Object.keys(peerDependencies ?? {}).filter((name) => !peerDependenciesMeta?.[name]?.optional)
  const names = new Set([...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers])
  return [...names].flatMap((name) => found(lock, path, name) ?? []).sort()
}

/** The folders of the packages of these names and of all that they need, sorted. */
export function closure(lock: Lock, names: readonly string[]): string[] {
  const seen = new Set(names.map((name) => found(lock, '', name)!))
  for (const path of seen) for (const next of needs(lock, path)) seen.add(next)
  return [...seen].sort()
}
