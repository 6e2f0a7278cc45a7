import { existed, stateByCode } from '../atlas/index.ts'
import type { NewCoverage, Source } from '../model/coverage.ts'
import { type EntityId, nameOf } from '../model/ids.ts'
import { type Day, daysOf, type When } from '../model/when.ts'
import { type CsvRow, csvRows } from './csv.ts'
import { type Leader, leadersOf, type Term } from './leader-ids.ts'
import { folderWith } from './recognise.ts'
import type { Files, OpenSource, Told } from './source.ts'
import { namesOf, nothingTold, tellFact } from './telling.ts'

/** A term before its state is known. */
interface Listed {
  file: string
  locator: string
  key: string
  name: string
  code: string
  letters: string
  born: string
  from: When
  /** Empty where the leader was in office when the list was closed. */
  to: When
}

interface List {
  source: Omit<Source, 'asOf'>
  codes: 'cow' | 'gw'
  /** The days for which the publisher claims a leader for every state. */
  from: Day
  to: Day
  by: string
}

const REIGN: List = {
  source: {
    id: 'reign',
    title: 'REIGN: Rulers, Elections, and Irregular Governance',
    url: 'https://oefdatascience.github.io/REIGN.github.io/',
    licence: 'unclear; no export',
    viewpoint: 'as coded by One Earth Future',
    contact: 'One Earth Future, REIGN',
  },
  codes: 'cow',
  from: '1950-01-01',
  to: '2021-03-31',
  by: 'Curtis Bell, REIGN',
}

const ARCHIGOS: List = {
  source: {
    id: 'archigos',
    title: 'Archigos: a database on leaders, version 4.1',
    url: 'https://www.rochester.edu/college/faculty/hgoemans/data.htm',
    licence: 'none stated; no export',
    viewpoint: 'as coded by Goemans, Gleditsch and Chiozza',
    contact: 'Hein Goemans, University of Rochester',
  },
  codes: 'gw',
  from: '1875-01-01',
  to: '2015-12-31',
  by: 'Hein Goemans, Kristian Skrede Gleditsch and Giacomo Chiozza',
}

const FAULTS = [
  'A leader is whoever effectively ruled, which is often not the head of state: no office but that is told.',
  'Many leaders are told by surname; only those whom the starter packs know have their full names.',
]
const FOLDERS = ['leaders', 'reign', 'archigos', 'data_sets', '']

const REIGN_FILE = /(?:^|\/)leader_?list_\d+_\d+\.csv$/
const ARCHIGOS_FILE = /(?:^|\/)archigos[^/]*\.(csv|tsv|txt|dta|xlsx)$/i

/** Effective leaders since 1950. */
export const leadersReign: OpenSource = {
  name: 'leaders-reign',
  title: REIGN.source.title,
  holds: 'who effectively ruled each state, 1950 to March 2021',
  viewpoint: REIGN.source.viewpoint,
  licence: { name: 'unclear: no licence is stated for the data', exports: false },
  covers: 'effective leaders of every state of its list to March 2021',
  faults: [...FAULTS, 'Ends are told to the month.'],
  megabytes: 0.2,
  recommended: false,
  publisher: {
    kind: 'by-hand',
    page: 'https://oefdatascience.github.io/REIGN.github.io/menu/reign_current.html',
    how: 'download the leader list (leaderlist_3_21.csv) and give its folder',
  },
  recognise: (files) => withFile(files, REIGN_FILE),
  tell: (files) =>
    tellList(
      REIGN,
      fileIn(files, REIGN_FILE).flatMap((file) => reignRows(files, file)),
    ),
}

/** Effective leaders since 1875. */
export const leadersArchigos: OpenSource = {
  name: 'leaders-archigos',
  title: ARCHIGOS.source.title,
  holds: 'who effectively ruled each state, 1875 to 2015',
  viewpoint: ARCHIGOS.source.viewpoint,
  licence: { name: 'none stated', exports: false },
  covers: 'effective leaders of every independent state, 1875 to 2015',
  faults: [...FAULTS, 'The file ends with 2015: who was in office then is not known to have left.'],
  megabytes: 0.5,
  recommended: false,
  publisher: {
    kind: 'by-hand',
    page: 'https://www.rochester.edu/college/faculty/hgoemans/data.htm',
    how: 'download Archigos 4.1 as Stata data, tab-separated text or CSV, and give its folder',
  },
  recognise: (files) => withFile(files, ARCHIGOS_FILE),
  tell: (files) =>
    tellList(
      ARCHIGOS,
      fileIn(files, ARCHIGOS_FILE).flatMap((file) => archigosRows(files, file)),
    ),
}

const fileIn = (files: Files, name: RegExp): string[] =>
  files
    .list()
    .filter((path) => name.test(path))
    .slice(-1)

const withFile = (files: Files, name: RegExp): Files | undefined =>
  FOLDERS.map((folder) => folderWith(files, [folder], [''])).find((at) => at && fileIn(at, name).length)

const REIGN_COLUMNS = 'stateabb ccode leader sdate smonth syear emonth eyear birthyear'.split(' ')
const two = (text: string): string => text.padStart(2, '0')
const dated = (...parts: string[]): When => {
  const known = parts.slice(0, parts.findIndex((part) => !part) + 1 || undefined).filter(Boolean)
  return known.map((part, i) => (i ? two(part) : part)).join('-')
}

const reignRows = (files: Files, file: string): Listed[] =>
  csvRows(files, file, { columns: REIGN_COLUMNS, encoding: 'windows-1252' }).map((row) => ({
    ...common(file, row),
    // Its leadid is one of the term, not of the person.
    key: `${row.get('ccode')} ${common(file, row).name} ${row.get('birthyear')}`,
    code: row.get('ccode'),
    letters: row.get('stateabb'),
    born: row.get('birthyear'),
    from: dated(row.get('syear'), row.get('smonth'), row.get('sdate')),
    to: dated(row.get('eyear'), row.get('emonth')),
  }))

const ARCHIGOS_COLUMNS = ['obsid', 'leadid', 'leader', 'startdate', 'enddate', 'exit', 'yrborn']

function archigosRows(files: Files, file: string): Listed[] {
  const delimiter = /\.(?:tsv|txt)$/i.test(file) ? '\t' : ','
  // The publisher calls the column ccode, a common conversion gwcode; the numbers are Gleditsch and Ward's in both.
  const code = files.text(file).slice(0, 400).includes('gwcode') ? 'gwcode' : 'ccode'
  return csvRows(files, file, { columns: [...ARCHIGOS_COLUMNS, code], delimiter }).map((row) => ({
    ...common(file, row),
    locator: row.get('obsid'),
    key: row.get('leadid'),
    code: row.get(code),
    letters: row.get('obsid').split('-')[0] ?? '',
    born: row.get('yrborn'),
    from: row.get('startdate'),
    to: row.get('exit') === 'Still in Office' ? '' : row.get('enddate'),
  }))
}

const common = (file: string, row: CsvRow) => ({
  file,
  locator: row.locator,
  name: row.get('leader').replace(/\s{0,5}\(.{0,200}\)\s{0,5}$/, ''),
})

function tellList(list: List, rows: readonly Listed[]): Told {
  const told = nothingTold()
  const terms = rows.flatMap((row) => termOf(told, list, row))
  const leaderOf = leadersOf(terms.map(({ term }) => term))
  for (const { row, term } of terms) tellTerm(told, list, row, term, leaderOf(term))
  told.rows = rows.length
  told.sources = [{ ...list.source, asOf: list.to }]
  told.names = namesOf(terms.map(({ term }) => leaderOf(term)))
  const offices = [...new Set(told.facts.map(({ roles }) => String(roles.office)))].sort()
  told.coverage = offices.length ? [coverageOf(list, offices)] : []
  return told
}

function termOf(told: Told, { codes }: List, row: Listed): { row: Listed; term: Term }[] {
  const days = daysOf(`${row.from}/${row.to}`)
  const finding = (kind: string, message: string) =>
    told.findings.push({
      kind,
      file: row.file,
      locator: row.locator,
      message: `${row.name} (${row.letters}): ${message}`,
    })
  if (!days || !row.from) {
    const turned = row.to !== '' && row.to < row.from
    finding(turned ? 'end-before-start' : 'no-such-day', `${row.from || '?'} to ${row.to || '?'}; the term is left out`)
    return []
  }
  const by = (day?: Day) => stateByCode(codes, row.code, day)
  const state = by(days.from) ?? by(days.to) ?? by()
  if (!state) finding('unknown-state', `${row.letters} (${row.code}) is no state of ours; the term is left out`)
  else if (!existed(state, days.from))
    finding('outside-existence', `begins ${row.from}, when no list has ${state}; kept`)
  return state ? [{ row, term: { ...days, key: row.key, name: row.name, state, born: row.born } }] : []
}

function tellTerm(told: Told, list: List, row: Listed, { state }: Term, leader: Leader): void {
  const draft = {
    kind: 'office' as const,
    roles: {
      person: leader.id,
      title: 'effective leader',
      state,
      office: `office:effective-leader/${nameOf(state)}`,
      step: 'serving',
    },
    when: `${row.from}/${row.to}`,
    note: `Listed as ${row.name} of ${row.letters} (${row.code}).`,
    cite: { source: list.source.id, locator: row.locator },
  }
  tellFact(told, draft, row.file)
}

const coverageOf = (list: List, offices: EntityId[]): NewCoverage => ({
  kind: 'office',
  roles: { office: offices },
  from: list.from,
  to: list.to,
  grade: 'complete',
  by: list.by,
  note: 'The effective leader of each state, by its codebook.',
  cite: { source: list.source.id, url: list.source.url },
})
