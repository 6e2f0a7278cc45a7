import { z } from 'zod'
import { Amount } from '../model/fact.ts'
import { KIND_NAMES } from '../model/kinds/index.ts'
import type { Question, Select, SetExpr, Term } from '../model/question.ts'
import { isDay } from '../model/when.ts'

/** Questions as data that somebody sends: the same algebra as `model/question.ts`, checked, and bounded in size. */
const id = z.string().min(1).max(200)
const ids = z.array(id).max(400)
const day = z.string().refine((text) => isDay(text) || text === '0000-01-01', { error: 'not a day: write YYYY-MM-DD' })
const window = z.object({ from: day, to: day })

const term: z.ZodType<Term> = z.lazy(() =>
  z.union([
    z.strictObject({ id, as: id.exactOptional() }),
    z.strictObject({ anyOf: ids.min(1) }),
    z.strictObject({ allOf: ids.min(1) }),
    z.strictObject({ office: id }),
    z.strictObject({ words: z.string().max(500), among: z.string().max(200) }),
    z.strictObject({ set: expression }),
  ]),
)

const select = z.strictObject({
  op: z.literal('select'),
  kind: z.enum(KIND_NAMES),
  roles: z.record(z.string().max(40), term),
  window,
  by: z.string().max(40).exactOptional(),
  wide: z.literal(true).exactOptional(),
  begun: z.literal(true).exactOptional(),
  listed: z.literal(true).exactOptional(),
  modality: z.literal('cancelled').exactOptional(),
  // What the model gains must stand here too, or a permalink of it would be refused.
} satisfies Record<keyof Select, z.ZodType>)

const expression: z.ZodType<SetExpr> = z.lazy(() =>
  z.union([
    select,
    z.strictObject({ op: z.literal('members'), ids }),
    z.strictObject({ op: z.enum(['and', 'or']), of: z.array(expression).min(1).max(12) }),
    z.strictObject({ op: z.literal('minus'), from: expression, less: expression }),
    z.strictObject({ op: z.literal('occupants'), of: expression, on: z.union([day, z.literal('then')]) }),
  ]),
) as z.ZodType<SetExpr>

const amount = Amount.exactOptional()
const named = ids.exactOptional()
const role = z.string().max(40)
const yes = z.literal(true).exactOptional()
const since = z.union([
  z.strictObject({ id }),
  z.strictObject({ years: z.number().int().min(0).max(10_000), short: yes }),
])

/** Every property that a measure has: one that the model gains must stand here too. */
type Has<M extends Question['measure']> = Record<keyof Extract<Question, { measure: M }>, z.ZodType>

/** A measure of a set. */
export const QuestionData: z.ZodType<Question> = z.union([
  z.strictObject({ measure: z.literal('includes'), set: expression, expects: named } satisfies Has<'includes'>),
  z.strictObject({ measure: z.literal('exactly'), set: expression, expects: named } satisfies Has<'exactly'>),
  z.strictObject({ measure: z.literal('any'), set: expression, expects: yes } satisfies Has<'any'>),
  z.strictObject({ measure: z.literal('count'), set: expression, expects: amount } satisfies Has<'count'>),
  z.strictObject({
    ...{ measure: z.literal('share'), set: expression, within: expression, expects: amount },
  } satisfies Has<'share'>),
  z.strictObject({
    measure: z.enum(['first', 'last']),
    set: select,
    role,
    expects: named,
    claimed: window.exactOptional(),
    among: expression.exactOptional(),
    since: since.exactOptional(),
  } satisfies Has<'first' | 'last'>),
  z.strictObject({
    measure: z.literal('rank'),
    set: select,
    role,
    each: z.enum(['event', 'member']),
    of: id.exactOptional(),
    claimed: window.exactOptional(),
    expects: amount,
  } satisfies Has<'rank'>),
  z.strictObject({ measure: z.literal('amount'), set: select, expects: amount } satisfies Has<'amount'>),
  z.strictObject({
    ...{ measure: z.literal('years'), set: select, on: z.string().max(21), expects: amount, over: yes },
  } satisfies Has<'years'>),
]) as z.ZodType<Question>
