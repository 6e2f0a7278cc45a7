import { closeSync, existsSync, fsyncSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { ChanceryError } from '../../model/error.ts'
import { written } from './sinks.ts'
import type { DeadLetter, State } from './state.ts'

/** A file of what failed, as it stands now: a line of JSON each, in order of place, written anew as a whole. */
export class DeadFile {
  readonly #path: string
  readonly #state: State
  #last: string | undefined
  constructor(path: string, state: State) {
    this.#path = path
    this.#state = state
    const known = state.get('SELECT 1 AS yes FROM written WHERE path = ?', path)
    if (!known && existsSync(path) && statSync(path).size > 0)
      throw new ChanceryError('incorrect', path, `${path} is there, and is no file of these workers: name another`)
    state.atomic(() => state.run('INSERT OR IGNORE INTO written VALUES (?, 0)', path))
  }

  write(): void {
    // Under the turn of writing, so that an older list never takes the place of a newer one.
    this.#state.atomic(() => {
      const text = this.#state.dead().map(lineOf).join('')
      // Another process may have written since; the same list is written once by each.
      if (text === this.#last) return
      written(this.#path, () => replace(this.#path, text))
      this.#last = text
    }, false)
  }
}

const lineOf = ({ path, part, name, code, reason, at }: DeadLetter): string =>
  `${JSON.stringify({ name, code, reason, path, ...(part > 0 && { part }), at })}\n`

function replace(path: string, text: string): void {
  const partial = `${path}.${process.pid}.partial`
  const file = openSync(partial, 'w')
  try {
    const bytes = Buffer.from(text)
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(partial, path)
}
