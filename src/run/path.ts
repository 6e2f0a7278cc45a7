import { createReadStream, type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { ChanceryError } from '../model/error.ts'

/** How a path is called in messages. */
export const nameOf = (path: string): string => (path === '-' ? 'standard input' : path)

/** The bytes of a file, or of standard input for `-`, with the system's refusals as typed errors. */
export async function* streamOf(path: string): AsyncGenerator<Buffer> {
  const stream: Readable = path === '-' ? process.stdin : createReadStream(path)
  try {
    yield* stream
  } catch (error) {
    throw refusal(error as NodeJS.ErrnoException, nameOf(path))
  }
}

/** What the system says of a path, as an error that says what to do. */
export function refusal(error: NodeJS.ErrnoException, at: string): Error {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new ChanceryError('not-found', at, 'no such file: check the path, or give - for standard input')
    case 'EISDIR':
      return new ChanceryError('incorrect', at, 'a folder, not a file: give one file')
    case 'EACCES':
    case 'EPERM':
      return new ChanceryError('incorrect', at, 'the file may not be read: check its permissions')
    case 'ENAMETOOLONG':
    case 'ERR_INVALID_ARG_VALUE':
      return new ChanceryError('incorrect', at, 'no path: check it')
    default:
      return error
  }
}

export function isFolder(path: string): boolean {
  try {
    return path !== '-' && statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** What stands beside an article, or is none of the user's own. */
const BESIDE = /(?:\.meta\.json|~|\.part)$|^\./

/** The files of a folder and of the folders inside it, sorted; hidden ones and those that only tell of others left out. */
export function filesIn(folder: string): string[] {
  try {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    const isOurs = (one: Dirent) => one.isFile() && !BESIDE.test(one.name)
    return found
      .filter((one) => isOurs(one) && !/[\\/]\.[^\\/]+/.test(one.parentPath.slice(folder.length)))
      .map((one) => join(one.parentPath, one.name))
      .sort()
  } catch (error) {
    throw refusal(error as NodeJS.ErrnoException, folder)
  }
}
