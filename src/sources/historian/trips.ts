import { classOf, type EntityId, personId, slug } from '../../model/ids.ts'
import { daysOf } from '../../model/when.ts'
import type { Finding, Told } from '../source.ts'
import { type Draft, factOf, spanOf, tellFact } from '../telling.ts'
import { child, textAt, textOf, type XmlElement } from '../xml.ts'
import { type Destination, destination } from './countries.ts'
import { SITE } from './office.ts'
import { TRAVELLERS } from './travellers.ts'

export type Traveller = 'president' | 'secretary'

/** One trip as the list files it. */
export interface Trip {
  file: string
  as: Traveller
  id: string
  who: string
  name: string
  from: string
  to: string
  country: string
  countryId: string
  locale: string
  remarks: string
}

export const tripOf = (as: Traveller, file: string, element: XmlElement): Trip => ({
  file,
  as,
  id: textAt(element, 'id'),
  who: element.attributes.who ?? '',
  name: textAt(element, 'name'),
  from: textAt(element, 'start-date'),
  to: textAt(element, 'end-date'),
  country: textOf(child(element, 'country')),
  countryId: child(element, 'country')?.attributes.id ?? '',
  locale: textAt(element, 'locale'),
  remarks: textAt(element, 'remarks'),
})

/** How the list tells that a traveller had been elected and had not taken office: the visit is none of a president. */
const BEFORE_OFFICE = '[Visit made as President-elect.]'
export const elect = (trip: Trip): boolean => trip.remarks.includes(BEFORE_OFFICE)

/** A new traveller goes by the name in the list. */
export const travellerName = (trip: Trip): string => TRAVELLERS[trip.who] ?? trip.name
export const traveller = (trip: Trip): EntityId => personId(travellerName(trip))

/** Place names as told, without the qualifier in brackets ("Havana (Cuba)"). */
export const localities = (trip: Trip): string[] =>
  trip.locale
    .split(/[,;]/)
    .map((name) => name.replace(/\([^)]{0,300}\)/g, '').trim())
    .filter((name) => slug(name))

export const placeId = (name: string): EntityId => `place:${slug(name)}`

const POPE = /\bPope (Benedict XVI?|John XXIII|John Paul II|Pius XII|Paul VI|Francis)\b/

/** The pope whom a remark tells that the traveller met; a pope's funeral is no meeting. */
export function popeMet({ remarks }: Trip): string | undefined {
  const found = POPE.exec(remarks)
  return found && !remarks.slice(0, found.index).endsWith('funeral of ') ? found[1] : undefined
}

/**
 * An audience that is the whole of a trip filed under Italy led to the Holy See: only the remark tells it (Wilson, 1919). With
 * other business in Italy it remains a trip to Italy.
 */
function leadsTo(trip: Trip): Destination | undefined {
  if (trip.countryId === 'italy' && /^Audience with Pope [A-Z][A-Za-z ]*\.?$/.test(trip.remarks))
    return { to: 'state:VAT', note: 'Filed under Italy; the Vatican City is a state since 1929.' }
  return destination(trip.countryId, trip.country, trip.from)
}

export function tellTrip(told: Told, trip: Trip): void {
  const led = leadsTo(trip)
  if (!led) {
    told.findings.push(finding(trip, 'unknown-state', `"${trip.country}" names nobody; the trip is left out`))
    return
  }
  if (led.outside)
    told.findings.push(
      finding(trip, 'outside-existence', `no list of states has ${led.to} on ${trip.from}; the trip is kept`),
    )
  if (elect(trip))
    told.findings.push(finding(trip, 'not-in-office', 'made as president-elect: no visit of a president'))
  tellFact(told, visit(trip, led), trip.file)
  if (trip.as === 'secretary') tellFact(told, served(trip), trip.file)
}

/**
 * Further places of a trip, each as another telling of that one visit: "Moscow, Leningrad, Kiev" was one visit to the Soviet Union
 * and went to Kiev.
 */
export function stops(trip: Trip): ReturnType<typeof factOf>[] {
  const led = leadsTo(trip)
  const [first, ...others] = localities(trip)
  if (!led || !first || !isTime(spanOf(trip.from, trip.to))) return []
  const whole = visit(trip, led)
  const places = new Set(others.map(placeId))
  places.delete(placeId(first))
  return [...places].map((place) =>
    factOf({
      ...whole,
      roles: { ...whole.roles, place },
      note: [led.note, 'A stop of the trip.'].filter(Boolean).join(' '),
    }),
  )
}

const isTime = (when: string): boolean => daysOf(when) !== undefined

/** That the traveller was secretary of state on the days of the trip: not when the term began or ended. */
const served = (trip: Trip): Draft => ({
  kind: 'office',
  roles: {
    person: traveller(trip),
    title: 'secretary of state',
    state: 'state:USA',
    office: 'office:secretary-of-state/USA',
    step: 'served',
  },
  when: spanOf(trip.from, trip.to),
  cite: { source: 'hsg-travels', locator: locator(trip) },
})

const finding = (trip: Trip, kind: string, message: string): Finding => ({
  kind,
  file: trip.file,
  locator: locator(trip),
  message: `${trip.name}, ${trip.country}, ${trip.from}: ${message}`,
})

const locator = (trip: Trip): string => `trip ${trip.id}`

function visit(trip: Trip, led: Destination): Draft {
  const [first, ...others] = localities(trip)
  const bracketed = /\(([^)]{0,300})\)/.exec(trip.locale)?.[1]
  const notes = [
    led.note,
    bracketed && `${bracketed}.`,
    others.length && `Also ${others.join(', ')}.`,
    elect(trip) && 'Made as President-elect.',
  ]
  return {
    kind: 'visit',
    roles: {
      visitor: traveller(trip),
      to: led.to,
      ...(first && { place: placeId(first) }),
    },
    when: spanOf(trip.from, trip.to),
    note: notes.filter(Boolean).join(' '),
    cite: cite(trip),
  }
}

function cite(trip: Trip): Draft['cite'] {
  const quote = firstSentence(trip.remarks.replace(BEFORE_OFFICE, '').trim())
  return {
    source: 'hsg-travels',
    url: `${SITE}/departmenthistory/travels/${trip.as}/${trip.countryId}`,
    ...(quote && { quote }),
    locator: locator(trip),
  }
}

/** The first sentence of a remark, cut where it is longer than a line. */
function firstSentence(remark: string): string {
  const text = remark.split(/(?<=\w{3}\.) (?=[A-Z])/)[0] ?? ''
  return text.length <= 160 ? text : `${text.slice(0, text.lastIndexOf(' ', 157))} …`
}

/** Audiences with a pope, which the list tells in its remarks. */
export function audience(trip: Trip): ReturnType<typeof factOf>[] {
  const pope = popeMet(trip)
  if (!pope || elect(trip)) return []
  const { quote, ...rest } = cite(trip)
  const draft: Draft = {
    kind: 'meeting',
    roles: { parties: [popeId(pope), traveller(trip)].sort() },
    when: spanOf(trip.from, trip.to),
    cite: { ...rest, ...(quote && POPE.test(quote) && { quote }) },
  }
  return [factOf(draft)]
}

export const popeId = (name: string): EntityId => personId(`Pope ${name}`)

/** The same traveller, state and time filed twice is one trip. */
export const tripKey = ({ kind, roles, when }: ReturnType<typeof factOf>): string =>
  kind === 'visit' && classOf(String(roles.visitor)) === 'person'
    ? `${roles.visitor} ${roles.to} ${when}`
    : JSON.stringify([kind, roles, when])

/** A stop told by two rows for one trip is one. */
export const stopKey = ({ roles, when }: ReturnType<typeof factOf>): string =>
  `${roles.visitor} ${roles.to} ${roles.place} ${when}`
