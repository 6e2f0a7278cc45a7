/** The closed list of reasons for which something is thrown; each maps once to an exit code and an HTTP status. */
export type ErrorCode = 'incorrect' | 'unsupported' | 'not-found' | 'conflict' | 'fault'

export const EXIT_CODES: Readonly<Record<ErrorCode, number>> = {
  incorrect: 2,
  unsupported: 3,
  'not-found': 4,
  conflict: 5,
  fault: 70,
}

/** A failure that says what was wrong, where, and what to do. */
export class ChanceryError extends Error {
  readonly code: ErrorCode
  /** File, line or field. */
  readonly at: string
  constructor(code: ErrorCode, at: string, message: string) {
    super(message)
    this.name = 'ChanceryError'
    this.code = code
    this.at = at
  }
}
