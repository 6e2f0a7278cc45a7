import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lifetime, resolve } from '../../atlas/index.ts'
import { type EntityId, nameOf, stateId } from '../../model/ids.ts'

interface Item {
  item: string
  state: EntityId
  label: string
}

let known: readonly Item[] | undefined

/** Wikidata's items of states, with the label that each is known by; a state may have several, by regime. */
function items(): readonly Item[] {
  known ??= readFileSync(join(import.meta.dirname, 'states.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [item, state, label] = line.split('\t')
      return item && state && label ? [{ item, state: stateId(state), label }] : []
    })
  return known
}

/** The items of a state, the usual one first. */
export function itemsOf(state: EntityId): { item: string; label: string }[] {
  const own = items().filter((one) => one.state === state)
  const names = (label: string) =>
    resolve(label)[0]?.id === state && !/^(?:Kingdom|Empire|Socialist|Nazi|Weimar|West|German E)/.test(label)
  return own.toSorted((a, b) => Number(names(b.label)) - Number(names(a.label)))
}

export type StateItem = { state: EntityId } | { fault: 'unknown-state' | 'label-mismatch'; message: string }

/**
 * The state that an item is. Its label as the answer gives it must be a name of that state here: a number alone is not trusted.
 * Nothing is filed of an item that is no state of ours.
 */
export function stateOfItem(item: string, label: string | undefined): StateItem {
  const found = items().find((one) => one.item === item)
  if (!found)
    return { fault: 'unknown-state', message: `${item} (${label ?? 'without a label'}) is no state of the table` }
  if (label !== undefined && namesState(label, found.state)) return { state: found.state }
  const message = `${item} is here ${nameOf(found.state)} (${found.label}), and the answer calls it ${label ?? 'nothing'}`
  return { fault: 'label-mismatch', message }
}

/** Whether a name means a state first of all: today, or when it began or ended. */
function namesState(name: string, state: EntityId): boolean {
  const life = lifetime(state)
  return [undefined, life?.from, life?.to].some((day) => resolve(name, day)[0]?.id === state)
}
