import { lifetime, spells, stateByCode } from '../atlas/index.ts'
import type { NewCoverage } from '../model/coverage.ts'
import type { EntityId } from '../model/ids.ts'
import { addDays, type Day, daysOf, type When } from '../model/when.ts'
import { csvRows } from './csv.ts'
import { folderWith } from './recognise.ts'
import type { Files, Finding, OpenSource, Told } from './source.ts'
import { stateNamed } from './state-named.ts'
import { nothingTold, tellFact } from './telling.ts'

/** The level of representation from a date on, for one name of the State Department's. */
interface Transition {
  name: string
  status: string
  /** As precise as the coders had it. */
  when: When
  locator: string
  note: string
}

const FILE = /(?:^|\/)\d{4}-\d\d-\d\d_transitions\.csv$/
const RANGES = /mission_status_range_(cow|gw|gwm)_v[\d.]+\.csv$/
const FOLDERS = ['missions', 'us_diplomatic_missions', '']

/** What stands in the host's capital at each status; at the others an envoy resides elsewhere, or there is none. */
const TYPES: Readonly<Record<string, string>> = {
  Embassy: 'embassy',
  Legation: 'legation',
  Consulate: 'consulate',
  Liaison: 'office',
  Interests: 'interests section',
}
const NONE = ['Ambassador Nonresident', 'Envoy Nonresident', 'Consul Nonresident', 'None']

const BY = 'Brenton Kenkel, US Diplomatic Mission Status Data'

/** The level of the missions of the United States in each state, dated. */
export const missionStatus: OpenSource = {
  name: 'mission-status',
  title: 'US Diplomatic Mission Status Data',
  holds: 'embassies, legations, interests sections and liaison offices of the United States in each capital since 1778',
  viewpoint: 'as recorded by the United States, coded by Brenton Kenkel',
  licence: {
    name: 'CC-BY-4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
    exports: true,
  },
  covers: 'missions in capitals to 16 January 2024, the last day on which the coders verified a country',
  faults: [
    'The highest level of representation alone is coded: a consulate beside an embassy is not in it.',
    'Where no opening is recorded, the day is that of the first chief’s credentials.',
    'The break with China is coded on the day on which the People’s Republic was founded.',
    'Its source ends at about 2009 for most countries; later changes were added by hand.',
  ],
  megabytes: 0.2,
  recommended: true,
  publisher: {
    kind: 'repository',
    repository: 'brentonk/us_diplomatic_missions',
    commit: '3689cd29dee009baa4c2151196f8975c0b9a2fa8',
    paths: ['input/2024-01-16_transitions.csv', 'data/v0.1/mission_status_range_'],
  },
  recognise: (files) =>
    FOLDERS.map((folder) => folderWith(files, [folder], [''])).find((at) => at?.list().some((path) => FILE.test(path))),
  tell,
}

function tell(files: Files): Told {
  const told = nothingTold()
  const file = files
    .list()
    .filter((path) => FILE.test(path))
    .at(-1)!
  const { transitions, last } = readTransitions(files, file, told)
  told.rows = transitions.length
  const own = Map.groupBy(transitions, ({ name, when }) => stateNamed(name, daysOf(when)!.to))
  const isOwn = (host: EntityId, name: string) => own.get(host)?.some((one) => one.name !== name) ?? false
  for (const chain of Map.groupBy(transitions, ({ name }) => name).values()) tellChain(told, chain, file, isOwn)
  told.sources = [source(last)]
  const hosts = [...hostsOf(told), ...hostsInRanges(files)]
  told.coverage = hosts.length ? [coverageOf(last, hosts)] : []
  return told
}

const COLUMNS = ['state_dept_name', 'status_change', 'year', 'month', 'day', 'last_verified', 'notes']
const two = (text: string): string => text.padStart(2, '0')

function readTransitions(files: Files, file: string, told: Told): { transitions: Transition[]; last: Day } {
  const rows = csvRows(files, file, { columns: COLUMNS })
  const transitions = rows.flatMap((row): Transition[] => {
    const [year, month, day] = [row.get('year'), row.get('month'), row.get('day')]
    const when = [year, month && two(month), month && day && two(day)].filter(Boolean).join('-')
    const known = {
      name: row.get('state_dept_name'),
      status: row.get('status_change'),
      when,
      locator: row.locator,
    }
    const wrong = daysOf(when) ? unknownStatus(known.status) : `${when} is no date`
    if (wrong)
      told.findings.push({
        kind: 'unreadable-row',
        file,
        locator: row.locator,
        message: `${known.name}: ${wrong}`,
      })
    return wrong ? [] : [{ ...known, note: row.get('notes') }]
  })
  return {
    transitions,
    last:
      rows
        .map((row) => row.get('last_verified'))
        .sort()
        .at(-1) ?? '2024-01-16',
  }
}

const unknownStatus = (status: string): string | undefined =>
  TYPES[status] || NONE.includes(status) ? undefined : `"${status}" is no status of the codebook`

/** A status holds from its date to the next one of the same name. */
/** Whether another name has dated statuses of its own in a state. */
type Owned = (host: EntityId, name: string) => boolean

function tellChain(told: Told, chain: readonly Transition[], file: string, owned: Owned): void {
  for (const [at, one] of chain.entries()) {
    const next = chain[at + 1]
    if (next && daysOf(next.when)!.to < daysOf(one.when)!.from)
      told.findings.push(finding('end-before-start', file, one, `the next status is dated ${next.when}; left out`))
    else if (TYPES[one.status]) tellSpell(told, one, next, file, owned)
  }
}

const finding = (kind: string, file: string, one: Transition, message: string): Finding => ({
  kind,
  file,
  locator: one.locator,
  message: `${one.name}, ${one.status} ${one.when}: ${message}`,
})

interface Part {
  host: EntityId
  from: When
  to: When
}

function tellSpell(told: Told, one: Transition, next: Transition | undefined, file: string, owned: Owned): void {
  const parts = partsOf(one, next, owned)
  if (!parts.length) told.findings.push(finding('unknown-state', file, one, 'names nobody on that day; left out'))
  for (const { host, from, to } of parts) {
    const raised = next && TYPES[next.status] ? `Then ${next.status.toLowerCase()}.` : undefined
    const draft = {
      kind: 'mission' as const,
      roles: {
        sender: 'state:USA',
        host,
        type: TYPES[one.status]!,
        step: 'exists',
      },
      when: from === to && from.length === 10 ? from : `${from}/${to}`,
      note: [`Coded ${one.status} for ${one.name}.`, raised, one.note && `After: ${one.note}.`]
        .filter(Boolean)
        .join(' '),
      cite: { source: 'us-mission-status', locator: one.locator },
    }
    tellFact(told, draft, file)
  }
}

/** Where a name outlives its state (Germany since 1797), the parts in each of the states that bore it. */
function partsOf(one: Transition, next: Transition | undefined, owned: Owned): Part[] {
  const end = next ? lastOf(next.when) : ''
  const parts: Part[] = []
  for (let from = one.when; ; ) {
    const host = stateNamed(one.name, daysOf(from)!.to)
    const life = host && endOf(host, daysOf(from)!.to)
    // Nobody bears the name any more, or another name goes on from here: the status ended with its state.
    if (!host || !life || life < daysOf(from)!.to || (parts.length && owned(host, one.name))) return parts
    const ends = life !== FOREVER && (end === '' || life < daysOf(end)!.from)
    parts.push({ host, from, to: ends ? life : end })
    if (!ends) return parts
    from = addDays(life, 1)
  }
}

/** The last time of a status that ended with the next: the day before, or the month or year in which that began. */
const lastOf = (when: When): When => (when.length === 10 ? addDays(when, -1) : when)

const FIRST_DAY = '1816-01-01'
const FOREVER = '9999-12-31'

/** The last day of a state's existence around a day, by whichever list has it longest. */
function endOf(host: EntityId, day: Day): Day {
  const ends = spells(host).flatMap(({ from, to }) => (from <= day && day <= to ? [to] : []))
  return ends.sort().at(-1) ?? lifetime(host)?.to ?? FOREVER
}

const hostsOf = ({ facts }: Told): EntityId[] => facts.map(({ roles }) => String(roles.host))

/** States of the published ranges, where these lie beside: those without any mission are told by them alone. */
const hostsInRanges = (files: Files): EntityId[] =>
  files
    .list()
    .filter((path) => RANGES.test(path))
    .flatMap((path) => {
      const list = RANGES.exec(path)![1] === 'cow' ? 'cow' : 'gw'
      const columns = [`country_code_${list}`, 'date_start', 'us_mission_status']
      return csvRows(files, path, { columns }).flatMap(
        (row) => stateByCode(list, row.get(columns[0]!), row.get('date_start')) ?? [],
      )
    })

const source = (asOf: Day) => ({
  id: 'us-mission-status',
  title: missionStatus.title,
  url: 'https://github.com/brentonk/us_diplomatic_missions',
  licence: 'CC-BY-4.0',
  viewpoint: missionStatus.viewpoint,
  asOf,
  contact: BY,
})

const coverageOf = (to: Day, hosts: readonly EntityId[]): NewCoverage => ({
  kind: 'mission',
  roles: {
    sender: 'state:USA',
    host: [...new Set(hosts)].sort(),
    type: ['embassy', 'legation', 'interests section'],
  },
  from: FIRST_DAY,
  to,
  grade: 'complete',
  by: BY,
  note: 'The highest level of representation on every day, by its codebook.',
  cite: {
    source: 'us-mission-status',
    url: 'https://github.com/brentonk/us_diplomatic_missions',
  },
})
