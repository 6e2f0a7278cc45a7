/** Builds `data/us-travels` and the visits of `data/us-cuba` from the travel lists of the Office of the Historian. */

import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ChanceryError } from '../src/model/error.ts'
import { slug } from '../src/model/ids.ts'
import { TRAVELLERS } from '../src/sources/historian/travellers.ts'
import { destinationOf } from './pack-destination.ts'
import { interval, type Line, openData, records, writeCsv } from './pack-files.ts'

const DATA = fileURLToPath(new URL('../data/', import.meta.url))
const COLUMNS = ['when', 'visitor', 'to', 'place', 'source', 'url', 'quote', 'locator', 'note']
type Office = 'president' | 'secretary'

function trips(office: Office): Record<string, string>[] {
  const folder = openData(`hsg-travels/${office}-travels`)
  return readdirSync(folder).flatMap((file) =>
    records(`${folder}/${file}`, 'trip').map((trip) => ({ ...trip, who: file.replace('.xml', '') })),
  )
}

/** Filed under Italy beside the stay in Italy; its remark tells that it led to the Holy See. */
const WILSON_AND_THE_POPE = '4050'
const HOLY_SEE = { to: 'state:VAT', note: 'Filed under Italy; the Vatican City is a state since 1929.' }

const BEFORE_OFFICE = '[Visit made as President-elect.]'
const elect = (trip: Record<string, string>): boolean => (trip.remarks ?? '').includes(BEFORE_OFFICE)

/** Place names as told, without the qualifier in brackets ("Havana (Cuba)"). */
const localities = (trip: Record<string, string>): string[] =>
  (trip.locale ?? '')
    .split(/[,;]/)
    .map((name) => name.replace(/\([^)]{0,300}\)/g, '').trim())
    .filter((name) => slug(name))

const placeId = (name: string): string => `place:${slug(name)}`

function visit(office: Office, trip: Record<string, string>): Line {
  const id = trip['country@id'] ?? ''
  const filed = destinationOf(id, trip.country ?? '', trip['start-date']!)
  const { to, note } = trip.id === WILSON_AND_THE_POPE ? HOLY_SEE : filed
  const [first, ...others] = localities(trip)
  const also = others.length ? `Also ${others.join(', ')}.` : undefined
  const colony = /\(([^)]{0,300})\)/.exec(trip.locale ?? '')?.[1]
  return {
    when: interval(trip['start-date']!, trip['end-date']!),
    visitor: personOf(trip),
    to,
    place: first && placeId(first),
    source: 'hsg-travels',
    url: office === 'president' ? `https://history.state.gov/departmenthistory/travels/president/${id}` : undefined,
    quote: office === 'president' ? remark(trip) : undefined,
    locator: `trip ${trip.id}`,
    note: [note, colony && `${colony}.`, also, elect(trip) && 'Made as President-elect.'].filter(Boolean).join(' '),
  }
}

const personOf = (trip: Record<string, string>): string => `person:${slug(TRAVELLERS[trip.who!] ?? unknown(trip.who!))}`

function unknown(who: string): never {
  throw new ChanceryError('unsupported', 'travellers.ts', `no usual name for ${who}: add it to the table`)
}

/** The first sentences of the remark that fit a line. */
function remark(trip: Record<string, string>): string {
  const sentences = (trip.remarks ?? '')
    .replace(BEFORE_OFFICE, '')
    .trim()
    .split(/(?<=\w{3}\.) (?=[A-Z])/)
  const text = sentences[0] ?? ''
  return text.length <= 160 ? text : `${text.slice(0, text.lastIndexOf(' ', 157))} …`
}

const POPE = /(?<!funeral of )Pope (Benedict XVI?|John XXIII|John Paul II|Paul VI|Francis)\b/

/** Audiences with a pope, which the list tells in its remarks, one of them (1919) under Italy. */
function audience(trip: Record<string, string>): Line[] {
  const pope = POPE.exec(trip.remarks ?? '')?.[1]
  if (!pope) return []
  const { when, source, url, quote, locator } = visit('president', trip)
  const parties = [`person:pope-${slug(pope)}`, personOf(trip)].sort().join(';')
  return [{ when, parties, source, url, quote: POPE.test(quote ?? '') ? quote : undefined, locator }]
}

const names = (all: readonly Record<string, string>[]): Line[] => {
  const places = all
    .flatMap(localities)
    .map((name): [string, Line] => [placeId(name), { id: placeId(name), label: name }])
  const persons = all.map((trip): [string, Line] => [
    personOf(trip),
    { id: personOf(trip), label: TRAVELLERS[trip.who!] },
  ])
  const popes = all.flatMap((trip) => POPE.exec(trip.remarks ?? '')?.[1] ?? [])
  const heads = popes.map((name): [string, Line] => [
    `person:pope-${slug(name)}`,
    { id: `person:pope-${slug(name)}`, label: `Pope ${name}`, aliases: name.includes(' ') ? name : undefined },
  ])
  return [...new Map([...places, ...persons, ...heads]).values()]
}

/** One row per visitor, state and time: the list files a few trips twice. */
function merged(lines: readonly Line[]): Line[] {
  const groups = Map.groupBy(lines, (line) => `${line.visitor} ${line.to} ${line.when}`)
  return [...groups.values()].map((same) => ({
    ...same[0],
    locator: same.map((line) => line.locator).join('; '),
  }))
}

const presidents = trips('president')
const secretaries = trips('secretary')
const rows = {
  presidents: merged(presidents.filter((trip) => !elect(trip)).map((trip) => visit('president', trip))),
  elect: presidents.filter(elect).map((trip) => visit('president', trip)),
  secretaries: merged(secretaries.map((trip) => visit('secretary', trip))),
}
writeCsv(`${DATA}us-travels/visits-of-presidents.csv`, COLUMNS, rows.presidents)
writeCsv(`${DATA}us-travels/visits-before-office.csv`, COLUMNS, rows.elect)
writeCsv(`${DATA}us-travels/visits-of-secretaries.csv`, COLUMNS, rows.secretaries)
const audiences = presidents.filter((trip) => !elect(trip)).flatMap(audience)
writeCsv(`${DATA}us-travels/audiences.csv`, ['when', 'parties', ...COLUMNS.slice(4)], audiences)
writeCsv(`${DATA}us-travels/names.csv`, ['id', 'label', 'aliases'], names([...presidents, ...secretaries]))
const cuba = [...rows.presidents, ...rows.secretaries].filter((line) => line.to === 'state:CUB')
writeCsv(`${DATA}us-cuba/visits.csv`, COLUMNS, cuba)
