import { existed, resolve } from '../atlas/index.ts'
import type { EntityId } from '../model/ids.ts'
import { CC0, listOf, VIEWPOINT } from './historian/office.ts'
import { folderWith, pathsIn } from './recognise.ts'
import type { Files, Finding, OpenSource, Told } from './source.ts'
import { nothingTold, tellFact } from './telling.ts'
import { child, rootOf, textAt, textOf, within } from './xml.ts'

/** The years of the files' last changes; an open end speaks for them. */
const LAST = '2019-12-31'

/** Territories of the Office of the Historian's geography: states and dependencies by the year. */
export const historianGsh: OpenSource = {
  name: 'historian-gsh',
  title: 'Geospatial history: territories',
  holds: 'states and dependencies since 1776, by years, with those before and after them',
  viewpoint: VIEWPOINT,
  licence: CC0,
  covers: 'independent states by years of their territories; dependencies are read and not filed',
  faults: [
    'A territory that changed its name is another territory: those of one state are put together here.',
    'Years alone are given, and some of them ("please clarify" in its notes) are drafts.',
    'States that ended before 1816 are left out.',
  ],
  megabytes: 1,
  recommended: true,
  publisher: {
    kind: 'repository',
    repository: 'HistoryAtState/gsh',
    commit: '57d12fadfa86c4fa82eb94f992c5ae516a1ae578',
    paths: ['data/territories/'],
  },
  recognise: (files) => folderWith(files, ['hsg-gsh', 'hsg-gsh/data', 'gsh/data', 'gsh', 'data', ''], ['territories/']),
  tell,
}

interface Territory {
  file: string
  id: string
  name: string
  independent: boolean
  since: string
  until: string
  before: string[]
  after: string[]
  state?: EntityId
}

function tell(files: Files): Told {
  const told = nothingTold()
  const all = pathsIn(files, 'territories/', '.xml').map((path) => territoryOf(files, path))
  told.rows = all.length
  told.sources = [listOf('hsg-gsh', historianGsh.title, 'countries', LAST)]
  const states = all.filter((one) => one.independent)
  told.findings = states.flatMap(findingsOf)
  const labels = new Map(all.map((one) => [one.id, one.name]))
  const known = states.filter((one) => one.state && yearsOf(one))
  for (const [state, same] of Map.groupBy(known, (one) => one.state!)) tellState(told, state, same, labels)
  return told
}

function territoryOf(files: Files, file: string): Territory {
  const root = rootOf(files, file, 'territory')
  const ids = (list: string, item: string) => within(child(root, list), item).map(textOf)
  const territory: Territory = {
    file,
    id: textAt(root, 'id'),
    name: textAt(root, 'short-form-name'),
    independent: textAt(root, 'type-of-territory') === 'independent-state',
    since: textAt(root, 'valid-since'),
    until: textAt(root, 'valid-until'),
    before: ids('predecessors', 'predecessor'),
    after: ids('successors', 'successor'),
  }
  return { ...territory, state: territory.independent ? stateOf(territory) : undefined }
}

const FOREVER = '9999'

/** First and last year; the first may be unknown. */
function yearsOf({ since, until }: Territory): { from?: number; to: number } | undefined {
  if (!/^\d{3,4}$/.test(until) || !/^(?:\d{3,4})?$/.test(since)) return undefined
  const [from, to] = [since ? Number(since) : undefined, Number(until)]
  return from !== undefined && to < from ? undefined : { from, to }
}

/** Who bore the name within the years of the territory. */
function stateOf(territory: Territory): EntityId | undefined {
  const years = yearsOf(territory)
  if (!years || years.to <= 1816) return undefined
  const to = Math.min(years.to, Number(LAST.slice(0, 4)))
  const from = Math.max(years.from ?? 1816, 1816)
  const days = [...new Set([Math.floor((from + to) / 2), to - 1, from + 1])].map((year) => `${year}-07-01`)
  return days.flatMap((day) => stateOn(territory.name, day) ?? [])[0]
}

const stateOn = (name: string, day: string): EntityId | undefined =>
  resolve(name, day).find(({ id, score }) => id.startsWith('state:') && score >= 0.75 && existed(id, day))?.id

function findingsOf(territory: Territory): Finding[] {
  const { file, id, name, since, until, state } = territory
  const finding = (kind: string, message: string) => [{ kind, file, locator: id, message: `${name}: ${message}` }]
  const years = `${since || '?'}–${until || '?'}`
  if (since !== '' && until !== '' && Number(until) < Number(since))
    return finding('end-before-start', `${years}; the territory is left out`)
  if (!yearsOf(territory)) return finding('no-such-year', `${years}; the territory is left out`)
  if (Number(until) <= 1816) return finding('before-1816', `${years} lies before the lists of states; it is left out`)
  return state ? [] : finding('unknown-state', `nobody of that name in ${years}; the territory is left out`)
}

/** A state's territories one after another are one spell. */
function tellState(told: Told, state: EntityId, all: readonly Territory[], labels: ReadonlyMap<string, string>): void {
  const spells: Territory[][] = []
  for (const one of all.toSorted((a, b) => Number(a.since) - Number(b.since))) {
    const last = spells.at(-1)
    if (last && Number(one.since) <= Math.max(...last.map(({ until }) => Number(until))) + 1) last.push(one)
    else spells.push([one])
  }
  for (const spell of spells) tellSpell(told, state, spell, labels)
}

function tellSpell(told: Told, state: EntityId, spell: Territory[], labels: ReadonlyMap<string, string>): void {
  const [first, last] = [spell[0]!, spell.toSorted((a, b) => Number(a.until) - Number(b.until)).at(-1)!]
  const own = new Set(spell.map(({ id }) => id))
  const others = (ids: string[]) => [...new Set(ids)].filter((id) => !own.has(id)).map((id) => labels.get(id) ?? id)
  const [before, after] = [others(spell.flatMap((one) => one.before)), others(spell.flatMap((one) => one.after))]
  const notes = [
    `Filed as ${[...new Set(spell.map(({ name }) => name))].join(', ')}.`,
    before.length && `Before it: ${before.join(', ')}.`,
    after.length && `After it: ${after.join(', ')}.`,
  ]
  const draft = {
    kind: 'statehood' as const,
    roles: { state, step: 'exists' },
    when: `${first.since ? first.since.padStart(4, '0') : ''}/${last.until === FOREVER ? '' : last.until.padStart(4, '0')}`,
    note: notes.filter(Boolean).join(' '),
    cite: { source: 'hsg-gsh', locator: spell.map(({ id }) => id).join('; ') },
  }
  tellFact(told, draft, first.file)
}
