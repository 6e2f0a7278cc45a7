import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { Token } from '../keep/access.ts'
import type { Ledger } from '../keep/port.ts'
import type { Services } from './services.ts'
import { type Shared, writingIn } from './turn.ts'

/** The module that answers assistants, and the version that it tells. */
export interface Assistants {
  module: string
  version: string
}

/** A request as it goes to a thread, already let in. */
export interface Job {
  /** Path and query. */
  path: string
  method: string
  headers: [string, string][]
  body?: Uint8Array
  by: string
  /** Who asks, where tokens are demanded. */
  bearer?: Token
  /** Whether assistants may write. */
  mcpWrites: boolean
  now: string
  today: string
}

/** An answer as a thread made it. */
export interface Made {
  status: number
  headers: [string, string][]
  body: Uint8Array
}

/** What a thread says: that it may be given work, that it wrote what others keep of the ledger, what it made, or that it cannot begin. */
export type Given = { ready: true } | { forgot: true } | Made | { failed: true; at: string; message: string }
/** What a thread is told. */
export type Told = Job | { forget: true }

// What the process keeps compiled, its threads have to ask for.
const {
  ledger: path,
  cache,
  assistants,
  shared,
} = (workerData ?? {}) as { ledger?: string; cache?: string; assistants?: Assistants; shared?: Shared }
if (cache) enableCompileCache(cache)

async function serve(port: NonNullable<typeof parentPort>): Promise<void> {
  const { openLedger } = await import('../run/ledger.ts')
  const { app } = await import('./app.ts')
  const { forget, onForget, warm } = await import('./services.ts')
  const say = (given: Given): void => port.postMessage(given)
  try {
    // The process that started the thread keeps the packs in step.
    const ledger = await openLedger({ packs: null, ...(path !== undefined && { path }) })
    let current: Pick<Job, 'by' | 'now' | 'today' | 'mcpWrites' | 'bearer'> = {
      ...NOBODY,
      today: new Date().toISOString().slice(0, 10),
    }
    const services = {
      ledger,
      now: () => current.now,
      today: () => current.today,
      get by() {
        return current.by
      },
      get mcpWrites() {
        return current.mcpWrites
      },
      bearer: () => current.bearer,
      ...(shared !== undefined && { writing: writingIn(shared) }),
      ...(assistants !== undefined && { mcp: await mcpOf(assistants, ledger, () => current.today) }),
    }
    let told = false
    // What this thread wrote, the others and the process have to hear of; of what it is told, they know.
    onForget(ledger, () => !told && say({ forgot: true }))
    const inner = app(services)
    await warm(services)
    port.on('message', async (message: Told) => {
      if ('forget' in message) {
        told = true
        forget(ledger)
        told = false
        return
      }
      current = message
      say(await made(inner.request(requestOf(message))))
    })
    say({ ready: true })
  } catch (error) {
    const { at = '', message } = error as { at?: string; message: string }
    say({ failed: true, at, message })
  }
}

const NOBODY = { by: '', now: '', mcpWrites: false }

/** Serving assistants is another shell's: whoever starts the threads says where it is. */
async function mcpOf(
  { module, version }: Assistants,
  ledger: Ledger,
  today: () => string,
): Promise<NonNullable<Services['mcp']>> {
  const { mcpOverHttp } = await import(module)
  return mcpOverHttp(ledger, { version, today })
}

const requestOf = ({ path: of, method, headers, body }: Job): Request =>
  new Request(`http://127.0.0.1${of}`, {
    method,
    headers,
    ...(body && { body: body as Uint8Array<ArrayBuffer> }),
  })

async function made(answer: Response | Promise<Response>): Promise<Made> {
  const response = await answer
  return {
    status: response.status,
    headers: [...response.headers],
    body: new Uint8Array(await response.arrayBuffer()),
  }
}

if (parentPort) await serve(parentPort)
