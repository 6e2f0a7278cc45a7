import type { Claim, Document } from '../../model/claim.ts'
import type { Outcome, Verdict } from '../../model/verdict.ts'
import type { Label } from '../en/label.ts'
import { cited, showVerdict } from '../verdict.ts'

/** Outcomes that a review can rate; what is open or no matter of fact is no review. */
const RATED: Readonly<Partial<Record<Outcome, { value: number; name: string }>>> = {
  refuted: { value: 1, name: 'Refuted by the records' },
  disputed: { value: 2, name: 'Disputed: the records differ' },
  supported: { value: 3, name: 'Supported by the records' },
}

export interface ReviewInput {
  doc: Document
  claims: readonly { claim: Claim; verdict: Verdict }[]
  /** The day of the review. */
  today: string
  /** Who signs: a verdict is the machine's until a person does. */
  author?: string
}

/**
 * schema.org ClaimReview, one for each claim of an article that the records decide, with its evidence in words. `identifier` is
 * the verdict's content id: the same records and days give the same.
 */
export const claimReviews = (input: ReviewInput, label: Label, source: (id: string) => string): object[] =>
  input.claims.flatMap(({ claim, verdict }) => {
    const rating = RATED[verdict.outcome]
    return rating && claim.kind !== 'remark' ? [reviewOf(input, claim, verdict, rating, label, source)] : []
  })

function reviewOf(
  { doc, today, author }: ReviewInput,
  claim: Claim,
  verdict: Verdict,
  rating: { value: number; name: string },
  label: Label,
  source: (id: string) => string,
): object {
  const shown = showVerdict(claim, verdict, label)
  const evidence = (verdict.outcome === 'supported' ? shown.witnesses : shown.against).slice(0, 5)
  const reasons = evidence.map((fact) => `${cited(fact, source)}.`)
  const nearest = shown.nearest ? [`What can be said: ${shown.nearest}.`] : []
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    identifier: verdict.id,
    datePublished: today,
    claimReviewed: claim.quote.replace(/\s+/g, ' '),
    author: author
      ? { '@type': 'Organization', name: author }
      : { '@type': 'SoftwareApplication', name: 'Chancery', description: 'unsigned: the verdict of a program' },
    reviewRating: {
      ...{ '@type': 'Rating', ratingValue: rating.value, worstRating: 1, bestRating: 3 },
      alternateName: rating.name,
      ...(reasons.length + nearest.length > 0 && { ratingExplanation: [...reasons, ...nearest].join(' ') }),
    },
    itemReviewed: {
      '@type': 'Claim',
      ...(claim.speaker && { author: { '@type': 'Thing', name: claim.speaker.label } }),
      ...(doc.date && { datePublished: doc.date }),
      appearance: {
        '@type': 'CreativeWork',
        ...(doc.title && { headline: doc.title }),
        ...(doc.outlet && { publisher: { '@type': 'Organization', name: doc.outlet } }),
        ...(doc.source && /^https?:/.test(doc.source) && { url: doc.source }),
      },
    },
    isBasedOn: [...new Set(evidence.flatMap((fact) => fact.url ?? []))],
  }
}
