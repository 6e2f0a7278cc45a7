import { answerIn } from './events.ts'
import { type FileView, fileIn, fileOf } from './file.ts'
import { type Call, type CallOptions, type Connection, send } from './send.ts'

export interface ChanceryOptions {
  /** The address that `chancery serve` prints. */
  url: string | URL
  /** For a server beyond this machine: `chancery token add` makes it. */
  token?: string
  /** How often a request that may be repeated is sent again: 3 times, unless given. */
  retries?: number
  /** In the place of the runtime's own. */
  fetch?: typeof fetch
}

const RETRIES = 3
/** How many of a long list are asked for at once. */
const PART = 500

/** How a server is asked: for JSON, for a file, for a list that comes in parts. */
export class Calls {
  readonly #to: Connection

  constructor({ url, token, retries = RETRIES, fetch: own }: ChanceryOptions) {
    const base = new URL(url).href.replace(/\/$/, '')
    // A browser's own must be called by its name.
    this.#to = {
      url: base,
      retries,
      fetch: own ?? ((...args) => fetch(...args)),
      ...(token !== undefined && { token }),
    }
  }

  protected get<R>(path: string, query: Call['query'], options: CallOptions = {}): Promise<R> {
    return this.json<R>({ method: 'GET', path, query, again: true, ...options })
  }

  protected post<R>(path: string, body: unknown, options: CallOptions = {}, again = true): Promise<R> {
    return this.json<R>({ method: 'POST', path, body, again, ...options })
  }

  protected async json<R>(call: Call): Promise<R> {
    return answerIn(await send(this.#to, call), call.onProgress ?? (() => {})) as Promise<R>
  }

  protected async file(call: Omit<Call, 'again'>): Promise<FileView> {
    const response = await send(this.#to, { ...call, again: true })
    if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return fileIn(response)
    return fileOf((await answerIn(response, call.onProgress ?? (() => {}))) as Parameters<typeof fileOf>[0])
  }

  /** The items of a list that comes in parts: the next part is asked for when the one before is used up. */
  protected async *list<Item>(path: string, items: string, query: object, options?: CallOptions): AsyncGenerator<Item> {
    for (let cursor: string | undefined; ; ) {
      const found: Record<string, Item[]> & { next?: string } = await this.get(
        path,
        { ...query, limit: PART, cursor },
        options,
      )
      yield* found[items]!
      if (found.next === undefined) return
      cursor = found.next
    }
  }
}
