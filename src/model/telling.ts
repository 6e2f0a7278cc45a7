import type { Coverage, NewCoverage } from './coverage.ts'
import type { NewFact, Roles } from './fact.ts'
import type { Judgement } from './judgement.ts'
import { definitionOf } from './kinds/index.ts'

const text = (value: string | string[] | undefined): string => [value ?? ''].flat().toSorted().join(';')
const pairs = (roles: Roles): string =>
  Object.keys(roles)
    .sort()
    .map((role) => `${role}=${text(roles[role])}`)
    .join('&')

/**
 * What a telling is known by, whatever row or file it stands in: its source, its kind, its time, and the roles that tell one fact
 * from another. Words that a source adds, its page or its row are no part of it, so a judgement outlives a new import.
 */
export function tellingKey(fact: Pick<NewFact, 'kind' | 'roles' | 'when' | 'telling' | 'modality' | 'cite'>): string {
  const telling = Object.entries(definitionOf(fact.kind).roles).flatMap(([name, role]) =>
    (role.key || role.holds === 'label') && fact.roles[name] !== undefined ? [[name, fact.roles[name]] as const] : [],
  )
  const marks = [fact.telling === 'no' ? 'no' : '', fact.modality === 'happened' ? '' : fact.modality].filter(Boolean)
  return [fact.cite.source, fact.kind, fact.when ?? '', pairs(Object.fromEntries(telling)), ...marks].join('|')
}

/** What a statement of coverage is known by, whichever days it speaks of: its source, kind and roles. */
export const listKey = ({ kind, roles, cite }: Pick<NewCoverage, 'kind' | 'roles' | 'cite'>): string =>
  [cite.source, kind, pairs(roles)].join('|')

/** Coverage with the doubts about each list. */
export function doubted(coverage: readonly Coverage[], judgements: readonly Judgement[]): Coverage[] {
  const doubts = judgements.filter((j) => j.is === 'lacks')
  if (!doubts.length) return [...coverage]
  const byList = Map.groupBy(doubts, (doubt) => doubt.list)
  return coverage.map((c) => {
    const own = byList.get(listKey(c))?.filter((d) => d.from <= c.to && d.to >= c.from)
    return own?.length ? { ...c, doubts: own } : c
  })
}

/** The key of a pair of tellings, in whatever order. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`)
