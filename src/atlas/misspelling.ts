import { EVER } from '../model/when.ts'
import { type Entry, index } from './entries.ts'
import { lazy } from './table.ts'

const SHORTEST = 5

/** Names of persons, places and things that differ by one letter from a state's name. */
const OTHERS = new Set(
  'angela dominic indira marshall moderna hungry greene emirate jorden indiana marian mariana jordon columbia italia persia prussian roman romano koran ghani susan green bongo conga samosa'.split(
    ' ',
  ),
)

const fixable = (entry: Entry): boolean =>
  entry.weight > 0.6 &&
  !entry.code &&
  !entry.prefix &&
  !entry.why.startsWith('group:') &&
  entry.to === EVER.to &&
  !entry.why.startsWith('name in ')

const shelf = (initial: string, length: number): string => initial + length

/** A letter doubled or single is one slip, though it may touch two places ("Morroco"). */
const single = (word: string): string => word.replace(/(.)\1/g, '$1')
const DOUBLED = 6

interface Shelved {
  key: string
  single: string
}

/** Names by first letter and length. */
const shelves = lazy((): ReadonlyMap<string, Shelved[]> => {
  const map = new Map<string, Shelved[]>()
  for (const [key, entries] of index()) {
    if (key.length < SHORTEST || !entries.some(fixable)) continue
    const at = shelf(key[0]!, key.length)
    const list = map.get(at)
    const shelved = { key, single: single(key) }
    if (list) list.push(shelved)
    else map.set(at, [shelved])
  }
  return map
})

/** Whether two texts are the same from two places on. */
function sameRest(a: string, i: number, b: string, j: number): boolean {
  if (a.length - i !== b.length - j) return false
  while (i < a.length) if (a.charCodeAt(i++) !== b.charCodeAt(j++)) return false
  return true
}

/** Whether one letter added, left out or changed, or two neighbours exchanged, makes one word the other. */
export function oneEdit(a: string, b: string): boolean {
  if (a === b) return false
  let i = 0
  while (i < a.length && a.charCodeAt(i) === b.charCodeAt(i)) i++
  if (sameRest(a, i + 1, b, i + 1) || sameRest(a, i + 1, b, i) || sameRest(a, i, b, i + 1)) return true
  return a[i] === b[i + 1] && a[i + 1] === b[i] && sameRest(a, i + 2, b, i + 2)
}

/** Whether two neighbouring letters are exchanged and nothing else. */
export const exchanged = (a: string, b: string): boolean =>
  a.length === b.length && [...a].sort().join('') === [...b].sort().join('')

const sameMeaning = (a: Entry[], b: Entry[]): boolean => {
  const ids = new Set(a.map((e) => e.id))
  return b.some((e) => ids.has(e.id))
}

/**
 * The names of which a folded word is a one-letter misspelling: the same first letter, at least five letters, and only
 * one entity in reach. Empty otherwise.
 */
export function corrections(key: string): Entry[] {
  if (key.length < SHORTEST || OTHERS.has(key)) return []
  const once = key.length >= DOUBLED ? single(key) : undefined
  const near = [-1, 0, 1]
    .flatMap((more) => shelves().get(shelf(key[0]!, key.length + more)) ?? [])
    .filter((name) => oneEdit(key, name.key) || (once !== undefined && name.key !== key && once === name.single))
    .map((name) => name.key)
  const lists = near.map((name) => index().get(name)!.filter(fixable))
  const [first] = lists
  if (!first || lists.some((list) => !sameMeaning(first, list))) return []
  return first
}
