import type { Source } from '../../model/coverage.ts'
import type { Fact } from '../../model/fact.ts'
import { classOf, type EntityId, nameOf } from '../../model/ids.ts'
import type { Question, SetExpr } from '../../model/question.ts'
import type { Answer, Evidence } from '../../model/verdict.ts'
import type { Day } from '../../model/when.ts'
import { sayAnswer, sayReading } from '../answer.ts'
import type { Label } from '../en/label.ts'
import { sayGap } from '../en/say.ts'
import { point } from '../en/time.ts'
import { harmless } from '../harmless.ts'
import { nodeAt, occupancies } from './ask-paths.ts'
import { toldOf } from './briefing-lines.ts'
import { type Place, placeOf } from './map.ts'
import { type ShownSource, shownSource } from './pair.ts'
import { type Item, itemOf, type Tools } from './timeline.ts'

/** A member of the set asked for, and how sure that is. */
export interface Member extends Partial<Place> {
  id: EntityId
  label: string
  sure: 'yes' | 'differs' | 'open'
  /** Items among the evidence that name it. */
  items: string[]
}

/** How an answer is best shown at first; the others stand beside it. */
export type Shape = 'yes-no' | 'number' | 'list' | 'timeline'

export interface ReadingView {
  /** How the question was read, in words and as data. */
  say: string
  definition?: string
  question: Question
  outcome: Answer['outcome']
  answer: string
  shape: Shape
  members: Member[]
  othersPossible: boolean
  evidence: Item[]
  against: Item[]
  missing: { say: string; who: string }[]
  /** Whom a seat of the United Nations stands for, where that may matter. */
  seats?: string
  /** Names of the entities that the question names. */
  names: Record<EntityId, string>
  /** The part of an address that gives this answer again. */
  link: string
}

export interface AskView {
  text: string
  form: string
  /** Why it was not understood. */
  reason?: string
  /** The day that the answer speaks for, and whether that is the last one known. */
  on: Day
  lastKnown: boolean
  today: Day
  knownOn: string
  readings: ReadingView[]
  sources: Record<string, ShownSource>
}

interface Asked {
  text: string
  form: string
  readings: readonly { definition?: string; question: Question; answer: Answer }[]
  reason?: string
  on: Day
  lastKnown: boolean
  sources: ReadonlyMap<string, Source>
}

interface Times {
  today: Day
  knownOn: string
}

/** An answer for the page; `linkOf` makes the part of an address that gives a reading again. */
export function askView(
  asked: Asked,
  label: Label,
  { today, knownOn }: Times,
  linkOf: (reading: Asked['readings'][number]) => string,
): AskView {
  const { text, form, reason, on, lastKnown, sources } = asked
  const tools: Tools = {
    ...{ label, today, judgements: [], officeThen: () => undefined },
    asOf: (source) => sources.get(source)?.asOf ?? today,
  }
  const readings = asked.readings.map((reading) => ({ ...readingView(form, reading, tools), link: linkOf(reading) }))
  const cited = readings.flatMap((r) => [...r.evidence, ...r.against].flatMap((i) => i.tellings.map((t) => t.source)))
  const shown = [...new Set(cited)].sort().map((id) => [id, shownSource(id, sources.get(id))] as const)
  return {
    ...{ text: harmless(text), form, ...(reason && { reason: harmless(reason) }), on, lastKnown, today, knownOn },
    readings,
    sources: Object.fromEntries(shown),
  }
}

function readingView(
  form: string,
  { definition, question, answer }: Asked['readings'][number],
  tools: Tools,
): Omit<ReadingView, 'link'> {
  const { label } = tools
  const inOrder = (ids: readonly EntityId[]) => ids.toSorted((x, y) => (label(x) < label(y) ? -1 : 1))
  const sorted = { ...answer, members: inOrder(answer.members), open: inOrder(answer.open) }
  const gaps = answer.gaps.map((gap) => sayGap(gap, label))
  return {
    say: sayReading(question, label),
    ...(definition && { definition }),
    ...{ question, outcome: answer.outcome, answer: harmless(sayAnswer(form, question, sorted, label)) },
    shape: shapeOf(form, question),
    members: membersOf(sorted, label),
    othersPossible: answer.othersPossible,
    evidence: itemsOf(answer.witnesses, tools),
    against: itemsOf(answer.against, tools),
    ...seatsOf(question),
    names: namesIn(question, label),
    missing: [...new Map(gaps.map((gap) => [gap.say, gap])).values()].slice(0, MOST_GAPS),
  }
}
const MOST_GAPS = 12

/** How the seats of a set of voters are taken. */
function seatsOf({ set }: Question): { seats?: string } {
  const [path] = occupancies(set)
  if (!path) return {}
  const { on } = nodeAt(set, path) as Extract<SetExpr, { op: 'occupants' }>
  const who = on === 'then' ? 'that cast the vote' : `that sits there on ${point(on)}`
  return { seats: `A seat at the United Nations stands for the state ${who}.` }
}

/** Every id within a question, by its name. */
function namesIn(question: Question, label: Label): Record<EntityId, string> {
  const ids = new Set<EntityId>()
  const walk: unknown[] = [question]
  for (let value = walk.pop(); value !== undefined; value = walk.pop()) {
    if (typeof value === 'string' && classOf(value)) ids.add(value)
    else if (value !== null && typeof value === 'object') walk.push(...Object.values(value))
  }
  return Object.fromEntries([...ids].sort().map((id) => [id, label(id)]))
}

function shapeOf(form: string, { measure }: Question): Shape {
  if (form === 'whether') return 'yes-no'
  if (measure === 'count' || measure === 'amount' || measure === 'share' || measure === 'years') return 'number'
  return form === 'when' || measure === 'first' || measure === 'last' || measure === 'rank' ? 'timeline' : 'list'
}

/** Members that are entities; facts stand among the evidence. */
function membersOf(answer: Answer, label: Label): Member[] {
  const named = Map.groupBy(answer.witnesses, (w) => w.entity)
  const member =
    (sure: Member['sure']) =>
    (id: EntityId): Member[] => {
      if (classOf(id) === 'fact' || classOf(id) === undefined) return []
      const state = classOf(id) === 'seat' ? `state:${nameOf(id)}` : id
      const items = [...new Set((named.get(id) ?? []).map((w) => w.fact.id))].sort()
      return [{ id, label: label(id), sure, items, ...(classOf(state) === 'state' && placeOf(state)) }]
    }
  return [
    ...answer.members.flatMap(member('yes')),
    ...answer.contested.flatMap(member('differs')),
    ...answer.open.slice(0, MOST_OPEN).flatMap(member('open')),
  ]
}
const MOST_OPEN = 300

/** Evidence as items, in the order of time, several tellings of one event together. */
function itemsOf(evidence: readonly Evidence[], tools: Tools): Item[] {
  const facts = [...new Map(evidence.map(({ fact }) => [fact.id, fact])).values()].sort((x, y) =>
    x.id < y.id ? -1 : 1,
  )
  const items = toldOf(facts, tools.judgements).map((told: { fact: Fact; others: Fact[] }) => itemOf(told, tools))
  const key = (i: Item) => `${i.from ?? '9999'} ${i.to ?? ''} ${i.say}`
  return items.sort((x, y) => (key(x) < key(y) ? -1 : 1))
}
