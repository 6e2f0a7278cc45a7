import { createHash } from 'node:crypto'
import type { Ledger } from '../keep/port.ts'
import type { Watch } from '../keep/watches.ts'
import { ChanceryError } from '../model/error.ts'
import type { Amount, Fact } from '../model/fact.ts'
import { classOf, type EntityId } from '../model/ids.ts'
import type { Answer, Outcome } from '../model/verdict.ts'
import type { Day } from '../model/when.ts'
import { askLedger } from './ask.ts'
import { type Checker, checkerOf, outcomeOf } from './check.ts'
import { documentOf } from './document.ts'
import { type holdersOf, holdersOf as loadHolders } from './holders.ts'

/** What a watched question or sentence comes to, as it is kept from one run to the next. */
export interface WatchState {
  outcome: Outcome
  /** Of a question that is answered by yes or no. */
  whether?: true
  /** Of a sentence: for today, where it differs from the day of writing. */
  today?: Outcome
  /** The day that the answer speaks for. */
  on: Day
  members: EntityId[]
  contested: EntityId[]
  value?: Amount
  /** Ids of the tellings that bear on it, and of the lists whose silence was used. */
  evidence: string[]
  coverage: string[]
}

/** Why an answer is another one: what was told or withdrawn since, a list that came or went, or the day alone. */
export type Cause =
  | { is: 'told' | 'withdrawn' | 'rejected' | 'counts'; fact: Fact }
  | { is: 'list'; come: boolean; by: string; source: string }
  | { is: 'day'; from: Day; to: Day }

export interface WatchRun {
  watch: Watch
  before: WatchState
  now: WatchState
  /** Members that came and went; outcome and figure are in the two states. */
  entered: EntityId[]
  left: EntityId[]
  changed: boolean
  causes: Cause[]
  labels: ReadonlyMap<EntityId, string>
}

export interface NewWatch {
  text: string
  by: string
  /** The day on which a sentence was written. */
  date?: Day
  today: Day
  now: string
}

const QUESTION =
  /^(?:who|whom|whose|which|what|when|where|how|did|do|does|has|have|had|is|are|was|were|will|in which|since when|on which)\b/i
const isQuestion = (text: string): boolean => text.endsWith('?') || QUESTION.test(text)

/** Begins to watch a question or a sentence. Throws `incorrect` for one that is not understood, `conflict` for one that is watched. */
export async function addWatch(ledger: Ledger, { text: raw, by, date, today, now }: NewWatch) {
  const text = raw.replace(/\s+/g, ' ').trim()
  if (!text)
    throw new ChanceryError('incorrect', 'watch', 'nothing to watch: write a question or a sentence in quotation marks')
  const form = isQuestion(text) ? 'question' : 'sentence'
  const own = { form, text, ...(date && { date }) } as const
  const id = `watch:${createHash('sha256').update(JSON.stringify(own)).digest('hex').slice(0, 12)}`
  if ((await ledger.watches.list()).some((watch) => watch.id === id))
    throw new ChanceryError('conflict', id, `this is watched already, as ${id}: see chancery watch list`)
  const { state, reason } = await stateOf(ledger, own, today)
  if (!state) throw new ChanceryError('incorrect', 'watch', `not understood, ${reason}: put it in other words`)
  const watch: Watch = { id, ...own, created: now, by, last: { at: now, state: JSON.stringify(state) } }
  await ledger.watches.put(watch)
  return { watch, state }
}

/**
 * Runs every watch, keeps what it comes to now, and says of each what changed since the last run, and why. Nothing is kept before all
 * are run, so that no change is lost where that is ended; `within` does what writes.
 */
export async function runWatches(
  ledger: Ledger,
  today: Day,
  now: string,
  within: <T>(work: () => Promise<T>) => Promise<T> = (work) => work(),
): Promise<WatchRun[]> {
  const out: WatchRun[] = []
  const tools = await toolsOf(ledger)
  for (const watch of await ledger.watches.list()) {
    const before = JSON.parse(watch.last.state) as WatchState
    const { state = { ...before, outcome: 'not-understood' as const } } = await stateOf(ledger, watch, today, tools)
    const [entered, left] = [without(state.members, before.members), without(before.members, state.members)]
    const changed = entered.length + left.length > 0 || gist(before) !== gist(state)
    const causes = changed ? await causesOf(ledger, before, state, watch.last.at) : []
    out.push({ watch, before, now: state, entered, left, changed, causes, labels: tools.holders.labels })
  }
  await within(async () => {
    for (const { watch, now: state } of out)
      await ledger.watches.put({ ...watch, last: { at: now, state: JSON.stringify(state) } })
  })
  return out
}

const without = <T>(a: readonly T[], b: readonly T[]): T[] => a.filter((x) => !b.includes(x))
const gist = ({ outcome, today, contested, value }: WatchState): string =>
  JSON.stringify([outcome, today, contested.toSorted(), value])

interface Tools {
  holders: Awaited<ReturnType<typeof holdersOf>>
  checker: Checker
}
const toolsOf = async (ledger: Ledger): Promise<Tools> => ({
  holders: await loadHolders(ledger),
  checker: await checkerOf(ledger),
})

type Watched = Pick<Watch, 'form' | 'text' | 'date'>

async function stateOf(
  ledger: Ledger,
  watch: Watched,
  today: Day,
  tools?: Tools,
): Promise<{ state?: WatchState; reason?: string }> {
  return watch.form === 'question' ? ofQuestion(ledger, watch, today, tools) : ofSentence(ledger, watch, today, tools)
}

async function ofQuestion(ledger: Ledger, { text }: Watched, today: Day, tools: Tools | undefined) {
  const asked = await askLedger(ledger, text, { today, ...(tools && { holders: tools.holders }) })
  const first = asked.readings[0]
  if (!first) return { reason: asked.reason ?? 'no fact about relations between states was found in it' }
  const whether = asked.form === 'whether' ? { whether: true as const } : {}
  return { state: { outcome: first.answer.outcome, ...whether, on: asked.on, ...partsOf([first.answer]) } }
}

async function ofSentence(ledger: Ledger, { text, date }: Watched, today: Day, tools: Tools | undefined) {
  const checker = tools?.checker ?? (await checkerOf(ledger))
  const checked = await checker.check(documentOf(text, date ? { date } : {}), { today })
  const outcome = outcomeOf(checked)
  const [main] = checked.claims
  if (!main || outcome === 'not-understood' || outcome === 'not-checkable')
    return {
      reason:
        main?.verdict.reason ?? checked.unread[0]?.because ?? 'no fact about relations between states was found in it',
    }
  const answers = checked.claims.flatMap((c) => c.verdict.readings[0]?.parts.map((p) => p.answer) ?? [])
  const then = main.verdict.today
  const turned = then.outcome !== main.verdict.outcome ? { today: then.outcome } : {}
  return { state: { outcome, ...turned, on: date ?? then.on, ...partsOf(answers) } }
}

function partsOf(
  answers: readonly Answer[],
): Pick<WatchState, 'members' | 'contested' | 'value' | 'evidence' | 'coverage'> {
  const all = <T>(of: (a: Answer) => readonly T[]): T[] => [...new Set(answers.flatMap(of))]
  const value = answers.find((a) => a.value)?.value
  return {
    members: all((a) => a.members.filter(isNamed)).sort(),
    contested: all((a) => a.contested.filter(isNamed)).sort(),
    ...(value && { value }),
    evidence: all((a) => [...a.witnesses, ...a.against].map((e) => e.fact.id)).sort(),
    coverage: all((a) => a.coverage.map((c) => c.id)).sort(),
  }
}

/** An event, known by a telling of it, counts in the figure alone. */
const isNamed = (id: EntityId): boolean => classOf(id) !== 'fact'

/** What came to bear on the answer, or ceased to, since it was last asked. */
async function causesOf(ledger: Ledger, before: WatchState, now: WatchState, since: string): Promise<Cause[]> {
  const facts = [
    ...(await Promise.all(without(now.evidence, before.evidence).map((id) => cameBy(ledger, id, since)))),
    ...(await Promise.all(without(before.evidence, now.evidence).map((id) => wentBy(ledger, id)))),
  ].flatMap((cause) => cause ?? [])
  const lists = (await ledger.summary()).coverage
  const come = without(now.coverage, before.coverage).flatMap((id) => {
    const list = lists.find((c) => c.id === id)
    return list ? [{ is: 'list' as const, come: true, by: list.by, source: list.cite.source }] : []
  })
  const causes: Cause[] = [...facts, ...come]
  return causes.length || before.on === now.on ? causes : [{ is: 'day', from: before.on, to: now.on }]
}

async function cameBy(ledger: Ledger, id: string, since: string): Promise<Cause | undefined> {
  const fact = await ledger.fact(id)
  if (!fact) return undefined
  const last = (await historyOf(ledger, id)).at(-1)
  return { is: last && last.at <= since ? 'counts' : 'told', fact }
}

async function wentBy(ledger: Ledger, id: string): Promise<Cause | undefined> {
  const fact = await ledger.fact(id)
  const last = (await historyOf(ledger, id)).at(-1)?.act
  const is = last === 'rejected' ? 'rejected' : last === 'retracted' ? 'withdrawn' : undefined
  return fact && is && { is, fact }
}

/** A single vote of a roll call has no history of its own. */
const historyOf = (ledger: Ledger, id: string) => ledger.history(id).catch(() => [])
