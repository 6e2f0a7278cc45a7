import { z } from 'zod'
import { KIND_NAMES } from './kinds/index.ts'
import { daysOf } from './when.ts'

/** Role values of a stored fact: an entity id, a closed value, a label, or a list of ids. */
export const Roles = z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]))
export type Roles = z.infer<typeof Roles>

export const When = z.string().refine((text) => daysOf(text) !== undefined, {
  error: 'not a time: write 1947-11-29, 1947-11, 1947, or an interval such as 1948-05-14/1952',
})
export const MODALITIES = ['happened', 'holds', 'planned', 'proposed', 'cancelled', 'denied'] as const
export type Modality = (typeof MODALITIES)[number]

/** A number known within bounds, both included; `null` is no bound. */
export const Amount = z.object({ least: z.number().nullable(), most: z.number().nullable() })
export type Amount = z.infer<typeof Amount>

/** Where a telling stands: the source's id, its address, and its words. */
export const Citation = z.object({
  source: z.string(),
  url: z.string().optional(),
  quote: z.string().optional(),
  /** Row, page or record within the source; for an article, the document and span. */
  locator: z.string().optional(),
  doc: z.string().optional(),
  start: z.number().int().optional(),
  end: z.number().int().optional(),
})
export type Citation = z.infer<typeof Citation>

/**
 * One telling of one fact by one source. `telling: 'no'` says that it was not so. For an event `when` is the time it took;
 * for a `holding` step (`serving`, `held`, `exists`, `member`) it is the interval throughout which it held, and an end
 * that is left open means "not known to have ended when the source closed". Only `data` and `accepted` tellings set marks;
 * a `reported` one is shown beside the evidence.
 */
export const Fact = z.object({
  kind: z.enum(KIND_NAMES),
  roles: Roles,
  when: When.optional(),
  telling: z.enum(['yes', 'no']).default('yes'),
  modality: z.enum(MODALITIES).default('happened'),
  amount: Amount.optional(),
  standing: z.enum(['data', 'accepted', 'reported']).default('data'),
  /** Who says so, where the source passes on another's words. */
  speaker: z.string().optional(),
  /** What the source adds to it, in a sentence ("took the oath a second time"). */
  note: z.string().optional(),
  cite: Citation,
})
export type NewFact = z.infer<typeof Fact>
/** A fact as kept: its id is a hash of its content. */
export type Fact = NewFact & { id: string }
