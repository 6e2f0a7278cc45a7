/**
 * Asks a ledger into which the open data was pulled 43 questions whose answers are counted here from the raw files by plain loops,
 * and prints those that differ. Without `--ledger`, the sources are pulled into memory, without starter packs.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measure, needs, worldOf } from '../src/ask/index.ts'
import { embeddedLedger } from '../src/keep/embedded.ts'
import type { Ledger } from '../src/keep/port.ts'
import type { Kind } from '../src/model/kinds/index.ts'
import type { Measure, Select, Term } from '../src/model/question.ts'
import type { Answer } from '../src/model/verdict.ts'
import { openLedger } from '../src/run/ledger.ts'
import { pullFrom } from '../src/run/pull.ts'
import { openSource } from '../src/sources/catalogue.ts'
import { folderFiles } from '../src/sources/files.ts'

const { values } = parseArgs({ options: { ledger: { type: 'string' }, all: { type: 'boolean' } } })
const DATA = `${process.env.CHANCERY_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url))}/data`
const SOURCES =
  'historian-travels historian-visits historian-pocom states-cow states-gw leaders-archigos desta religion mission-status'

// Raw files, without any of the importers.
const text = (path: string): string => readFileSync(`${DATA}/${path}`, 'latin1')
const utf8 = (path: string): string => readFileSync(`${DATA}/${path}`, 'utf8')
const under = (folder: string): string[] => readdirSync(`${DATA}/${folder}`).map((file) => utf8(`${folder}/${file}`))
const blocks = (xml: string, tag: string): string[] => xml.split(new RegExp(`<${tag}[ >]`)).slice(1)
const tag = (block: string, name: string): string =>
  new RegExp(`<${name}[^<>]*>([^<]*)<`).exec(block)?.[1]?.trim() ?? ''
const cells = (line: string, by: string): string[] => line.split(by).map((cell) => cell.replace(/^"|"$/g, ''))
const unique = (list: string[]): number => new Set(list).size

const trips = (who: string) => under(`hsg-travels/${who}-travels`).flatMap((xml) => blocks(xml, 'trip'))
const isElect = (trip: string) => trip.includes('President-elect.]')
const tripsTo = (who: string, country: RegExp) =>
  trips(who).filter((trip) => country.test(tag(trip, 'country')) && !isElect(trip))
const times = (all: string[]) =>
  unique(all.map((trip) => `${tag(trip, 'name')} ${tag(trip, 'start-date')} ${tag(trip, 'end-date')}`))
const earliest = (all: string[]) => all.map((trip) => tag(trip, 'start-date')).sort()[0]
const visits = under('hsg-visits/data').flatMap((xml) => blocks(xml, 'visit'))
const visitsFrom = (country: RegExp) =>
  unique(visits.filter((v) => country.test(tag(v, 'from'))).map((v) => tag(v, 'visitor') + tag(v, 'start-date')))
const chiefs = (country: string) => {
  const [own = ''] = utf8(`hsg-pocom/missions-countries/${country}.xml`).split('<other-nominees')
  return blocks(own, 'chief').filter((one) => tag(one, 'id'))
}
const date = (chief: string, stage: string) => tag(chief.split(`<${stage}>`)[1]?.split(`</${stage}>`)[0] ?? '', 'date')
const accredited = (country: string) =>
  chiefs(country)
    .map((c) => date(c, 'started') || date(c, 'arrived'))
    .filter(Boolean)
const cow = text('states/cow_statelist2024.csv')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
const cowOn = (day: string) =>
  cow.filter((c) => {
    const at = (i: number) => `${c[i]}-${c[i + 1]!.padStart(2, '0')}-${c[i + 2]!.padStart(2, '0')}`
    return at(3) <= day && day <= at(6)
  }).length
const gw = ['ksgmdw', 'microstates'].flatMap((f) =>
  text(`states/${f}.txt`)
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((l) => l.split('\t')),
)
const gwOn = (day: string) => gw.filter((c) => c[3]! <= day && day <= c[4]!.trim()).length
const desta = text('treaties/DESTA-raw.csv')
  .trim()
  .split('\n')
  .map((line) => cells(line.trim(), ';'))
const treaties = (a: string, b: string, type: RegExp) =>
  desta.filter((c) => type.test(c[3]!) && c.slice(12, 103).includes(a) && c.slice(12, 103).includes(b)).length
const jews = (code: string, year: string) => {
  const [head, ...rows] = text('communities/WRP_national.csv')
    .trim()
    .split('\n')
    .map((line) => cells(line, ','))
  return Number(rows.find((c) => c[0] === year && c[1] === code)?.[head!.indexOf('total jews')])
}
const leader = (code: string, day: string) =>
  cells(
    text('leaders/archigos-4.1-tenures.csv')
      .trim()
      .split('\n')
      .find((line) => {
        const c = cells(line, '","')
        return c[1] === code && c[6]! <= day && day <= c[7]!
      }) ?? '',
    '","',
  )[3]!

// Questions.
const ALL = { from: '0000-01-01', to: '9999-12-31' }
const id = (one: string): Term => ({ id: one })
const select = (kind: Kind, roles: Record<string, Term>, more: Partial<Select> = {}): Select => ({
  op: 'select',
  kind,
  roles,
  window: ALL,
  ...more,
})
const office = (name: string): Term => ({ office: name })
const PRESIDENT = office('office:president/USA')
const SECRETARY = office('office:secretary-of-state/USA')
const on = (day: string) => ({ window: { from: day, to: day } })
const count = (set: Select): Measure => ({ measure: 'count', set })
const least = ({ value }: Answer) => value?.least
const visitsOf = (visitor: Term, to: string) => count(select('visit', { visitor, to: id(to) }))
const cameFrom = (from: string) => count(select('visit', { from: id(from), to: id('state:USA') }))
const sent = (host: string) =>
  count(select('envoy', { sender: id('state:USA'), host: id(host), step: id('accredited') }))
const firstDay = ({ witnesses }: Answer) => witnesses[0]?.fact.when?.slice(0, 10)
const first = (set: Select, role: string): Measure => ({ measure: 'first', set, role })
const members = (body: string, day: string) =>
  count(select('membership', { body: id(body), step: id('member') }, { by: 'state', ...on(day) }))
const agreed = (a: string, b: string, step: string) =>
  count(select('agreement', { between: { allOf: [`state:${a}`, `state:${b}`] }, step: id(step) }))
const embassy = (host: string, day: string): Measure => ({
  measure: 'includes',
  set: select('mission', { host: id(host), type: id('embassy'), step: id('exists') }, { by: 'sender', ...on(day) }),
  expects: ['state:USA'],
})
const whether = ({ outcome }: Answer) => outcome
const ruler = (state: string, day: string) =>
  count(
    select(
      'office',
      { office: id(`office:effective-leader/${state}`), step: id('serving') },
      { by: 'person', ...on(day) },
    ),
  )
const surname =
  (name: string) =>
  ({ members: [one] }: Answer) =>
    one?.includes(name.toLowerCase().split(' ').at(-1)!) ? name : one

type Row = [question: string, asked: Measure, answer: (answer: Answer) => unknown, expected: unknown]
const president = (name: string, to: string): Row => [
  `presidents to ${name}`,
  visitsOf(PRESIDENT, to),
  least,
  times(tripsTo('president', new RegExp(`^(${name})$`))),
]
const secretary = (name: string, to: string): Row => [
  `secretaries to ${name}`,
  visitsOf(SECRETARY, to),
  least,
  times(tripsTo('secretary', new RegExp(`^(${name})$`))),
]
const earliestTo = (name: string, to: string): Row => [
  `first president to ${name}`,
  first(select('visit', { visitor: PRESIDENT, to: id(to) }), 'visitor'),
  firstDay,
  earliest(tripsTo('president', new RegExp(`^(${name})$`))),
]
const guest = (name: string, from: string): Row => [
  `visits from ${name}`,
  cameFrom(from),
  least,
  visitsFrom(new RegExp(`^(${name})$`)),
]
const envoys = (country: string, host: string): Row => [
  `envoys to ${country}`,
  sent(host),
  least,
  accredited(country).length,
]

const ROWS: Row[] = [
  president('Ecuador', 'state:ECU'),
  president('Israel', 'state:ISR'),
  president('Cuba', 'state:CUB'),
  president('Mexico', 'state:MEX'),
  president('Canada', 'state:CAN'),
  president('India', 'state:IND'),
  president('Argentina', 'state:ARG'),
  president('U\\.S\\.S\\.R\\.', 'state:SUN'),
  president('Japan', 'state:JPN'),
  president('Poland', 'state:POL'),
  secretary('Ecuador', 'state:ECU'),
  secretary('Israel', 'state:ISR'),
  secretary('Egypt', 'state:EGY'),
  secretary('Kosovo', 'state:XKX'),
  secretary('Peru', 'state:PER'),
  earliestTo('Cuba', 'state:CUB'),
  earliestTo('Israel', 'state:ISR'),
  earliestTo('Brazil', 'state:BRA'),
  earliestTo('Japan', 'state:JPN'),
  guest('Ecuador', 'state:ECU'),
  guest('Israel( \\(Provisional Government\\))?', 'state:ISR'),
  guest('Chile', 'state:CHL'),
  guest('Ghana', 'state:GHA'),
  guest('Hawaii', 'state:hawaii'),
  envoys('ecuador', 'state:ECU'),
  envoys('israel', 'state:ISR'),
  envoys('cuba', 'state:CUB'),
  [
    'first envoy to Ecuador',
    first(select('envoy', { sender: id('state:USA'), host: id('state:ECU'), step: id('accredited') }), 'person'),
    firstDay,
    accredited('ecuador').sort()[0],
  ],
  ['members of the COW system in 1950', members('body:cow-state-system', '1950-01-01'), least, cowOn('1950-01-01')],
  ['members of the COW system in 2000', members('body:cow-state-system', '2000-01-01'), least, cowOn('2000-01-01')],
  ['members of the COW system in 1860', members('body:cow-state-system', '1860-01-01'), least, cowOn('1860-01-01')],
  [
    'states of Gleditsch and Ward in 1950',
    members('body:gw-independent-states', '1950-01-01'),
    least,
    gwOn('1950-01-01'),
  ],
  [
    'states of Gleditsch and Ward in 2010',
    members('body:gw-independent-states', '2010-01-01'),
    least,
    gwOn('2010-01-01'),
  ],
  [
    'leader of Ecuador in 2000',
    ruler('ECU', '2000-06-01'),
    surname(leader('130', '2000-06-01')),
    leader('130', '2000-06-01'),
  ],
  [
    'leader of the United States in 1962',
    ruler('USA', '1962-06-01'),
    surname(leader('2', '1962-06-01')),
    leader('2', '1962-06-01'),
  ],
  [
    'trade agreements of Chile and Korea',
    agreed('CHL', 'KOR', 'signed'),
    least,
    treaties('152', '410', /base_treaty|protocol/),
  ],
  [
    'trade agreements of Colombia and Mexico',
    agreed('COL', 'MEX', 'signed'),
    least,
    treaties('170', '484', /base_treaty|protocol/),
  ],
  [
    'negotiations of Colombia and Japan',
    agreed('COL', 'JPN', 'negotiating'),
    least,
    treaties('170', '392', /negotiation/),
  ],
  [
    'Jews in Ecuador in 2000',
    {
      measure: 'amount',
      set: select(
        'community',
        { people: id('people:jewish'), host: id('state:ECU') },
        { window: { from: '2000-01-01', to: '2000-12-31' } },
      ),
    } as Measure,
    least,
    jews('130', '2000'),
  ],
  ['an embassy in Cuba in 1970', embassy('state:CUB', '1970-01-01'), whether, 'refuted'],
  ['an embassy in Cuba in 2016', embassy('state:CUB', '2016-01-01'), whether, 'supported'],
  ['an embassy in North Korea in 1990', embassy('state:PRK', '1990-01-01'), whether, 'refuted'],
  ['an embassy in Afghanistan in 1945', embassy('state:AFG', '1945-01-01'), whether, 'refuted'],
]

async function pulled(): Promise<Ledger> {
  if (values.ledger) return openLedger({ path: values.ledger })
  const ledger = embeddedLedger(':memory:')
  for (const name of SOURCES.split(' '))
    await pullFrom(ledger, await openSource(name), folderFiles(DATA), { now: '2026-01-01' })
  return ledger
}

const ledger = await pulled()
let wrong = 0
for (const [question, asked, answer, expected] of ROWS) {
  const got = answer(measure(worldOf(await ledger.fetch(needs(asked))), asked))
  const same = got === expected
  if (!same) wrong++
  if (!same || values.all)
    console.log(
      `${same ? '  ' : '! '}${question}: ${String(got)}${same ? '' : `, the raw files say ${String(expected)}`}`,
    )
}
console.log(`${ROWS.length} questions, ${wrong} answered otherwise than the raw files`)
await ledger.close()
