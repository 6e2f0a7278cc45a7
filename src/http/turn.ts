import { ChanceryError } from '../model/error.ts'

/** Runs work that writes. */
export type Writing = <T>(work: () => Promise<T>) => Promise<T>

/** What the process and a thread share of each job, and all threads of whose turn it is to write. */
export interface Shared {
  /** The number of the thread that writes; 0: none. */
  turn: Int32Array<SharedArrayBuffer>
  /** What this thread does: one of the four below. */
  state: Int32Array<SharedArrayBuffer>
  /** Of this thread, from 1. */
  number: number
}

/** It may be cancelled; it writes; it has written, and may be cancelled; it is cancelled. */
export const FREE = 0
export const WRITES = 1
export const WRITTEN = 2
export const CANCELLED = 3

export const cell = (): Int32Array<SharedArrayBuffer> => new Int32Array(new SharedArrayBuffer(4))

/** How long one thread waits for another's turn to end before it looks again, in ms. */
const LOOK = 1000

/**
 * Writing within a thread: one thread after another, so that of two that saw the same state the second is told of the first; and what
 * is being written is not cancelled.
 */
export const writingIn =
  ({ turn, state, number }: Shared): Writing =>
  async (work) => {
    for (;;) {
      const holder = Atomics.compareExchange(turn, 0, FREE, number)
      if (holder === FREE) break
      Atomics.wait(turn, 0, holder, LOOK)
    }
    try {
      if (Atomics.exchange(state, 0, WRITES) === CANCELLED) {
        Atomics.store(state, 0, CANCELLED)
        throw new ChanceryError('fault', '', 'it was cancelled before anything was written')
      }
      return await work()
    } finally {
      Atomics.compareExchange(state, 0, WRITES, WRITTEN)
      release(turn, number)
    }
  }

/** Ends the turn of a thread, if it is its own: also of one that ended amid its work. */
export function release(turn: Int32Array<SharedArrayBuffer>, number: number): void {
  if (Atomics.compareExchange(turn, 0, number, FREE) === number) Atomics.notify(turn, 0)
}

/** Cancels what a thread does, unless it writes just now; what it was doing. */
export function cancelled(state: Int32Array<SharedArrayBuffer>): typeof FREE | typeof WRITES | typeof WRITTEN {
  for (;;) {
    const was = Atomics.load(state, 0) as typeof FREE | typeof WRITES | typeof WRITTEN
    if (was === WRITES) return was
    if (Atomics.compareExchange(state, 0, was, CANCELLED) === was) return was
  }
}
