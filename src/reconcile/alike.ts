import { heldOn } from '../ask/office.ts'
import type { World } from '../ask/world.ts'
import type { Fact } from '../model/fact.ts'
import { classOf, type EntityId, nameOf } from '../model/ids.ts'
import { definitionOf, keyRoles } from '../model/kinds/index.ts'
import type { Days } from '../model/when.ts'

/** How two tellings name the same role: alike, differently though perhaps meaning the same, or surely otherwise. */
export type Likeness = 'same' | 'perhaps' | 'other'

const lastWord = (id: EntityId): string => nameOf(id).slice(nameOf(id).lastIndexOf('-') + 1)

/** Persons of one surname whose first letters agree may be one person under two names. */
const persons = (a: EntityId, b: EntityId): Likeness =>
  lastWord(a) === lastWord(b) && nameOf(a)[0] === nameOf(b)[0] ? 'perhaps' : 'other'

function entities(world: World, a: string, b: string, days: Days): Likeness {
  if (a === b) return 'same'
  const [one, two] = [classOf(a), classOf(b)]
  if (one === 'person' && two === 'person') return persons(a, b)
  if (one === 'office' && two === 'person') return heldOn(world, a, b, days) === 'never' ? 'other' : 'perhaps'
  if (one === 'person' && two === 'office') return entities(world, b, a, days)
  // A territory that a list does not give to a state ("Guantanamo Bay") may be the state that another names.
  return [one, two].includes('place') ? 'perhaps' : 'other'
}

const listed = (value: string | string[] | undefined): string[] => [value ?? []].flat()

/** Of two lists of parties, one names those of the other and perhaps more. */
function lists(world: World, a: readonly string[], b: readonly string[], days: Days): Likeness {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  const best = few.map((x) => bestOf(many.map((y) => entities(world, x, y, days))))
  if (best.includes('other') || (few.length < 2 && many.length > 1)) return 'other'
  return few.length === many.length && best.every((likeness) => likeness === 'same') ? 'same' : 'perhaps'
}

const ORDER: readonly Likeness[] = ['same', 'perhaps', 'other']
const bestOf = (all: readonly Likeness[]): Likeness => ORDER.find((likeness) => all.includes(likeness)) ?? 'other'

/** A territory that one tells as the state is where the other says it was, if that says where. */
function samePlace(a: Fact, b: Fact, role: string): boolean {
  const at = (f: Fact) => (classOf(String(f.roles[role])) === 'place' ? f.roles[role] : f.roles.place)
  const [x, y] = [at(a), at(b)]
  return definitionOf(a.kind).roles[role]?.holds !== 'state' || x === undefined || y === undefined || x === y
}

export interface Difference {
  role: string
  a: string
  b: string
}

/**
 * The key roles in which two tellings differ though they may mean the same; `undefined` where they surely mean two events. `on` are
 * the days at which an office is joined.
 */
export function differences(world: World, a: Fact, b: Fact, on: Days): Difference[] | undefined {
  const out: Difference[] = []
  for (const role of keyRoles(a.kind)) {
    const { list, holds } = definitionOf(a.kind).roles[role]!
    const [x, y] = [listed(a.roles[role]), listed(b.roles[role])]
    const likeness =
      holds === 'closed'
        ? x[0] === y[0]
          ? 'same'
          : 'other'
        : list
          ? lists(world, x, y, on)
          : entities(world, x[0] ?? '', y[0] ?? '', on)
    if (likeness === 'other' || (likeness === 'perhaps' && !samePlace(a, b, role))) return undefined
    if (likeness === 'perhaps') out.push({ role, a: x.join(', '), b: y.join(', ') })
  }
  return out
}
