import { toRow } from '../read.ts'
import type { Result } from './types.ts'

/** An article as a line of JSON: what it is, and its claims as rows of the codebook. */
export function lineOf({ name, doc, claims, unread }: Result): string {
  const { id, title, date, outlet, source, language } = doc
  return JSON.stringify({
    ...{ document: id, name, title, date, outlet, source, language },
    claims: claims.map((claim) => ({ id: claim.id, ...toRow(claim) })),
    unread,
  })
}
