/** Puts the checkout's package.json back after `npm pack`. */
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Where the checkout's package.json waits meanwhile. */
export const kept = (root: string): string => join(root, '.cache', 'package.checkout.json')

/** Puts it back where it is that of the package that stands in its place; what somebody wrote since stays. */
export function restore(root: string): void {
  if (!existsSync(kept(root))) return
  const path = join(root, 'package.json')
  const { scripts } = JSON.parse(readFileSync(path, 'utf8'))
  if (scripts) rmSync(kept(root))
  else renameSync(kept(root), path)
}

if (import.meta.main) restore(join(import.meta.dirname, '../..'))
