import { findNames, labelOf } from '../atlas/index.ts'
import { ChanceryError } from '../model/error.ts'
import { classOf, type EntityId, nameOf } from '../model/ids.ts'
import type { Day } from '../model/when.ts'
import { definite, type Label } from './en/label.ts'
import { CASES, ISO_NAMES, UN_NAMES } from './names.table.ts'

export const AUTHORITIES = ['UN', 'ISO', 'source'] as const
export type Authority = (typeof AUTHORITIES)[number]

/** A house's own names: by id, with what is to be said of them. */
export interface OwnNames {
  title: string
  names: ReadonlyMap<EntityId, { name: string; note?: string }>
}

/** How our own voice names states and territories. */
export interface Naming {
  title: string
  /** The label under this authority; `quote` is the source's words on which a line rests. */
  label(base: Label, quote?: string): Label
  /** What is to be said of names in dispute among these, in order of label. */
  notes(ids: readonly EntityId[]): { id: EntityId; label: string; note: string }[]
}

const TITLES: Readonly<Record<Authority, string>> = {
  UN: 'United Nations',
  ISO: 'ISO 3166',
  source: 'as in the sources',
}

type NameOf = (id: EntityId, day: Day | undefined) => string | undefined

const caseOf = new Map(CASES.map((one) => [one.id, one]))

const FIXED: Readonly<Record<Authority, NameOf>> = {
  UN: (id) => UN_NAMES[id] ?? caseOf.get(id)?.name,
  // A name of its time has no present-day code list.
  ISO: (id, day) => (labelOf(id, day) === labelOf(id) ? (ISO_NAMES[id] ?? caseOf.get(id)?.name) : undefined),
  source: (id) => caseOf.get(id)?.name,
}

/** Names by an authority, or by a house's own list over the United Nations'. */
export function namingOf(authority: Authority | OwnNames): Naming {
  const own = typeof authority === 'string' ? undefined : authority
  const kind = typeof authority === 'string' ? authority : 'UN'
  const name: NameOf = (id, day) => own?.names.get(id)?.name ?? FIXED[kind](id, day)
  const label = (base: Label, quote?: string): Label => {
    const found = kind === 'source' && quote ? inWords(quote) : undefined
    return labelled(base, (id, day) => found?.get(id) ?? name(id, day))
  }
  const plain = label((id, day) => labelOf(id, day))
  const notes: Naming['notes'] = (ids) =>
    [...new Set(ids)]
      .flatMap((id) => {
        const note = own?.names.get(id)?.note ?? caseOf.get(id)?.note
        return note ? [{ id, label: plain(id), note }] : []
      })
      .sort((a, b) => (a.label < b.label ? -1 : 1))
  return { title: own?.title ?? TITLES[kind], label, notes }
}

/** A label whose states, seats and offices bear the names that `name` gives, and else their own. */
const labelled =
  (base: Label, name: NameOf): Label =>
  (id, day) => {
    const sort = classOf(id)
    if (sort !== 'office') return name(sort === 'seat' ? `state:${nameOf(id)}` : id, day) ?? base(id, day)
    const [title = '', holder = ''] = nameOf(id).split('/')
    const state = name(`state:${holder}`, day)
    return state ? `${title.replaceAll('-', ' ')} of ${definite(state)}` : base(id, day)
  }

/** States and places as a source's words name them. */
function inWords(quote: string): Map<EntityId, string> {
  const found = new Map<EntityId, string>()
  for (const { start, end, candidates } of findNames(quote)) {
    const first = candidates[0]
    if (first?.form !== 'name' || found.has(first.id)) continue
    found.set(first.id, quote.slice(start, end).replace(/^the /i, ''))
  }
  return found
}

/** A line of a house's list, as written. */
export interface OwnLine {
  line: number
  id: string
  name: string
  note: string
}

const MOST_WRONG = 20

/** Own names from the lines of a list. Throws `incorrect` with every line that names nobody, nothing, or somebody twice. */
export function ownNames(
  title: string,
  lines: readonly OwnLine[],
  at: string,
  broken: readonly Wrong[] = [],
): OwnNames {
  const names = new Map<EntityId, { name: string; note?: string; line: number }>()
  const wrong = [...broken]
  for (const { line, id: given, name, note } of lines) {
    const id = idOf(given)
    const say = refusal(given, id, name, id === undefined ? undefined : names.get(id)?.line)
    if (say) wrong.push({ line, say })
    else names.set(id!, { name, line, ...(note && { note }) })
  }
  if (wrong.length) throw new ChanceryError('incorrect', at, saidOf(at, wrong))
  if (!names.size)
    throw new ChanceryError('incorrect', at, 'the list names nobody: write a line of id, name and note each')
  return { title, names }
}

interface Wrong {
  line: number
  say: string
}

/** Each on a line of its own, in the order of the file. */
function saidOf(at: string, wrong: readonly Wrong[]): string {
  const lines = wrong.toSorted((a, b) => a.line - b.line).map(({ line, say }) => `${at}:${line}: ${say}`)
  const more = lines.length - MOST_WRONG
  return [...lines.slice(0, MOST_WRONG), ...(more > 0 ? [`and ${more} more lines`] : [])].join('\n')
}

function refusal(
  given: string,
  id: EntityId | undefined,
  name: string,
  before: number | undefined,
): string | undefined {
  if (!given) return 'no id: write one such as ECU or state:ECU'
  if (!id) return `${JSON.stringify(given)} is no id of a state, a place or a body: write one such as ECU or state:ECU`
  if (classOf(id) === 'state' && labelOf(id) === nameOf(id))
    return `no state is known as ${nameOf(id)}: write its code of three letters`
  if (!name) return `no name for ${given}: write one, or leave the line out`
  if (name.length > LONGEST_NAME) return `the name for ${given} is longer than ${LONGEST_NAME} letters: write a name`
  return before === undefined ? undefined : `${given} stands on line ${before} already: leave one of them out`
}
const LONGEST_NAME = 200

const idOf = (text: string): EntityId | undefined =>
  /^[A-Z]{3}$/.test(text)
    ? `state:${text}`
    : ['state', 'place', 'body'].includes(classOf(text) ?? '')
      ? text
      : undefined
