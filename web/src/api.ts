/** A refusal of the server as RFC 9457 words it. */
export interface Problem {
  status: number
  code: string
  title: string
  detail: string
  at?: string
}

/** What the server refused, or that it could not be reached (`status` 0). */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

export const UNREACHED: Problem = {
  status: 0,
  code: 'unreached',
  title: 'No connection',
  detail: 'Chancery does not answer: check that it still runs (./chancery serve)',
}

async function send<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(path, { ...init, headers: { accept: 'application/json', ...init.headers } }).catch(
    (error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error
      throw new Refused(UNREACHED)
    },
  )
  return bodyOf<T>(response)
}

/** The body of an answer. Throws `Refused` for a refusal. */
export async function bodyOf<T>(response: Response): Promise<T> {
  const body = await response.json().catch(() => undefined)
  if (response.ok && body !== undefined) return body as T
  throw new Refused({ ...UNREACHED, status: response.status, ...(body as Partial<Problem>) })
}

/** Gets JSON from `/api/…`. Throws `Refused`. */
export const get = <T>(path: string, signal?: AbortSignal): Promise<T> => send<T>(path, signal ? { signal } : {})

/** Posts JSON to `/api/…`. Throws `Refused`. */
export const post = <T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> =>
  send<T>(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
    ...(signal && { signal }),
  })

/** Ends what is at `/api/…`. Throws `Refused`. */
export const remove = <T>(path: string): Promise<T> => send<T>(path, { method: 'DELETE' })

/** What went wrong, in words for a reader. */
export const said = (error: unknown): string => (error instanceof Refused ? error.problem.detail : String(error))
