import { z } from 'zod'
import { KIND_NAMES } from './kinds/index.ts'
import { isDay } from './when.ts'

const Day = z.string().refine(isDay, { error: 'not a day: write YYYY-MM-DD' })

const Base = z.object({
  kind: z.enum(KIND_NAMES),
  /** Why, in a sentence. */
  because: z.string().min(1),
  /** Who judges: a person, or the rule of a program. */
  by: z.string().min(1),
})

/** Whether two tellings are of one event. `tellings` are keys (`tellingKey` of `telling.ts`), in order. */
export const Sameness = Base.extend({
  is: z.enum(['same', 'not-same', 'unsure']),
  tellings: z.tuple([z.string(), z.string()]),
})
export type Sameness = z.infer<typeof Sameness>

/**
 * That a list said to be whole lacks an event which another source tells: from `from` to `to`, both included, its silence proves
 * nothing. `list` is a `listKey`.
 */
export const Doubt = Base.extend({
  is: z.literal('lacks'),
  list: z.string(),
  from: Day,
  to: Day,
  /** Keys of the tellings of the event. */
  tellings: z.array(z.string()).min(1),
})
export type Doubt = z.infer<typeof Doubt>

/** A word on how tellings stand to each other or to a list: kept with its reason, and withdrawn like any record. */
export const Judgement = z.union([Sameness, Doubt])
export type NewJudgement = z.infer<typeof Judgement>
export type Judgement = NewJudgement & { id: string }
