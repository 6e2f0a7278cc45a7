import type { Coverage } from '../model/coverage.ts'
import type { Roles } from '../model/fact.ts'
import { classOf } from '../model/ids.ts'
import { definitionOf, type Kind } from '../model/kinds/index.ts'
import type { Term } from '../model/question.ts'
import { addDays, type Days, inside, intersect, minus } from '../model/when.ts'
import { termsOf } from './office.ts'
import type { World } from './world.ts'

/** Ids that a term may denote, or `undefined` when it is not a plain list of ids. */
export const idsOf = (term: Term): string[] | undefined =>
  'id' in term
    ? [term.id, ...(term.also ?? [])]
    : 'anyOf' in term
      ? term.anyOf
      : 'office' in term
        ? [term.office]
        : undefined

const listed = (value: string | string[]): string[] => (Array.isArray(value) ? value : [value])

/**
 * Whether a statement about every fact with `stated` roles speaks of every fact of a pattern: each stated role must be at
 * least as narrow in the pattern. For a role that takes a list, the stated values are all among the facts' parties.
 */
export function speaksOf(kind: Kind, stated: Roles, pattern: Pattern): boolean {
  return Object.entries(stated).every(([role, value]) => {
    const term = pattern[role]
    if (!term) return false
    if (definitionOf(kind).roles[role]?.list) {
      const parties = 'allOf' in term ? term.allOf : idsOf(term)
      return parties !== undefined && listed(value).every((v) => parties.includes(v))
    }
    return idsOf(term)?.every((id) => listed(value).includes(id)) ?? false
  })
}

type Pattern = Readonly<Record<string, Term>>

export interface Cover {
  /** The parts of the window that some complete list covers, merged and in order. */
  runs: Days[]
  /** What remains. */
  gaps: Days[]
  used: Coverage[]
}

/**
 * Which days of a window the complete lists cover for a pattern, the days aside on which a list is in doubt. `listed`: lists
 * that are whole but for what their source says of them are taken for whole.
 */
export function coverOf(world: World, kind: Kind, pattern: Pattern, window: Days, listed = false): Cover {
  const office = Object.values(pattern).find((term) => 'office' in term) as { office: string } | undefined
  const own = complete(world, kind, pattern, window, listed)
  if (!office || kind === 'office') return own
  // A visit by "whoever was president" is covered only where the list of presidents is.
  const holders = complete(world, 'office', { office: { id: office.office } }, window)
  const runs = merge(own.runs.flatMap((a) => holders.runs.flatMap((b) => intersect(a, b) ?? [])))
  return { runs, gaps: minus(window, runs), used: [...own.used, ...holders.used] }
}

function complete(world: World, kind: Kind, pattern: Pattern, window: Days, listed = false): Cover {
  const used: Coverage[] = []
  const runs: Days[] = []
  const { dates } = definitionOf(kind)
  const dated = dates && pattern[dates] && idsOf(pattern[dates])
  for (const c of dated ? world.coverageOn(kind, dated) : world.coverageOf(kind)) {
    const whole = c.grade === 'complete' || (listed && c.grade === 'complete-but')
    const stated = whole ? spanOf(world, kind, c, pattern, window) : []
    if (stated.length) used.push(c)
    runs.push(...stated.flatMap((days) => minus(days, c.doubts ?? [])))
  }
  const merged = merge(runs)
  return { runs: merged, gaps: minus(window, merged), used }
}

/** A list of states of affairs tells when they begin, end and hold; that it is silent on other steps (an election) says nothing. */
function listsStep(kind: Kind, pattern: Pattern): boolean {
  const { nature, begins = [], ends = [], holding = [] } = definitionOf(kind)
  const steps = pattern.step && idsOf(pattern.step)
  return nature !== 'state' || !steps || steps.every((s) => [...begins, ...ends, ...holding].includes(s))
}

/** The days of the window for which a statement speaks of every fact of a pattern. */
function spanOf(world: World, kind: Kind, c: Coverage, pattern: Pattern, window: Days): Days[] {
  const { dates } = definitionOf(kind)
  const days = dates && (c.roles[dates] || datedWithin(world, kind, c, pattern)) ? window : intersect(c, window)
  if (!days || !listsStep(kind, pattern)) return []
  if (speaksOf(kind, c.roles, pattern)) return [days]
  // A list of what an office's holders did tells all that a person did while in office.
  const person = Object.entries(pattern).find(([, term]) => 'id' in term && classOf(term.id) === 'person')
  const office = person && c.roles[person[0]]
  if (!person || typeof office !== 'string' || classOf(office) !== 'office') return []
  if (!speaksOf(kind, c.roles, { ...pattern, [person[0]]: { id: office } })) return []
  return termsOf(world, office, (person[1] as { id: string }).id).held.flatMap((term) => intersect(term, days) ?? [])
}

/** Whether what dates the facts of a pattern (its roll call) is told, and of a time that the statement speaks for. */
function datedWithin(world: World, kind: Kind, c: Coverage, pattern: Pattern): boolean {
  const { dates } = definitionOf(kind)
  const term = dates && pattern[dates]
  const asked = (term && idsOf(term)) || []
  const isTold = (id: string): boolean => {
    const told = world.dated(kind, id).find((f) => f.cite.source === c.cite.source)
    return told !== undefined && inside(world.days(told), c)
  }
  return asked.length > 0 && asked.every(isTold)
}

/** Intervals that touch or overlap become one. */
export function merge(parts: readonly Days[]): Days[] {
  const out: Days[] = []
  for (const p of [...parts].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = out.at(-1)
    if (last && p.from <= addDays(last.to, 1))
      out[out.length - 1] = { from: last.from, to: p.to > last.to ? p.to : last.to }
    else out.push({ from: p.from, to: p.to })
  }
  return out
}
