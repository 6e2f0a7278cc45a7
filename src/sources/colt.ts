import type { NewCoverage, Source } from '../model/coverage.ts'
import { type EntityId, nameOf, slug } from '../model/ids.ts'
import { type Day, daysOf } from '../model/when.ts'
import { type CsvRow, csvRows } from './csv.ts'
import { BY_HAND, dayIn, folderOf, stateBy, tableIn } from './diplometrics.ts'
import { leadersOf, type Term } from './leader-ids.ts'
import type { Files, Finding, OpenSource, Told } from './source.ts'
import { type Draft, namesOf, nothingTold, spanOf, tellFact } from './telling.ts'

const FILE = /(?:^|\/)[^/]*COLT[^/]{0,200}\.(?:csv|xlsx)$/i

/** Roles of travellers by the codebook; foreign and finance ministers and heads of organisations stand in the fuller file. */
const ROLES: Readonly<Record<string, string>> = {
  GS: 'head of state and government',
  G: 'head of government',
  S: 'head of state',
  'De Facto': 'de facto leader',
  CP: 'crown prince',
  F: 'foreign minister',
  E: 'finance minister',
}

/** Foreign travel of heads of state and government of all states. */
export const colt: OpenSource = {
  name: 'colt',
  title: 'Country and Organizational Leader Travel (COLT)',
  holds: 'visits abroad of heads of state and government of all states since 1990',
  viewpoint: 'as coded by the Diplometrics project, University of Denver',
  licence: { name: 'the publisher’s terms; your own download', exports: false },
  covers: 'trips since 1990 to the last one in the file; known to lack some',
  faults: [
    'Coded from the press and calendars: trips of less reported leaders are missing.',
    'A trip whose destination is "Unknown" is left out.',
    'Its layout is taken from published descriptions.',
  ],
  megabytes: 30,
  recommended: false,
  publisher: { kind: 'by-hand', page: 'https://korbel.du.edu/pardee/content/colt', how: BY_HAND },
  recognise: (files) => folderOf(files, FILE),
  tell,
}

const COLUMNS = [
  'TripID',
  'LeaderID',
  'LeaderFullName',
  'LeaderRole',
  'LeaderCountryOrIGO',
  'LeaderCountryISO',
  'CountryVisited',
  'CountryVisitedISO',
  'CityVisited',
  'TripStartDate',
  'TripEndDate',
]

interface Trip {
  row: CsvRow
  term: Term
  to: EntityId
  end: Day
}

function tell(files: Files): Told {
  const told = nothingTold()
  const file = tableIn(files, FILE)
  const rows = csvRows(files, file, { columns: COLUMNS, encoding: 'windows-1252' })
  const trips = rows.flatMap((row) => tripOf(told, file, row) ?? [])
  const leaderOf = leadersOf(trips.map(({ term }) => term))
  for (const trip of trips) for (const draft of draftsOf(trip, leaderOf(trip.term).id)) tellFact(told, draft, file)
  const last = trips.reduce((day, { end }) => (end > day ? end : day), '1990-01-01')
  told.rows = rows.length
  told.names = namesOf(trips.map(({ term }) => leaderOf(term)))
  told.sources = [source(last)]
  told.coverage = [coverageTo(last)]
  return told
}

function tripOf(told: Told, file: string, row: CsvRow): Trip | undefined {
  const [start, end] = [dayIn(row.get('TripStartDate')), dayIn(row.get('TripEndDate'))]
  const [name, visited] = [row.get('LeaderFullName'), row.get('CountryVisited')]
  const finding = (kind: string, message: string): undefined => {
    const found: Finding = {
      kind,
      file,
      locator: row.get('TripID'),
      message: `${name}: ${message}; the trip is left out`,
    }
    told.findings.push(found)
  }
  if (!start || !end)
    return finding('no-such-day', `${row.get('TripStartDate')} to ${row.get('TripEndDate')} are no days`)
  if (end < start) return finding('end-before-start', `${start} to ${end}`)
  if (visited === '' || visited === 'Unknown') return finding('unknown-destination', `no destination on ${start}`)
  const to = stateBy(visited, row.get('CountryVisitedISO'), start)
  const state = stateBy(row.get('LeaderCountryOrIGO'), row.get('LeaderCountryISO'), start)
  if (!to) return finding('unknown-state', `"${visited}" names nobody`)
  if (!state) return finding('unknown-state', `"${row.get('LeaderCountryOrIGO')}" names nobody`)
  const term = { key: row.get('LeaderID') || name, name, state, born: '', ...daysOf(spanOf(start, end))! }
  return { row, term, to, end }
}

function draftsOf({ row, term, to }: Trip, person: EntityId): Draft[] {
  const [when, city, role] = [spanOf(term.from, term.to), row.get('CityVisited'), ROLES[row.get('LeaderRole')]]
  const cite = { source: 'colt', locator: `trip ${row.get('TripID')}` }
  const place = slug(city) && city !== 'Unknown' ? `place:${slug(city.split(/[,;]/)[0]!)}` : undefined
  const visit: Draft = {
    kind: 'visit',
    roles: { visitor: person, from: term.state, to, ...(place && { place }) },
    when,
    note: `Listed as ${row.get('LeaderCountryOrIGO')} to ${row.get('CountryVisited')}.`,
    cite,
  }
  if (!role) return [visit]
  const office = `office:${slug(role)}/${nameOf(term.state)}`
  const served: Draft = {
    kind: 'office',
    roles: { person, title: role, state: term.state, office, step: 'served' },
    when,
    cite,
  }
  return [visit, served]
}

const source = (asOf: Day): Source => ({
  id: 'colt',
  title: colt.title,
  url: 'https://korbel.du.edu/pardee/content/colt',
  licence: 'the publisher’s terms; no export',
  viewpoint: colt.viewpoint,
  asOf,
  contact: 'Frederick S. Pardee Center for International Futures',
})

const coverageTo = (to: Day): NewCoverage => ({
  kind: 'visit',
  roles: {},
  from: '1990-01-01',
  to,
  grade: 'lower-bound',
  by: 'Diplometrics, University of Denver',
  note: 'Trips of heads of state and government that it found; others were made.',
  cite: { source: 'colt' },
})
