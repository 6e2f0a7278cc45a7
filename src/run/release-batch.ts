import { canonical, hashOf } from '../keep/content.ts'
import type { Ledger } from '../keep/port.ts'
import type { Document } from '../model/claim.ts'
import type { NewCoverage, Source } from '../model/coverage.ts'
import type { BatchNote } from './batches.ts'
import { sourceOfDocument } from './file.ts'
import { type Review, sayReview } from './release-review.ts'
import type { Authority, Releases } from './releases.ts'

/** A mark of what is read of a folder and what is said to be covered. */
export const contentOf = (read: Releases, coverage: readonly NewCoverage[]): string =>
  hashOf(canonical([read.content, coverage]))

/** Files all, whole or not at all; what the folder told before and tells no longer is withdrawn. */
export async function fileReleases(
  ledger: Ledger,
  read: Releases,
  review: Review,
  coverage: readonly NewCoverage[],
  meta: { recordedAt: string; by: string },
): Promise<{ added: number; unchanged: number; retracted: number; note: BatchNote }> {
  const { authority, documents } = read
  const refused = new Set(review.rejected)
  const facts = read.candidates.map((c) => (refused.has(c) ? c.report : c.fact))
  const said = sayReview(review, meta.by)
  const day = meta.recordedAt.slice(0, 10)
  const note: BatchNote = {
    authority: authority.name,
    releases: documents.length,
    accepted: facts.length - refused.size,
    review: said,
    content: contentOf(read, coverage),
  }
  const batch = {
    sources: [
      ...documents.map((doc) => sourceOfRelease(doc, authority, day)),
      ...(coverage.length ? [sourceOf(authority, day)] : []),
    ],
    facts: [...facts, ...read.apart],
    coverage,
    documents,
  }
  const mark = { content: hashOf(canonical([note.content, said])), stamp: JSON.stringify(note) }
  const done = await ledger.replace(batch, { recordedAt: meta.recordedAt, by: authority.batch, note: said }, mark)
  return { ...done, note }
}

const sourceOfRelease = (doc: Document, authority: Authority, day: string): Source => ({
  ...sourceOfDocument(doc, day),
  title: [authority.name, doc.title ?? (doc.date ? `release of ${doc.date}` : 'a release')].join(': '),
  viewpoint: `as stated by the ${authority.name.replace(/^the /i, '')}`,
  contact: authority.name,
})

const sourceOf = (authority: Authority, day: string): Source => ({
  id: authority.id,
  title: authority.name,
  licence: 'not stated',
  viewpoint: `as stated by the ${authority.name.replace(/^the /i, '')}`,
  asOf: day,
  contact: authority.name,
})
