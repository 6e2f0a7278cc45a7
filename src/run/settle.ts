import type { Ledger } from '../keep/port.ts'
import type { Claim, Document, Filler, Named } from '../model/claim.ts'
import { classOf } from '../model/ids.ts'
import { definitionOf } from '../model/kinds/index.ts'
import type { KeptReview, Review } from '../model/review.ts'
import { overlaps } from '../model/span.ts'
import type { Checked, CheckedClaim, Checker, CheckOptions } from './check.ts'

/** A checked claim with what a person said of it. */
export interface Reviewed extends CheckedClaim {
  review?: KeptReview
  /** What the reader makes of the same words now, where a person settled on what it read before; `gone`: nothing. */
  now?: Claim | 'gone'
}

export interface CheckedReviewed extends Omit<Checked, 'claims'> {
  claims: Reviewed[]
}

/** Of the reviews in force on each claim, the one that stands: the last recorded. */
export const standing = (reviews: readonly KeptReview[]): Map<string, KeptReview> =>
  new Map(reviews.map((review) => [review.claim, review]))

/**
 * Checks a document as persons settled its claims. A claim that was accepted or mended stays as it was settled, also where the
 * reader now reads its words otherwise; that other reading is given beside it, and checked by nobody.
 */
export async function checkReviewed(
  ledger: Ledger,
  checker: Checker,
  doc: Document,
  options: CheckOptions,
): Promise<CheckedReviewed> {
  const reviews = standing(await ledger.reviews(doc.id))
  const others = new Map<string, Claim | 'gone'>()
  const checked = await checker.check(doc, options, (read) => settled(read, [...reviews.values()], doc, others))
  return {
    ...checked,
    claims: checked.claims.map((one) => {
      const review = reviews.get(one.claim.id)
      const now = others.get(one.claim.id)
      return { ...one, ...(review && { review }), ...(now && { now }) }
    }),
  }
}

/** The claims of a document as persons settled them, without those that were rejected. */
export async function settledClaims(ledger: Ledger, doc: Document, read: readonly Claim[]): Promise<Claim[]> {
  const reviews = standing(await ledger.reviews(doc.id))
  const claims = settled(read, [...reviews.values()], doc, new Map())
  return claims.filter((claim) => reviews.get(claim.id)?.is !== 'rejected')
}

function settled(
  read: readonly Claim[],
  reviews: readonly KeptReview[],
  doc: Document,
  others: Map<string, Claim | 'gone'>,
): Claim[] {
  const known = new Map(read.map((claim) => [claim.id, claim]))
  const outdated = reviews.filter((review) => !known.has(review.claim))
  for (const { claim, read: then } of outdated) others.set(claim, readNow(then, read) ?? 'gone')
  const superseded = new Set([...others.values()].flatMap((now) => (now === 'gone' ? [] : [now.id])))
  const kept = outdated.filter((review) => review.is !== 'rejected' || others.get(review.claim) !== 'gone')
  const mends = new Map(reviews.map((review) => [review.claim, review]))
  return [...read.filter((claim) => !superseded.has(claim.id)), ...kept.map((review) => review.read)].map((claim) =>
    mended(claim, mends.get(claim.id), doc),
  )
}

/** The claim that the reader of today makes of the words of one that it reads no more: of the same sort, else of the same words. */
const readNow = (then: Claim, read: readonly Claim[]): Claim | undefined =>
  read.find((c) => c.kind === then.kind && c.is === then.is && overlaps(c.span, then.span)) ??
  read.find((c) => c.span.start === then.span.start && c.span.end === then.span.end)

/** A claim as a review has it; its id stays that of the claim as read. */
export function mended(claim: Claim, review: Pick<Review, 'correction' | 'by'> | undefined, doc: Document): Claim {
  const correction = review?.correction
  if (!correction) return claim
  const { span = claim.span, when = claim.when ?? null, roles = {} } = correction
  const { when: _, ...rest } = claim
  const filled = Object.entries(roles).map(([role, named]) => [role, fillerOf(claim, role, named)] as const)
  return {
    ...rest,
    span,
    quote: doc.text.slice(span.start, span.end),
    ...(when !== null && { when }),
    roles: { ...claim.roles, ...Object.fromEntries(filled) },
    rules: [...claim.rules, `mended by ${review.by}`],
  }
}

function fillerOf(claim: Claim, role: string, named: readonly { id: string; label: string }[]): Filler {
  const definition = definitionOf(claim.kind).roles[role]
  const list = named.map(({ id, label }) =>
    classOf(id) ? ({ is: 'entity', id, label } satisfies Named) : ({ is: 'words', label: id } as const),
  )
  return definition?.list ? { is: 'list', of: list } : list[0]!
}
