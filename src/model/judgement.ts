import { z } from 'zod'
import type { Coverage, NewCoverage } from './coverage.ts'
import type { NewFact, Roles } from './fact.ts'
import { definitionOf, KIND_NAMES } from './kinds/index.ts'
import { isDay } from './when.ts'

const Day = z.string().refine(isDay, { error: 'not a day: write YYYY-MM-DD' })

const Base = z.object({
  kind: z.enum(KIND_NAMES),
  /** Why, in a sentence. */
  because: z.string().min(1),
  /** Who judges: a person, or the rule of a program. */
  by: z.string().min(1),
})

/** Whether two tellings are of one event. `tellings` are keys (`tellingKey`), in order. */
export const Sameness = Base.extend({
  is: z.enum(['same', 'not-same', 'unsure']),
  tellings: z.tuple([z.string(), z.string()]),
})
export type Sameness = z.infer<typeof Sameness>

/**
 * That a list said to be whole lacks an event which another source tells: from `from` to `to`, both included, its silence proves
 * nothing. `list` is a `listKey`.
 */
export const Doubt = Base.extend({
  is: z.literal('lacks'),
  list: z.string(),
  from: Day,
  to: Day,
  /** Keys of the tellings of the event. */
  tellings: z.array(z.string()).min(1),
})
export type Doubt = z.infer<typeof Doubt>

/** A word on how tellings stand to each other or to a list: kept with its reason, and withdrawn like any record. */
export const Judgement = z.union([Sameness, Doubt])
export type NewJudgement = z.infer<typeof Judgement>
export type Judgement = NewJudgement & { id: string }

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
