import { closeSync, existsSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, statSync, writeSync } from 'node:fs'
import type { Ledger } from '../../keep/port.ts'
import { ChanceryError } from '../../model/error.ts'
import { fileDocuments } from '../file.ts'
import type { State } from './state.ts'
import type { Result, Sink } from './types.ts'

/** A ledger: articles with what they tell as reports. An article that is filed is not read again. */
export const ledgerSink = (ledger: Ledger, now: () => string): Sink => ({
  has: async (id) => (await ledger.document(id)) !== undefined,
  async keep(results) {
    if (!results.length) return 0
    await fileDocuments(ledger, results, { recordedAt: now(), by: 'chancery work' })
    return results.length
  },
  close: async () => {},
})

/**
 * A file of lines, one an article, written by any number of processes of one machine that share a state. The state knows how far
 * the file is whole: what stands beyond was written by a process that was ended, and is cut off by the next.
 */
export function linesSink(path: string, state: State, lineOf: (result: Result) => string): Sink {
  register(path, state)
  const has = (id: string): boolean => state.get('SELECT 1 AS yes FROM seen WHERE doc = ?', id) !== undefined
  return {
    has: async (id) => has(id),
    keep: async (results) =>
      state.atomic(() => {
        const fresh = results.filter(({ doc }) => !has(doc.id))
        if (!fresh.length) return 0
        const size = Number(state.get('SELECT size FROM written WHERE path = ?', path)!.size)
        const end = append(path, size, Buffer.from(fresh.map((result) => `${lineOf(result)}\n`).join('')))
        state.run('UPDATE written SET size = ? WHERE path = ?', end, path)
        for (const { doc } of fresh) state.run('INSERT INTO seen VALUES (?)', doc.id)
        return fresh.length
      }),
    // What a process that was ended left beyond the end is cut off.
    close: async () =>
      state.atomic(() => {
        const size = Number(state.get('SELECT size FROM written WHERE path = ?', path)!.size)
        append(path, size, Buffer.alloc(0))
      }),
  }
}

/** Notes a new file; one that others wrote is left alone. */
function register(path: string, state: State): void {
  state.atomic(() => {
    const known = state.get('SELECT size FROM written WHERE path = ?', path)
    if (known) return requireWhole(path, Number(known.size), existsSync(path) ? statSync(path).size : 0)
    if (existsSync(path) && statSync(path).size > 0)
      throw new ChanceryError(
        'incorrect',
        path,
        `${path} is there, and was not written by workers of ${state.path}: name another file`,
      )
    state.run('INSERT INTO written VALUES (?, 0)', path)
  })
}

function requireWhole(path: string, size: number, there: number): void {
  if (there >= size) return
  throw new ChanceryError(
    'conflict',
    path,
    `${path} is shorter than it was written: bring it back, or name another file to begin anew`,
  )
}

/** Writes where the whole part ends; the new end. Throws `conflict` for a file that others made shorter, `fault` where it cannot be written. */
function append(path: string, size: number, bytes: Buffer): number {
  return written(path, () => {
    const file = openSync(path, existsSync(path) ? 'r+' : 'w+')
    try {
      const there = fstatSync(file).size
      requireWhole(path, size, there)
      if (there > size) ftruncateSync(file, size)
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, size + done)
      fdatasyncSync(file)
      return size + bytes.length
    } finally {
      closeSync(file)
    }
  })
}

export function written<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof ChanceryError) throw error
    throw new ChanceryError(
      'fault',
      path,
      `${path} cannot be written, ${(error as Error).message}: free space, or name another file`,
    )
  }
}
