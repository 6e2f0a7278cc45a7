import { measure, membersIn, type World } from '../ask/index.ts'
import { definitionOf } from '../model/kinds/index.ts'
import type { Measure, Select, SetExpr } from '../model/question.ts'
import type { Answer, CheckedPart, Part } from '../model/verdict.ts'
import { addDays, type Day, minus } from '../model/when.ts'

type Order = Extract<Measure, { measure: 'first' | 'last' }>

/**
 * The strongest true sentence near a part that failed or stayed open: the same question with its value, its window or its
 * set changed as little as possible until the ledger supports it. Candidates come strongest first.
 */
export function nearestTo(world: World, part: CheckedPart): (Part & { answer: Answer }) | undefined {
  for (const question of candidates(world, part)) {
    const answer = measure(world, question)
    if (answer.outcome === 'supported') return { question, span: part.span, presupposed: false, answer }
  }
  return undefined
}

function candidates(world: World, { question: q, answer }: CheckedPart): Measure[] {
  switch (q.measure) {
    case 'first':
      return [...sinceLastBefore(world, q, answer), ...leadersOf(q, answer)]
    case 'last':
      return leadersOf(q, answer)
    case 'exactly':
      return [...otherMembers(q, answer), ...noneBetween(world, q, answer), ...noneWhereCovered(q, answer)]
    case 'count':
    case 'rank':
      return answer.value
        ? [
            { ...q, expects: answer.value },
            { ...q, expects: { ...answer.value, most: null } },
          ]
        : []
    case 'amount':
      return answer.value ? [{ ...q, expects: answer.value }] : []
    case 'years':
      return yearsToldBy(answer, q)
    case 'share':
      return [...sharesTold(world, q), ...(answer.value ? [{ ...q, expects: answer.value }] : [])]
    case 'includes':
      return [...otherChoice(world, q), ...someOfThem(q, answer), ...whenLastKnown(world, q)]
    case 'any':
      return [...whenLastKnown(world, q), ...elsewhere(q), ...otherTime(world, q)]
  }
}

const daysOfAll = (world: World, answer: Answer) => answer.against.map((e) => world.days(e.fact))
const latest = (days: readonly { to: Day }[]): Day | undefined =>
  days
    .map((d) => d.to)
    .sort()
    .at(-1)

/** "The first since Coolidge in 1928": from the end of the last one that came before. */
function sinceLastBefore(world: World, q: Order, answer: Answer): Measure[] {
  const last = latest(daysOfAll(world, answer))
  if (!last) return []
  const set: Select = { ...q.set, window: { from: addDays(last, 1), to: q.set.window.to } }
  return [{ ...q, set }]
}

/** Who was first instead. */
const leadersOf = (q: Order, answer: Answer): Measure[] => {
  const order = q.measure === 'first' ? answer.against : [...answer.against].reverse()
  const { claimed: _, ...rest } = q
  return order.slice(0, 1).map((e) => ({ ...rest, expects: [e.entity] }))
}

/** The whole list as it is, if it is known whole; else the members that are known. */
function otherMembers(q: Extract<Measure, { measure: 'exactly' }>, answer: Answer): Measure[] {
  const bare = q.set.op === 'select' && !q.set.by
  if (bare || !answer.members.length) return []
  return [
    { measure: 'exactly', set: q.set, expects: answer.members },
    { measure: 'includes', set: q.set, expects: answer.members },
  ]
}

/** A shorter stretch without an event is no news. */
const A_YEAR = 365 * 86_400_000

/** "None between 1928 and 2016": the longest stretch after one of the events, where lists cover it; else that there was one. */
function noneBetween(world: World, q: Extract<Measure, { measure: 'exactly' }>, answer: Answer): Measure[] {
  const { set } = q
  if (q.expects?.length || set.op !== 'select' || set.by || answer.outcome !== 'refuted') return []
  const stretches = minus(set.window, daysOfAll(world, answer))
    .filter((days) => days.from !== set.window.from && span(days) >= A_YEAR)
    .sort((a, b) => span(b) - span(a))
  return [...stretches.map((window) => ({ ...q, set: { ...set, window } })), { measure: 'any', set }]
}

/** The longest stretch of the window that complete lists cover. */
function noneWhereCovered(q: Extract<Measure, { measure: 'exactly' }>, answer: Answer): Measure[] {
  const { set } = q
  if (q.expects?.length || set.op !== 'select' || answer.outcome !== 'not-covered') return []
  return answer.coverage
    .map((c) => ({
      from: c.from > set.window.from ? c.from : set.window.from,
      to: c.to < set.window.to ? c.to : set.window.to,
    }))
    .filter((w) => w.from <= w.to)
    .sort((a, b) => span(b) - span(a))
    .map((window) => ({ ...q, set: { ...set, window } }))
}
const span = (w: { from: Day; to: Day }): number => Date.parse(w.to) - Date.parse(w.from)

/** What the voter chose instead. */
function otherChoice(world: World, q: Extract<Measure, { measure: 'includes' }>): Measure[] {
  const inner = innerSelect(q.set)
  if (!inner?.roles.choice) return []
  const choices = [...new Set(world.of(inner.kind).map((f) => String(f.roles.choice)))]
  const chosen =
    (choice: string) =>
    (s: Select): Select => ({ ...s, roles: { ...s.roles, choice: { id: choice } } })
  return choices.map((choice) => ({ ...q, set: mapSelects(q.set, chosen(choice)) }))
}

const innerSelect = (set: SetExpr): Select | undefined =>
  set.op === 'select'
    ? set
    : set.op === 'occupants'
      ? innerSelect(set.of)
      : set.op === 'or'
        ? innerSelect(set.of[0]!)
        : undefined

/** A set with every selection of facts in it changed. */
function mapSelects(set: SetExpr, change: (select: Select) => Select): SetExpr {
  if (set.op === 'select') return change(set)
  if (set.op === 'occupants') return { ...set, of: mapSelects(set.of, change) }
  return set.op === 'or' ? { ...set, of: set.of.map((s) => mapSelects(s, change)) } : set
}

/** Those of the named members for whom it is true. */
const someOfThem = (q: Extract<Measure, { measure: 'includes' }>, answer: Answer): Measure[] => {
  const right = (q.expects ?? []).filter((id) => answer.members.includes(id))
  return right.length && right.length < (q.expects?.length ?? 0) ? [{ ...q, expects: right }] : []
}

/** The same state of affairs on the last day before that a list reaches. */
function whenLastKnown(world: World, q: Extract<Measure, { measure: 'includes' | 'any' }>): Measure[] {
  const inner = innerSelect(q.set)
  if (!inner || inner.window.from !== inner.window.to || definitionOf(inner.kind).nature !== 'state') return []
  const ends = new Set(world.coverageOf(inner.kind).map((c) => c.to))
  const before = [...ends]
    .filter((day) => day < inner.window.to)
    .sort()
    .reverse()
  const on =
    (day: Day) =>
    (select: Select): Select => ({ ...select, window: { from: day, to: day } })
  return before.slice(0, MOST_ENDS).map((day) => ({ ...q, set: mapSelects(q.set, on(day)) }) as Measure)
}
/** Ends of lists that are tried, the latest first. */
const MOST_ENDS = 24

/** The same without its place, which a list may not give. */
function elsewhere(q: Extract<Measure, { measure: 'any' }>): Measure[] {
  if (q.set.op !== 'select' || !q.set.roles.place) return []
  const { place: _, ...roles } = q.set.roles
  return [{ ...q, set: { ...q.set, roles } }]
}

/** The same fact at another time, the nearest to the one said. */
function otherTime(world: World, q: Extract<Measure, { measure: 'any' }>): Measure[] {
  if (q.set.op !== 'select' || q.set.by) return []
  const { window } = q.set
  const wide: Select = { ...q.set, window: { from: '0000-01-01', to: '9999-12-31' } }
  const found = measure(world, { measure: 'any', set: wide }).witnesses.map((e) => world.days(e.fact))
  const gap = (d: { from: Day; to: Day }) =>
    Math.min(Math.abs(Date.parse(d.from) - Date.parse(window.from)), Math.abs(Date.parse(d.to) - Date.parse(window.to)))
  return found.sort((a, b) => gap(a) - gap(b)).map((days) => ({ ...q, set: { ...wide, window: days } }))
}

/** The share of those that are told, where more may be. */
function sharesTold(world: World, q: Extract<Measure, { measure: 'share' }>): Measure[] {
  const ids = membersIn(world, q.set)
  if (ids.length === 0) return []
  const told: Measure = { measure: 'share', set: { op: 'members', ids }, within: q.within }
  const { value } = measure(world, told)
  return value ? [{ ...told, expects: value }] : []
}

/** The number of years by the reckoning that comes nearest. */
function yearsToldBy(answer: Answer, q: Extract<Measure, { measure: 'years' }>): Measure[] {
  const { value } = answer
  const { over, ...exact } = q
  const n = over ? value?.least : value?.most
  return n === null || n === undefined ? [] : [{ ...exact, expects: { least: n, most: n } }]
}
