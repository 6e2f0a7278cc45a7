import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const read = (path: string): Buffer => readFileSync(new URL(path, import.meta.url))

/** The program's version. */
export function chanceryVersion(): string {
  const { version } = JSON.parse(read('../../package.json').toString('utf8')) as { version: string }
  return version
}

/** What read a text: the program's version, and the hash of the grammar's weights. */
export function readerVersion(): string {
  const weights = createHash('sha256').update(read('../grammar/en/weights.bin')).digest('hex')
  return `chancery ${chanceryVersion()}, weights ${weights.slice(0, 12)}`
}
