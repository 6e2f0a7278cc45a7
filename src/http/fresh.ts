import { hash, randomUUID } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { routeOf } from './access.ts'
import { checkerHead, type Services } from './services.ts'

/** Answers that depend on the ledger, the day and the address alone: while these stay, so does the answer. */
const LASTING: ReadonlySet<string> = new Set([
  'GET /api/ask/examples',
  'GET /api/changes',
  'GET /api/decisions',
  'GET /api/document/{id}',
  'GET /api/documents',
  'GET /api/dossier/{a}/{b}',
  'GET /api/entities',
  'GET /api/entity/{id}',
  'GET /api/fact/{id}',
  'GET /api/names',
  'GET /api/pair/{a}/{b}',
  'GET /api/pair/{a}/{b}/rolls',
  'GET /api/roll/{id}',
  'GET /api/rolls',
  'GET /api/sources',
])

interface Answer {
  type: string
  body: ArrayBuffer
}

const MOST_BYTES = 64 * 1024 * 1024
const LONGEST = 4 * 1024 * 1024

/** Answers of one state of the ledger, those asked for last, at most 64 MiB; what is older than the ledger is let go. */
class Answers {
  readonly #kept = new Map<string, Answer>()
  #of = ''
  #bytes = 0

  find(state: string, url: string): Answer | undefined {
    this.#at(state)
    const answer = this.#kept.get(url)
    if (!answer) return undefined
    this.#kept.delete(url)
    this.#kept.set(url, answer)
    return answer
  }

  keep(state: string, url: string, answer: Answer): void {
    if (state !== this.#of || answer.body.byteLength > LONGEST || this.#kept.has(url)) return
    this.#kept.set(url, answer)
    this.#bytes += answer.body.byteLength
    for (const [oldest, { body }] of this.#kept) {
      if (this.#bytes <= MOST_BYTES) break
      this.#kept.delete(oldest)
      this.#bytes -= body.byteLength
    }
  }

  #at(state: string): void {
    if (state === this.#of) return
    this.#of = state
    this.#kept.clear()
    this.#bytes = 0
  }
}

/** Tags an answer with the state of the ledger that it is of, and makes it once for that state. */
export function fresh({ ledger, today }: Services): MiddlewareHandler {
  const answers = new Answers()
  // Another process may serve another ledger here, or answer otherwise.
  const own = randomUUID()
  return async (c, next) => {
    if (!LASTING.has(routeOf(c) ?? '')) return next()
    const state = [own, await ledger.head(), checkerHead(ledger), today()].join(' ')
    const { pathname, search } = new URL(c.req.url)
    const url = pathname + search
    const etag = `"${hash('sha256', `${state} ${url}`, 'base64url').slice(0, 27)}"`
    const headers = { etag, 'cache-control': 'private, no-cache' }
    if (matches(c, etag)) return c.body(null, 304, headers)
    const known = answers.find(state, url)
    if (known) return c.body(known.body, 200, { ...headers, 'content-type': known.type })
    await next()
    if (c.res.status !== 200) return
    const body = await c.res.clone().arrayBuffer()
    // What was written meanwhile may be in it: then it is of no one state.
    if (state !== [own, await ledger.head(), checkerHead(ledger), today()].join(' ')) return
    for (const [name, value] of Object.entries(headers)) c.header(name, value)
    answers.keep(state, url, { type: c.res.headers.get('content-type') ?? '', body })
  }
}

const matches = (c: Context, etag: string): boolean =>
  (c.req.header('if-none-match') ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
