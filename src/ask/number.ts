import type { Amount, Fact } from '../model/fact.ts'
import { definitionOf } from '../model/kinds/index.ts'
import type { KindDefinition } from '../model/kinds/kind.ts'
import type { Measure } from '../model/question.ts'
import type { Answer } from '../model/verdict.ts'
import { type Day, yearOf } from '../model/when.ts'
import { beginningOf } from './edge.ts'
import { extentOf } from './extent.ts'
import type { Decided } from './mark.ts'
import { compare, membersOf } from './measure.ts'
import type { World } from './world.ts'

/** Sources that all agree decide; sources that differ are a dispute; a figure whose bounds straddle the expected one decides nothing. */
function judge(fits: readonly ('in' | 'out' | 'both' | 'open')[]): Decided {
  const [yes, no] = [fits.includes('in'), fits.includes('out')]
  return yes && no ? 'disputed' : yes ? 'supported' : no && !fits.includes('open') ? 'refuted' : 'not-covered'
}

/** A round number stands for those that round to it: 2,000,000 for 1,500,000 to 2,500,000, 14,000 for 13,500 to 14,500. */
function rounded({ least, most }: Amount): Amount {
  if (least === null || least !== most || least === 0) return { least, most }
  const zeros = /(?<!0)0*$/.exec(String(least))![0].length
  const half = zeros ? 10 ** zeros / 2 : 0
  return { least: least - half, most: least + half }
}

/** A source's range that holds the number said agrees with it. */
function fitOf(told: Amount, said: Amount): 'in' | 'out' | 'both' | 'open' {
  const fit = compare(told, rounded(said))
  const exact = said.least !== null && said.least === said.most
  return fit === 'open' && exact && compare(said, told) === 'in' ? 'in' : fit
}

/**
 * The one source among three or more that tells otherwise, where all others agree with the number said. A source that agrees alone is
 * none: what the others have against it stays a dispute.
 */
function outlierOf(facts: readonly Fact[], fits: readonly ('in' | 'out' | 'both' | 'open')[]): string | undefined {
  const bySource = Map.groupBy(fits.keys(), (i) => facts[i]!.cite.source)
  const whole = [...bySource].map(([source, own]) => [source, new Set(own.map((i) => fits[i]))] as const)
  const against = whole.filter(([, own]) => own.has('out'))
  const agreed = whole.filter(([, own]) => own.size === 1 && own.has('in')).length
  return against.length === 1 && against[0]![1].size === 1 && agreed >= 2 && agreed === whole.length - 1
    ? against[0]![0]
    : undefined
}

/** The stated number of facts, each source's beside the other's. */
export function measureAmount(world: World, q: Extract<Measure, { measure: 'amount' }>): Answer {
  const extent = extentOf(world, q.set)
  const base = membersOf(extent)
  const facts = base.members.flatMap((id) => extent.entry(id).for).filter((f) => f.amount)
  const fits = facts.map((f) => (q.expects ? fitOf(f.amount!, q.expects) : 'in'))
  const outlier = outlierOf(facts, fits)
  const outcome = judge(outlier ? fits.filter((_, i) => facts[i]!.cite.source !== outlier) : fits)
  const shown = facts.map((fact, i) => ({ evidence: { entity: fact.id, fact }, fit: fits[i] }))
  const bound = (pick: 'least' | 'most', of: (...n: number[]) => number) => {
    const values = facts.map((f) => f.amount![pick]).filter((n) => n !== null)
    return values.length ? of(...values) : null
  }
  return {
    ...base,
    outcome,
    ...(outlier && { outlier }),
    ...(facts.length && { value: { least: bound('least', Math.min), most: bound('most', Math.max) } }),
    witnesses: shown.filter((s) => s.fit !== 'out').map((s) => s.evidence),
    against: shown.filter((s) => s.fit === 'out').map((s) => s.evidence),
    gaps: outcome === 'not-covered' ? extent.rest.gaps : [],
  }
}

/** Whole years between two days: as completed by the day, and by calendar year. */
export function yearsBetween(from: Day, to: Day): { completed: number; calendar: number } {
  const calendar = yearOf(to) - yearOf(from)
  return { calendar, completed: to.slice(5) < from.slice(5) ? calendar - 1 : calendar }
}

/**
 * Years since a fact. It suffices that one told reckoning gives the expected number, by calendar year or as completed; other
 * reckonings are shown against it. Only when every told reckoning gives another number is the claim refuted, and only where a first
 * beginning is told: what was restored began before, at a time that nobody tells.
 */
export function measureYears(world: World, q: Extract<Measure, { measure: 'years' }>): Answer {
  const extent = extentOf(world, q.set)
  const base = membersOf(extent)
  const told = base.members.flatMap((id) => extent.entry(id).for)
  const spans = told.flatMap((fact) => {
    // A spell tells when it began; how long it lasted is no doubt about that.
    const beginning = beginningOf(fact, q.set)
    if (!beginning) return []
    const { from, to } = world.days(beginning)
    const [a, b] = [yearsBetween(from, q.on), yearsBetween(to, q.on)]
    const begun = q.over && q.on.slice(5) > from.slice(5) ? a.completed + 1 : 0
    return { fact, least: Math.min(a.completed, b.completed), most: Math.max(a.calendar, b.calendar, begun) }
  })
  const overlaps = (s: Amount) => !q.expects || compare(s, q.expects) !== 'out'
  const fitting = spans.filter(overlaps)
  const kind: KindDefinition = definitionOf(q.set.kind)
  const firm = spans.some(({ fact: { roles } }) => isFirst(String(roles.step), kind) || !roles.step)
  const outcome: Decided = fitting.length ? 'supported' : firm ? 'refuted' : 'not-covered'
  const show = (list: typeof spans) => list.map(({ fact }) => ({ entity: String(fact.roles.state ?? fact.id), fact }))
  const best = fitting[0] ?? spans[0]
  return {
    ...base,
    outcome,
    ...(best && { value: { least: best.least, most: best.most } }),
    witnesses: show(fitting),
    against: show(spans.filter((s) => !fitting.includes(s))),
    gaps: outcome === 'not-covered' ? extent.rest.gaps : [],
  }
}

/** Whether a step tells a beginning that is none but the first; a spell tells its own. */
const isFirst = (step: string, { begins = [], renews = [], holding = [] }: KindDefinition): boolean =>
  !renews.includes(step) && (begins.includes(step) || holding.includes(step))
