/** Builds the early terms of `data/us-travels`, before those of `data/states-and-offices`, from lists of the Office of the Historian. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { slug } from '../src/model/ids.ts'
import { type Line, openData, writeCsv } from './pack-files.ts'
import { usualNames } from './pack-persons.ts'

const OUT = fileURLToPath(new URL('../data/us-travels/', import.meta.url))

interface Term {
  name: string
  from: string
  to: string
}

const blocks = (file: string, tag: string): string[] =>
  readFileSync(openData(file), 'utf8')
    .split(new RegExp(`<${tag}[ >]`))
    .slice(1)
const inside = (block: string, tag: string): string => new RegExp(`<${tag}>([^<]*)<`).exec(block)?.[1]?.trim() ?? ''

const presidents = (): Term[] =>
  blocks('hsg-travels/presidents/presidents.xml', 'president').map((block) => ({
    name: inside(block, 'name'),
    from: inside(block, 'took-office-date'),
    to: inside(block, 'left-office-date'),
  }))

/** A stage of an appointment: its day stands in a `date` of its own. */
const day = (block: string, stage: string): string => inside(block.split(`<${stage}>`)[1] ?? '', 'date')

function secretaries(): Term[] {
  const usual = usualNames()
  return blocks('hsg-pocom/positions-principals/secretary.xml', 'principal').map((block) => ({
    name: usual.get(inside(block, 'person-id')) ?? inside(block, 'person-id'),
    from: day(block, 'started'),
    to: day(block, 'ended'),
  }))
}

const term =
  (office: string, title: string, source: string) =>
  (one: Term): Line => ({
    person: `person:${slug(one.name)}`,
    title,
    state: 'state:USA',
    office: `office:${office}/USA`,
    step: 'serving',
    when: `${one.from}/${one.to}`,
    source,
  })

const early =
  (until: string) =>
  (one: Term): boolean =>
    one.from !== '' && one.from < until
const [first, second] = [presidents().filter(early('1897-03-04')), secretaries().filter(early('1898-09-30'))]
const lines = [
  ...first.map(term('president', 'president', 'hsg-travels')),
  ...second.map(term('secretary-of-state', 'secretary of state', 'hsg-pocom')),
]
writeCsv(`${OUT}offices.csv`, ['office', 'person', 'title', 'state', 'step', 'when', 'source'], lines)
const names = [...first, ...second].map(({ name }): [string, Line] => [
  name,
  { id: `person:${slug(name)}`, label: name },
])
writeCsv(`${OUT}names-early.csv`, ['id', 'label'], [...new Map(names).values()])
