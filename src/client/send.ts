import { EVENTS, type Progress } from './events.ts'
import { problemIn, unreached } from './problem.ts'

export interface Connection {
  /** Where the server is, without a slash at the end. */
  url: string
  token?: string
  /** How often a request is sent again before its failure is told. */
  retries: number
  fetch: typeof fetch
}

/** What any call may be given. */
export interface CallOptions {
  /** Ends the call, also while it waits to try again; it then fails with the signal's reason. */
  signal?: AbortSignal
  /** Hears how far what takes long is: it waits for others, has begun, and goes on. */
  onProgress?: (progress: Progress) => void
}

export interface Call extends CallOptions {
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  query?: Readonly<Record<string, string | number | undefined>>
  body?: unknown
  /** Sent twice it does no more than sent once, so it may be sent again when no answer came. */
  again: boolean
}

/** Refused before anything was done, or by a gateway: another try may fare better. */
const TURNED_AWAY = new Set([429, 503])
const LOST = new Set([502, 504])

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 8000
/** A server that asks for more patience is not waited for. */
const LONGEST_ASKED_MS = 60_000

/** Sends a request, again where that is safe, and returns the first answer that is none of the refusals that pass. */
export async function send(to: Connection, call: Call): Promise<Response> {
  for (let tries = 0; ; tries++) {
    call.signal?.throwIfAborted()
    const { response, failed } = await once(to, call)
    const wait = tries < to.retries ? patience(response, call, tries) : undefined
    if (wait === undefined) {
      if (!response) throw unreached(to.url, failed)
      if (response.ok) return response
      throw await problemIn(response)
    }
    await response?.body?.cancel()
    await pause(wait, call.signal)
  }
}

async function once(
  to: Connection,
  { method, path, query = {}, body, signal, onProgress }: Call,
): Promise<{ response?: Response; failed?: unknown }> {
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  )
  const search = asked.length ? `?${new URLSearchParams(asked)}` : ''
  const headers = {
    accept: onProgress ? EVENTS : 'application/json',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(to.token !== undefined && { authorization: `Bearer ${to.token}` }),
  }
  try {
    const response = await to.fetch(`${to.url}${path}${search}`, {
      ...{ method, headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    })
    return { response }
  } catch (failed) {
    if (signal?.aborted) throw signal.reason
    return { failed }
  }
}

/** How long to wait before the next try, in ms; `undefined` where there is to be none. */
function patience(response: Response | undefined, { again }: Call, tries: number): number | undefined {
  const lost = !response || LOST.has(response.status)
  if (lost ? !again : !TURNED_AWAY.has(response.status)) return undefined
  const asked = waitAsked(response?.headers.get('retry-after') ?? null)
  if (asked !== undefined) return asked <= LONGEST_ASKED_MS ? asked : undefined
  const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries)
  // Many that were turned away together do not come back together.
  return most / 2 + (Math.random() * most) / 2
}

/** `Retry-After` in ms: seconds, or a date. */
function waitAsked(header: string | null): number | undefined {
  if (header === null) return undefined
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now())
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done, fail) => {
    const stop = () => {
      clearTimeout(timer)
      fail(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      done()
    }, ms)
    signal?.addEventListener('abort', stop, { once: true })
  })
}
