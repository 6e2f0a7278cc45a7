import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const read = (path: string): Buffer => readFileSync(new URL(path, import.meta.url))

/** What read a text: the program's version, and the hash of the grammar's weights. */
export function readerVersion(): string {
  const { version } = JSON.parse(read('../../package.json').toString('utf8')) as { version: string }
  const weights = createHash('sha256').update(read('../grammar/en/weights.bin')).digest('hex')
  return `chancery ${version}, weights ${weights.slice(0, 12)}`
}
