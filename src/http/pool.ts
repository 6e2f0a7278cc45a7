import { getCompileCacheDir } from 'node:module'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { ChanceryError } from '../model/error.ts'
import { Denied } from './problem.ts'
import type { Assistants, Given, Job, Made } from './thread.ts'
import { cancelled, cell, FREE, release, type Shared, WRITES, WRITTEN } from './turn.ts'

export interface PoolOptions {
  /** The ledger that each thread opens for itself: a file or a server; absent: the user's own. */
  ledger?: string
  threads: number
  /** How long a job may take once it is begun, in ms. */
  budget: number
  /** Who answers assistants; absent: nobody. */
  assistants?: Assistants
  /** How many may wait. */
  most: number
  /** Hears that a thread wrote what others keep of the ledger. */
  forgotten?: () => void
}

/** What happens to a job, for who waits for it. */
export interface Heard {
  /** So many jobs come first. */
  queued?(ahead: number): void
  begun?(): void
  /** Whoever has left before it is begun is passed over. */
  signal?: AbortSignal
}

interface Waiting {
  job: Job
  what: string
  heard: Heard
  done(made: Made): void
  failed(error: Error): void
}

/** Threads that do what takes long, so that nobody else waits for it and what goes beyond its budget can be cancelled. */
export class Pool {
  readonly #options: PoolOptions
  readonly #threads = new Set<Thread>()
  readonly #queue: Waiting[] = []
  /** Whose turn it is to write. */
  readonly #turn = cell()
  #started = 0
  #closed = false
  constructor(options: PoolOptions) {
    this.#options = options
  }

  get budget(): number {
    return this.#options.budget
  }
  get waiting(): number {
    return this.#queue.length
  }

  /** Starts the threads, so that the first job finds one ready. */
  warm(): void {
    while (!this.#closed && this.#threads.size < this.#options.threads) this.#start()
  }

  /** Does a job in a thread. Throws `Denied`: `busy` where too many wait, `over-budget` where it was cancelled. */
  run(job: Job, what: string, heard: Heard = {}): Promise<Made> {
    if (this.#queue.length >= this.#options.most)
      throw new Denied('busy', what, `${this.#queue.length} others wait already: ask again later`, {
        headers: { 'retry-after': '5' },
      })
    return new Promise((done, failed) => {
      this.#queue.push({ job, what, heard, done, failed })
      heard.queued?.(this.#queue.length - 1)
      this.#next()
    })
  }

  /** Has each thread load anew what it keeps of the ledger. */
  forget(): void {
    for (const thread of this.#threads) thread.tell({ forget: true })
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const { failed } of this.#queue.splice(0)) failed(new ChanceryError('fault', '', 'the server ends'))
    await Promise.all([...this.#threads].map((thread) => thread.end()))
  }

  #start(): Thread {
    const number = ++this.#started
    const thread = new Thread(this.#options, { turn: this.#turn, number }, (served) => {
      release(this.#turn, number)
      this.#threads.delete(thread)
      this.#next()
      // One that never served would not the next time either, until somebody asks.
      if (served) this.warm()
    })
    this.#threads.add(thread)
    return thread
  }

  #next(): void {
    while (this.#queue.length && !this.#closed) {
      if (this.#queue[0]!.heard.signal?.aborted) {
        this.#queue.shift()!.failed(new ChanceryError('fault', '', 'nobody waits for it'))
        continue
      }
      const free = [...this.#threads].find((thread) => thread.isFree)
      if (!free && this.#threads.size >= this.#options.threads) return
      const thread = free ?? this.#start()
      thread.work(this.#queue.shift()!, () => this.#next())
    }
  }
}

/** How soon it is looked again whether a thread still writes, in ms. */
const LOOK = 50

/** Memory of a thread's own, in MiB: the words of every ledger fit; what does not end does not. */
const LIMITS = { maxOldGenerationSizeMb: 2048 }

class Thread {
  readonly #worker: Worker
  readonly #budget: number
  readonly #forgotten: (() => void) | undefined
  readonly #state = cell()
  #now: { waiting: Waiting; next: () => void } | undefined
  #timer: NodeJS.Timeout | undefined
  #ready = false
  #ended = false
  constructor(
    { ledger, budget, assistants, forgotten }: PoolOptions,
    own: Pick<Shared, 'turn' | 'number'>,
    gone: (served: boolean) => void,
  ) {
    this.#budget = budget
    this.#forgotten = forgotten
    const shared: Shared = { ...own, state: this.#state }
    // The same ending as this file: a package holds JavaScript.
    this.#worker = new Worker(new URL(`./thread${extname(import.meta.url)}`, import.meta.url), {
      resourceLimits: LIMITS,
      workerData: { ledger, assistants, shared, cache: getCompileCacheDir() },
    })
    this.#worker.on('message', (given: Given) => this.#hear(given))
    this.#worker.on('error', (error) => this.#fail(failure(error)))
    this.#worker.on('exit', () => {
      this.#fail(new ChanceryError('fault', '', 'the thread that worked on it ended: try again'))
      gone(this.#ready)
    })
    this.#worker.unref()
  }

  get isFree(): boolean {
    return !this.#ended && this.#now === undefined
  }

  work(waiting: Waiting, next: () => void): void {
    this.#now = { waiting, next }
    this.#worker.ref()
    if (this.#ready) this.#begin()
  }

  tell(message: object): void {
    this.#worker.postMessage(message)
  }

  async end(): Promise<void> {
    this.#ended = true
    await this.#worker.terminate()
  }

  #begin(): void {
    const { waiting } = this.#now!
    waiting.heard.begun?.()
    Atomics.store(this.#state, 0, FREE)
    this.#timer = setTimeout(() => this.#cancel(), this.#budget)
    this.tell(waiting.job)
  }

  #hear(given: Given): void {
    if ('failed' in given) {
      this.#fail(new ChanceryError('fault', given.at, given.message))
      return void this.end()
    }
    if ('forgot' in given) {
      this.#forgotten?.()
      return
    }
    if ('ready' in given) {
      this.#ready = true
      if (this.#now) this.#begin()
      return
    }
    const { waiting, next } = this.#settle() ?? {}
    waiting?.done(given)
    next?.()
  }

  /** What is being written is waited for; what follows has the budget anew, once. */
  #cancel(again = false): void {
    const { what } = this.#now!.waiting
    const before = Atomics.load(this.#state, 0)
    if (before === WRITES) this.#later(LOOK, false)
    else if (before === WRITTEN && !again) this.#later(this.#budget, true)
    else this.#end(what)
  }

  #end(what: string): void {
    const was = cancelled(this.#state)
    if (was === WRITES) {
      this.#later(LOOK, false)
      return
    }
    void this.end()
    this.#fail(overBudget(what, this.#budget, was === WRITTEN))
  }

  #later(ms: number, again: boolean): void {
    this.#timer = setTimeout(() => this.#cancel(again), ms)
  }

  /** A thread that failed takes no more. */
  #fail(error: Error): void {
    this.#ended = true
    this.#settle()?.waiting.failed(error)
  }

  #settle() {
    clearTimeout(this.#timer)
    const now = this.#now
    this.#now = undefined
    this.#worker.unref()
    return now
  }
}

const overBudget = (what: string, ms: number, written: boolean): Denied =>
  new Denied(
    'over-budget',
    what,
    written
      ? `what was given is recorded, but what follows from it took longer than ${ms / 1000} s and was cancelled: load it anew, or start the server with a larger --budget`
      : `${what} took longer than its budget of ${ms / 1000} s and was cancelled: give a shorter text or fewer states, or start the server with a larger --budget`,
    { more: { budget: { ms }, ...(written && { recorded: true }) } },
  )

const failure = (error: unknown): Error =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new Denied('over-budget', '', `it needs more than ${LIMITS.maxOldGenerationSizeMb} MiB: give a shorter text`)
    : error instanceof Error
      ? error
      : new Error(String(error))
