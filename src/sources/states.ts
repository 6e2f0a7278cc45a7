import { type StateList, spells, stateByCode, statesOn } from '../atlas/index.ts'
import type { NewCoverage, Source } from '../model/coverage.ts'
import { classOf, type EntityId } from '../model/ids.ts'
import { type Day, type Days, EVER, intersect, isDay } from '../model/when.ts'
import { csvRows } from './csv.ts'
import { folderWith, pathsIn } from './recognise.ts'
import type { Files, OpenSource, Told } from './source.ts'
import { nothingTold, tellFact } from './telling.ts'

/** One spell of a state as a list has it. */
interface Listed extends Days {
  file: string
  locator: string
  number: string
  code: string
  name: string
}

/** One of the two lists, which differ in whom they count and from when. */
interface List {
  list: Exclude<StateList, 'own'>
  /** The set that it lists: being a member of it is what it tells, and not when a state became independent. */
  body: EntityId
  names: readonly [label: string, ...aliases: string[]]
  source: Omit<Source, 'asOf'>
  definition: string
}

const FIRST_DAY = '1816-01-01'

const COW: List = {
  list: 'cow',
  body: 'body:cow-state-system',
  names: ['Correlates of War state system', 'COW state system', 'interstate system of the Correlates of War project'],
  source: {
    id: 'cow-states',
    title: 'Correlates of War: State System Membership',
    url: 'https://correlatesofwar.org/data-sets/state-system-membership/',
    licence: 'none stated; to be cited; no export',
    viewpoint: 'as counted by the Correlates of War project',
    contact: 'Correlates of War project',
  },
  definition:
    'Members of the system of states: until 1919 by population and envoys of Britain and France, since then by membership of the League or the United Nations, or by population and two great powers’ envoys.',
}

const GW: List = {
  list: 'gw',
  body: 'body:gw-independent-states',
  names: ['independent states by Gleditsch and Ward', 'Gleditsch-Ward list of independent states'],
  source: {
    id: 'gw-states',
    title: 'Gleditsch and Ward: independent states and microstates',
    url: 'http://ksgleditsch.com/statelist.html',
    licence: 'none stated; to be cited; no export',
    viewpoint: 'as counted by Gleditsch and Ward',
    contact: 'Kristian Skrede Gleditsch',
  },
  definition:
    'Independent states with relatively autonomous administration, of at least 250,000 inhabitants; smaller ones in a list of microstates.',
}

const SHARED = {
  viewpoint: 'by the definition of its compilers',
  licence: { name: 'none stated; to be cited', exports: false },
  megabytes: 0.1,
  recommended: false,
}
const FAULTS = [
  'The lists begin in 1816: when a state that is there on their first day began is not told.',
  'Membership of a list is no independence: Canada is listed since 1867 or since 1920.',
  'Being left out of a list is no evidence that a state did not exist: it may fall short of the definition.',
  'One number runs through several states (365 is the Russian Empire, the Soviet Union and Russia); they are kept apart here.',
]

const COW_FILE = /(?:^|\/)(?:cow_)?(?:statelist|states)\d{4}\.csv$/
const FOLDERS = ['states', 'cow', 'gw', '']

/** The state system by the Correlates of War project. */
export const statesCow: OpenSource = {
  ...SHARED,
  name: 'states-cow',
  title: COW.source.title,
  holds: 'when each state was a member of the system of states, 1816 to 2024',
  covers: 'members by its definition since 1816, to the last day in the file',
  faults: FAULTS,
  publisher: {
    kind: 'by-hand',
    page: 'https://correlatesofwar.org/data-sets/state-system-membership/',
    how: 'download the state list (statelist2024.csv) and give its folder',
  },
  recognise: (files) => found(files, (path) => COW_FILE.test(path)),
  tell: (files) => tellList(COW, cowRows(files)),
}

/** The states and microstates by Gleditsch and Ward. */
export const statesGw: OpenSource = {
  ...SHARED,
  name: 'states-gw',
  title: GW.source.title,
  holds: 'when each state and microstate was independent, 1816 to 2020',
  covers: 'independent states by its definition since 1816, to the last day in the files',
  faults: FAULTS,
  publisher: {
    kind: 'files',
    files: [
      { url: 'http://ksgleditsch.com/data/ksgmdw.txt', path: 'ksgmdw.txt' },
      { url: 'http://ksgleditsch.com/data/microstates.txt', path: 'microstates.txt' },
    ],
  },
  recognise: (files) => found(files, (path) => path === 'ksgmdw.txt'),
  tell: (files) => tellList(GW, gwRows(files)),
}

function found(files: Files, isIt: (path: string) => boolean): Files | undefined {
  return FOLDERS.map((folder) => folderWith(files, [folder], [''])).find((at) => at?.list().some(isIt))
}

const COW_COLUMNS = 'stateabb ccode statenme styear stmonth stday endyear endmonth endday'.split(' ')
const two = (text: string): string => text.padStart(2, '0')

const cowRows = (files: Files): Listed[] =>
  pathsIn(files, '', '.csv')
    .filter((path) => COW_FILE.test(path))
    .slice(-1)
    .flatMap((file) =>
      csvRows(files, file, { columns: COW_COLUMNS }).map((row) => {
        const day = (at: string): Day =>
          `${row.get(`${at}year`)}-${two(row.get(`${at}month`))}-${two(row.get(`${at}day`))}`
        const [code, number, name] = [row.get('stateabb'), row.get('ccode'), row.get('statenme')]
        return { file, locator: row.locator, code, number, name, from: day('st'), to: day('end') }
      }),
    )

const GW_COLUMNS = ['statenumber', 'stateid', 'countryname', 'start', 'end']

const gwRows = (files: Files): Listed[] =>
  ['ksgmdw.txt', 'microstates.txt']
    .filter((file) => files.list(file).length)
    .flatMap((file) =>
      csvRows(files, file, { columns: GW_COLUMNS, delimiter: '\t', encoding: 'windows-1252' }).map((row) => {
        const [code, number, name] = [row.get('stateid'), row.get('statenumber'), row.get('countryname')]
        return { file, locator: row.locator, code, number, name, from: row.get('start'), to: row.get('end') }
      }),
    )

function tellList(list: List, rows: readonly Listed[]): Told {
  const told = nothingTold()
  const last = rows.reduce((day, { to }) => (isDay(to) && to > day ? to : day), FIRST_DAY)
  for (const row of rows) tellRow(told, list, row, last)
  told.rows = rows.length
  told.sources = [{ ...list.source, asOf: last }]
  told.coverage = [coverageOf(list, last)]
  const [label, ...aliases] = list.names
  told.names = [{ id: list.body, label, aliases }]
  return told
}

/** Tells a spell, in parts where its number runs through several states. */
function tellRow(told: Told, list: List, row: Listed, last: Day): void {
  const parts = isDay(row.from) && isDay(row.to) ? partsOf(list, row) : []
  const faulty = row.from > row.to || !isDay(row.from) || !isDay(row.to)
  if (!faulty && !parts.length)
    told.findings.push({
      kind: 'unknown-state',
      file: row.file,
      locator: row.locator,
      message: `${row.name} (${row.code}, ${row.number}) is no state of ours in ${row.from.slice(0, 4)}; the spell is left out`,
    })
  const all = faulty
    ? [{ id: stateByCode(list.list, row.number) ?? 'state:unknown', from: row.from, to: row.to }]
    : parts
  for (const [at, part] of all.entries()) tellPart(told, list, row, part, last, all[at + 1]?.id)
}

interface Part extends Days {
  id: EntityId
}

function tellPart(told: Told, list: List, row: Listed, part: Part, last: Day, next: EntityId | undefined): void {
  const notes = [
    `Listed as ${row.name} (${row.code}, ${row.number}).`,
    part.from !== row.from && 'The list carries the number on from an earlier state.',
    next && 'The list carries the number on through a later state.',
  ]
  const draft = {
    kind: 'membership' as const,
    roles: { state: part.id, body: list.body, step: 'member' },
    when: `${part.from}/${part.to === last ? '' : part.to}`,
    note: notes.filter(Boolean).join(' '),
    cite: { source: list.source.id, locator: `${row.file} ${row.locator}` },
  }
  tellFact(told, draft, row.file)
}

/** Our states that bear a list's number within a spell, in order; the ends of the spell are the list's own. */
function partsOf({ list }: List, row: Listed): Part[] {
  const bearers = new Set([row.from, row.to, EVER.to].map((day) => stateByCode(list, row.number, day)))
  for (const id of statesWith(list, row.number)) bearers.add(id)
  const parts = [...bearers]
    .flatMap((id) =>
      id
        ? spells(id, list)
            .filter((s) => s.number === row.number)
            .map((s) => ({ id, s }))
        : [],
    )
    .flatMap(({ id, s }): Part[] => {
      const days = intersect(s, row)
      return days ? [{ id, ...days }] : []
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  const merged = parts.filter((part, i) => parts[i - 1]?.id !== part.id)
  return merged.map((part, i) => ({
    id: part.id,
    from: i === 0 ? row.from : part.from,
    to: i === merged.length - 1 ? row.to : part.to,
  }))
}

/** Days on which every state of a list is met at least once. */
const PROBES = [
  '1816-01-01',
  '1850-01-01',
  '1870-01-01',
  '1900-01-01',
  '1925-01-01',
  '1950-01-01',
  '1975-01-01',
  '1991-06-01',
  '2000-01-01',
  '2015-01-01',
]

const statesWith = (list: 'cow' | 'gw', number: string): EntityId[] =>
  PROBES.flatMap((day) => statesOn(day, list)).filter(
    (id) => classOf(id) === 'state' && spells(id, list).some((spell) => spell.number === number),
  )

const coverageOf = ({ source, definition, body }: List, to: Day): NewCoverage => ({
  kind: 'membership',
  roles: { body },
  from: FIRST_DAY,
  to,
  grade: 'complete',
  by: source.contact ?? source.title,
  note: definition,
  cite: { source: source.id, url: source.url },
})
