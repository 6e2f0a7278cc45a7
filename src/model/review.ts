import { z } from 'zod'
import type { Claim } from './claim.ts'
import { When } from './fact.ts'

/** What a person mends of a claim as it was read; what is absent stays. */
export const Correction = z.object({
  /** The words that say it: half-open UTF-16 offsets into the document. */
  span: z.object({ start: z.number().int().min(0), end: z.number().int().min(1) }).optional(),
  /** `null`: the text gives no time. */
  when: When.nullable().optional(),
  /** Who is meant in a role, by id and as the article names them. */
  roles: z.record(z.string(), z.array(z.object({ id: z.string().min(1), label: z.string().min(1) })).min(1)).optional(),
})
export type Correction = z.infer<typeof Correction>

/**
 * What a person says of a claim as a program read it: that it is read rightly, mended, or no claim at all. Reviews are added and
 * withdrawn, never changed; of those in force on one claim the last recorded stands.
 */
export interface Review {
  document: string
  /** The id of the claim as read. */
  claim: string
  is: 'accepted' | 'corrected' | 'rejected'
  correction?: Correction
  /** The claim as read, so that what another reader makes of the same words can be set beside it. */
  read: Claim
  by: string
  because?: string
  /** The review that stood when this was made. */
  after?: string
}
/** As kept: its id is a hash of its content. */
export type KeptReview = Review & { id: string }
