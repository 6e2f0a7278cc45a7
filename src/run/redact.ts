import type { Ledger } from '../keep/port.ts'

/**
 * Takes a fact, or an article with all that it tells, out of a ledger for good; the ids of what went. A tombstone stays, with who
 * decided, when and why. Throws `not-found`, `unsupported`.
 */
export const redact = (
  ledger: Ledger,
  id: string,
  why: string,
  meta: { recordedAt: string; by: string },
): Promise<string[]> => ledger.redact(id.trim(), { ...meta, note: `redacted: ${why}` })
