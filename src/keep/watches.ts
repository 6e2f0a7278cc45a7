import type { Day } from '../model/when.ts'
import type { Instant } from './port.ts'

/** A question or a sentence whose answer is looked at again and again. */
export interface Watch {
  /** `watch:` and twelve digits of the hash of what is watched. */
  id: string
  form: 'question' | 'sentence'
  text: string
  /** The day on which a sentence was written. */
  date?: Day
  created: Instant
  by: string
  /** What it came to when it was last run, as the one who runs it keeps it: JSON. */
  last: { at: Instant; state: string }
}

/** What is watched in a ledger. It is no part of the record: not chained and not exported; a copy of the ledger has it. */
export interface Watches {
  /** Keeps a watch, in the place of one with its id. */
  put(watch: Watch): Promise<void>
  /** Every watch, in order of their making. */
  list(): Promise<Watch[]>
  /** Ends a watch; `false` where there is none. */
  remove(id: string): Promise<boolean>
}

/** Watches that live as long as the process. */
export function memoryWatches(): Watches {
  const kept = new Map<string, Watch>()
  return {
    put: async (watch) => void kept.set(watch.id, structuredClone(watch)),
    list: async () => inOrder([...kept.values()].map((watch) => structuredClone(watch))),
    remove: async (id) => kept.delete(id),
  }
}

/** In order of their making, then of their ids. */
export const inOrder = (watches: readonly Watch[]): Watch[] =>
  watches.toSorted((a, b) => (a.created + a.id < b.created + b.id ? -1 : 1))

export const watchOf = ({ body }: { body: string }): Watch => JSON.parse(body) as Watch
