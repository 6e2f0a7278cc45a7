import { measure, needs, type World, widen, worldOf } from '../ask/index.ts'
import { questionsOf } from '../check/index.ts'
import type { Ledger } from '../keep/port.ts'
import type { Source } from '../model/coverage.ts'
import type { EntityId } from '../model/ids.ts'
import type { Question } from '../model/question.ts'
import type { Answer } from '../model/verdict.ts'
import type { Day } from '../model/when.ts'
import type { Holders } from '../read/ports.ts'
import { type ReadQuestion, readQuestion } from '../read/question.ts'
import { documentOf } from './document.ts'
import { holdersOf } from './holders.ts'

export interface Asked {
  text: string
  form: ReadQuestion['form']
  order?: 'first' | 'last'
  /** One for each reading, the likeliest first; none where the question was not understood. */
  readings: { definition?: string; question: Question; answer: Answer }[]
  reason?: string
  /** The day that the answer speaks for, and whether it is the day asked or the last one known. */
  on: Day
  lastKnown: boolean
  sources: ReadonlyMap<string, Source>
  labels: ReadonlyMap<EntityId, string>
}

export interface AskOptions {
  asOf?: Day
  today: Day
  knownOn?: string
  /** What `holdersOf` gave, where it was loaded before. */
  holders?: Holders & { labels: Map<EntityId, string> }
}

/** What tells of it in the order of time; of "the last time", that alone. */
function inOrder(world: World, answer: Answer, order: 'first' | 'last' | undefined): Answer {
  const from = (e: Answer['witnesses'][number]): Day => world.days(e.fact).from
  const witnesses = answer.witnesses.toSorted((a, b) => (from(a) < from(b) ? -1 : from(a) > from(b) ? 1 : 0))
  const one = order === 'last' ? witnesses.at(-1) : witnesses[0]
  return { ...answer, witnesses: order && one ? witnesses.filter((e) => from(e) === from(one)) : witnesses }
}

/** Days before today on which some list ends that are tried, from the latest. */
const MOST_DAYS = 24
const known = (readings: Asked['readings']): number => readings[0]?.answer.members.length ?? 0

/**
 * Whether an earlier day's answer on events lacks some that are known today. What came first is so on any later day, if it is the same
 * one.
 */
function forgets(then: Asked['readings'][number], now: Asked['readings'][number] | undefined): boolean {
  const { set, measure: asked } = then.question
  const onOneDay = set.op === 'select' && set.window.from === set.window.to
  if (!now || onOneDay || (set.op !== 'select' && set.op !== 'and')) return false
  if (asked === 'first') {
    const [one, other] = [then, now].map(({ answer }) => answer.witnesses[0]?.fact.id)
    return one === undefined || (other !== undefined && one !== other)
  }
  return set.op === 'select' && set.kind === 'visit' && then.answer.members.length < now.answer.members.length
}

/**
 * Ask a question in English. A question about the present is answered for today or, where the sources end before, for the last
 * day that they reach.
 */
export async function askLedger(ledger: Ledger, text: string, options: AskOptions): Promise<Asked> {
  const holders = options.holders ?? (await holdersOf(ledger, options.knownOn))
  const date = options.asOf ?? options.today
  const nothing: Asked = {
    text,
    form: 'whether',
    readings: [],
    on: date,
    lastKnown: false,
    sources: new Map(),
    labels: holders.labels,
  }
  if (/^why\b/i.test(text.trim())) return { ...nothing, reason: 'a cause is a matter of interpretation, not of record' }
  const { form, claims, order } = readQuestion(
    text,
    { id: documentOf(text).id, date },
    { ...holders, holders: () => [] },
  )
  const main = claims[0]
  const base = { ...nothing, form, ...(order && { order }) }
  if (!main) return { ...base, readings: [], reason: 'no fact about relations between states was found in it' }
  const asked = (day: Day) => questionsOf(main, claims, { asOf: day, date, seats: 'now' }, form)
  const proposals = asked(date)
  const exit = proposals.find((p) => !('parts' in p))
  if (exit)
    return {
      ...base,
      readings: [],
      reason: 'exit' in exit ? exit.reason : 'open' in exit ? `no source here knows ${exit.open.join(', ')}` : '',
    }
  const patterns = proposals.flatMap((p) => ('parts' in p ? p.parts.flatMap((part) => needs(part.question)) : []))
  const at = options.knownOn ? { knownOn: options.knownOn } : {}
  const { facts: occupancy } = await ledger.fetch([{ kind: 'occupancy' }], at)
  const snapshot = await ledger.fetch(widen(patterns, occupancy), at)
  const world = worldOf(snapshot)
  const answered = (day: Day) =>
    asked(day).flatMap((p) =>
      'parts' in p
        ? p.parts
            .filter((part) => !part.presupposed)
            .map(({ question }) => ({
              ...(p.definition && { definition: p.definition }),
              question,
              answer: inOrder(world, measure(world, question), order),
            }))
        : [],
    )
  const sources = new Map(snapshot.sources.map((s) => [s.id, s]))
  const now = answered(date)
  if (options.asOf || now[0]?.answer.outcome !== 'not-covered') return { ...base, readings: now, sources }
  const reach = [...new Set(snapshot.coverage.map((c) => c.to))]
    .filter((day) => day < date)
    .sort()
    .reverse()
  const tried = reach.slice(0, MOST_DAYS).map((day) => ({ day, readings: answered(day) }))
  const decided = tried.find(
    (t) => t.readings[0] && t.readings[0].answer.outcome !== 'not-covered' && !forgets(t.readings[0], now[0]),
  )
  const fullest = tried.reduce((a, b) => (known(b.readings) > known(a.readings) ? b : a), { day: date, readings: now })
  const then = decided ?? fullest
  if (then.day !== date) return { ...base, readings: then.readings, sources, on: then.day, lastKnown: true }
  return { ...base, readings: now, sources }
}
