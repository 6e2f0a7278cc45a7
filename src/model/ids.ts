/**
 * Ids say what they name: `state:SUN`, `seat:CHN`, `office:president/ECU`, `person:guillermo-lasso`,
 * `body:united-nations`, `place:western-wall`, `people:palestinian`, `roll:A-RES-181(II)`, `doc:<hash>`, `fact:<hash>`.
 * A state's code is its ISO 3166-1 alpha-3 code or, for a state that ended, its ISO 3166-3 alpha-3; the code is a label
 * of who is meant and says nothing of anyone's status.
 */
export type EntityId = string

export type EntityClass =
  | 'state'
  | 'seat'
  | 'office'
  | 'person'
  | 'body'
  | 'place'
  | 'people'
  | 'group'
  | 'roll'
  | 'doc'
  | 'fact'

/** The class that an id names; `undefined` when the text is no id. */
export function classOf(id: EntityId): EntityClass | undefined {
  const colon = id.indexOf(':')
  const head = colon < 0 ? '' : id.slice(0, colon)
  return CLASSES.has(head) ? (head as EntityClass) : undefined
}

const CLASSES: ReadonlySet<string> = new Set([
  'state',
  'seat',
  'office',
  'person',
  'body',
  'place',
  'people',
  'group',
  'roll',
  'doc',
  'fact',
])

/** What follows the class: `ECU` of `state:ECU`, `president/ECU` of `office:president/ECU`. */
export const nameOf = (id: EntityId): string => id.slice(id.indexOf(':') + 1)

/** Letters, digits and signs of ASCII, which most names are made of, need no table of Unicode. */
const PLAIN = /^[ -~]*$/

/** A readable part of an id from a name: lower case, letters and digits of any script, hyphens between words. */
export const slug = (name: string): string =>
  (PLAIN.test(name)
    ? name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
    : name
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
  ).replace(/^-|-$/g, '')

export const stateId = (code: string): EntityId => `state:${code}`
export const seatId = (code: string): EntityId => `seat:${code}`
export const personId = (name: string): EntityId => `person:${slug(name)}`

/** Titles that name the same office under another word. */
const SAME_OFFICE: Readonly<Record<string, string>> = {
  premier: 'prime-minister',
  taoiseach: 'prime-minister',
  king: 'monarch',
  queen: 'monarch',
  emperor: 'monarch',
  empress: 'monarch',
  sultan: 'monarch',
  emir: 'monarch',
  amir: 'monarch',
  shah: 'monarch',
  tsar: 'monarch',
  'grand-duke': 'monarch',
  'foreign-secretary': 'foreign-minister',
  'minister-of-foreign-affairs': 'foreign-minister',
  'minister-for-foreign-affairs': 'foreign-minister',
  'external-affairs-minister': 'foreign-minister',
}

/** An office of a state or body by its title: `officeId('Prime Minister', 'ISR')` is `office:prime-minister/ISR`. */
export function officeId(title: string, holder: string): EntityId {
  const word = slug(title)
  return `office:${SAME_OFFICE[word] ?? word}/${holder}`
}

/** The state of an office id, or `undefined` when it belongs to a body. */
export function stateOfOffice(id: EntityId): EntityId | undefined {
  const code = nameOf(id).split('/')[1]
  return code && /^[A-Z]{3}$/.test(code) ? stateId(code) : undefined
}
