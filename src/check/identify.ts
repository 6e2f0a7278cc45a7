import { createHash } from 'node:crypto'
import type { Answer, CheckedPart, Evidence, Verdict } from '../model/verdict.ts'

const idsOf = (list: readonly Evidence[]): string[] => list.map((e) => `${e.entity} ${e.fact.id}`)
const gistOf = (a: Answer): unknown => [
  ...[a.outcome, a.members, a.contested, a.open, a.othersPossible, a.value ?? null],
  ...[idsOf(a.witnesses), idsOf(a.against), a.coverage.map((c) => c.id), a.gaps],
]
const partOf = (part: CheckedPart): unknown => [part.question, part.span, part.presupposed, gistOf(part.answer)]

/** A verdict's content id: the same claim, reading, evidence, coverage and days give the same id, on any machine. */
export function verdictId(v: Omit<Verdict, 'id'>): string {
  const readings = v.readings.map((r) => [r.definition ?? null, r.outcome, r.parts.map(partOf)])
  const nearest = v.nearest ? [v.nearest.question, gistOf(v.nearest.answer)] : null
  const content = [v.claim, v.outcome, readings, v.reason ?? null, nearest, v.asOf, v.knownOn, v.today]
  return `verdict:${createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)}`
}
