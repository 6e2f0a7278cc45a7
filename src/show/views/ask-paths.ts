import type { SetExpr } from '../../model/question.ts'

/** The way to a node of a set. */
export type Path = readonly (string | number)[]

/** Every selection of facts in a set, for a form that mends it. */
export const selections = (set: SetExpr): Path[] => pathsTo(set, 'select', [])
/** Every place in a set where seats are taken for the states in them. */
export const occupancies = (set: SetExpr): Path[] => pathsTo(set, 'occupants', [])

/** The node of a set at the end of a way. */
export const nodeAt = (set: SetExpr, path: Path): SetExpr =>
  path.reduce<unknown>((node, key) => (node as Record<string | number, unknown>)[key], set) as SetExpr

function pathsTo(set: SetExpr, op: SetExpr['op'], path: Path): Path[] {
  const own = set.op === op ? [path] : []
  switch (set.op) {
    case 'select':
    case 'members':
      return own
    case 'and':
    case 'or':
      return [...own, ...set.of.flatMap((inner, i) => pathsTo(inner, op, [...path, 'of', i]))]
    case 'minus':
      return [...own, ...pathsTo(set.from, op, [...path, 'from']), ...pathsTo(set.less, op, [...path, 'less'])]
    case 'occupants':
      return [...own, ...pathsTo(set.of, op, [...path, 'of'])]
  }
}
