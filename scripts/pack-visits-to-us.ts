/** Builds `data/visits-to-us` from the list of visits by foreign leaders of the Office of the Historian. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { slug } from '../src/model/ids.ts'
import { usualName } from '../src/sources/historian/visitor-names.ts'
import { MONARCHS, OFFICES, type Visitor, visitorsIn } from '../src/sources/historian/visitors.ts'
import { destinationOf } from './pack-destination.ts'
import { interval, type Line, openData, records, writeCsv } from './pack-files.ts'

const OUT = fileURLToPath(new URL('../data/visits-to-us/', import.meta.url))
type Told = Record<string, string>

const REIGNING_PRINCES = ['liechtenstein', 'monaco']

function personOf(country: string, one: Visitor, year: number): { id: string; label: string } {
  const known = usualName(country, one.name, year)
  const usual = known === one.name ? usualName(country, short.get(`${country}|${one.name}`) ?? known, year) : known
  const label = one.title === 'Pope' ? `Pope ${usual}` : usual
  return { id: `person:${slug(label)}`, label }
}

function origin(visit: Told): { from?: string; note?: string } {
  const id = visit['from@id']!
  const name = visit.from!
  if (name === 'China, Republic of') return { from: 'state:TWN', note: 'Republic of China.' }
  const { to, note } = destinationOf(id, name, visit['start-date']!)
  const exile = name.includes('exile') || name.includes('Provisional') ? `${name}.` : undefined
  return { from: to, note: note ?? exile }
}

/** Told as prime minister, though he was president of the European Commission by then. */
const MISTAKEN = ['1389']

/** The office told of a visitor, where it is one of a state; a president-elect is no president. */
function officeOf(visit: Told, one: Visitor, from: string | undefined): string | undefined {
  const reigns = one.title === 'Prince' && REIGNING_PRINCES.includes(visit['from@id']!)
  const office = reigns ? 'monarch' : OFFICES[one.title]
  return office && from?.startsWith('state:') && !one.elect && !MISTAKEN.includes(visit.id!)
    ? `office:${office}/${from.slice(6)}`
    : undefined
}

interface Built {
  visit: Line
  office?: Line
  name: Line
}

/** The name as told where it differs, for a monarch with the title ("King Hussein"). */
function aliasOf(one: Visitor, label: string): string | undefined {
  if (MONARCHS.includes(one.title) && one.name) return `${one.title} ${one.name}`
  return one.name === label || !one.name.includes(' ') ? undefined : one.name
}

function built(visit: Told): Built[] {
  const when = interval(visit['start-date']!, visit['end-date']!)
  const { from, note } = origin(visit)
  return visitorsIn(visit.visitor!).map((one) => {
    const person = personOf(visit['from@id']!, one, Number(when.slice(0, 4)))
    const office = officeOf(visit, one, from)
    const title = one.title.toLowerCase()
    const as = one.elect ? `Made as ${title}-elect or -designate.` : !office && title ? `As ${title}.` : undefined
    const source = { when, source: 'hsg-visits', locator: `visit ${visit.id}` }
    return {
      visit: { ...source, visitor: person.id, from, to: 'state:USA', note: [note, as].filter(Boolean).join(' ') },
      office: office ? { ...source, person: person.id, title, state: from, office, step: 'served' } : undefined,
      name: { ...person, aliases: aliasOf(one, person.label) },
    }
  })
}

/** One row per visitor and time: the list tells a few visits twice. */
const distinct = (lines: readonly Line[], ...roles: string[]): Line[] =>
  [...Map.groupBy(lines, (line) => roles.map((role) => line[role]).join(' ')).values()].map((same) => ({
    ...same[0],
    locator: same.map((line) => line.locator).join('; '),
  }))

function namesOf(all: readonly Built[]): Line[] {
  const groups = Map.groupBy(all, ({ name }) => name.id!)
  return [...groups].map(([id, same]) => ({
    id,
    label: same[0]!.name.label,
    aliases: [...new Set(same.map(({ name }) => name.aliases).filter(Boolean))].join(';'),
  }))
}

/** Told names by country and by first and last word: "Alberto K. Fujimori" is "Alberto Fujimori". */
function shortened(list: readonly Told[]): Map<string, string> {
  const told = list.flatMap((visit) =>
    visitorsIn(visit.visitor!).map((one) => ({
      country: visit['from@id']!,
      name: one.name,
      parts: slug(one.name).split('-'),
    })),
  )
  const alike = Map.groupBy(
    told.filter(({ parts }) => parts.length > 1),
    ({ country, parts }) => `${country}|${parts[0]}|${parts.at(-1)}`,
  )
  const pairs = [...alike.values()].flatMap((same) => {
    const short = same.toSorted((a, b) => a.parts.length - b.parts.length || (a.name < b.name ? -1 : 1))[0]!.name
    return same.map(({ country, name }): [string, string] => [`${country}|${name}`, short])
  })
  return new Map(pairs)
}

const folder = openData('hsg-visits/data')
const list = readdirSync(folder).flatMap((file) => records(`${folder}/${file}`, 'visit'))
const short = shortened(list)
const all = list.flatMap(built)
const FACTS = ['source', 'locator', 'note']
const VISIT = ['when', 'visitor', 'from', 'to', ...FACTS]
const visits = distinct(
  all.map((one) => one.visit),
  'visitor',
  'when',
)
writeCsv(`${OUT}visits.csv`, VISIT, visits)
const cuban = visits.filter((line) => line.from === 'state:CUB')
writeCsv(`${OUT}../us-cuba/visits-of-cubans.csv`, VISIT, cuban)
const offices = all.map((one) => one.office).filter((line) => line !== undefined)
writeCsv(
  `${OUT}offices.csv`,
  ['person', 'title', 'state', 'office', 'step', 'when', ...FACTS],
  distinct(offices, 'person', 'office', 'when'),
)
writeCsv(`${OUT}names.csv`, ['id', 'label', 'aliases'], namesOf(all))
