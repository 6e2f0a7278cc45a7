import { resolve } from '../../atlas/index.ts'
import type { EntityId } from '../../model/ids.ts'
import { type Day, daysOf } from '../../model/when.ts'
import type { Finding, Told } from '../source.ts'
import { type Draft, tellFact } from '../telling.ts'
import { textAt, type XmlElement } from '../xml.ts'
import { destination } from './countries.ts'
import type { Known } from './people.ts'

/** One appointment as chief of a mission. */
export interface Chief {
  file: string
  id: string
  person: string
  title: string
  /** The publisher's id of the country or organisation. */
  post: string
  note: string
  appointed: Stage
  started: Stage
  ended: Stage
}

/** A date, of the precision given, and what is said of it. */
interface Stage {
  date: string
  note: string
}

const stageOf = (element: XmlElement, name: string): Stage => ({
  date: textAt(element, name, 'date'),
  note: textAt(element, name, 'note').replace(/ on$/, ''),
})

export function chiefOf(file: string, element: XmlElement, post?: string): Chief {
  const [arrived, started] = [stageOf(element, 'arrived'), stageOf(element, 'started')]
  return {
    file,
    id: textAt(element, 'id'),
    person: textAt(element, 'person-id'),
    title: textAt(element, 'role-title-id'),
    post: post ?? textAt(element, 'contemporary-territory-id'),
    note: textAt(element, 'note'),
    appointed: stageOf(element, 'appointed'),
    started: started.date ? started : arrived,
    ended: stageOf(element, 'ended'),
  }
}

export const startOf = (chief: Chief): string => chief.started.date || chief.appointed.date || chief.ended.date

/** Envoys "to China" of these years were commissioned to the Republic of China; chiefs of the liaison office were in Beijing. */
const TAIPEI = { from: '1949-10-01', to: '1979-01-01' }
const LIAISON = 'chief'

/** The state or body to which a chief was sent, on the first day told. */
export function hostOf(chief: Chief, body?: string): EntityId | undefined {
  const day = daysOf(startOf(chief))?.from
  if (body) return bodyOf(body, day)
  if (chief.post === 'china' && chief.title !== LIAISON && TAIPEI.from <= startOf(chief) && startOf(chief) < TAIPEI.to)
    return 'state:TWN'
  const id = chief.post.replace(/-\d{4}$/, '')
  return day && destination(id, id.replaceAll('-', ' '), day)?.to
}

const bodyOf = (name: string, day?: Day): EntityId | undefined =>
  resolve(name, day).find(({ id }) => id.startsWith('body:'))?.id

const TITLES: Readonly<Record<string, string>> = {
  'envoy-extraordinary-minister-plenipotentiary': 'minister',
  'ambassador-e-p': 'ambassador',
  'charge-daffaires': "chargé d'affaires",
  'charge-daffaires-ad-interim': "chargé d'affaires ad interim",
  'charge-daffaires-pro-tem': "chargé d'affaires",
}

export const titleOf = ({ title }: Chief): string => TITLES[title] ?? title.replaceAll('-', ' ')

/**
 * Tells an appointment. A spell from the presentation of credentials to the end tells both of these; where one of them is not
 * known, the other is told alone. An end that is not told is open only for who may have been at the post when the list was
 * closed (`last`): of another, a later chief is known and the end is not.
 */
export function tellChief(told: Told, chief: Chief, { id }: Known, host: EntityId, last: boolean, url: string): void {
  const [start, end] = [chief.started.date, chief.ended.date]
  const tell = (step: string, when: string, ...notes: string[]): void => {
    const draft: Draft = {
      kind: 'envoy',
      roles: { person: id, sender: 'state:USA', host, title: titleOf(chief), step },
      when,
      note: notes.filter(Boolean).join('. '),
      cite: { source: 'hsg-pocom', url, locator: chief.id },
    }
    tellFact(told, draft, chief.file)
  }
  const { appointed, started, ended } = chief
  const turned = start !== '' && end !== '' && before(end, start)
  if (turned) told.findings.push(endsFirst(chief))
  if (appointed.date) tell('appointed', appointed.date, appointed.note)
  if (start && !turned && (end || last)) tell('serving', `${start}/${end}`, started.note, ended.note, brief(chief.note))
  else {
    if (start) tell('accredited', start, started.note, brief(chief.note))
    if (end) tell('left', end, ended.note)
  }
}

/** What fits a line; longer stories are left to the list. */
const brief = (note: string): string => (note.length <= 200 ? note : '')

const before = (a: string, b: string): boolean => (daysOf(a)?.to ?? '') < (daysOf(b)?.from ?? '')

const endsFirst = (chief: Chief): Finding => ({
  kind: 'end-before-start',
  file: chief.file,
  locator: chief.id,
  message: `started ${chief.started.date}, ended ${chief.ended.date}: both are told, no spell between them`,
})
