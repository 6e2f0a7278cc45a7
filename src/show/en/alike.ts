import type { EntityId } from '../../model/ids.ts'
import type { Select, SetExpr } from '../../model/question.ts'
import type { Days } from '../../model/when.ts'

/** Two voters, and within which time their votes are compared. */
export interface Pair {
  voters: readonly [EntityId, EntityId]
  window: Days
}

/** Whose votes a set of roll calls compares: those in which both took part, or (an alternative for each choice) chose alike. */
export function pairOf(set: SetExpr): Pair | undefined {
  if (set.op === 'or') return set.of[0] && pairOf(set.of[0])
  if (set.op !== 'and' || set.of.length !== 2) return undefined
  const [a, b] = set.of.map(voterOf)
  return a && b ? { voters: [a.id, b.id], window: a.window } : undefined
}

const isOwn = (set: SetExpr): set is Select => set.op === 'select' && set.kind === 'vote' && set.by === 'roll'

function voterOf(set: SetExpr): { id: EntityId; window: Days } | undefined {
  if (!isOwn(set)) return undefined
  const { voter, choice, ...others } = set.roles
  const own = voter && 'id' in voter && choice && Object.keys(others).length === 0
  return own ? { id: voter.id, window: set.window } : undefined
}
