import { z } from '@hono/zod-openapi'
import { KIND_NAMES } from '../model/kinds/index.ts'
import { isDay } from '../model/when.ts'

/** Longer than a long novel: what is longer is no article. */
const LONGEST_TEXT = 2 * 1024 * 1024
const line = z.string().max(2000)

export const Day = z
  .string()
  .refine(isDay, { error: 'not a day: write YYYY-MM-DD' })
  .openapi({ example: '2016-03-22', format: 'date' })

/** An article as it is pasted or opened. The document's id is a hash of the text. */
export const Article = z
  .object({
    text: z
      .string()
      .max(LONGEST_TEXT, { error: 'longer than 2 MiB: give one article' })
      .refine((text) => text.trim() !== '', { error: 'the text is empty: paste an article' }),
    title: line.optional(),
    date: Day.optional(),
    outlet: line.optional(),
    source: line.optional(),
  })
  .openapi('Article')

export const Id = z.string().min(1).max(300)
export const By = z.string().trim().min(1).max(120).optional()
export const KindName = z.enum(KIND_NAMES)

/** A view model of `show/views`, typed there. */
export const view = (name: string) => z.any().openapi(name, { type: 'object' })

export const json = <T extends z.ZodType>(schema: T) => ({ content: { 'application/json': { schema } } })
export const body = <T extends z.ZodType>(schema: T) => ({ body: { ...json(schema), required: true as const } })

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.enum([
      ...(['incorrect', 'unsupported', 'not-found', 'conflict', 'fault'] as const),
      ...(['unauthorized', 'forbidden', 'too-many', 'over-budget', 'busy'] as const),
    ]),
    detail: z.string(),
    at: z.string().optional(),
  })
  .openapi('Problem')

/** A response, and the one form of every refusal. */
export function answers<T extends z.ZodType>(description: string, schema: T) {
  const told = { 200: { description, ...json(schema) } }
  // A handler returns the first; the second is what is thrown, and stands in the description alone.
  const refused = { description: 'A refusal', content: { 'application/problem+json': { schema: Problem } } }
  return { ...told, default: refused } as typeof told
}
