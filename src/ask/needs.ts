import { classOf, nameOf, seatId } from '../model/ids.ts'
import { definitionOf, KIND_NAMES, type Kind } from '../model/kinds/index.ts'
import type { Measure, SetExpr, Term } from '../model/question.ts'
import { idsOf } from './cover.ts'
import type { Pattern } from './snapshot.ts'

/** Small tables that every evaluation may join: lifetimes of states and occupants of seats. */
export const ALWAYS: readonly Pattern[] = [{ kind: 'statehood' }, { kind: 'occupancy' }]

/** Patterns without what `ALWAYS` fetches whole. */
export const besidesAlways = (patterns: readonly Pattern[]): Pattern[] =>
  patterns.filter((p) => !ALWAYS.some(({ kind }) => kind === p.kind))

/** What a ledger must be asked for before a question can be evaluated. */
export function needs(question: Measure): Pattern[] {
  const among = 'among' in question && question.among ? [question.among] : []
  const sets: SetExpr[] = question.measure === 'share' ? [question.set, question.within] : [question.set, ...among]
  return dedupe([...ALWAYS, ...sets.flatMap(needsOfSet)])
}

function needsOfSet(set: SetExpr): Pattern[] {
  switch (set.op) {
    case 'members':
      return []
    case 'and':
    case 'or':
      return set.of.flatMap(needsOfSet)
    case 'minus':
      return [set.from, set.less].flatMap(needsOfSet)
    case 'occupants':
      return needsOfSet(set.of)
    case 'select':
      return needsOfSelect(set.kind, set.roles)
  }
}

const personsIn = (term: Term): string[] => (idsOf(term) ?? []).filter((id) => classOf(id) === 'person')

/** Whether facts of a kind often leave a role open: they are then possibly meant, and must be seen. */
function leftOpen(kind: Kind, role: string): boolean {
  const { key, holds } = definitionOf(kind).roles[role] ?? {}
  return !key && (holds === 'place' || holds === 'closed' || role === 'from')
}

function needsOfSelect(kind: Kind, terms: Readonly<Record<string, Term>>): Pattern[] {
  const roles: Record<string, string[]> = {}
  const out: Pattern[] = []
  for (const [role, term] of Object.entries(terms)) {
    if ('set' in term) out.push(...needsOfSet(term.set))
    else if ('office' in term) out.push({ kind: 'office', roles: { office: [term.office] } })
    else if (!('words' in term)) {
      if (!leftOpen(kind, role) && role !== 'step' && role !== 'choice')
        roles[role] =
          'allOf' in term ? term.allOf.slice(0, 1) : [...idsOf(term)!, ...('id' in term ? (term.maybe ?? []) : [])]
      if ('id' in term && term.as) out.push({ kind: 'office', roles: { office: [term.as] } })
      // What an office's holders did is listed by office.
      if (kind !== 'office')
        out.push(...personsIn(term).map((id): Pattern => ({ kind: 'office', roles: { person: [id] } })))
    }
  }
  for (const [role, ids] of Object.entries(roles)) {
    if (!definitionOf(kind).roles[role]?.seats) continue
    // A state's votes are its seat's; a roll call is small enough to be fetched whole.
    if (roles.roll) delete roles[role]
    else roles[role] = [...ids, ...ids.map((id) => seatId(nameOf(id)))]
  }
  return [{ kind, roles }, ...out]
}

/** The same patterns once, in a fixed order. */
export function dedupe(patterns: readonly Pattern[]): Pattern[] {
  const keyed = new Map(patterns.map((p) => [JSON.stringify([p.kind, Object.entries(p.roles ?? {}).sort()]), p]))
  return [...keyed.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, p]) => p)
}

export const EVERYTHING: readonly Pattern[] = KIND_NAMES.map((kind) => ({ kind }))
