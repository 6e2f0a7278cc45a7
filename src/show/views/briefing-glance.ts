import { officesOf } from '../../check/superlatives.ts'
import type { Fact } from '../../model/fact.ts'
import { classOf, type EntityId } from '../../model/ids.ts'
import { daysOf, EVER, meets } from '../../model/when.ts'
import { definite } from '../en/label.ts'
import { dates, point } from '../en/time.ts'
import type { Line } from './briefing.ts'
import { capital, inTime, rankOf, sayTold, type Told, toldOf } from './briefing-lines.ts'
import type { Desk } from './briefing-material.ts'
import { citeOf, citeOfList, citeOfSource } from './briefing-notes.ts'

const line = (id: string, lead: string, text: string, note?: number): Line => ({
  id: `glance|${id}`,
  lead,
  text,
  ...(note !== undefined && { note }),
})

const NOT_ON_RECORD = 'Not on record here.'

/** The table at the head: relations, who holds office, missions, envoys, the last visits, votes. */
export function glanceOf(desk: Desk): Line[] {
  const [a, b] = desk.pair
  return [
    relations(desk),
    ...[a, b].flatMap((state) => holders(desk, state)),
    ...(
      [
        [a, b],
        [b, a],
      ] as const
    ).map(([from, to]) => mission(desk, from, to)),
    ...(
      [
        [a, b],
        [b, a],
      ] as const
    ).map(([from, to]) => envoy(desk, from, to)),
    ...(
      [
        [a, b],
        [b, a],
      ] as const
    ).map(([from, to]) => lastVisit(desk, from, to)),
    votes(desk),
  ]
}

const SAID = {
  supported: 'In force',
  refuted: 'None',
  disputed: 'Sources differ',
  'not-covered': 'Not told by the sources here',
} as const

function relations(desk: Desk): Line {
  const { answer, on } = desk.relations
  const facts = answer.witnesses.map((w) => w.fact).filter((f) => f.kind === 'relations')
  const against = answer.against.map((w) => w.fact).filter((f) => f.kind === 'relations')
  const shown = (answer.outcome === 'refuted' ? against : [...facts, ...against]).slice(-3)
  const cites = shown.map((fact) => citeOf(fact, fact, desk.sources))
  const lists = answer.coverage.filter((c) => c.kind === 'relations').map((c) => citeOfList(c, desk.sources))
  const known = answer.outcome === 'not-covered' ? '' : `, as last known on ${point(on)}`
  return line(
    'relations',
    'Diplomatic relations',
    `${SAID[answer.outcome]}${known}.`,
    desk.notebook.add(cites.length ? cites : lists.slice(0, 2)),
  )
}

const starts = (fact: Fact): string => (fact.when && daysOf(fact.when)?.from) || EVER.to

/** The last holder told of each of a state's highest offices. */
function holders(desk: Desk, state: EntityId): Line[] {
  const { offices, label } = desk
  const told = [...new Set(offices.map((f) => String(f.roles.office)))].sort()
  return officesOf(state, told).flatMap((office) => {
    const terms = offices
      .filter((f) => f.roles.office === office && ['serving', 'served'].includes(String(f.roles.step)))
      .filter((f) => f.telling === 'yes' && f.when && starts(f) <= desk.on)
    const last = lastOf(terms.filter((f) => f.roles.step === 'serving')) ?? lastOf(terms)
    if (!last) return []
    const { asOf } = desk.sources.get(last.cite.source) ?? { asOf: desk.drawn }
    const end = daysOf(last.when!)!.to
    const open = end === EVER.to
    if (!open && end < `${Number(desk.on.slice(0, 4)) - 8}`) return []
    const until =
      last.when!.length <= 10 && !last.when!.includes('/')
        ? `so told on ${dates(last.when)}`
        : open
          ? `${dates(last.when)}; in office when the source closed, ${point(asOf)}`
          : `${dates(last.when)}${end < desk.on ? '; no successor is on record here' : ''}`
    const note = desk.notebook.add([citeOf(last, last, desk.sources)])
    return [line(`holder|${office}`, capital(label(office)), `${label(String(last.roles.person))} (${until}).`, note)]
  })
}
const lastOf = (terms: readonly Fact[]): Fact | undefined =>
  terms.toSorted((x, y) => (starts(x) + endOf(x) < starts(y) + endOf(y) ? 1 : -1))[0]
const endOf = (fact: Fact): string => daysOf(fact.when!)?.to ?? ''

const last = (told: readonly Told[]): Told | undefined => told.toSorted(inTime).at(-1)
const happened = (desk: Desk, kind: Fact['kind'], fits: (fact: Fact) => boolean): Told[] =>
  toldOf(
    desk.facts.filter(
      (f) =>
        f.kind === kind &&
        f.telling === 'yes' &&
        f.modality === 'happened' &&
        f.standing !== 'reported' &&
        fits(f) &&
        starts(f) <= desk.on,
    ),
    desk.judgements,
  )

function lineOf(desk: Desk, id: string, lead: string, told: Told | undefined): Line {
  if (!told) return line(id, lead, NOT_ON_RECORD)
  const { fact, others } = told
  const cites = [fact, ...others].map((f) => citeOf(f, fact, desk.sources))
  const when = fact.when ? `${dates(fact.when)}: ` : ''
  return line(id, lead, `${when}${sayTold(fact, desk.labelFor(fact), desk.officeThen)}.`, desk.notebook.add(cites))
}

const RESIDENT = ['embassy', 'legation']
function mission(desk: Desk, from: EntityId, to: EntityId): Line {
  const own = happened(desk, 'mission', (f) => f.roles.sender === from && f.roles.host === to)
  const embassies = own.filter(({ fact }) => RESIDENT.includes(String(fact.roles.type)))
  const lead = `Mission of ${definite(desk.label(from))}`
  return lineOf(desk, `mission|${from}`, lead, last(embassies.length ? embassies : own))
}

function envoy(desk: Desk, from: EntityId, to: EntityId): Line {
  const own = happened(desk, 'envoy', (f) => f.roles.sender === from && f.roles.host === to)
  return lineOf(desk, `envoy|${from}`, `Envoy of ${definite(desk.label(from))}, last on record`, last(own))
}

/** The last visit from one state to the other of which it is known whose office the visitor held. */
function lastVisit(desk: Desk, from: EntityId, to: EntityId): Line {
  const visits = happened(desk, 'visit', (f) => f.roles.to === to && starts(f) < desk.on)
  const ranked = visits.filter(({ fact }) => {
    const visitor = String(fact.roles.visitor)
    return classOf(visitor) === 'office' || desk.officeThen(visitor, fact) !== undefined
  })
  const lead = `Last visit, ${desk.label(from)} to ${definite(desk.label(to))}`
  const rank = (t: Told) => rankThen(desk, t)
  const found = last(ranked.length ? ranked : visits)
  const sameDay = ranked.filter(
    (t) => found?.fact.when && t.fact.when && meets(daysOf(t.fact.when!)!, daysOf(found.fact.when!)!),
  )
  return lineOf(desk, `visit|${from}`, lead, sameDay.toSorted((x, y) => rank(x) - rank(y))[0] ?? found)
}

/** The higher office first. */
const rankThen = (desk: Desk, { fact }: Told): number => {
  const visitor = String(fact.roles.visitor)
  return rankOf(classOf(visitor) === 'office' ? visitor : (desk.officeThen(visitor, fact) ?? ''))
}

export const percent = (alike: number, both: number): string => `${((100 * alike) / both).toFixed(1)} %`
const count = (n: number): string => n.toLocaleString('en-US')

function votes(desk: Desk): Line {
  const { agreement } = desk
  const both = agreement.reduce((sum, y) => sum + y.both, 0)
  if (!both)
    return line('votes', 'Votes in the General Assembly', 'No roll calls are held here in which both took part.')
  const alike = agreement.reduce((sum, y) => sum + y.alike, 0)
  const [first, end] = [agreement[0]!, agreement.at(-1)!]
  const span = first.year === end.year ? first.year : `${first.year}–${end.year}`
  const cites = [...new Set(agreement.flatMap((y) => desk.ballotSources.get(y.year) ?? []))]
    .sort()
    .map((id) => citeOfSource(id, `roll calls in which both took part, ${span}`, desk.sources))
  return line(
    'votes',
    'Votes in the General Assembly',
    `Alike in ${count(alike)} of ${count(both)} roll calls in which both took part, ${span} (${percent(alike, both)}).`,
    desk.notebook.add(cites),
  )
}
