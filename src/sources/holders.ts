import { join } from 'node:path'
import { type EntityId, slug } from '../model/ids.ts'
import { type Days, daysOf, meets } from '../model/when.ts'
import { readPack } from './packs.ts'
import { starterPacks } from './starter.ts'

/** Somebody whom the starter packs know to have held an office of a state on some days. */
interface Holder {
  person: EntityId
  label: string
  words: ReadonlySet<string>
  days: Days
}

let known: ReadonlyMap<EntityId, Holder[]> | undefined

/** Holders of offices by state, from the starter packs: they give usual full names to lists that tell surnames alone. */
function holdersByState(): ReadonlyMap<EntityId, Holder[]> {
  known ??= Map.groupBy(readHolders(), ({ state }) => state)
  return known
}

function readHolders(): (Holder & { state: EntityId })[] {
  const packs = starterPacks().map(({ path }) => readPack(join(path)))
  const labels = new Map(packs.flatMap(({ names }) => names.map(({ id, label }) => [id, label] as const)))
  return packs.flatMap(({ facts }) =>
    facts.flatMap(({ kind, roles, when }) => {
      const [person, state, days] = [String(roles.person), String(roles.state), when && daysOf(when)]
      const label = labels.get(person)
      return kind === 'office' && days && label ? [{ person, state, label, days, words: wordsOf(label) }] : []
    }),
  )
}

const wordsOf = (name: string): Set<string> =>
  new Set(
    slug(name)
      .split('-')
      .filter((word) => word.length > 1),
  )

/**
 * The one holder of an office of the state within a term whose full name has every word of a told name; `undefined` for
 * none and for several.
 */
export function knownHolder(state: EntityId, name: string, term: Days): { id: EntityId; label: string } | undefined {
  const words = wordsOf(name)
  const found = (holdersByState().get(state) ?? []).filter(
    (holder) => meets(holder.days, term) && words.size > 0 && [...words].every((word) => holder.words.has(word)),
  )
  const persons = new Map(found.map(({ person, label }) => [person, label]))
  const [one, another] = persons
  return one && !another ? { id: one[0], label: one[1] } : undefined
}

/** The states that a person of the starter packs served; empty for nobody known. */
export const statesServed = (person: EntityId): EntityId[] =>
  [...holdersByState()].flatMap(([state, holders]) => (holders.some((one) => one.person === person) ? [state] : []))
