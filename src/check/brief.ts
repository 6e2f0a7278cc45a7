import type { Fact } from '../model/fact.ts'
import type { CheckedPart, CheckedReading } from '../model/verdict.ts'
import { addDays, daysOf } from '../model/when.ts'

/** Days in office up to which a holder between two others is often passed over: "X succeeded Y" is said of the two. */
const INTERIM_DAYS = 30

/**
 * Why what refutes a claim may be too brief to count: who held an office between two others for some days, or stops on the way that a
 * list of visits has beside the visits. Usage differs, so neither decides.
 */
export const tooBrief = (reading: CheckedReading | undefined): string | undefined =>
  reading?.parts.filter((p) => p.answer.outcome === 'refuted').map((p) => interim(p) ?? stops(p))[0]

function interim({ question, answer }: CheckedPart): string | undefined {
  if (question.measure !== 'first' || !question.since || question.set.kind !== 'office') return undefined
  const between = answer.against.map((e) => e.fact)
  return between.length && between.every(isInterim)
    ? `who held it in between did so for at most ${INTERIM_DAYS} days, and is often passed over`
    : undefined
}

function isInterim({ when }: Fact): boolean {
  const days = when?.includes('/') && !when.endsWith('/') ? daysOf(when) : undefined
  return !!days && days.to <= addDays(days.from, INTERIM_DAYS)
}

/** As lists of visits tell a stop on the way, and where aircraft stop. */
const STOP = /^(?:refuel\w*|stop(?:s|ped)?(?:over)?|overnight stop|transit)\b/i
const BASE = /-(?:air-(?:force-)?base|airport)$/

/** A number of visits that stops alone make too large. */
function stops({ question, answer }: CheckedPart): string | undefined {
  if (question.measure !== 'count' || question.set.op !== 'select' || question.set.kind !== 'visit') return undefined
  const most = question.expects?.most
  const least = answer.value?.least
  if (question.set.by || most === null || most === undefined || !least || least <= most) return undefined
  const told = new Map(answer.witnesses.map((e) => [e.fact.id, e.fact]))
  const brief = answer.members.filter((id) => {
    const fact = told.get(id)
    return fact && (STOP.test(fact.cite.quote ?? '') || BASE.test(String(fact.roles.place ?? '')))
  }).length
  return brief && least - brief <= most
    ? `the list of visits has ${brief} stops on the way or at bases, which may not be meant`
    : undefined
}
