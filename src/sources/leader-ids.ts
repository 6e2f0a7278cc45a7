import { type EntityId, nameOf, personId, slug } from '../model/ids.ts'
import type { Days } from '../model/when.ts'
import { knownHolder, statesServed } from './holders.ts'

/** A leader's term as a list has it. */
export interface Term extends Days {
  /** The list's own id of the person, the same in each of the person's terms; a few lists give two persons one. */
  key: string
  name: string
  state: EntityId
  born: string
}

export interface Leader {
  id: EntityId
  label: string
}

/**
 * Who each term is of. A name is a known holder's where one of the state fits it within the term. Of others, a surname alone is
 * no name: the state and the year of birth are added. Two persons of the list (by its id and their years of birth) are never one.
 */
export function leadersOf(terms: readonly Term[]): (term: Term) => Leader {
  const persons = Map.groupBy(terms, personOf)
  const plain = new Map([...persons].map(([key, own]) => [key, knownIn(own) ?? plainOf(own[0]!)]))
  const bearers = Map.groupBy([...plain], ([, { id }]) => id)
  const ids = new Map<string, Leader>()
  for (const [id, same] of bearers)
    for (const [at, [key, leader]] of same.entries()) {
      const { born } = persons.get(key)![0]!
      const apart = isYear(born) && !id.endsWith(born) ? `born-${born}` : slug(key)
      ids.set(key, at === 0 ? leader : { ...leader, id: `${id}-${apart}` })
    }
  return (term) => ids.get(personOf(term))!
}

const personOf = ({ key, born }: Term): string => `${key} ${born}`
const isYear = (text: string): boolean => /^\d{4}$/.test(text)

function knownIn(terms: readonly Term[]): Leader | undefined {
  for (const term of terms) {
    const known = knownHolder(term.state, term.name, term)
    if (known) return known
  }
  return undefined
}

function plainOf({ name, state, born }: Term): Leader {
  const id = personId(name)
  const words = slug(name)
    .split('-')
    .filter((word) => word.length > 1)
  const others = statesServed(id).filter((served) => served !== state)
  if (words.length > 1 && !others.length) return { id, label: name }
  const year = isYear(born) ? `-born-${born}` : ''
  return { id: `${id}-${slug(nameOf(state))}${year}`, label: name }
}
