/** Why a request was refused; the first five are also the reasons of the library's own errors. */
export type ProblemCode =
  | 'incorrect'
  | 'unsupported'
  | 'not-found'
  | 'conflict'
  | 'fault'
  | 'unauthorized'
  | 'forbidden'
  | 'too-many'
  | 'over-budget'
  | 'busy'
  /** No answer came at all, or not one of Chancery. */
  | 'unreached'

/** A refusal as the server words it (RFC 9457). */
export interface Told {
  type: string
  title: string
  status: number
  code: ProblemCode
  detail: string
  /** Field, file or record. */
  at?: string
  /** What one refusal alone tells: `other`, the word that came first; `scope`, the one that is needed. */
  [more: string]: unknown
}

/** What the server refused, or that it could not be reached (`status` 0, `code` `unreached`). */
export class ProblemError extends Error {
  readonly problem: Told
  constructor(problem: Told, cause?: unknown) {
    super(problem.detail, cause === undefined ? {} : { cause })
    this.name = 'ProblemError'
    this.problem = problem
  }
  get status(): number {
    return this.problem.status
  }
  get code(): ProblemCode {
    return this.problem.code
  }
  get at(): string | undefined {
    return this.problem.at
  }
}

const UNREACHED = { type: 'about:blank', title: 'No connection', code: 'unreached' } as const

export const unreached = (url: string, cause: unknown): ProblemError =>
  new ProblemError({ ...UNREACHED, status: 0, detail: `${url} does not answer: check the address` }, cause)

/** The problem of a response; of one that is none of Chancery's, that it is so. */
export async function problemIn(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => undefined)
  if (isTold(body)) return new ProblemError(body)
  const detail = `an answer that is none of Chancery's, ${response.status}: check the address`
  return new ProblemError({ ...UNREACHED, title: 'Not Chancery', status: response.status, detail })
}

const isTold = (body: unknown): body is Told =>
  typeof body === 'object' &&
  body !== null &&
  'code' in body &&
  typeof body.code === 'string' &&
  'detail' in body &&
  typeof body.detail === 'string' &&
  'status' in body &&
  typeof body.status === 'number'
