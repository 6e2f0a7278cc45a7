import { existed, labelOf } from '../atlas/index.ts'
import type { NewCoverage, Source } from '../model/coverage.ts'
import { classOf, type EntityId } from '../model/ids.ts'
import { type CsvRow, csvRows } from './csv.ts'
import { byIsoNumber } from './iso-numeric.ts'
import { folderWith } from './recognise.ts'
import type { Files, Finding, OpenSource, Told } from './source.ts'
import { type Draft, nothingTold, tellFact } from './telling.ts'

const FILE = /(?:^|\/)DESTA(?:[-_](?:raw|list_of_treaties)[^/]*)?\.csv$/i
const LAST = '2020-12-31'
const PARTIES = 91

/** Preferential trade agreements, their parties and stages. */
export const desta: OpenSource = {
  name: 'desta',
  title: 'Design of Trade Agreements (DESTA)',
  holds: 'preferential trade agreements since 1948: signed, in force, accessions, withdrawals, negotiations',
  viewpoint: 'as coded by the DESTA project',
  licence: { name: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/', exports: true },
  covers: 'preferential trade agreements by years to 2020; negotiations have no year',
  faults: [
    'Years alone are told; a year of entry into force is missing for two in five.',
    'Parties are told by numbers of ISO 3166 that name today’s states, also for colonies of the time.',
    'A negotiation is no agreement; an accession is told of who acceded, and not of all the parties anew.',
    'Consolidated texts repeat an agreement as amended and are passed over.',
  ],
  megabytes: 0.8,
  recommended: false,
  publisher: {
    kind: 'by-hand',
    page: 'https://www.designoftradeagreements.org/downloads/',
    how: 'download the list of treaties as CSV (separated by semicolons) and give its folder',
  },
  recognise: (files) =>
    ['treaties', 'desta', 'data-raw/agreements/DESTA', '']
      .map((folder) => folderWith(files, [folder], ['']))
      .find((at) => at?.list().some((path) => FILE.test(path))),
  tell,
}

const SOURCE: Source = {
  id: 'desta',
  title: desta.title,
  url: 'https://www.designoftradeagreements.org/',
  licence: 'CC-BY-4.0',
  viewpoint: desta.viewpoint,
  asOf: LAST,
  contact: 'DESTA project, World Trade Institute',
}

function tell(files: Files): Told {
  const told = nothingTold()
  const file =
    files
      .list()
      .filter((path) => FILE.test(path))
      .at(-1) ?? ''
  const rows = csvRows(files, file, { columns: COLUMNS, delimiter: ';' })
  for (const row of rows) tellRow(told, file, row)
  told.rows = rows.length
  told.sources = [SOURCE]
  told.coverage = [COVERAGE]
  return told
}

const numbered = (head: string): string[] => Array.from({ length: PARTIES }, (_, i) => `${head}${i + 1}`)
const COLUMNS = ['number', 'name', 'entry_type', 'year', 'entryforceyear', ...numbered('c'), ...numbered('mc')]

/** A party; `role` is 1 for who acceded or withdrew, where such a row tells it. */
interface Party {
  id: EntityId
  role: string
}

function tellRow(told: Told, file: string, row: CsvRow): void {
  const [type, year, force] = [row.get('entry_type'), known(row.get('year')), known(row.get('entryforceyear'))]
  if (type === 'consolidated') return
  const finding = (kind: string, message: string): Finding => ({
    kind,
    file,
    locator: row.get('number'),
    message: `${row.get('name')}: ${message}`,
  })
  const day = `${year || LAST.slice(0, 4)}-12-31`
  const parties = partiesOf(row, day, (kind, message) => told.findings.push(finding(kind, message)))
  const between = partiesTo(type, parties)
  if (!between) {
    told.findings.push(finding('unknown-type', `"${type}" is no type of the codebook; the row is left out`))
    return
  }
  for (const [step, when] of stepsOf(type, year, force)) tellFact(told, draftOf(row, between, step, when), file)
  if (force && year && force < year)
    told.findings.push(finding('end-before-start', `in force in ${force}, signed in ${year}; the former is left out`))
}

const known = (value: string): string => (/^\d{4}$/.test(value) ? value : '')

function partiesOf(row: CsvRow, day: string, note: (kind: string, message: string) => void): Party[] {
  return numbered('').flatMap((at): Party[] => {
    const number = row.get(`c${at}`)
    if (!/\d/.test(number)) return []
    const id = byIsoNumber(number, day)
    if (!id) note('unknown-state', `the party ${number} is no number of ISO 3166; it is left out of the parties`)
    else if (classOf(id) === 'state' && !existed(id, day))
      note(
        'outside-existence',
        `${labelOf(id)} (${number}) is a party by ${day.slice(0, 4)}, when no list has it; kept`,
      )
    return id ? [{ id, role: row.get(`mc${at}`) }] : []
  })
}

/** Whom a row is of: of an accession or a withdrawal those who acceded or withdrew, where they are marked. */
function partiesTo(type: string, parties: readonly Party[]): EntityId[] | undefined {
  const all = parties.map(({ id }) => id)
  const marked = parties.flatMap(({ id, role }) => (role === '1' ? [id] : []))
  const chosen: Record<string, EntityId[]> = {
    base_treaty: all,
    'protocol or amendment': all,
    negotiation: all,
    accession: marked.length ? marked : all,
    withdrawal: marked.length ? marked : all,
  }
  return chosen[type] && [...new Set(chosen[type])].sort()
}

function stepsOf(type: string, year: string, force: string): [step: string, when: string | undefined][] {
  if (type === 'negotiation') return [['negotiating', year || undefined]]
  if (type === 'withdrawal') return [['ended', year || undefined]]
  const signed: [string, string | undefined] = ['signed', year || undefined]
  return force && force >= year ? [signed, ['in-force', force]] : [signed]
}

const TOPICS: Readonly<Record<string, string>> = {
  accession: 'accession to a trade agreement',
  withdrawal: 'withdrawal from a trade agreement',
  'protocol or amendment': 'amendment of a trade agreement',
}

function draftOf(row: CsvRow, between: EntityId[], step: string, when: string | undefined): Draft {
  const topic = TOPICS[row.get('entry_type')] ?? 'trade agreement'
  return {
    kind: 'agreement',
    roles: { between, topic: `${topic}: ${row.get('name')}`, step },
    ...(when && { when }),
    cite: { source: 'desta', locator: `treaty ${row.get('number')}` },
  }
}

const COVERAGE: NewCoverage = {
  kind: 'agreement',
  roles: {},
  from: '1948-01-01',
  to: LAST,
  grade: 'lower-bound',
  by: 'DESTA project',
  note: 'Preferential trade agreements alone; of other agreements it says nothing.',
  cite: { source: 'desta', url: SOURCE.url },
}
