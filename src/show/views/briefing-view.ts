import type { Fact } from '../../model/fact.ts'
import { classOf, type EntityId } from '../../model/ids.ts'
import { point } from '../en/time.ts'
import { harmless } from '../harmless.ts'
import type { Briefing, Group, Section } from './briefing.ts'
import { backgroundOf } from './briefing-background.ts'
import { glanceOf } from './briefing-glance.ts'
import { officesThen, pairName } from './briefing-lines.ts'
import type { Desk, Material } from './briefing-material.ts'
import { notebook } from './briefing-notes.ts'
import { aheadLines, checkLines, superlativeLines, unknownLines } from './briefing-points.ts'

/** Puts a briefing together from what a ledger gave; the same material gives the same briefing. */
export function briefingView(material: Material): Briefing {
  const { pair, on, drawn, knownOn, version, base, names } = material
  const book = notebook()
  const desk: Desk = {
    ...material,
    label: names.label(base),
    labelFor: (fact) => names.label(base, fact.cite.quote),
    officeThen: officesThen(material.offices),
    notebook: book,
  }
  const sections = [
    section('glance', 'The pair at a glance', [{ title: '', lines: glanceOf(desk) }]),
    section('background', 'Background', backgroundOf(desk)),
    section(
      'ahead',
      'Anniversaries ahead',
      one(aheadLines(desk), 'None within a year of the visit is on record here.'),
    ),
    section(
      'say',
      'What may safely be said of the visit',
      one(superlativeLines(desk), 'Nothing that the lists here bear out: say neither "first" nor "first since".'),
    ),
    section(
      'check',
      'Points to check',
      one(checkLines(desk), 'None was found. The officer still reads the quotations.'),
    ),
    section(
      'unknown',
      'Not known here',
      one(unknownLines(desk), 'Every matter above is covered to the day of the visit.'),
    ),
    ...nameSection(desk),
  ]
  return cleaned({
    format: 'chancery-briefing/1',
    title: pairName(pair, desk.label),
    pair,
    ...{ on, drawn, ...(knownOn && { knownOn }) },
    names: names.title,
    version,
    subtitle: `Briefing for ${point(on)}. Drawn up on ${point(drawn)}${knownOn ? `, from what was on record by ${knownOn}` : ''}. Names: ${names.title}.`,
    sections,
    notes: book.notes,
    closing:
      "Drawn up by a program from records; no person has signed it. What is absent may still have happened: see \"Not known here\". A source's statement is that source's, and the names used say nothing of anyone's status.",
    agreement: [...material.agreement],
  })
}

/** The same without characters of others' words that steer a terminal or turn the order of what is read. */
function cleaned<T>(value: T): T {
  if (typeof value === 'string') return harmless(value) as T
  if (Array.isArray(value)) return value.map(cleaned) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)])) as T
}

const section = (id: Section['id'], title: string, groups: Group[]): Section => ({ id, title, groups })
const one = (lines: Group['lines'], none: string): Group[] => [
  { title: '', lines, ...(!lines.length && { rest: none }) },
]

/** What is to be said of names in dispute among those that the briefing names. */
function nameSection(desk: Desk): Section[] {
  const named = new Set<EntityId>(desk.pair)
  const places = (fact: Fact) =>
    Object.values(fact.roles)
      .flat()
      .filter((id) => ['place', 'state'].includes(classOf(id) ?? ''))
  for (const fact of desk.facts) for (const id of places(fact)) named.add(id)
  const notes = desk.names.notes([...named].sort())
  if (!notes.length) return []
  const lines = notes.map(({ id, label, note }) => ({ id: `name|${id}`, lead: label, text: note }))
  return [
    {
      id: 'names',
      title: 'On names',
      intro: 'Who states what of names in dispute; nothing is judged here.',
      groups: [{ title: '', lines }],
    },
  ]
}
