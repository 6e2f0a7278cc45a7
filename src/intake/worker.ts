import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { ChanceryError, type ErrorCode } from '../model/error.ts'
import type { Extract } from './extract.ts'
import { type Job, readerOf } from './read.ts'

// What the process keeps compiled, its threads have to ask for.
const { cache } = workerData as { cache?: string }
if (cache) enableCompileCache(cache)

/** What the thread that reads says of a job, in this order. */
export type Said =
  | { said: 'begun' }
  | { said: 'page' }
  | { said: 'done'; extracts: Extract[] }
  | { said: 'refused'; code: ErrorCode; at: string; message: string }
  | { said: 'failed'; message: string }

const say = (said: Said): void => parentPort!.postMessage(said)

parentPort!.on('message', async (job: Job) => {
  try {
    const read = await readerOf(job.form)
    say({ said: 'begun' })
    say({ said: 'done', extracts: await read(job, () => say({ said: 'page' })) })
  } catch (error) {
    if (error instanceof ChanceryError) say({ said: 'refused', code: error.code, at: error.at, message: error.message })
    else say({ said: 'failed', message: String((error as Error)?.message ?? error).slice(0, 200) })
  }
})
