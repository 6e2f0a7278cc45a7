import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ChanceryError } from '../model/error.ts'

/** Files that hold an article's text. */
const ARTICLE = /\.(?:txt|md)$/i

/** Paths of the articles in a folder and the folders inside it, sorted. Throws `not-found`. */
export function articlesIn(folder: string): string[] {
  try {
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    return found
      .filter((name) => ARTICLE.test(name))
      .map((name) => join(folder, name))
      .sort()
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? 'is no folder' : 'cannot be read'
    throw new ChanceryError('not-found', folder, `${folder} ${why}: name a folder of articles (.txt, .md)`)
  }
}
