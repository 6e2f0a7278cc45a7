import type { NewCoverage } from '../model/coverage.ts'
import type { EntityId } from '../model/ids.ts'
import { type Chief, chiefOf, hostOf, startOf, tellChief } from './historian/chiefs.ts'
import { CC0, listOf, OFFICE, SITE, VIEWPOINT } from './historian/office.ts'
import { type Known, peopleOf } from './historian/people.ts'
import { folderWith, pathsIn } from './recognise.ts'
import type { Files, Finding, OpenSource, Told } from './source.ts'
import { namesOf, nothingTold, spanOf, tellFact } from './telling.ts'
import { child, rootOf, textAt, within } from './xml.ts'

const PAGE = 'departmenthistory/people'
/** Updates were suspended after this day; what had not ended by then is not known to have ended. */
const LAST = '2020-10-18'

/** Chiefs of missions of the United States, and its secretaries of state. */
export const historianPocom: OpenSource = {
  name: 'historian-pocom',
  title: 'Principal Officers and Chiefs of Mission',
  holds:
    'ambassadors, ministers and chargés of the United States since 1778: appointed, accredited, left; secretaries of state',
  viewpoint: VIEWPOINT,
  licence: CC0,
  covers: 'chiefs of mission to 18 October 2020, when its updates were suspended; later ends are unknown',
  faults: [
    'Updates were suspended on 18 October 2020: an end that is open then is unknown.',
    'Chargés ad interim are told only where a mission had no other chief for long.',
    'Some dates are "on or soon after"; the words stand beside them.',
    'One chief was often accredited to several states from one residence.',
  ],
  megabytes: 12,
  recommended: true,
  publisher: {
    kind: 'repository',
    repository: 'HistoryAtState/pocom',
    commit: '23422a070a5a40bc8c7f8d4150f7131cc6c18dcf',
    paths: ['missions-countries/', 'missions-orgs/', 'people/', 'positions-principals/'],
  },
  recognise: (files) => folderWith(files, ['hsg-pocom', 'pocom', ''], ['missions-countries/', 'people/']),
  tell,
}

interface Mission {
  chiefs: Chief[]
  /** An organisation's name. */
  body?: string
  url: string
}

function tell(files: Files): Told {
  const told = nothingTold()
  const people = peopleOf(files)
  const used = new Map<string, Known>()
  for (const mission of [...countriesOf(files), ...bodiesOf(files)]) {
    told.rows += mission.chiefs.length
    for (const chief of mission.chiefs) tellOne(told, chief, mission, people, used)
  }
  told.sources = [listOf('hsg-pocom', historianPocom.title, PAGE, LAST)]
  told.rows += tellSecretaries(told, files, people, used)
  told.coverage.push(coverageOfEnvoys)
  told.names = namesOf([...used.values()])
  return told
}

function tellOne(
  told: Told,
  chief: Chief,
  mission: Mission,
  people: ReadonlyMap<string, Known>,
  used: Map<string, Known>,
): void {
  // A nominee who was never commissioned has no date at all.
  if (!startOf(chief)) return
  const [person, host] = [people.get(chief.person), hostOf(chief, mission.body)]
  if (!person) told.findings.push(finding(chief, 'unknown-person', `${chief.person} is not among the people`))
  else if (!host)
    told.findings.push(
      finding(chief, mission.body ? 'unknown-body' : 'unknown-state', `${mission.body ?? chief.post} names nobody`),
    )
  else {
    used.set(person.id, person)
    tellChief(told, chief, person, host, isLast(chief, mission.chiefs), mission.url)
  }
}

/** No end is told, nobody came after, and the last news of the post is not a century old. */
const isLast = (chief: Chief, all: readonly Chief[]): boolean =>
  !chief.ended.date &&
  chief.started.date >= '2010' &&
  all.every((other) => other === chief || other.started.date <= chief.started.date)

const finding = (chief: Chief, kind: string, message: string): Finding => ({
  kind,
  file: chief.file,
  locator: chief.id,
  message: `${message}; the appointment is left out`,
})

const countriesOf = (files: Files): Mission[] =>
  pathsIn(files, 'missions-countries/', '.xml').map((file) => {
    const root = rootOf(files, file, 'country-mission')
    const chiefs = ['chiefs', 'other-nominees'].flatMap((list) =>
      within(child(root, list), 'chief').map((element) => chiefOf(file, element)),
    )
    return { chiefs, url: `${SITE}/${PAGE}/chiefsofmission/${textAt(root, 'territory-id')}` }
  })

const bodiesOf = (files: Files): Mission[] =>
  pathsIn(files, 'missions-orgs/', '.xml').map((file) => {
    const root = rootOf(files, file, 'org-mission')
    const [id, title] = [textAt(root, 'id'), textAt(root, 'names', 'singular')]
    const chiefs = within(child(root, 'chiefs'), 'chief').map((element) => chiefOf(file, element, id))
    return { chiefs, body: bodyNamed(title), url: `${SITE}/${PAGE}/chiefsofmission/${id}` }
  })

/** "Representative of the U.S.A. on the Council of the International Civil Aviation Organization (Montreal)". */
const bodyNamed = (title: string): string =>
  title.replace(/^.*?(?: to | Council of )(?:the )?/, '').replace(/(?:, with | \(| of the U\.S\.A\.).*$/s, '')

/** A list of its own, kept up after the one of chiefs was suspended. */
const SECRETARIES_OF_STATE = 'hsg-pocom-secretaries'
const SECRETARIES = 'positions-principals/secretary.xml'
const OF_STATE: EntityId = 'office:secretary-of-state/USA'

function tellSecretaries(
  told: Told,
  files: Files,
  people: ReadonlyMap<string, Known>,
  used: Map<string, Known>,
): number {
  if (!files.list(SECRETARIES).length) return 0
  const terms = within(child(rootOf(files, SECRETARIES, 'principal-position'), 'principals'), 'principal')
  for (const term of terms) {
    const person = people.get(textAt(term, 'person-id'))
    const [from, to] = [textAt(term, 'started', 'date'), textAt(term, 'ended', 'date')]
    if (!person || !from) continue
    used.set(person.id, person)
    const draft = {
      kind: 'office' as const,
      roles: { person: person.id, title: 'secretary of state', state: 'state:USA', office: OF_STATE, step: 'serving' },
      when: spanOf(from, to),
      cite: { source: SECRETARIES_OF_STATE, locator: textAt(term, 'id') },
    }
    tellFact(told, draft, SECRETARIES)
  }
  const days = terms.flatMap((term) => ['started', 'ended'].map((stage) => textAt(term, stage, 'date')))
  const last =
    days
      .filter((day) => day.length === 10)
      .sort()
      .at(-1) ?? LAST
  told.coverage.push(coverageOfSecretaries(last))
  told.sources.push(listOf(SECRETARIES_OF_STATE, 'Secretaries of State', `${PAGE}/secretaries`, last))
  return terms.length
}

const coverageOfSecretaries = (to: string): NewCoverage => ({
  kind: 'office',
  roles: { office: OF_STATE },
  from: '1776-07-04',
  to,
  grade: 'complete',
  by: OFFICE,
  note: 'Its list of secretaries of state, without those who acted between two of them; the office was first taken in 1789 or 1790.',
  cite: { source: SECRETARIES_OF_STATE, url: `${SITE}/${PAGE}/secretaries` },
})

const coverageOfEnvoys: NewCoverage = {
  kind: 'envoy',
  roles: { sender: 'state:USA' },
  from: '1776-07-04',
  to: LAST,
  grade: 'complete-but',
  by: OFFICE,
  note: 'Chiefs of mission; those who stood in for one are told only in part.',
  cite: { source: 'hsg-pocom', url: `${SITE}/${PAGE}/chiefsofmission` },
}
