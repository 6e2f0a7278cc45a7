import { z } from 'zod'
import { Citation, Roles } from './fact.ts'
import type { Doubt } from './judgement.ts'
import { KIND_NAMES } from './kinds/index.ts'
import { isDay } from './when.ts'

const Day = z.string().refine(isDay, { error: 'not a day: write YYYY-MM-DD' })

/**
 * What a source covers: every fact of `kind` whose roles match `roles` and whose time lies in `from`–`to`, both included, is
 * told. A role absent from `roles` is unrestricted; a list restricts it to those values. `grade` says how far it may be
 * trusted: only `complete` turns an absence into "told no".
 */
export const Coverage = z.object({
  kind: z.enum(KIND_NAMES),
  roles: Roles,
  from: Day,
  to: Day,
  grade: z.enum(['complete', 'complete-but', 'lower-bound', 'sample']).default('complete'),
  /** Who says so. */
  by: z.string(),
  note: z.string().optional(),
  cite: Citation,
})
export type NewCoverage = z.infer<typeof Coverage>
/** As kept; `doubts` are what other sources tell that the list lacks, as evaluation attaches them. */
export type Coverage = NewCoverage & { id: string; doubts?: readonly Doubt[] }

/** A source of facts as its publisher and we describe it. */
export const Source = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string().optional(),
  licence: z.string(),
  /** Whose record it is: "as recorded by the United States". */
  viewpoint: z.string(),
  asOf: Day,
  /** Whom to ask about what it lacks. */
  contact: z.string().optional(),
})
export type Source = z.infer<typeof Source>
