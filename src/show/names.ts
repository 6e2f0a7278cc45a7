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

/** Own names from rows of id, name and note. Throws `incorrect` with the line of a row that names nobody. */
export function ownNames(title: string, rows: readonly (readonly string[])[], at: string): OwnNames {
  const names = new Map<EntityId, { name: string; note?: string }>()
  for (const [i, [given = '', name = '', note = '']] of rows.entries()) {
    if (i === 0 && /^id$/i.test(given.trim())) continue
    const id = idOf(given.trim())
    if (!id || !name.trim())
      throw new ChanceryError(
        'incorrect',
        `${at}:${i + 1}`,
        `${JSON.stringify(given)} with the name ${JSON.stringify(name)}: write an id such as state:ECU or ECU, a name, and if wanted a note`,
      )
    names.set(id, { name: name.trim(), ...(note.trim() && { note: note.trim() }) })
  }
  return { title, names }
}

const idOf = (text: string): EntityId | undefined =>
  /^[A-Z]{3}$/.test(text)
    ? `state:${text}`
    : ['state', 'place', 'body'].includes(classOf(text) ?? '')
      ? text
      : undefined
