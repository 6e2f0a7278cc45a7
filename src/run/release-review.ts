import { canonical, hashOf } from '../keep/content.ts'
import type { Candidate } from './releases.ts'

/** Some candidates for a person to look at: by chance, and the same ones each time. */
export const sampleOf = (candidates: readonly Candidate[], n: number): Candidate[] =>
  candidates
    .map((candidate) => ({ candidate, key: hashOf(canonical(candidate.fact)) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, n)
    .map(({ candidate }) => candidate)

/** What a person said of a sample; `seen: false` where nobody looked. */
export interface Review {
  seen: boolean
  sampled: number
  confirmed: number
  rejected: readonly Candidate[]
}

/** The share of a sample that a person confirmed, with the bounds (Wilson, 95 %) within which that of all claims lies. */
export function acceptance({ sampled, confirmed }: Pick<Review, 'sampled' | 'confirmed'>) {
  const [n, p, z] = [sampled, confirmed / sampled, 1.96]
  const middle = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const half = (z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n)
  return { share: p, least: Math.max(0, middle - half), most: Math.min(1, middle + half) }
}

const percent = (share: number): string => `${Math.round(100 * share)} %`

/** "18 of 20 sampled claims confirmed by ana (90 %; 70 % to 97 % of all)". */
export function sayReview(review: Review, by: string): string {
  if (!review.sampled) return 'no claim was sampled'
  if (!review.seen) return `accepted unseen: nobody looked at the sample of ${review.sampled}`
  const { share, least, most } = acceptance(review)
  return `${review.confirmed} of ${review.sampled} sampled claims confirmed by ${by} (${percent(share)}; ${percent(least)} to ${percent(most)} of all)`
}
