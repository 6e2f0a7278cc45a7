import { existed, resolve, stateByCode } from '../atlas/index.ts'
import { nameKey } from '../keep/names.ts'
import { classOf, type EntityId, nameOf, officeId, personId, slug, stateOfOffice } from '../model/ids.ts'
import type { RoleDefinition } from '../model/kinds/kind.ts'
import { type Day, EVER } from '../model/when.ts'
import type { Holders } from '../read/ports.ts'
import { faultOf } from '../sources/role-value.ts'
import { stateNamed } from '../sources/state-named.ts'

/** A cell as a role's value, with what is doubtful of it; without `value` it names nobody. */
export interface ReadCell {
  value?: string
  label?: string
  doubt?: { kind: string; message: string }
}

const none = (kind: string, message: string): ReadCell => ({ doubt: { kind, message } })

/** The state that a cell names on a day: by id, ISO or Correlates of War code, or name. */
export function stateOfCell(cell: string, day: Day | undefined): ReadCell {
  const on = day ?? EVER.to
  const id =
    classOf(cell) === 'state'
      ? cell
      : ((/^\d{1,3}$/.test(cell) ? stateByCode('cow', cell, day) : undefined) ??
        (day ? stateNamed(cell, day) : undefined) ??
        resolve(cell, day).find((c) => classOf(c.id) === 'state' && c.score >= 0.4)?.id)
  if (!id)
    return none('unknown-state', `no state of the name ${JSON.stringify(cell)} is known${day ? ` on ${day}` : ''}`)
  const outside = day !== undefined && !existed(id, on)
  return {
    value: id,
    ...(outside && {
      doubt: {
        kind: 'outside-lifetime',
        message: `${cell} did not exist as a state on ${day}, by the lists of states`,
      },
    }),
  }
}

const TITLES = new Set([
  'president',
  'prime-minister',
  'chancellor',
  'monarch',
  'foreign-minister',
  'secretary-of-state',
  'vice-president',
  'defence-minister',
  'pope',
  'secretary-general',
])
/** An office by its title, where it is one that is held by one person at a time. */
export function officeOf(title: string, state: EntityId): EntityId | undefined {
  const words = title
    .trim()
    .replace(/^(?:the|sitting|acting) /i, '')
    .replace(/ of .*$/is, (rest) => (/^ of (?:state|foreign affairs)/i.test(rest) ? rest : ''))
  const id = officeId(words, nameOf(state))
  return TITLES.has(nameOf(id).split('/')[0]!) ? id : undefined
}

interface Asked {
  /** The state on whose behalf the person acts, where the row tells it. */
  home?: EntityId
  day?: Day
}

/** Whom a name means: somebody whom the ledger knows under this very name and for that state, else somebody new. */
export function personOfCell(cell: string, { home, day }: Asked, holders: Holders): ReadCell {
  const name = cell.replace(/\s+/g, ' ').replace(/^([^,]+), ([^,]+)$/, '$2 $1')
  const key = nameKey(name)
  if (!key || !/\p{L}/u.test(name)) return none('no-name', `${JSON.stringify(cell)} is no name`)
  const served = (id: EntityId) => [...new Set(holders.offices(id).flatMap((h) => stateOfOffice(h.office) ?? []))]
  const fits = (id: EntityId) => !home || !served(id).length || served(id).includes(home)
  const whole = key.includes('-')
  const candidates = holders.persons(name).filter((p) => fits(p.id))
  // A name of several words is found by a whole label or alias; one word, by surname too.
  const named = whole ? candidates : inOffice(candidates, day, home, holders)
  const ids = [...new Set(named.map((p) => p.id))]
  if (ids.length === 1) return { value: ids[0]! }
  const fresh = personId(name)
  const taken = holders.persons(name).some((p) => p.id === fresh)
  const own = home && (taken || !whole) ? `${fresh}-${slug(nameOf(home))}` : fresh
  if (ids.length > 1)
    return {
      value: own,
      label: name,
      doubt: {
        kind: 'ambiguous-person',
        message: `${name} may be ${ids.length} persons whom the ledger knows (${ids.slice(0, 3).join(', ')}): filed as ${own}`,
      },
    }
  const alone = whole
    ? undefined
    : { kind: 'surname-alone', message: `${name} is one word, and no holder of an office fits it: filed as ${own}` }
  return { value: own, label: name, ...(alone && { doubt: alone }) }
}

const inOffice = (
  candidates: ReturnType<Holders['persons']>,
  day: Day | undefined,
  home: EntityId | undefined,
  holders: Holders,
) =>
  day ? candidates.filter((p) => holders.offices(p.id, day).some((h) => !home || stateOfOffice(h.office) === home)) : []

/** Who visits, meets or agrees: an id, an office ("President of Ecuador"), a state, or a person. */
export function partyOfCell(cell: string, asked: Asked, holders: Holders): ReadCell {
  const sort = classOf(cell)
  if (sort) return { value: cell }
  const office = resolve(cell, asked.day).find((c) => classOf(c.id) === 'office')
  if (office) return { value: office.id }
  const bare = asked.home && officeOf(cell, asked.home)
  if (bare) return { value: bare }
  const titled = /^(?:the )?([\p{L} -]{4,40}) of (.{3,60})$/u.exec(cell)
  const state = titled && stateOfCell(titled[2]!, asked.day).value
  const held = titled && state ? officeOf(titled[1]!, state) : undefined
  if (held) return { value: held }
  const own = resolve(cell, asked.day).find((c) => classOf(c.id) === 'state' && c.score >= 0.6 && c.form !== 'demonym')
  return own ? { value: own.id } : personOfCell(cell, asked, holders)
}

/** A cell as a value of a role of words, a place or a closed list. */
export function wordsOfCell(cell: string, name: string, role: RoleDefinition): ReadCell {
  if (role.values) {
    const value = role.values.find((v) => slug(v) === slug(cell))
    return value
      ? { value }
      : none('no-such-value', `${name} cannot be ${JSON.stringify(cell)}: use ${role.values.join(', ')}`)
  }
  if (role.holds === 'label') return { value: cell }
  const prefix = { place: 'place', people: 'people', body: 'body', roll: 'roll' }[role.holds as string]
  const value = classOf(cell) ? cell : `${prefix}:${slug(cell)}`
  const fault = prefix && slug(cell) ? faultOf(role, value) : `${JSON.stringify(cell)} is no value of ${name}`
  return fault ? none('no-such-value', fault) : { value, ...(!classOf(cell) && { label: cell }) }
}
