import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { ChanceryError, type ErrorCode } from '../model/error.ts'
import { harmless } from '../show/harmless.ts'

/** Refusals that HTTP alone knows, each with its status. */
const OWN = { unauthorized: 401, forbidden: 403, 'too-many': 429, 'over-budget': 422, busy: 503 } as const
type OwnCode = keyof typeof OWN

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

const OWN_TITLES: Readonly<Record<OwnCode, string>> = {
  unauthorized: 'A token is needed',
  forbidden: 'The token does not allow it',
  'too-many': 'Too many requests',
  'over-budget': 'Longer than its budget',
  busy: 'Busy',
}

/** A refusal, RFC 9457 `application/problem+json`; `more` is added as it is. */
export interface Problem {
  type: string
  title: string
  status: number
  code: ErrorCode | OwnCode
  detail: string
  /** Field, file or record. */
  at?: string
}

export function problemOf(error: unknown): Problem {
  if (error instanceof Denied) return deniedProblem(error)
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

/** A refusal that HTTP alone knows; `headers` go with it, `more` is added to its problem as it is. */
export class Denied extends ChanceryError {
  readonly reason: OwnCode
  readonly headers: Readonly<Record<string, string>>
  readonly more: object
  constructor(
    reason: OwnCode,
    at: string,
    message: string,
    told: { headers?: Record<string, string>; more?: object } = {},
  ) {
    super('incorrect', at, message)
    this.reason = reason
    this.headers = told.headers ?? {}
    this.more = told.more ?? {}
  }
}

const deniedProblem = ({ reason, at, message, more }: Denied): Problem => ({
  ...more,
  ...{ type: 'about:blank', title: OWN_TITLES[reason], status: OWN[reason], code: reason, detail: harmless(message) },
  ...(at && { at: harmless(at) }),
})

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
  const headers = error instanceof Denied ? error.headers : {}
  return c.body(JSON.stringify(problem), problem.status as 400, {
    ...headers,
    'content-type': 'application/problem+json',
  })
}
