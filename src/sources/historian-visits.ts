import type { NewCoverage } from '../model/coverage.ts'
import type { NewFact } from '../model/fact.ts'
import { CC0, listOf, OFFICE, SITE, VIEWPOINT } from './historian/office.ts'
import { idsOf } from './historian/persons.ts'
import { aliasOf, bearerOf, draftsOf, labelOf, shortNames, type Visit, visitsOf } from './historian/visits.ts'
import { folderWith, pathsIn } from './recognise.ts'
import type { Files, Finding, OpenSource, Told } from './source.ts'
import { folded, namesOf, nothingTold, tellFact } from './telling.ts'
import { rootOf, within } from './xml.ts'

const PAGE = 'departmenthistory/visits'

/** Visits of foreign leaders to the United States, with the offices that they are told to have held. */
export const historianVisits: OpenSource = {
  name: 'historian-visits',
  title: 'Visits By Foreign Leaders',
  holds: 'visits of foreign heads of state and government to the United States since 1874',
  viewpoint: VIEWPOINT,
  licence: CC0,
  covers: 'visits to meet the president or for an occasion of state, to 12 November 2024; known to lack some',
  faults: [
    'Most stays for sessions of the United Nations, and visits of ministers, are not in it.',
    'The list says nothing of months without visits, and a few are known to be missing: an absence is no evidence.',
    'Older visitors are told by surname; their usual names are compiled here.',
    'A few visits are filed twice; visits of December 1994 (Costa Rica) and May 2022 (Philippines) are told of presidents who had died.',
  ],
  megabytes: 2,
  recommended: true,
  publisher: {
    kind: 'repository',
    repository: 'HistoryAtState/visits',
    commit: 'ba6cb3901d6d11d454eb57e3bb86cc6cf394e6ee',
    paths: ['data/'],
  },
  recognise: (files) => folderWith(files, ['hsg-visits', 'visits', ''], ['data/1870.xml', 'data/19']),
  tell,
}

function tell(files: Files): Told {
  const told = nothingTold()
  const entries = pathsIn(files, 'data/', '.xml').flatMap((path) =>
    within(rootOf(files, path, 'visits'), 'visit').map((element) => ({ path, element })),
  )
  const visits = entries.flatMap(({ path, element }) => visitsOf(path, element))
  const known = visits.filter(({ led }) => led)
  tellVisits(told, known)
  told.findings.push(...visits.filter(({ led }) => !led).map(unknown))
  told.rows = entries.length
  const last = visits.reduce((day, { to }) => (to > day ? to : day), '1874-12-12')
  told.sources = [listOf('hsg-visits', historianVisits.title, PAGE, last)]
  told.coverage = [coverageTo(last)]
  return told
}

function tellVisits(told: Told, visits: readonly Visit[]): void {
  const short = shortNames(visits)
  const named = visits.map((visit) => ({ visit, label: labelOf(visit, short(visit)) }))
  const { id, shared } = idsOf(named.map(({ visit, label }) => bearerOf(visit, label)))
  const persons = named.map(({ visit, label }) => ({ visit, label, id: id(bearerOf(visit, label)) }))
  for (const { visit, id: person } of persons)
    for (const draft of draftsOf(visit, person)) tellFact(told, draft, visit.file)
  told.facts = folded(told.facts, keyOf)
  told.findings.push(...shared.map(sameName), ...visits.filter(({ led }) => led!.outside).map(outside))
  told.names = namesOf(persons.map((one) => ({ ...one, alias: aliasOf(one.visit, one.label) })))
}

/** Filed twice is told once: the same visitor, or the same holder of an office, at the same time. */
const keyOf = ({ kind, roles, when }: NewFact): string =>
  [kind, roles.visitor ?? `${roles.person} ${roles.office}`, when].join(' ')

const finding = (kind: string, { file, id, country, from }: Visit, message: string): Finding => ({
  kind,
  file,
  locator: `visit ${id}`,
  message: `${country}, ${from}: ${message}`,
})
const unknown = (visit: Visit): Finding => finding('unknown-state', visit, 'names nobody; the visit is left out')
const outside = (visit: Visit): Finding =>
  finding('outside-existence', visit, `no list of states has ${visit.led!.to} on that day; the visit is kept`)
const sameName = (id: string): Finding => ({
  kind: 'same-name',
  file: 'data/',
  locator: id,
  message: 'bears the name of another visitor, from another state or more than a generation earlier; kept apart',
})

const coverageTo = (to: string): NewCoverage => ({
  kind: 'visit',
  roles: { to: 'state:USA' },
  from: '1874-12-12',
  to,
  grade: 'complete-but',
  by: OFFICE,
  note: 'Heads of state and government who came to meet the president or for an occasion of state; most stays for sessions of the United Nations, and visits of ministers, are not in it.',
  cite: { source: 'hsg-visits', url: `${SITE}/${PAGE}` },
})
