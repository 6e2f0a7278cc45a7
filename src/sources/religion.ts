import { stateByCode } from '../atlas/index.ts'
import type { NewCoverage, Source } from '../model/coverage.ts'
import type { EntityId } from '../model/ids.ts'
import { type CsvRow, csvRows } from './csv.ts'
import { folderWith } from './recognise.ts'
import type { Files, OpenSource, Told } from './source.ts'
import { nothingTold, tellFact } from './telling.ts'

const FILE = /(?:^|\/)WRP[_-]?national[^/]*\.csv$/i
const LAST = '2010-12-31'

/** Columns of adherents, the people that they are told as, and what its religion is called. */
const RELIGIONS: readonly (readonly [column: string, people: EntityId, religion: string, label: string])[] = [
  ['total christians', 'people:christian', 'Christianity', 'Christians'],
  ['chrstcat', 'people:catholic', 'Catholicism', 'Catholics'],
  ['chrstprot', 'people:protestant', 'Protestantism', 'Protestants'],
  ['chrstorth', 'people:orthodox-christian', 'Orthodox Christianity', 'Orthodox Christians'],
  ['chrstang', 'people:anglican', 'Anglicanism', 'Anglicans'],
  ['total jews', 'people:jewish', 'Judaism', 'Jews'],
  ['total muslims', 'people:muslim', 'Islam', 'Muslims'],
  ['islmsun', 'people:sunni', 'Sunni Islam', 'Sunni Muslims'],
  ['islmshi', 'people:shia', 'Shia Islam', 'Shia Muslims'],
  ['total buddhists', 'people:buddhist', 'Buddhism', 'Buddhists'],
  ['total zoroastrains/parsis', 'people:zoroastrian', 'Zoroastrianism', 'Zoroastrians'],
  ['total hindus', 'people:hindu', 'Hinduism', 'Hindus'],
  ['total sikhs', 'people:sikh', 'Sikhism', 'Sikhs'],
  ['total shinto', 'people:shinto', 'Shinto', 'adherents of Shinto'],
  ["total baha'i", 'people:bahai', 'the Bahá’í Faith', 'Bahá’ís'],
  ['total taoists', 'people:taoist', 'Taoism', 'Taoists'],
  ['total jains', 'people:jain', 'Jainism', 'Jains'],
  ['total confucists', 'people:confucian', 'Confucianism', 'Confucians'],
]
/** As the starter packs name them. */
const JEWISH = { id: 'people:jewish', label: 'Jewish', aliases: ['Jews', 'Jewish people', 'Jewish community'] }

const ALL = 'population in independent states'
const COLUMNS = ['year', 'state', 'name', ALL, 'reliabilevel', ...RELIGIONS.map(([column]) => column)]

/** Communities by religion, every five years. */
export const religion: OpenSource = {
  name: 'religion',
  title: 'World Religion Project: national religion data, version 1.1',
  holds: 'adherents of religions in each state, every five years from 1945 to 2010',
  viewpoint: 'as estimated by the World Religion Project of the Correlates of War',
  licence: { name: 'none stated; to be cited', exports: false },
  covers: 'one year in five, 1945 to 2010; a zero says nothing',
  faults: [
    'A zero may mean none and may mean unknown: it is never taken as a number.',
    'One year in five is told; a quarter of the records are of low reliability by its own marks.',
    'Numbers are estimates, told to the last digit.',
  ],
  megabytes: 0.4,
  recommended: false,
  publisher: {
    kind: 'by-hand',
    page: 'https://correlatesofwar.org/data-sets/world-religion-data/',
    how: 'download the national religion data (WRP_national.csv) and give its folder',
  },
  recognise: (files) =>
    ['communities', 'religion', '']
      .map((folder) => folderWith(files, [folder], ['']))
      .find((at) => at?.list().some((path) => FILE.test(path))),
  tell,
}

const SOURCE: Source = {
  id: 'wrp',
  title: religion.title,
  url: 'https://correlatesofwar.org/data-sets/world-religion-data/',
  licence: 'none stated; to be cited; no export',
  viewpoint: religion.viewpoint,
  asOf: LAST,
  contact: 'Zeev Maoz and Errol Henderson, World Religion Project',
}

function tell(files: Files): Told {
  const told = nothingTold()
  const file =
    files
      .list()
      .filter((path) => FILE.test(path))
      .at(-1) ?? ''
  const rows = csvRows(files, file, { columns: COLUMNS })
  for (const row of rows) tellRow(told, file, row)
  told.rows = rows.length
  told.sources = [SOURCE]
  told.coverage = [COVERAGE]
  told.names = RELIGIONS.map(([, id, , label]) => (id === JEWISH.id ? JEWISH : { id, label, aliases: [] }))
  return told
}

function tellRow(told: Told, file: string, row: CsvRow): void {
  const [year, number] = [row.get('year'), row.get('state')]
  const day = `${year}-12-31`
  const host = stateByCode('cow', number, day) ?? stateByCode('cow', number)
  const finding = (kind: string, message: string) =>
    told.findings.push({ kind, file, locator: row.locator, message: `${row.get('name')} ${year}: ${message}` })
  if (!host) finding('unknown-state', `${number} is no state of the Correlates of War; the row is left out`)
  else if (!/^\d{4}$/.test(year)) finding('no-such-year', `"${year}" is no year; the row is left out`)
  else
    for (const [column, people, name] of RELIGIONS) {
      const size = row.get(column)
      const fault = faultOf(size, row.get(ALL))
      if (fault) finding(fault, `${name}: ${size} of ${row.get(ALL)}; it is left out`)
      else if (Number(size) > 0) tellSize(told, file, row, host, people, name, Number(size))
    }
}

const faultOf = (size: string, total: string): string | undefined => {
  if (!/^\d+$/.test(size)) return 'no-number'
  return /^\d+$/.test(total) && Number(size) > Number(total) && Number(total) > 0 ? 'more-than-all' : undefined
}

function tellSize(
  told: Told,
  file: string,
  row: CsvRow,
  host: EntityId,
  people: EntityId,
  name: string,
  size: number,
): void {
  const draft = {
    kind: 'community' as const,
    roles: { people, host },
    when: row.get('year'),
    amount: { least: size, most: size },
    speaker: 'Zeev Maoz and Errol Henderson',
    note: `Adherents of ${name}; reliability of the record: ${row.get('reliabilevel').toLowerCase()}.`,
    cite: { source: SOURCE.id },
  }
  tellFact(told, draft, file)
}

const COVERAGE: NewCoverage = {
  kind: 'community',
  roles: { people: RELIGIONS.map(([, people]) => people) },
  from: '1945-01-01',
  to: LAST,
  grade: 'sample',
  by: 'World Religion Project',
  note: 'One year in five; a zero of the list may mean unknown and is not told.',
  cite: { source: SOURCE.id, url: SOURCE.url },
}
