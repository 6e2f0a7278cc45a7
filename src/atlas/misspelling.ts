import { EVER } from '../model/when.ts'
import { type Entry, index } from './entries.ts'
import { lazy } from './table.ts'

const SHORTEST = 5

/** Names of persons, places and things that differ by one letter from a state's name. */
const OTHERS = new Set(
  'indiana marian mariana jordon columbia italia persia prussian roman romano koran ghani susan green bongo conga samosa'.split(
    ' ',
  ),
)

/** The text without each of its letters in turn: two words one edit apart share such a form. */
function* shortened(word: string): Generator<string> {
  for (let i = 0; i < word.length; i++) yield word.slice(0, i) + word.slice(i + 1)
}

const fixable = (entry: Entry): boolean => entry.weight > 0.6 && !entry.code && entry.to === EVER.to

/** Names by their forms with one letter left out. */
const neighbours = lazy((): ReadonlyMap<string, string[]> => {
  const map = new Map<string, string[]>()
  const put = (form: string, key: string) => {
    const list = map.get(form)
    if (!list) map.set(form, [key])
    else if (!list.includes(key)) list.push(key)
  }
  for (const [key, entries] of index()) {
    if (key.length < SHORTEST || !entries.some(fixable)) continue
    put(key, key)
    for (const form of shortened(key)) put(form, key)
  }
  return map
})

/** Whether one letter added, left out or changed, or two neighbours exchanged, makes one word the other. */
export function oneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  const [restA, restB] = [a.slice(i), b.slice(i)]
  if (a.length > b.length) return restA.slice(1) === restB
  if (b.length > a.length) return restB.slice(1) === restA
  const swapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
  return restA.slice(1) === restB.slice(1) || swapped
}

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
  const near = new Set<string>()
  for (const form of [key, ...shortened(key)])
    for (const name of neighbours().get(form) ?? []) if (name[0] === key[0] && oneEdit(key, name)) near.add(name)
  const lists = [...near].map((name) => index().get(name)!.filter(fixable))
  const [first] = lists
  if (!first || lists.some((list) => !sameMeaning(first, list))) return []
  return first
}
