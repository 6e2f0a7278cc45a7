import type { Fact } from '../model/fact.ts'
import { definitionOf, type Kind } from '../model/kinds/index.ts'
import { addDays, type Day, type Days, daysOf, EVER, meets } from '../model/when.ts'
import type { World } from './world.ts'

/** Days throughout which a state of affairs held, or did not, with the tellings that say so. */
export interface Spell {
  days: Days
  facts: Fact[]
}

export interface Timeline {
  held: Spell[]
  not: Spell[]
  /** Tellings that it held at some time within their days, which may be no finer. */
  sometime: Spell[]
}

interface Step {
  days: Days
  begins: boolean
  ends: boolean
  fact: Fact
  /** Told of this very subject, rather than of one that may be another. */
  sure: boolean
}

/** The first and last day of an interval that are told for certain: of `1923/1929-03-04`, 1923-12-31 and 1929-03-04. */
function core(world: World, fact: Fact): Days | undefined {
  const [a, b] = (fact.when ?? '').split('/')
  if (fact.when === undefined) return undefined
  const from = a ? daysOf(a)!.to : EVER.from
  const to =
    b === undefined ? daysOf(a!)!.from : b === '' || b === '..' ? world.asOf(fact.cite.source) : daysOf(b)!.from
  return from <= to ? { from, to } : undefined
}

function stepsOf(world: World, kind: Kind, facts: readonly Fact[], sure: (f: Fact) => boolean): Step[] {
  const { begins, ends, spells, glimpses } = definitionOf(kind)
  const out: Step[] = []
  for (const fact of facts) {
    if (fact.telling === 'no' || !fact.when) continue
    const step = String(fact.roles.step)
    const base = { fact, sure: sure(fact) }
    if (begins?.includes(step)) out.push({ ...base, days: world.days(fact), begins: true, ends: false })
    else if (ends?.includes(step)) out.push({ ...base, days: world.days(fact), begins: false, ends: true })
    else if (spells && isHolding(kind, fact) && !glimpses?.includes(step))
      out.push(...edges(fact).map((edge) => ({ ...base, ...edge })))
  }
  return out.sort((a, b) => (a.days.from < b.days.from ? -1 : a.days.from > b.days.from ? 1 : 0))
}

/** A whole spell begins and ends where its interval does, unless that end is open. */
function edges(fact: Fact): Pick<Step, 'days' | 'begins' | 'ends'>[] {
  const [a, b] = fact.when!.split('/')
  const out: Pick<Step, 'days' | 'begins' | 'ends'>[] = []
  if (a) out.push({ days: daysOf(a)!, begins: true, ends: false })
  const end = b === undefined ? a : b
  if (end && end !== '..') out.push({ days: daysOf(end)!, begins: false, ends: true })
  return out
}

/**
 * What is told of one subject's state of affairs. Certain tellings anchor it; complete lists carry an anchor forward and back to
 * the next step that may have changed it. `facts` may hold tellings of which it is only possible that they are about the subject:
 * those stop a spell but never make one.
 */
export function timelineOf(
  world: World,
  kind: Kind,
  facts: readonly Fact[],
  sure: (fact: Fact) => boolean,
  runs: readonly Days[],
): Timeline {
  const steps = stepsOf(world, kind, facts, sure)
  const held: Spell[] = []
  const not: Spell[] = []
  const sometime: Spell[] = []
  const run = (day: Day) => runs.find((r) => r.from <= day && day <= r.to)
  const stopAfter = (day: Day, changes: (s: Step) => boolean, self?: Step): Day => {
    const next = steps.find((s) => s !== self && changes(s) && s.days.to >= day)
    const limit = run(day)?.to ?? day
    return next && addDays(next.days.from, -1) < limit ? addDays(next.days.from, -1) : limit
  }
  const stopBefore = (day: Day, changes: (s: Step) => boolean, self?: Step): Day => {
    const earlier = steps
      .filter((s) => s !== self && changes(s) && s.days.from <= day)
      .map((s) => addDays(s.days.to, 1))
    return earlier.reduce((high, d) => (d > high ? d : high), run(day)?.from ?? day)
  }
  const put = (to: Spell[], from: Day, end: Day, fact: Fact) => {
    if (from <= end) to.push({ days: { from, to: end }, facts: [fact] })
  }
  for (const step of steps.filter((s) => s.sure)) {
    const [after, before] = step.begins ? [held, not] : [not, held]
    const changes = (s: Step) => (step.begins ? s.ends : s.begins)
    // A step told to the year fixes the state before and after that year only when nothing else can have happened within it.
    const exact = step.days.from === step.days.to
    const whole = run(step.days.from) !== undefined && run(step.days.from) === run(step.days.to)
    const alone = (exact || whole) && !steps.some((s) => s.begins !== step.begins && meets(s.days, step.days))
    const first = step.begins ? step.days.to : addDays(step.days.to, 1)
    const last = addDays(step.days.from, -1)
    if (alone) {
      if (step.begins || run(first)) put(after, first, stopAfter(first, changes, step), step.fact)
      if (run(last) && run(last) === run(step.days.to))
        put(
          before,
          stopBefore(last, () => true, step),
          last,
          step.fact,
        )
    }
    sometime.push({ days: step.days, facts: [step.fact] })
  }
  for (const fact of facts.filter((f) => sure(f) && isTold(kind, f))) {
    const days = core(world, fact)
    const into = fact.telling === 'no' ? not : held
    if (!days) {
      if (fact.telling === 'yes' && fact.when) sometime.push({ days: world.days(fact), facts: [fact] })
      continue
    }
    // Somebody seen in office was there then; the list tells how long.
    if (definitionOf(kind).glimpses?.includes(String(fact.roles.step))) {
      put(into, days.from, days.to, fact)
      continue
    }
    const changes = (s: Step) => (fact.telling === 'no' ? s.begins : s.ends)
    put(into, run(days.from) ? stopBefore(days.from, () => true) : days.from, days.from, fact)
    put(into, days.from, days.to, fact)
    put(into, days.to, run(days.to) ? stopAfter(days.to, changes) : days.to, fact)
  }
  return { held, not, sometime }
}

/** Tellings of a state of affairs itself, not of a step that begins or ends it. */
function isTold(kind: Kind, fact: Fact): boolean {
  const { begins, ends, opinion } = definitionOf(kind)
  const step = String(fact.roles.step)
  return !begins?.includes(step) && !ends?.includes(step) && !opinion?.includes(step) && isHolding(kind, fact)
}

const isHolding = (kind: Kind, fact: Fact): boolean => {
  const { holding, roles } = definitionOf(kind)
  return !roles.step || (holding?.includes(String(fact.roles.step)) ?? false)
}
