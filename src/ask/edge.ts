import type { Fact } from '../model/fact.ts'
import { definitionOf } from '../model/kinds/index.ts'
import type { Select } from '../model/question.ts'
import { idsOf } from './cover.ts'

/** The beginning or end that a pattern asks for, where a fact tells a whole spell: a term of office tells when it was taken up. */
export function edgeAsked(fact: Fact, select: Select): string | undefined {
  const { spells, holding, begins, ends, glimpses } = definitionOf(fact.kind)
  const step = select.roles.step
  const asked = step && idsOf(step)
  const told = String(fact.roles.step)
  if (!spells || !asked || glimpses?.includes(told) || !holding?.includes(told) || !fact.when?.includes('/'))
    return undefined
  const [from = '', to = ''] = fact.when.replaceAll('..', '').split('/')
  const edge = asked.some((s) => begins?.includes(s)) ? from : asked.some((s) => ends?.includes(s)) ? to : ''
  return edge || undefined
}

/** The fact that a beginning asked for was, where a spell tells it; else the fact itself. Absent: a spell of unknown beginning. */
export function beginningOf(fact: Fact, select: Select): Fact | undefined {
  const when = edgeAsked(fact, select)
  if (when) return { ...fact, when }
  const { spells, holding } = definitionOf(fact.kind)
  return spells && holding?.includes(String(fact.roles.step)) ? undefined : fact
}
