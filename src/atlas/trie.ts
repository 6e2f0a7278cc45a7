import { type Entry, entries, entryKeys, NOTHING } from './entries.ts'
import { nameWords, type Word } from './fold.ts'
import { lazy } from './table.ts'

/** A name as it must be written. */
export interface Listed {
  entry: Entry
  /** For each word, whether it must begin with a capital. */
  capitals: boolean[]
}

/** A place in the trie: the words that may follow, and the names that end here. */
export interface NameNode {
  next: Map<string, NameNode>
  here: Listed[]
}

const fresh = (): NameNode => ({ next: new Map(), here: [] })

/** The step from one word to the next: a comma or a possessive between them is part of it. */
export function edge(word: Word, before: Word | undefined): string {
  if (!before) return word.key
  return (before.possessive ? "'s " : '') + (word.gap === 'comma' ? ', ' : '') + word.key
}

export const isGroup = (entry: Entry): boolean => entry.why.startsWith('group:')

/**
 * Whether running text is searched for the name: not for codes, names in other languages, or those that mostly mean
 * something else; groups are found by `findGroups`.
 */
export const inText = (entry: Entry): boolean =>
  entry.id === NOTHING || (entry.weight > 0.4 && !isGroup(entry) && !/^(ISO 3166 code|name in )/.test(entry.why))

/** A name whose folded form is its words as they stand takes them from there. */
function steps(entry: Entry, key: string): { keys: string[]; capitals: boolean[] } {
  const plain = entry.text.split(' ')
  if (entry.text.length === key.length && key === entry.text.toLowerCase())
    return { keys: key.split(' '), capitals: plain.map((word) => word[0] !== word[0]!.toLowerCase()) }
  const words = nameWords(entry.text)
  return { keys: words.map((word, i) => edge(word, words[i - 1])), capitals: words.map((word) => word.capital) }
}

function put(root: NameNode, entry: Entry, key: string): void {
  const { keys, capitals } = steps(entry, key)
  let node = root
  for (const step of keys) {
    let next = node.next.get(step)
    if (!next) {
      next = fresh()
      node.next.set(step, next)
    }
    node = next
  }
  node.here.push({ entry, capitals })
}

function trieOf(wanted: (entry: Entry) => boolean): NameNode {
  const root = fresh()
  const keys = entryKeys()
  entries().forEach((entry, i) => {
    if (wanted(entry)) put(root, entry, keys[i]!)
  })
  return root
}

/** The names of states, places and bodies by their words. */
export const trie = lazy(() => trieOf(inText))

/** The names and adjectives of groups by their words, with the phrases to pass over. */
export const groupTrie = lazy(() => trieOf((entry) => isGroup(entry) || entry.id === NOTHING))
