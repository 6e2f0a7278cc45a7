import { type EntityId, nameOf, officeId, slug } from '../../model/ids.ts'
import { yearOf } from '../../model/when.ts'
import { type Draft, spanOf } from '../telling.ts'
import { child, textAt, textOf, type XmlElement } from '../xml.ts'
import { type Destination, destination } from './countries.ts'
import { SITE } from './office.ts'
import type { Bearer } from './persons.ts'
import { usualName } from './visitor-names.ts'
import { MONARCHS, OFFICES, type Visitor, visitorsIn } from './visitors.ts'

/** One visitor of one entry of the list. */
export interface Visit {
  file: string
  id: string
  from: string
  to: string
  country: string
  countryId: string
  description: string
  one: Visitor
  led?: Destination
}

export function visitsOf(file: string, element: XmlElement): Visit[] {
  const country = child(element, 'from')
  const [from, name, id] = [textAt(element, 'start-date'), textOf(country), country?.attributes.id ?? '']
  const visit = {
    file,
    id: textAt(element, 'id'),
    from,
    to: textAt(element, 'end-date'),
    country: name,
    countryId: id,
    description: textAt(element, 'description'),
    led: destination(id, name, from),
  }
  return visitorsIn(textAt(element, 'visitor')).map((one) => ({ ...visit, one }))
}

const GENERATION = 30

/**
 * Told names that a shorter one tells as well: of one country, with the same first and last word, within a generation.
 * "Alberto K. Fujimori" is "Alberto Fujimori".
 */
export function shortNames(visits: readonly Visit[]): (visit: Visit) => string {
  const years = (visit: Visit) => yearOf(visit.from)
  const alike = Map.groupBy(visits, ({ countryId, one }) => {
    const parts = slug(one.name).split('-')
    return parts.length > 1 ? `${countryId}|${parts[0]}|${parts.at(-1)}` : ''
  })
  const shortest = new Map<Visit, string>()
  for (const [key, same] of alike)
    for (const visit of key ? same : []) {
      const near = same.filter((other) => Math.abs(years(other) - years(visit)) <= GENERATION)
      shortest.set(visit, near.map(({ one }) => one.name).toSorted(byWords)[0]!)
    }
  return (visit) => shortest.get(visit) ?? visit.one.name
}

const words = (name: string): number => slug(name).split('-').length
const byWords = (a: string, b: string): number => words(a) - words(b) || (a < b ? -1 : 1)

/** The usual name of a visitor. */
export function labelOf(visit: Visit, short: string): string {
  const usual = (name: string) => usualName(visit.countryId, name, yearOf(visit.from))
  const known = usual(visit.one.name)
  const name = known === visit.one.name ? usual(short) : known
  return visit.one.title === 'Pope' ? `Pope ${name}` : name
}

export const bearerOf = (visit: Visit, label: string): Bearer => ({
  label,
  of: visit.led?.to ?? '',
  year: yearOf(visit.from),
})

/** The name as told where it differs, for a monarch with the title ("King Hussein"). */
export function aliasOf({ one }: Visit, label: string): string | undefined {
  if (MONARCHS.includes(one.title) && one.name) return `${one.title} ${one.name}`
  return one.name === label || !one.name.includes(' ') ? undefined : one.name
}

const REIGNING_PRINCES = ['liechtenstein', 'monaco']

/** Told as prime minister, though he was president of the European Commission by then. */
const MISTAKEN = ['1389']

/** The office told of a visitor, where it is one of a state; a president-elect is no president. */
function officeOf({ id, countryId, one, led }: Visit): EntityId | undefined {
  const reigns = one.title === 'Prince' && REIGNING_PRINCES.includes(countryId)
  const office = reigns ? 'monarch' : OFFICES[one.title]
  const inState = led?.to.startsWith('state:')
  return office && inState && !one.elect && !MISTAKEN.includes(id) ? officeId(office, nameOf(led!.to)) : undefined
}

/** The visit, and that its visitor held an office on its days: not when the term began or ended. */
export function draftsOf(visit: Visit, person: EntityId): Draft[] {
  const { one, led } = visit
  const title = one.title.toLowerCase()
  const office = officeOf(visit)
  const as = one.elect ? `Made as ${title}-elect or -designate.` : !office && title ? `As ${title}.` : undefined
  const when = spanOf(visit.from, visit.to)
  const went: Draft = {
    kind: 'visit',
    roles: { visitor: person, ...(led && { from: led.to }), to: 'state:USA' },
    when,
    note: [led?.note, as].filter(Boolean).join(' '),
    cite: { ...cite(visit), ...(visit.description && { quote: shortened(visit.description) }) },
  }
  if (!office) return [went]
  const served: Draft = {
    kind: 'office',
    roles: { person, title, state: led!.to, office, step: 'served' },
    when,
    cite: cite(visit),
  }
  return [went, served]
}

const cite = ({ countryId, id }: Visit): Draft['cite'] => ({
  source: 'hsg-visits',
  url: `${SITE}/departmenthistory/visits/${countryId}`,
  locator: `visit ${id}`,
})

const shortened = (text: string): string =>
  text.length <= 160 ? text : `${text.slice(0, text.lastIndexOf(' ', 157))} …`
