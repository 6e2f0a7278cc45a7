import type { Fact } from '../../model/fact.ts'
import { classOf, type EntityId, nameOf } from '../../model/ids.ts'
import type { Kind } from '../../model/kinds/index.ts'
import { daysOf, EVER } from '../../model/when.ts'
import { definite, listed } from '../en/label.ts'
import { amount } from '../en/say.ts'
import { dates, point } from '../en/time.ts'
import type { Group, Line } from './briefing.ts'
import { percent } from './briefing-glance.ts'
import { capital, idOf, leadOf, sayTold, type Told, toldOf } from './briefing-lines.ts'
import type { Desk } from './briefing-material.ts'
import { citeOf, citeOfSource } from './briefing-notes.ts'

interface Block {
  title: string
  kind: Kind
  /** How many of the latest are shown; absent: all. */
  most?: number
  fits?: (fact: Fact) => boolean
}

const blocksOf = ({ pair: [a, b], label }: Desk): Block[] => {
  const way = (from: EntityId, to: EntityId) => `${label(from)} to ${definite(label(to))}`
  return [
    { title: 'Relations', kind: 'relations', fits: (f) => f.roles.step !== 'held' },
    { title: `Visits, ${way(a, b)}`, kind: 'visit', most: 6, fits: (f) => f.roles.to === b },
    { title: `Visits, ${way(b, a)}`, kind: 'visit', most: 6, fits: (f) => f.roles.to === a },
    { title: 'Meetings', kind: 'meeting', most: 6 },
    { title: 'Agreements between the two', kind: 'agreement', most: 8, fits: (f) => !amongSeveral(f) },
    { title: 'Agreements of several parties, both among them', kind: 'agreement', most: 5, fits: amongSeveral },
    { title: 'Missions', kind: 'mission', most: 10 },
    { title: `Envoys of ${definite(label(a))}`, kind: 'envoy', most: 4, fits: (f) => f.roles.sender === a },
    { title: `Envoys of ${definite(label(b))}`, kind: 'envoy', most: 4, fits: (f) => f.roles.sender === b },
    { title: 'Sanctions', kind: 'sanction', most: 8 },
    { title: 'Aid', kind: 'aid', most: 6 },
  ]
}

const partiesOf = ({ roles }: Fact): string[] => [roles.between ?? []].flat()
const amongSeveral = (fact: Fact): boolean => partiesOf(fact).length > 2

/** Facts and dates in short lines, by matter, each matter in the order of time. */
export function backgroundOf(desk: Desk): Group[] {
  const all = blocksOf(desk).map((block) => ({ block, group: groupOf(desk, block) }))
  const blocks = all.flatMap(({ group }) => group ?? [])
  const silent = all.flatMap(({ block, group }) => (group || !isEssential(block) ? [] : [uncapital(block.title)]))
  const nothing: Group[] = silent.length
    ? [{ title: '', lines: [], rest: `Nothing is on record here of: ${silent.join('; ')}.` }]
    : []
  return [...blocks, ...nothing, ...unitedNations(desk), ...communities(desk), ...bodies(desk), ...origins(desk)]
}

export function toldLine(desk: Desk, told: Told): Line {
  const { fact, others } = told
  const note = desk.notebook.add([fact, ...others].map((f) => citeOf(f, fact, desk.sources)))
  const reported = fact.standing === 'reported' ? ' (reported, not accepted)' : ''
  return {
    id: idOf(told),
    lead: leadOf(told),
    text: `${sayOn(desk, fact)}${reported}.`,
    ...(note !== undefined && { note }),
  }
}

const STEPS: Readonly<Record<string, string>> = { 'in-force': 'In force', negotiating: 'Under negotiation' }

/**
 * A fact in words. That a state on whose status others differ began or ended is told as its source's word; of an agreement of
 * several parties, how many.
 */
export function sayOn(desk: Desk, fact: Fact): string {
  const said = sayTold(fact, desk.labelFor(fact), desk.officeThen)
  if (fact.kind === 'statehood' && desk.names.notes([String(fact.roles.state)]).length)
    return `${capital(desk.sources.get(fact.cite.source)?.viewpoint ?? 'as told')}: ${said}`
  if (fact.kind !== 'agreement' || !amongSeveral(fact) || !fact.roles.topic) return said
  const step = String(fact.roles.step)
  return `${STEPS[step] ?? capital(step)}, among ${partiesOf(fact).length} parties: “${fact.roles.topic}”`
}

const uncapital = (text: string): string => (text ? text[0]!.toLowerCase() + text.slice(1) : text)
const isEssential = ({ kind, title }: Block): boolean => ESSENTIAL.includes(kind) && !/several/.test(title)
const ESSENTIAL: readonly Kind[] = ['relations', 'visit', 'agreement', 'mission', 'envoy']

function groupOf(desk: Desk, { title, kind, most, fits = () => true }: Block): Group | undefined {
  const told = toldOf(
    desk.facts.filter((f) => f.kind === kind && fits(f)),
    desk.judgements,
  )
  if (!told.length) return undefined
  const shown = most === undefined ? told : told.slice(-most)
  const left = told.slice(0, told.length - shown.length)
  const since = left.map(({ fact }) => fact.when && daysOf(fact.when)?.from).find((day) => day && day !== EVER.from)
  const rest = left.length
    ? `${left.length} earlier on record${since ? `, since ${since.slice(0, 4)}` : ''}.`
    : undefined
  return { title, lines: withIds(shown.map((one) => toldLine(desk, one))), ...(rest && { rest }) }
}

/** Two lines of one matter and year are told apart by their order. */
export function withIds(lines: readonly Line[]): Line[] {
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const n = (seen.get(line.id) ?? 0) + 1
    seen.set(line.id, n)
    return n === 1 ? line : { ...line, id: `${line.id}|${n}` }
  })
}

const YEARS = 6
/** A share of fewer roll calls says little. */
const FEWEST = 10
/** Agreement in the last years told, a line each. */
function unitedNations(desk: Desk): Group[] {
  const years = desk.agreement.filter(({ both }) => both >= FEWEST).slice(-YEARS)
  if (!years.length) return []
  const lines = years.map(({ year, both, alike }): Line => {
    const cites = (desk.ballotSources.get(year) ?? []).map((id) =>
      citeOfSource(id, `roll calls of ${year}`, desk.sources),
    )
    const note = desk.notebook.add(cites)
    const text = `Alike in ${alike} of ${both} roll calls in which both took part (${percent(alike, both)}).`
    return { id: `votes|${year}`, lead: year, text, ...(note !== undefined && { note }) }
  })
  return [{ title: 'Votes in the General Assembly', lines }]
}

function communities(desk: Desk): Group[] {
  const latest = [
    ...Map.groupBy(desk.communities, (f) => `${f.roles.people} ${f.roles.host} ${f.roles.place ?? ''}`).values(),
  ].map((same) => same.toSorted((x, y) => ((x.when ?? '') < (y.when ?? '') ? 1 : -1))[0]!)
  const lines = latest.map((fact): Line => {
    const note = desk.notebook.add([citeOf(fact, fact, desk.sources)])
    const people = capital(nameOf(String(fact.roles.people)).replaceAll('-', ' '))
    const size = fact.amount ? amount(fact.amount) : 'number not told'
    const text = `${people} community in ${definite(desk.label(String(fact.roles.host)))}: ${size}.`
    return {
      id: `community|${fact.roles.people}|${fact.roles.host}`,
      lead: dates(fact.when),
      text,
      ...(note !== undefined && { note }),
    }
  })
  return lines.length ? [{ title: 'Communities', lines: withIds(lines) }] : []
}

/** Bodies and groupings to which both belong on the day, as last told. */
function bodies(desk: Desk): Group[] {
  const [a, b] = desk.pair
  const of = (state: EntityId) =>
    new Map(
      desk.memberships
        .filter((f) => f.roles.state === state && isMember(f, desk))
        .map((f) => [String(f.roles.body), f]),
    )
  const [one, other] = [of(a), of(b)]
  const shared = [...one.keys()].filter((body) => other.has(body)).sort()
  if (!shared.length) return []
  const facts = shared.flatMap((body) => [one.get(body)!, other.get(body)!])
  const asOf = facts.map((f) => desk.sources.get(f.cite.source)?.asOf ?? desk.drawn).sort()[0]!
  const bySource = [...Map.groupBy(facts, (f) => f.cite.source).keys()].sort()
  const note = desk.notebook.add(bySource.map((id) => citeOfSource(id, 'memberships of both', desk.sources)))
  const names = shared.map((body) => desk.label(body)).sort()
  const text = `Both belong to ${listed(names.map(definite), 30)}.`
  return [
    {
      title: 'Bodies and groupings',
      lines: [{ id: 'bodies', lead: `to ${point(asOf)}`, text, ...(note !== undefined && { note }) }],
    },
  ]
}

/** Lists that count states, to which none belongs as to a body. */
export const LISTS: ReadonlySet<string> = new Set(['body:cow-state-system', 'body:gw-independent-states'])

/** Whether a state belongs to a body on the day or, where the source closed before, when it closed. */
function isMember(fact: Fact, { on, sources }: Desk): boolean {
  const days = fact.when && daysOf(fact.when)
  const body = String(fact.roles.body)
  if (!days || fact.telling !== 'yes' || fact.roles.step !== 'member' || LISTS.has(body)) return false
  const closed = sources.get(fact.cite.source)?.asOf ?? on
  return classOf(body) === 'body' && days.from <= on && days.to >= (closed < on ? closed : on)
}

/** Independence and foundation of each, once each, by the finest date. */
function origins(desk: Desk): Group[] {
  const lines = desk.pair.flatMap((state) => {
    const told = toldOf(
      desk.facts.filter(
        (f) =>
          f.kind === 'statehood' &&
          f.roles.state === state &&
          ['independence', 'founded'].includes(String(f.roles.step)),
      ),
      desk.judgements,
    )
    return told.map((one) => toldLine(desk, one))
  })
  return lines.length ? [{ title: 'The two states', lines: withIds(lines) }] : []
}
