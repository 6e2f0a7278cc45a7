import type { Amount, Fact } from '../model/fact.ts'
import type { EntityId } from '../model/ids.ts'
import type { Measure, SetExpr } from '../model/question.ts'
import type { Answer, Evidence } from '../model/verdict.ts'
import { type Entry, type Extent, extentOf } from './extent.ts'
import { all, any, type Decided, type Mark, not, outcomeOf } from './mark.ts'
import { measureAmount, measureYears } from './number.ts'
import { measureOrder } from './order.ts'
import { measureRank } from './rank.ts'
import type { World } from './world.ts'

/** Evaluate a question on a world. Without an expected value the outcome says whether the answer is fully known. */
export function measure(world: World, question: Measure): Answer {
  switch (question.measure) {
    case 'first':
    case 'last':
      return measureOrder(world, question)
    case 'rank':
      return measureRank(world, question)
    case 'amount':
      return measureAmount(world, question)
    case 'years':
      return measureYears(world, question)
    case 'share':
      return share(extentOf(world, question.within), extentOf(world, question.set), question.expects)
    case 'includes':
      return includes(extentOf(world, question.set), question.expects)
    case 'any':
      return some(extentOf(world, question.set))
    case 'exactly':
      return exactly(extentOf(world, question.set), question.expects)
    case 'count':
      return count(extentOf(world, question.set), question.expects)
  }
}

type Named = readonly (readonly [EntityId, Entry])[]
const entries = (extent: Extent, ids: readonly EntityId[] = extent.named): Named =>
  ids.map((id) => [id, extent.entry(id)] as const)
const having = (named: Named, mark: Mark): EntityId[] => named.filter(([, e]) => e.mark === mark).map(([id]) => id)
const tellings = (named: Named, of: (e: Entry) => Fact[]): Evidence[] =>
  named.flatMap(([entity, e]) => of(e).map((fact) => ({ entity, fact })))

/** What is told for those that are in, and after it, as no more than perhaps, for those that are open. */
const tellingsFor = (named: Named): Evidence[] => [
  ...tellings(named, (e) => (e.mark === 'in' || e.mark === 'both' ? e.for : [])),
  ...tellings(named, (e) => (e.mark === 'open' ? e.for : [])).map((one) => ({ ...one, perhaps: true as const })),
]

/** Who is surely of a set. */
export function membersIn(world: World, set: SetExpr): EntityId[] {
  const extent = extentOf(world, set)
  return extent.named.filter((id) => extent.entry(id).mark === 'in')
}

/** The members as far as they are known, without judgement; `lists`: with the lists that bear on each. */
export function membersOf(extent: Extent, lists = true): Answer {
  const named = entries(extent)
  const open = [...named.map(([, e]) => e), extent.rest].filter((e) => e.mark === 'open')
  return {
    outcome: 'supported',
    members: having(named, 'in'),
    contested: having(named, 'both'),
    open: having(named, 'open'),
    othersPossible: extent.rest.mark !== 'out',
    witnesses: [],
    against: [],
    gaps: open.flatMap((e) => e.gaps),
    coverage: lists ? [...new Set([...named.flatMap(([, e]) => e.coverage), ...extent.rest.coverage])] : [],
  }
}

const gapsOf = (outcome: Decided, list: readonly Entry[]) =>
  outcome === 'not-covered' ? list.filter((e) => e.mark === 'open').flatMap((e) => e.gaps) : []

function includes(extent: Extent, expects: readonly EntityId[] | undefined): Answer {
  if (!expects) {
    const base = membersOf(extent)
    return { ...base, outcome: known(base), witnesses: tellingsFor(entries(extent)) }
  }
  const named = entries(extent, expects)
  const outcome = outcomeOf(all(named.map(([, e]) => e.mark)))
  const list = named.map(([, e]) => e)
  return {
    outcome,
    members: having(named, 'in'),
    contested: having(named, 'both'),
    open: having(named, 'open'),
    othersPossible: extent.rest.mark !== 'out',
    witnesses: tellingsFor(named),
    against: tellings(named, (e) => (e.mark === 'in' ? [] : e.against)),
    gaps: gapsOf(outcome, list),
    coverage: [...new Set(list.flatMap((e) => e.coverage))],
  }
}

function some(extent: Extent): Answer {
  const base = membersOf(extent)
  const named = entries(extent)
  const list = [...named.map(([, e]) => e), extent.rest]
  const outcome = outcomeOf(any(list.map((e) => e.mark)))
  return {
    ...base,
    outcome,
    witnesses: tellingsFor(named),
    against: extent.rest.against.map((fact) => ({ entity: fact.id, fact })),
    gaps: gapsOf(outcome, list),
  }
}

function exactly(extent: Extent, expects: readonly EntityId[] | undefined): Answer {
  const base = membersOf(extent)
  if (!expects) return includes(extent, undefined)
  const wanted = entries(extent, expects)
  const others = entries(
    extent,
    extent.named.filter((id) => !expects.includes(id)),
  )
  const marks = [
    ...wanted.map(([, e]) => e.mark),
    ...[...others.map(([, e]) => e), extent.rest].map((e) => not(e.mark)),
  ]
  const outcome = outcomeOf(all(marks))
  const intruders = others.filter(([, e]) => e.mark === 'in' || e.mark === 'both')
  return {
    ...base,
    outcome,
    witnesses: [
      ...tellings(wanted, (e) => (e.mark === 'in' ? e.for : [])),
      ...extent.rest.against.map((fact) => ({ entity: fact.id, fact })),
    ],
    against: [
      ...tellings(intruders, (e) => e.for),
      ...tellings(
        wanted.filter(([, e]) => e.mark !== 'in'),
        (e) => e.against,
      ),
    ],
    gaps: gapsOf(outcome, [...wanted, ...others].map(([, e]) => e).concat(extent.rest)),
  }
}

/** What a number known within bounds says of an expected one: certain, impossible, or open. */
export function compare(value: Amount, expects: Amount): Mark {
  const low = value.least ?? 0
  const high = value.most ?? Number.POSITIVE_INFINITY
  const from = expects.least ?? Number.NEGATIVE_INFINITY
  const to = expects.most ?? Number.POSITIVE_INFINITY
  return low >= from && high <= to ? 'in' : high < from || low > to ? 'out' : 'open'
}

function count(extent: Extent, expects: Amount | undefined): Answer {
  const base = membersOf(extent)
  const named = entries(extent)
  const certain = base.members.length
  const disputed = certain + base.contested.length
  const value = { least: certain, most: base.othersPossible ? null : disputed + base.open.length }
  const mark = expects ? compare(value, expects) : 'open'
  const settled = !base.othersPossible && !base.open.length
  const outcome = !expects ? known(base) : mark === 'open' && settled ? 'disputed' : outcomeOf(mark)
  return {
    ...base,
    outcome,
    value,
    witnesses: tellingsFor(named),
    against: tellings(named, (e) => (e.mark === 'both' ? e.against : [])),
    gaps: outcome === 'not-covered' ? base.gaps : [],
  }
}

/** Of so many members, the lists that bear on each are no evidence that anybody reads. */
const MANY = 500

function share(part: Extent, whole: Extent, expects: Amount | undefined): Answer {
  const base = membersOf(whole, whole.named.length < MANY)
  const both = base.members.map((id) => part.entry(id).mark)
  const sure = both.filter((m) => m === 'in').length
  const maybe = both.filter((m) => m === 'open' || m === 'both').length
  const unknown = base.open.length + base.contested.length
  const total = both.length + unknown
  const value =
    base.othersPossible || total === 0
      ? { least: 0, most: 1 }
      : { least: sure / total, most: (sure + maybe + unknown) / total }
  const mark = expects && total > 0 ? compare(value, expects) : 'open'
  return {
    ...base,
    outcome: expects ? outcomeOf(mark) : known(base),
    members: base.members.filter((id) => part.entry(id).mark === 'in'),
    value,
    witnesses: base.members.flatMap((id) => part.entry(id).for.map((fact) => ({ entity: id, fact }))),
  }
}

/** A question is answered when nobody is open and nobody else is possible. */
export const known = (answer: Answer): Decided =>
  answer.othersPossible || answer.open.length ? 'not-covered' : answer.contested.length ? 'disputed' : 'supported'
