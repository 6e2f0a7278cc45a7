import type { World } from '../ask/index.ts'
import { classOf, type EntityId } from '../model/ids.ts'
import { KIND_NAMES } from '../model/kinds/index.ts'
import type { Question, SetExpr } from '../model/question.ts'
import type { Answer } from '../model/verdict.ts'

/** Every id that a question names. */
export function idsIn(question: Question): EntityId[] {
  const out: EntityId[] = []
  const visit = (set: SetExpr): void => {
    if (set.op === 'members') out.push(...set.ids)
    else if (set.op === 'and' || set.op === 'or') set.of.forEach(visit)
    else if (set.op === 'minus') [set.from, set.less].forEach(visit)
    else if (set.op === 'occupants') visit(set.of)
    else
      for (const term of Object.values(set.roles)) {
        if ('set' in term) visit(term.set)
        else out.push(...('id' in term ? [term.id] : 'anyOf' in term ? term.anyOf : 'allOf' in term ? term.allOf : []))
      }
  }
  visit(question.set)
  if (question.measure === 'share') visit(question.within)
  if ('expects' in question && Array.isArray(question.expects)) out.push(...question.expects)
  return out
}

/** Whether any kept fact names an entity. */
const known = (world: World, id: EntityId): boolean =>
  KIND_NAMES.some((kind) =>
    world.of(kind).some((f) => Object.values(f.roles).some((v) => v === id || (Array.isArray(v) && v.includes(id)))),
  )

/**
 * A person or other party whom no source names may be known to it under another name: its silence about them proves nothing.
 * An answer that rests on silence alone is then left open.
 */
export function guardStrangers(world: World, question: Question, answer: Answer): Answer {
  const silent =
    (answer.outcome === 'refuted' && !answer.against.length) ||
    (answer.outcome === 'supported' && !answer.witnesses.length)
  if (!silent) return answer
  const strangers = idsIn(question).filter(
    (id) => !['state', 'office', 'seat', undefined].includes(classOf(id)) && !known(world, id),
  )
  if (!strangers.length) return answer
  const set = question.set
  const gap = set.op === 'select' ? [{ kind: set.kind, roles: {}, ...set.window, about: strangers }] : []
  return { ...answer, outcome: 'not-covered', gaps: gap }
}
