import type { NewCoverage } from '../model/coverage.ts'
import { personId } from '../model/ids.ts'
import { addDays, type Day } from '../model/when.ts'
import { CC0, listOf, OFFICE, SITE, VIEWPOINT } from './historian/office.ts'
import { TRAVELLERS } from './historian/travellers.ts'
import {
  audience,
  localities,
  placeId,
  popeId,
  popeMet,
  stopKey,
  stops,
  type Traveller,
  type Trip,
  tellTrip,
  traveller,
  travellerName,
  tripKey,
  tripOf,
} from './historian/trips.ts'
import type { NamedEntity } from './names-row.ts'
import { folderWith, pathsIn } from './recognise.ts'
import type { Files, OpenSource, Told } from './source.ts'
import { folded, namesOf, nothingTold, spanOf, tellFact } from './telling.ts'
import { rootOf, textAt, within } from './xml.ts'

const PAGE = 'departmenthistory/travels'
/** Before it no known trip is lacking; since then some are. */
const WHOLE_UNTIL = '2018-12-01'
const LACKING =
  'The list lacks some trips of these years: Iraq and Germany in December 2018, Ireland and the Korean demilitarized zone in June 2019, London in September 2022, Ottawa in March 2023, Cape Verde in December 2024.'

/** Trips abroad of the presidents and the secretaries of state of the United States, with the presidents' terms. */
export const historianTravels: OpenSource = {
  name: 'historian-travels',
  title: 'Travels Abroad of the President and of the Secretary of State',
  holds: 'trips abroad of the presidents of the United States since 1906 and of their secretaries of state since 1866',
  viewpoint: VIEWPOINT,
  licence: CC0,
  covers:
    'trips of presidents to 4 December 2024 and of secretaries of state to 19 February 2025; whole to 1 December 2018',
  faults: [
    'Some trips since December 2018 are missing, so that an absence since then is no evidence.',
    'Visits of presidents-elect are filed with those of presidents, told apart only in the remark.',
    'Wilson’s audience with the Pope in January 1919 is filed under Italy.',
    'A few trips are filed twice, and a few under the name of a state that had ended.',
  ],
  megabytes: 3,
  recommended: true,
  publisher: {
    kind: 'repository',
    repository: 'HistoryAtState/travels',
    commit: 'e56354d4806cce81c99efcef7ee8fb39c9533dbb',
    paths: ['president-travels/', 'secretary-travels/', 'presidents/'],
  },
  recognise: (files) => folderWith(files, ['hsg-travels', 'travels', ''], ['president-travels/', 'secretary-travels/']),
  tell,
}

function tell(files: Files): Told {
  const told = nothingTold()
  const trips = (['president', 'secretary'] as const).flatMap((as) => tripsOf(files, as))
  for (const trip of trips) tellTrip(told, trip)
  told.facts = [...folded(told.facts, tripKey), ...folded(trips.flatMap(stops), stopKey), ...trips.flatMap(audience)]
  told.rows = trips.length + tellTerms(told, files)
  told.sources = [listOf('hsg-travels', historianTravels.title, PAGE, lastDay(trips))]
  told.coverage.push(
    ...coverageOf('president', lastDay(trips.filter(({ as }) => as === 'president'))),
    ...coverageOf('secretary', lastDay(trips.filter(({ as }) => as === 'secretary'))),
  )
  told.names = namesIn(trips)
  return told
}

/** The lists speak for no day after the last trip that is filed. */
const lastDay = (trips: readonly Trip[]): Day => trips.reduce((last, { to }) => (to > last ? to : last), '1776-07-04')

const tripsOf = (files: Files, as: Traveller): Trip[] =>
  pathsIn(files, `${as}-travels/`, '.xml').flatMap((path) =>
    within(rootOf(files, path, 'trips'), 'trip').map((element) => tripOf(as, path, element)),
  )

const TERMS = 'presidents/presidents.xml'

/** Terms of presidents; the last one's end is open. */
function tellTerms(told: Told, files: Files): number {
  if (!files.list(TERMS).length) return 0
  const terms = within(rootOf(files, TERMS, 'presidents'), 'president')
  for (const term of terms) {
    const draft = {
      kind: 'office' as const,
      roles: {
        person: personId(TRAVELLERS[textAt(term, 'id')] ?? textAt(term, 'name')),
        title: 'president',
        state: 'state:USA',
        office: 'office:president/USA',
        step: 'serving',
      },
      when: spanOf(textAt(term, 'took-office-date'), textAt(term, 'left-office-date')),
      cite: { source: 'hsg-travels', locator: `president ${term.attributes.n}` },
    }
    tellFact(told, draft, TERMS)
  }
  told.coverage.push(coverageOfTerms(textAt(terms.at(-1), 'took-office-date')))
  return terms.length
}

const coverageOfTerms = (to: Day): NewCoverage => ({
  kind: 'office',
  roles: { office: 'office:president/USA' },
  from: '1776-07-04',
  to,
  grade: 'complete',
  by: OFFICE,
  note: 'Its list of presidents; the office was first taken in 1789.',
  cite: { source: 'hsg-travels', url: `${SITE}/${PAGE}/president` },
})

function coverageOf(as: Traveller, last: Day): NewCoverage[] {
  const office = as === 'president' ? 'office:president/USA' : 'office:secretary-of-state/USA'
  const cite = { source: 'hsg-travels', url: `${SITE}/${PAGE}/${as}` }
  const rest = { kind: 'visit' as const, roles: { visitor: office }, by: OFFICE, cite }
  const first =
    as === 'president'
      ? 'The first trip abroad of a president or president-elect is that of Theodore Roosevelt to Panama in 1906; the office was first taken in 1789.'
      : 'The first trip abroad of a secretary of state is that of William H. Seward in 1866; the office was first taken in 1789 or 1790.'
  const since =
    as === 'president' ? LACKING : 'The presidents’ list of the same years lacks some trips; this one may too.'
  const parts: NewCoverage[] = [
    { ...rest, from: '1776-07-04', to: last < WHOLE_UNTIL ? last : WHOLE_UNTIL, grade: 'complete', note: first },
    { ...rest, from: addDays(WHOLE_UNTIL, 1), to: last, grade: 'complete-but', note: since },
  ]
  return parts.filter(({ from, to }) => from <= to)
}

function namesIn(trips: readonly Trip[]): NamedEntity[] {
  const places = trips.flatMap(localities).map((label) => ({ id: placeId(label), label }))
  const persons = trips.map((trip) => ({ id: traveller(trip), label: travellerName(trip) }))
  const popes = trips
    .flatMap((trip) => popeMet(trip) ?? [])
    .map((name) => ({ id: popeId(name), label: `Pope ${name}` }))
  return namesOf([...places, ...persons, ...popes])
}
