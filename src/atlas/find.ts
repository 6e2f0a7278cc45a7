import type { Day } from '../model/when.ts'
import { isGivenName, isTown, settled } from './context.ts'
import { type Entry, index } from './entries.ts'
import { keyOf, type Word, wordsOf } from './fold.ts'
import { corrections, exchanged } from './misspelling.ts'
import { isCity, rank } from './rank.ts'
import { edge, inText, type Listed, type NameNode, trie } from './trie.ts'
import type { Candidate, NameHit } from './types.ts'

/** Abbreviations that are words too: in a line of capitals they are taken for the word, unless written with dots. */
const WORDS = new Set(['us', 'who', 'car', 'alba'])

const HYPHENS: ReadonlySet<string> = new Set(['-', '‐', '‑', '–'])

/** "US$5 million" names a currency. */
const DOLLAR = 36

interface Place {
  text: string
  words: Word[]
  first: number
  last: number
}

const shouting = ({ words, first, last }: Place): boolean =>
  [words[first - 1], words[last + 1]].some((word) => word?.upper && word.key.length > 3 && word.gap !== 'break')

function writtenSo({ entry, capitals }: Listed, at: Place): boolean {
  const { words, first, last, text } = at
  if (entry.article && words[first - 1]?.key !== 'the') return false
  if (entry.code) {
    const word = words[first]!
    if (WORDS.has(word.key) && !word.dotted && shouting(at)) return false
    if (text.charCodeAt(words[last]!.end) === DOLLAR) return false
    return word.upper || text.slice(word.start, words[last]!.end) === entry.text
  }
  if (entry.prefix && !HYPHENS.has(text[words[last]!.end] ?? '')) return false
  return capitals.every((capital, i) => !capital || words[first + i]!.capital)
}

export interface Match {
  last: number
  entries: Entry[]
}

/** The longest name that begins with the word. */
export function longest(text: string, words: Word[], first: number, root = trie()): Match | undefined {
  let node: NameNode | undefined = root
  let best: Match | undefined
  for (let last = first; last < words.length; last++) {
    if (last > first && words[last]!.gap === 'break') break
    node = node.next.get(edge(words[last]!, last === first ? undefined : words[last - 1]))
    if (!node) break
    const at = { text, words, first, last }
    const found = node.here.filter((listed) => writtenSo(listed, at))
    if (found.length) best = { last, entries: found.map((listed) => listed.entry) }
  }
  return best
}

/** Shorter words are misspelt into other words too easily to be corrected in running text. */
const SHORTEST_IN_TEXT = 8
const STATED: ReadonlySet<string> = new Set(['name', 'adjective', 'demonym'])

/** In running text only letters exchanged, or one letter within a long word, count as a misspelling of a state's name. */
function slip(key: string, entry: Entry): boolean {
  if (!entry.id.startsWith('state:') || !STATED.has(entry.form) || entry.article || !inText(entry)) return false
  const name = keyOf(entry.text)
  return exchanged(key, name) || (key.length >= SHORTEST_IN_TEXT && key.at(-1) === name.at(-1))
}

/** Looks each word of a text up once; so many different ones at most. */
const REMEMBERED = 20_000

function speller(): (word: Word) => Entry[] {
  const known = new Map<string, Entry[]>()
  return (word) => {
    if (!word.capital || word.upper || word.dotted) return []
    const before = known.get(word.key)
    if (before) return before
    const found = corrections(word.key).filter((entry) => slip(word.key, entry))
    if (known.size < REMEMBERED) known.set(word.key, found)
    return found
  }
}

/** Capitals of another time, and names of another time that usually mean something else, are left alone in running text. */
const likely =
  (day: Day | undefined) =>
  (entry: Entry): boolean =>
    (entry.weight > 0.6 && !isCity(entry)) || (day ? entry.from <= day && day <= entry.to : entry.to === '9999-12-31')

type Ranker = (entries: Entry[], factor: number) => Candidate[]

/** Ranks the same entries once. */
function ranker(day: Day | undefined): Ranker {
  const known = new Map<Entry, { size: number; candidates: Candidate[] }>()
  return (found, factor) => {
    const hit = known.get(found[0]!)
    if (hit?.size === found.length && factor === 1) return hit.candidates
    const candidates = rank(found.filter(likely(day)), day, factor)
    if (factor === 1) known.set(found[0]!, { size: found.length, candidates })
    return candidates
  }
}

const DIRECTIONS: ReadonlySet<string> = new Set(['north', 'south', 'east', 'west'])

/** "North" of "North and South Korea", where the second name's first word is a direction too. */
function sharedName(words: Word[], first: number, match: Match): Entry[] {
  const [side, link, other] = [words[first - 2], words[first - 1], words[first]!]
  if (!side?.capital || !DIRECTIONS.has(side.key) || !DIRECTIONS.has(other.key)) return []
  if (link?.key !== 'and' || link.gap !== 'space' || other.gap !== 'space') return []
  const rest = words.slice(first + 1, match.last + 1).map((word) => word.key)
  return (index().get([side.key, ...rest].join(' ')) ?? []).filter(inText)
}

const correctedHit = (candidates: Candidate[], name: string): Candidate[] =>
  candidates.map((c) => ({ ...c, why: `misspelling of ${name}: ${c.why}` }))

/**
 * The names of states, places and bodies in a text, in order and not overlapping: the longest name wherever one begins.
 * A name counts only in its capitals ("Turkey", "TURKEY", not "turkey"). Offsets leave out "the" and a possessive "'s". Of
 * two that share a name the one comes first that the rest of the text speaks of.
 */
export function findNames(text: string, day?: Day): NameHit[] {
  const words = wordsOf(text)
  const order = ranker(day)
  const misspelt = speller()
  const hits: NameHit[] = []
  const add = (from: Word, to: Word, candidates: Candidate[]) => {
    if (candidates.length) hits.push({ start: from.start, end: to.end, candidates })
  }
  for (let i = 0; i < words.length; i++) {
    const match = longest(text, words, i)
    if (match) {
      const shared = sharedName(words, i, match)
      if (shared.length) add(words[i - 2]!, words[i - 2]!, order(shared, 1))
      if (!isGivenName(words, i, match.last) && !isTown(words, match.last))
        add(words[i]!, words[match.last]!, order(match.entries, 1))
      i = match.last
      continue
    }
    const fixed = misspelt(words[i]!)
    if (fixed.length) add(words[i]!, words[i]!, correctedHit(order(fixed, 0.6), fixed[0]!.text))
  }
  return settled(text, words, hits)
}
