import type { Files } from './source.ts'

/** The first of some folders (empty: the top itself) that has a file under each of the marks. */
export function folderWith(files: Files, folders: readonly string[], marks: readonly string[]): Files | undefined {
  for (const folder of folders) {
    const prefix = folder ? `${folder}/` : ''
    if (marks.every((mark) => files.list(prefix + mark).length > 0)) return folder ? files.within(folder) : files
  }
  return undefined
}

/** The paths under a prefix that end so. */
export const pathsIn = (files: Files, prefix: string, end: string): string[] =>
  files.list(prefix).filter((path) => path.endsWith(end))
