import { getCompileCacheDir } from 'node:module'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { ChanceryError } from '../model/error.ts'
import type { Extract } from './extract.ts'
import { type Job, readerOf } from './read.ts'
import type { Said } from './worker.ts'

/** How long a file may take, in milliseconds, and what each page that is done adds to it. */
const PATIENCE = { all: 1000, page: 50 }
/** For a thread to begin, on a machine that is busy. */
const START_MS = 20_000
/** What a file may take of memory, in bytes, beyond what the process has: the thread's own and that of its buffers. */
const ROOM = 96 * 1024 * 1024
const LOOK_MS = 10

/** Of the thread's own memory, in megabytes. A stack of four lets a tree be walked that no page comes near. */
const LIMITS = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 }

/**
 * Reads files one after the other, all but plain text in a thread of its own that is ended when a file takes too long or too
 * much; the next file has a new one. Throws what the forms' readers throw, and `incorrect` for a file that was given up.
 */
export class Parser {
  #worker: Worker | undefined
  #last: Promise<unknown> = Promise.resolve()

  parse(job: Job): Promise<Extract[]> {
    const turn = this.#last.then(() => (isSimple(job) ? here(job) : this.#there(job)))
    this.#last = turn.catch(() => {})
    return turn
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }

  #there(job: Job): Promise<Extract[]> {
    this.#worker ??= threadOf()
    const worker = this.#worker
    worker.ref()
    return new Promise<Extract[]>((resolve, reject) => {
      const watch = new Watch((why) => end(() => reject(givenUp(job, why)), true))
      const end = (tell: () => void, kill = false) => {
        watch.stop()
        worker.off('message', heard)
        worker.off('error', broke)
        worker.off('exit', left)
        worker.unref()
        if (kill) {
          this.#worker = undefined
          worker.terminate().then(tell, tell)
        } else tell()
      }
      const broke = (error: Error & { code?: string }) =>
        end(() => reject(givenUp(job, error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_MUCH : error.message)), true)
      const left = () => end(() => reject(givenUp(job, 'its reader ended')), true)
      const heard = (said: Said) => {
        if (said.said === 'begun') watch.begin()
        else if (said.said === 'page') watch.earn()
        else if (said.said === 'done') end(() => resolve(said.extracts))
        else if (said.said === 'refused') end(() => reject(new ChanceryError(said.code, said.at, said.message)))
        else end(() => reject(givenUp(job, said.message)))
      }
      worker.on('message', heard)
      worker.on('error', broke)
      worker.on('exit', left)
      worker.postMessage(job)
    })
  }
}

const isSimple = ({ form }: Job): boolean => form === 'text' || form === 'markdown'

const here = async (job: Job): Promise<Extract[]> => (await readerOf(job.form))(job, () => {})

function threadOf(): Worker {
  // The same ending as this file: a package holds JavaScript.
  const url = new URL(`./worker${extname(import.meta.url)}`, import.meta.url)
  const worker = new Worker(url, {
    resourceLimits: LIMITS,
    stdin: true,
    stdout: true,
    stderr: true,
    execArgv: [],
    env: {},
    workerData: { cache: getCompileCacheDir() },
  })
  // What comes after a job is given up is nobody's.
  worker.on('error', () => {})
  return worker
}

const TOO_MUCH = 'it needs too much memory'

const givenUp = ({ form, hint }: Job, why: string): ChanceryError =>
  new ChanceryError(
    'incorrect',
    hint.name,
    `the ${NAMES[form]} cannot be read, ${why}: it may be damaged or made to harm; give its text`,
  )

const NAMES = { text: 'text', markdown: 'text', html: 'page', pdf: 'PDF', docx: 'Word document', feed: 'feed' } as const

/** Calls when time or memory is used up. */
class Watch {
  readonly #stop: (why: string) => void
  readonly #timer: NodeJS.Timeout
  #until = performance.now() + START_MS
  #room = Number.POSITIVE_INFINITY
  constructor(stop: (why: string) => void) {
    this.#stop = stop
    this.#timer = setInterval(() => this.#look(), LOOK_MS)
  }

  begin(): void {
    this.#until = performance.now() + PATIENCE.all
    this.#room = process.memoryUsage.rss() + ROOM
  }

  earn(): void {
    this.#until += PATIENCE.page
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #look(): void {
    if (performance.now() > this.#until) this.#stop('it takes too long')
    else if (process.memoryUsage.rss() > this.#room) this.#stop(TOO_MUCH)
  }
}
