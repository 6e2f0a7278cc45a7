import { z } from 'zod'
import { measure, needs, widen, worldOf } from '../ask/index.ts'
import type { Ledger } from '../keep/port.ts'
import { ChanceryError } from '../model/error.ts'
import type { EntityId } from '../model/ids.ts'
import { isDay } from '../model/when.ts'
import type { Asked } from './ask.ts'
import { QuestionData } from './question-data.ts'

export const FORMS = ['whether', 'which', 'how-many', 'how-often', 'when', 'where'] as const

const Day = z.string().refine(isDay, { error: 'not a day: write YYYY-MM-DD' })

/** A question as a permalink carries it: as data, with the three days, so that its answer stays what it was. */
export const Link = z.strictObject({
  /** The words it came of, which decide nothing. */
  text: z.string().max(2000),
  form: z.enum(FORMS),
  definition: z.string().max(300).exactOptional(),
  question: QuestionData,
  /** The day that the answer speaks for, and whether it is the last one known. */
  on: Day,
  lastKnown: z.literal(true).exactOptional(),
  today: Day,
  /** What was recorded by this day or instant. */
  knownOn: z.string().regex(/^\d{4}-\d\d-\d\d(?:T[\d:.]{5,12}Z)?$/, { error: 'not a day or an instant in UTC' }),
})
export type Link = z.infer<typeof Link>

/** Longer addresses are cut by what they pass through. */
const LONGEST_LINK = 12_000
/** Sets within sets, so deep. */
const DEEPEST = 12

/** The part of an address that carries a question. Throws `incorrect` for one that is too long to be passed on. */
export function encodeLink(link: Link): string {
  const text = Buffer.from(JSON.stringify(link)).toString('base64url')
  if (text.length <= LONGEST_LINK) return text
  throw new ChanceryError('incorrect', 'question', 'too long for an address: ask for fewer at once')
}

/** Throws `incorrect` for what is no such part of an address. */
export function decodeLink(text: string): Link {
  if (text.length > LONGEST_LINK) throw new ChanceryError('incorrect', 'q', 'the address is too long to be a question')
  return linkOf(parsed(text))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    throw new ChanceryError('incorrect', 'q', 'the address carries no question: was it cut?')
  }
}

/** A question that somebody sends as data. Throws `incorrect`, naming what does not fit. */
export function linkOf(value: unknown): Link {
  if (depthOf(value) > DEEPEST * 3) throw new ChanceryError('incorrect', 'question', 'sets within sets, too deep')
  const { success, data, error } = Link.safeParse(value)
  if (success) return data
  const issue = error.issues[0]
  throw new ChanceryError('incorrect', ['question', ...(issue?.path ?? [])].join('.'), issue?.message ?? 'no question')
}

function depthOf(value: unknown): number {
  let depth = 0
  for (let level = [value]; level.length && depth < 100; depth++)
    level = level.flatMap((v) => (v !== null && typeof v === 'object' ? Object.values(v) : []))
  return depth
}

/** The answer to a question that is given as data, for the days that it carries. */
export async function answerLink(ledger: Ledger, link: Link, labels: ReadonlyMap<EntityId, string>): Promise<Asked> {
  const { text, form, definition, question, on, lastKnown = false, knownOn } = link
  const at = { knownOn }
  const { facts: occupancy } = await ledger.fetch([{ kind: 'occupancy' }], at)
  const snapshot = await ledger.fetch(widen(needs(question), occupancy), at)
  const answer = measure(worldOf(snapshot), question)
  return {
    ...{ text, form, on, lastKnown, labels },
    readings: [{ ...(definition && { definition }), question, answer }],
    sources: new Map(snapshot.sources.map((s) => [s.id, s])),
  }
}
