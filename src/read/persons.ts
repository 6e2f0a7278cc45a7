import { personId } from '../model/ids.ts'
import { type Gender, genderOf } from './en/given.ts'
import type { Title } from './en/titles.ts'
import type { Person } from './mention.ts'

const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/
const FAMILY_FIRST = new Set(
  `ban cao chen deng hu hun jiang kang kim lee li lin liu ma mao moon nguyen park pham phan qin ri roh song sun tran tsai vo wang wen wu xi
xie yang yoon zhang zhao zhou zhu`.split(/\s+/),
)
/** Persons who are called by their first name: kings, popes. */
const FIRST_NAMED = new Set([
  'king',
  'queen',
  'pope',
  'emperor',
  'emir',
  'sultan',
  'prince',
  'princess',
  'crown prince',
  'sheikh',
])

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const titleCase = (word: string): string =>
  /^\p{Lu}{2,}$/u.test(word) && word.length > 2 && !SUFFIX.test(word)
    ? word[0] + word.slice(1).toLowerCase()
    : /^JR\.?$/.test(word)
      ? word.replace('JR', 'Jr')
      : word

/** The word by which an article calls a person later: a surname, or the first name of a king. */
function callName(words: readonly string[], title: Title | undefined): string {
  const bare = words.filter((w) => !SUFFIX.test(w))
  const first = fold(bare[0] ?? '')
  if (title && FIRST_NAMED.has(title.words)) return first
  return FAMILY_FIRST.has(first) && bare.length <= 3 ? first : fold(bare.at(-1) ?? '')
}

/** The persons of one article, each with the fullest form of its name. */
export interface Persons {
  all: Person[]
  add(name: readonly string[], title: Title | undefined, at: number): Person
  /** Whom a bare name means; the one named last where several share it. */
  called(word: string): Person | undefined
  /** The one person of the article with this first name: "Yayi" after "President Yayi Boni". */
  givenName(word: string): Person | undefined
}

export function createPersons(): Persons {
  const all: Person[] = []
  const names = new Map<string, Person[]>()
  const seen = new Map<Person, { words: string[]; first: number; last: number }>()

  const find = (words: readonly string[], call: string): Person | undefined => {
    const same = names.get(call) ?? []
    if (words.length === 1) return same.toSorted((a, b) => seen.get(b)!.last - seen.get(a)!.last)[0]
    return same.find((p) => fits(seen.get(p)!.words, words) && !otherGiven(seen.get(p)!.words, words))
  }
  /** "Foreign Minister Retno" after "Foreign Minister Retno Marsudi": the office tells that the first name is meant. */
  const byGiven = (words: readonly string[], title: Title | undefined): Person | undefined =>
    words.length === 1 && title && title.sort !== 'style'
      ? all.find((p) => fold(seen.get(p)!.words[0]!) === fold(words[0]!) && p.title?.words === title.words)
      : undefined
  const add = (raw: readonly string[], title: Title | undefined, at: number): Person => {
    const words = raw.map(titleCase)
    const call = callName(words, title)
    const known = find(words, call) ?? byGiven(words, title)
    if (known) {
      widen(known, words, title, at)
      return known
    }
    const label = join(words)
    const gender = title?.gender ?? genderOf(words[0] ?? '')
    const person: Person = { id: personId(label), label, surname: call, ...(gender && { gender }) }
    if (title && title.sort !== 'style') person.title = title
    all.push(person)
    seen.set(person, { words, first: at, last: at })
    for (const key of new Set([call, fold(words.filter((w) => !SUFFIX.test(w)).at(-1) ?? '')])) {
      names.set(key, [...(names.get(key) ?? []), person])
    }
    return person
  }
  const widen = (person: Person, words: string[], title: Title | undefined, at: number): void => {
    const state = seen.get(person)!
    state.last = at
    if (words.length > state.words.length) {
      state.words = words
      person.label = join(words)
      person.id = personId(person.label)
    }
    const gender: Gender | undefined = title?.gender ?? genderOf(words.length > 1 ? words[0]! : '')
    if (!person.gender && gender) person.gender = gender
    if (!person.title && title && title.sort !== 'style') person.title = title
  }
  const givenName = (word: string): Person | undefined => {
    const same = all.filter((p) => seen.get(p)!.words.length > 1 && fold(seen.get(p)!.words[0]!) === fold(word))
    return same.length === 1 && !/\.$/.test(word) ? same[0] : undefined
  }
  return { all, add, called: (word) => find([word], fold(word)), givenName }
}

const join = (words: readonly string[]): string => words.join(' ')

/** Two forms of one name: the given names agree as far as both tell them. */
function fits(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [a[0]!, b[0]!].map((w) => fold(w).replace('.', ''))
  if (a.length === 1 || b.length === 1) return true
  return x === y || x!.startsWith(y!) || y!.startsWith(x!) || NICKNAMES[x!] === y || NICKNAMES[y!] === x
}
/** "Park Geun-hye" and "Park Jin": of names that begin with the family's, the given ones tell them apart. */
const otherGiven = (a: readonly string[], b: readonly string[]): boolean =>
  FAMILY_FIRST.has(fold(a[0]!)) &&
  [a, b].every((words) => words.length > 1 && words.length < 4) &&
  fold(a[0]!) === fold(b[0]!) &&
  squeezed(a) !== squeezed(b)
const squeezed = (words: readonly string[]): string => fold(words.slice(1).join('')).replaceAll('-', '')

const NICKNAMES: Readonly<Record<string, string>> = {
  joe: 'joseph',
  bill: 'william',
  jim: 'james',
  jimmy: 'james',
  tony: 'anthony',
  mike: 'michael',
  bob: 'robert',
  dick: 'richard',
  ted: 'edward',
  liz: 'elizabeth',
  ron: 'ronald',
  tom: 'thomas',
}
