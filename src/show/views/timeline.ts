import type { Coverage } from '../../model/coverage.ts'
import type { Fact, Roles } from '../../model/fact.ts'
import { classOf, type EntityId, stateOfOffice } from '../../model/ids.ts'
import type { Judgement } from '../../model/judgement.ts'
import { definitionOf, type Kind } from '../../model/kinds/index.ts'
import { addDays, type Day, type Days, daysOf, EVER, intersect, minus } from '../../model/when.ts'
import type { Label } from '../en/label.ts'
import { statedBy } from '../en/stated.ts'
import { dates, point } from '../en/time.ts'
import { harmless } from '../harmless.ts'
import { type OfficeThen, sayTold, type Told, toldOf } from './briefing-lines.ts'

/** One source's telling of an item, by which its row or words are opened. */
export interface Telling {
  /** The fact, whose history the ledger keeps. */
  fact: string
  source: string
  /** How it dates the item, where not as the item does. */
  otherwise?: string
  quote?: string
  /** Row, page or record within the source. */
  where?: string
  url?: string
  /** An article's, which nobody accepted. */
  reported?: true
}

/** How an item is drawn: beginnings and ends of a state of affairs, what holds over a time, events, and what did not happen. */
export type Mark = 'made' | 'broken' | 'restored' | 'step' | 'holds' | 'event' | 'planned' | 'cancelled' | 'denied'

export interface Item {
  id: string
  mark: Mark
  /** The time in words. */
  lead: string
  say: string
  note?: string
  /** The days that it may touch; absent: undated. */
  from?: Day
  to?: Day
  /** Not known to have ended when its source closed, which is the day `to`. */
  open?: true
  /** No finer than this. */
  precision?: 'day' | 'month' | 'year' | 'span'
  tellings: Telling[]
}

/** Days of a lane for which sources say that they tell all (`whole`), or all of a part of it (`part`). */
export interface Stretch extends Days {
  level: 'whole' | 'part'
}

/** One statement of coverage in words. */
export interface Cover {
  id: string
  source: string
  from: Day
  to: Day
  level: Stretch['level'] | 'some'
  /** "Relations, whole, 14 May 1948 to 30 June 2024, as … says". */
  say: string
}

/** One kind of dealings in one direction, in the order of time. */
export interface Lane {
  id: string
  kind: Kind
  title: string
  items: Item[]
  stretches: Stretch[]
  covers: Cover[]
}

/** What makes a fact one of a lane, and what a list must speak of to cover it. */
export interface LaneOf {
  id: string
  kind: Kind
  title: string
  /** Roles that every fact of the lane holds so. */
  fixed: Roles
  /** States whose persons and offices may fill the other roles. */
  states: readonly EntityId[]
  facts: readonly Fact[]
}

export interface Tools {
  label: Label
  officeThen: OfficeThen
  judgements: readonly Judgement[]
  asOf(source: string): Day
  today: Day
}

export function laneView(lane: LaneOf, coverage: readonly Coverage[], tools: Tools): Lane {
  const covers = coverage.flatMap((c) => coverOf(lane, c, tools))
  return {
    ...{ id: lane.id, kind: lane.kind, title: lane.title },
    items: toldOf(lane.facts, tools.judgements).map((told) => itemOf(told, tools)),
    stretches: stretchesOf(covers),
    covers: covers.map(({ c, level, say }) => ({
      ...{ id: c.id, source: c.cite.source, from: c.from, to: c.to },
      ...{ level, say },
    })),
  }
}

const MARKS: Readonly<Record<string, Mark>> = {
  established: 'made',
  recognised: 'step',
  restored: 'restored',
  severed: 'broken',
  suspended: 'broken',
  opened: 'made',
  closed: 'broken',
  accredited: 'made',
  recalled: 'broken',
  expelled: 'broken',
  left: 'broken',
}

function markOf(fact: Fact): Mark {
  if (fact.telling === 'no' || fact.modality === 'denied') return 'denied'
  if (fact.modality === 'planned' || fact.modality === 'proposed') return 'planned'
  if (fact.modality === 'cancelled') return 'cancelled'
  const { holding, nature } = definitionOf(fact.kind)
  const step = String(fact.roles.step ?? '')
  if (holding?.includes(step)) return 'holds'
  return MARKS[step] ?? (nature === 'event' ? 'event' : 'step')
}

export function itemOf(told: Told, tools: Tools): Item {
  const { fact, others } = told
  return {
    id: fact.id,
    mark: markOf(fact),
    lead: fact.when ? dates(fact.when) : 'undated',
    say: harmless(sayTold(fact, tools.label, tools.officeThen)),
    ...(fact.note && { note: harmless(fact.note) }),
    ...timeOf(fact, tools),
    tellings: [fact, ...others].map((one) => tellingOf(one, fact)),
  }
}

export function timeOf(fact: Fact, { asOf }: Pick<Tools, 'asOf'>): Pick<Item, 'from' | 'to' | 'open' | 'precision'> {
  const days = fact.when && daysOf(fact.when)
  if (!days) return {}
  const precision = precisionOf(fact.when!)
  if (days.to !== EVER.to) return { ...days, precision }
  const closed = asOf(fact.cite.source)
  return { from: days.from, to: closed > days.from ? closed : days.from, open: true, precision }
}

const precisionOf = (when: string): Item['precision'] =>
  when.includes('/') ? 'span' : when.length === 10 ? 'day' : when.length === 7 ? 'month' : 'year'

/** A sentence at most is quoted. */
const LONGEST_QUOTE = 240
const cut = (quote: string): string => {
  const plain = harmless(quote).replace(/\s+/g, ' ').trim()
  return plain.length <= LONGEST_QUOTE ? plain : `${plain.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/, '')} …`
}

export function tellingOf(fact: Fact, main: Pick<Fact, 'when'>): Telling {
  const { source, quote, locator, url } = fact.cite
  return {
    fact: fact.id,
    source,
    ...(fact.when !== main.when && { otherwise: fact.when ? dates(fact.when) : 'undated' }),
    ...(quote && { quote: cut(quote) }),
    ...(locator && { where: harmless(locator) }),
    ...(url && /^https?:\/\//i.test(url) && { url: harmless(url) }),
    ...(fact.standing === 'reported' && { reported: true as const }),
  }
}

type Found = { c: Coverage; level: Cover['level']; say: string }

/** What a statement covers of a lane: all of it, a part, or some facts only; nothing where it speaks of others. */
function coverOf(lane: LaneOf, c: Coverage, tools: Tools): Found[] {
  if (c.kind !== lane.kind) return []
  const narrow = Object.entries(c.roles).map(([role, value]) => fit(lane, role, [value].flat()))
  if (narrow.includes('other')) return []
  const bare = c.grade === 'lower-bound' || c.grade === 'sample'
  const level = bare ? 'some' : narrow.includes('part') || c.grade === 'complete-but' ? 'part' : 'whole'
  return [{ c, level, say: sayCover(lane, c, level, tools) }]
}

function fit(lane: LaneOf, role: string, values: readonly string[]): 'all' | 'part' | 'other' {
  const fixed = [lane.fixed[role] ?? []].flat()
  if (definitionOf(lane.kind).roles[role]?.list)
    return values.every((v) => fixed.includes(v)) ? 'all' : values.every((v) => actsFor(lane, v)) ? 'part' : 'other'
  if (fixed.length) return fixed.every((v) => values.includes(v)) ? 'all' : 'other'
  const persons = values.filter((v) => classOf(v) === 'office' || classOf(v) === 'person')
  return persons.length && !persons.some((v) => actsFor(lane, v)) ? 'other' : 'part'
}

const actsFor = ({ states }: LaneOf, id: EntityId): boolean =>
  states.includes(id) || states.includes(stateOfOffice(id) ?? '')

const GRADES: Readonly<Record<Coverage['grade'], string>> = {
  complete: 'said to be whole',
  'complete-but': 'whole but for what is noted',
  'lower-bound': 'some of them',
  sample: 'a sample',
}

function sayCover({ title, fixed }: LaneOf, c: Coverage, level: Cover['level'], { label }: Tools): string {
  const only = Object.entries(c.roles)
    .filter(([role]) => fixed[role] === undefined)
    .flatMap(([, value]) => [value].flat().map((v) => label(v)))
  const of = level !== 'whole' && only.length ? `, of ${only.join(', ')} alone` : ''
  const from = c.from === EVER.from ? 'the beginning' : point(c.from)
  return harmless(`${title}${of}: ${GRADES[c.grade]}, ${from} to ${point(c.to)}, ${statedBy(c)}`)
}

/** Whole before part, neither twice, in the order of time; what is in doubt is but a part. */
function stretchesOf(found: readonly Found[]): Stretch[] {
  const days = (level: Found['level']) =>
    found.filter((f) => f.level === level).map(({ c }) => ({ from: c.from, to: c.to }))
  const doubts = found.flatMap(({ c, level }) => (level === 'whole' ? (c.doubts ?? []) : []))
  const whole = merged(found.filter((f) => f.level === 'whole').flatMap(({ c }) => minus(c, c.doubts ?? [])))
  const doubted = found.flatMap(({ c }) => doubts.flatMap((d) => intersect(c, d) ?? []))
  const part = merged([...days('part'), ...doubted]).flatMap((run) => minus(run, whole))
  const stretch = (level: Stretch['level']) => (d: Days) => ({ from: d.from, to: d.to, level })
  return [...whole.map(stretch('whole')), ...part.map(stretch('part'))].sort((x, y) => (x.from < y.from ? -1 : 1))
}

/** Days as runs that do not touch, in the order of time. */
export function merged(days: readonly Days[]): Days[] {
  const out: Days[] = []
  for (const { from, to } of days.toSorted((x, y) => (x.from < y.from ? -1 : 1))) {
    const last = out.at(-1)
    if (last && from <= addDays(last.to, 1)) last.to = to > last.to ? to : last.to
    else out.push({ from, to })
  }
  return out
}
