import type { EntityId } from '../model/ids.ts'
import type { Day } from '../model/when.ts'
import { index, NOTHING } from './entries.ts'
import { findNames, longest } from './find.ts'
import { keyOf, type Word, wordsOf } from './fold.ts'
import { mayStandBetween, type NounSort, nounOf } from './group-nouns.ts'
import { hasMembers } from './groups.ts'
import { groupTrie } from './trie.ts'
import type { NameHit } from './types.ts'

/** A group of states named in running text: a region, a treaty's members, their leaders. */
export interface GroupHit {
  start: number
  end: number
  /** `group:latin-america`, `body:nato`; see `membersOf`. */
  group: EntityId
  /** `name`: "the Balkans". `members`: "Arab states", "an EU leader", "members of NATO"; the span holds the noun. */
  form: 'name' | 'members'
  /** For `members`, the noun in the singular, and whether it means the states or those who speak for them. */
  noun?: string
  sort?: NounSort
  plural?: boolean
}

/** A group's name or adjective between two words of a text. */
interface Named {
  group: EntityId
  first: number
  last: number
  adjective: boolean
}

const entriesOf = (name: string) =>
  (index().get(keyOf(name)) ?? []).filter(
    (entry) => /^(?:group|body):/.test(entry.id) && entry.why.startsWith('group:'),
  )

/** The group of which a word is the adjective: `groupOfAdjective('Arab')` is `group:arab-states`. */
export const groupOfAdjective = (word: string): EntityId | undefined =>
  entriesOf(word).find((entry) => entry.form === 'adjective')?.id

/** The group of that name: `groupOfName('Latin America')` is `group:latin-america`. */
export const groupOfName = (name: string): EntityId | undefined =>
  entriesOf(name).find((entry) => entry.form === 'name')?.id

/** Groups by their own names and adjectives; a longer name of a state, place or body over them goes first. */
function byTables(text: string, words: Word[], hits: readonly NameHit[]): Named[] {
  const found: Named[] = []
  let h = 0
  for (let i = 0; i < words.length; i++) {
    const match = longest(text, words, i, groupTrie())
    if (!match) continue
    const [start, end] = [words[i]!.start, words[match.last]!.end]
    while (h < hits.length && hits[h]!.end <= start) h++
    const over = hits.slice(h, h + 3).some((hit) => hit.start < end && (hit.start < start || hit.end > end))
    const entry = match.entries.find((one) => one.id !== NOTHING)
    const passed = match.entries.some((one) => one.id === NOTHING) && !entry
    if (entry && !over)
      found.push({ group: entry.id, first: i, last: match.last, adjective: isAdjective(match.entries) })
    if (passed || (entry && !over)) i = match.last
  }
  return found
}

const isAdjective = (entries: readonly { form: string; id: EntityId }[]): boolean =>
  entries.every((entry) => entry.id === NOTHING || entry.form === 'adjective')

/** Bodies with members, by the names that the atlas found. */
function byHits(words: Word[], hits: readonly NameHit[], taken: ReadonlySet<number>): Named[] {
  const found: Named[] = []
  let i = 0
  for (const hit of hits) {
    const id = hit.candidates[0]!.id
    if (!id.startsWith('body:') || !hasMembers(id)) continue
    while (i < words.length && words[i]!.end <= hit.start) i++
    let last = i
    while (last + 1 < words.length && words[last + 1]!.end <= hit.end) last++
    if (i < words.length && !taken.has(i)) found.push({ group: id, first: i, last, adjective: true })
  }
  return found
}

/** At most so many words stand between a group's name and its noun. */
const REACH = 4

interface Headed {
  at: number
  word: string
  sort: NounSort
  plural: boolean
}

/** The noun after a group's name: "Arab *states*", "EU foreign *ministers*", "African and Asian *leaders*". */
function nounAfter(words: Word[], named: Named, starts: ReadonlyMap<number, number>): Headed | undefined {
  let found: Headed | undefined
  for (let k = named.last + 1; k <= named.last + REACH && k < words.length; k++) {
    const word = words[k]!
    if (word.gap === 'break' || words[k - 1]!.possessive || (word.gap === 'comma' && !starts.has(k))) break
    const noun = word.upper && word.key.length < 3 ? undefined : nounOf(word.key)
    if (noun?.word === 'head' || noun?.word === 'chief') return { ...noun, at: headEnd(words, k) }
    if (noun) found = { at: k, ...noun }
    const on = starts.get(k)
    if (on !== undefined) k = on
    else if (!noun && !mayStandBetween(word.key)) break
    else if (noun && !LEADING.has(word.key)) break
  }
  return found
}

/** The last word of "heads of state and government". */
function headEnd(words: Word[], at: number): number {
  if (words[at + 1]?.key !== 'of' || !OF_STATE.has(words[at + 2]?.key ?? '')) return at
  const more = /^(?:and|or)$/.test(words[at + 3]?.key ?? '')
  if (more && OF_STATE.has(words[at + 4]?.key ?? '')) return at + 4
  return more && words[at + 4]?.key === 'of' && OF_STATE.has(words[at + 5]?.key ?? '') ? at + 5 : at + 2
}
const OF_STATE = new Set(['state', 'government', 'delegation', 'mission'])

/** Nouns that a further noun may follow: "member states", "government leaders". */
const LEADING = new Set(['member', 'state', 'government'])
const LINKS = new Set(['of', 'in', 'from'])

/** The noun before a group's name: "*members* of NATO", "*countries* of the Western Balkans". */
function nounBefore(words: Word[], named: Named): Headed | undefined {
  let k = named.first - 1
  if (words[k]?.key === 'the') k--
  if (!LINKS.has(words[k]?.key ?? '') || words[named.first]!.gap !== 'space') return undefined
  const noun = nounOf(words[k - 1]?.key ?? '')
  if (!noun || noun.word === 'president' || noun.word === 'chief' || noun.word === 'head') return undefined
  const at = words[k - 2]?.key === 'member' ? k - 2 : k - 1
  return { at, ...noun }
}

function hitOf(words: Word[], named: Named, starts: ReadonlyMap<number, number>): GroupHit | undefined {
  const [start, end] = [words[named.first]!.start, words[named.last]!.end]
  const { group } = named
  const of = (noun: Headed) => ({
    group,
    form: 'members' as const,
    noun: noun.word,
    sort: noun.sort,
    plural: noun.plural,
  })
  const after = nounAfter(words, named, starts)
  if (after && !isEnvoy(after)) return { start, end: words[after.at]!.end, ...of(after) }
  const before = nounBefore(words, named)
  if (before?.plural) return { start: words[before.at]!.start, end, ...of(before) }
  if (named.adjective) return undefined
  const last = nounOf(words[named.last]!.key)
  return last?.plural ? { start, end, ...of({ at: named.last, ...last }) } : { start, end, group, form: 'name' }
}

/** "The Middle East envoy" is sent there. */
const isEnvoy = (noun: Headed): boolean => !noun.plural && (noun.word === 'envoy' || noun.word === 'representative')

/**
 * The groups of states in a text, in order: regions by name, and any group whose name or adjective has a noun beside it that
 * makes it mean its states or those who lead them. `hits` are what `findNames` found in the same text. Hits of two groups that
 * share a noun overlap ("African and Asian leaders").
 */
export function findGroups(text: string, day?: Day, hits: readonly NameHit[] = findNames(text, day)): GroupHit[] {
  const words = wordsOf(text)
  const own = byTables(text, words, hits)
  const taken = new Set(own.map((named) => named.first))
  const named = [...own, ...byHits(words, hits, taken)].sort((a, b) => a.first - b.first)
  const starts = new Map(named.map(({ first, last }) => [first, last]))
  return named.flatMap((one) => hitOf(words, one, starts) ?? [])
}
