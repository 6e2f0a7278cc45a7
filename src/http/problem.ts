import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { ChanceryError, type ErrorCode } from '../model/error.ts'
import { harmless } from '../show/harmless.ts'

/** The HTTP status of each reason for which something is thrown. */
export const STATUS: Readonly<Record<ErrorCode, 400 | 404 | 409 | 415 | 500>> = {
  incorrect: 400,
  unsupported: 415,
  'not-found': 404,
  conflict: 409,
  fault: 500,
}

const TITLES: Readonly<Record<ErrorCode, string>> = {
  incorrect: 'The request is incorrect',
  unsupported: 'Not supported',
  'not-found': 'Not found',
  conflict: 'Changed by another',
  fault: 'A fault of Chancery or its machine',
}

/** A refusal, RFC 9457 `application/problem+json`; `more` is added as it is. */
export interface Problem {
  type: string
  title: string
  status: number
  code: ErrorCode
  detail: string
  /** Field, file or record. */
  at?: string
}

export function problemOf(error: unknown): Problem {
  const known = typed(error)
  const more = error instanceof ConflictError ? error.more : {}
  return {
    ...more,
    type: 'about:blank',
    title: TITLES[known.code],
    status: STATUS[known.code],
    code: known.code,
    detail: harmless(known.message),
    ...(known.at && { at: harmless(known.at) }),
  }
}

/** Two that changed one thing: what the other did is told with the refusal. */
export class ConflictError extends ChanceryError {
  readonly more: object
  constructor(at: string, message: string, more: object) {
    super('conflict', at, message)
    this.more = more
  }
}

function typed(error: unknown): ChanceryError {
  if (error instanceof ChanceryError) return error
  if (error instanceof HTTPException && error.status < 500)
    return new ChanceryError('incorrect', 'body', error.message || 'the body is no JSON: send one JSON object')
  if (process.env.CHANCERY_TRACE) console.error(error)
  return new ChanceryError(
    'fault',
    '',
    'an unforeseen failure: start the server with CHANCERY_TRACE=1 and report what it prints',
  )
}

/** The one place where what was thrown becomes a response. */
export function refuse(error: unknown, c: Context): Response {
  const problem = problemOf(error)
  return c.body(JSON.stringify(problem), problem.status as 400, { 'content-type': 'application/problem+json' })
}
