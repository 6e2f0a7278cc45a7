import type { NameHit } from '../atlas/types.ts'
import type { EntityId } from '../model/ids.ts'
import { GIVEN_MONTHS, MONTHS, WEEKDAYS } from './calendar.ts'
import { isGiven } from './en/given.ts'
import {
  BODY_WORDS,
  endsTitle,
  FORMER,
  LONGEST_TITLE,
  opensTitle,
  PLACE_WORDS,
  type Title,
  titleOf,
} from './en/titles.ts'
import { OPENERS } from './en/words.ts'
import { type Chunk, chunksOf, isCapital, type Mention } from './mention.ts'
import { createPersons, type Persons } from './persons.ts'
import { complement, ownerBefore, ownerByTitle } from './scan-owner.ts'

/** The chunks of a text with what has been found about each. */
export interface Scan {
  text: string
  chunks: Chunk[]
  /** The atlas's hits; a chunk may hold two ("U.S.-Indonesia"). */
  hits: readonly NameHit[]
  /** The first of the atlas's hits that touch a chunk. */
  hit: (NameHit | undefined)[]
  /** Chunks that a mention already covers. */
  taken: boolean[]
  persons: Persons
  mentions: Mention[]
}

const PARTICLE =
  /^(?:(?:al|el|bin|bint|ibn|ben|abu|ould|ul|de|da|di|do|dos|das|du|del|della|van|von|der|den|la|le|af|y)|(?:al|el|as|ad|an)-\p{Lu}.*)$/u
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$|^JR\.?$/

/** Sets up a scan: the text's chunks with the atlas's hits laid over them. */
export function startScan(text: string, hits: readonly NameHit[]): Scan {
  const chunks = chunksOf(text)
  const hit: (NameHit | undefined)[] = []
  let h = 0
  for (const c of chunks) {
    while (h < hits.length && hits[h]!.end <= c.start) h++
    const there = hits[h]
    hit.push(there && there.start < c.end ? there : undefined)
  }
  return { text, chunks, hits, hit, taken: chunks.map(() => false), persons: createPersons(), mentions: [] }
}

export const plainCapital = (s: Scan, i: number): boolean => {
  const c = s.chunks[i]
  return !!c && isCapital(c.text) && !s.hit[i] && !/\d/.test(c.text)
}
export const joined = (s: Scan, i: number): boolean => s.chunks[i]?.after === '' && !s.chunks[i]!.possessive

const isPlural = (text: string, singular = ''): boolean =>
  text.toLowerCase() !== singular && /(?:s|men)$/i.test(text) && !/(?:s|men)$/.test(singular)

/** The longest title that begins at chunk `i`, and the index after it. */
export function titleAt(s: Scan, i: number): { title: Title; to: number; plural: boolean } | undefined {
  if (!s.chunks[i] || !opensTitle(s.chunks[i]!.text)) return undefined
  for (let n = Math.min(LONGEST_TITLE, s.chunks.length - i); n > 0; n--) {
    if (!endsTitle(s.chunks[i + n - 1]!.text)) continue
    const words = s.chunks.slice(i, i + n)
    if (words.some((c, k) => k < n - 1 && ((c.after !== '' && !(c.after === ',' && n > 4 && k > 2)) || c.possessive)))
      continue
    const texts = words.map((c) => c.text)
    const title = titleOf(texts)
    if (!title || (title.sort === 'style' && !isCapital(texts[0]!))) continue
    const named = title.words.split(' ')
    const plural = texts.some((text, k) => isPlural(text, named[k]))
    return { title, to: i + n, plural }
  }
  return undefined
}

/** The words of a person's name from chunk `i`: capitalised words and particles, at most eight. */
export function nameFrom(s: Scan, i: number, titled = false): { words: string[]; to: number } | undefined {
  const head = s.chunks[i]?.text.toLowerCase() ?? ''
  if ((head in MONTHS && !isGivenMonth(s, i)) || head in WEEKDAYS) return undefined
  const words: string[] = []
  let at = i
  while (at < s.chunks.length && words.length < 8) {
    if (at > i && isNickname(s, at)) at++
    const c = s.chunks[at]!
    if (at > i && !joined(s, at - 1) && !isNickname(s, at - 1)) break
    if (at > i && c.text.toLowerCase() in MONTHS && /^\d/.test(s.chunks[at + 1]?.text ?? '')) break
    if (PARTICLE.test(c.text)) {
      if (
        !words.length ||
        !(c.text.includes('-') || plainCapital(s, at + 1) || PARTICLE.test(s.chunks[at + 1]?.text ?? ''))
      )
        break
    } else if (
      !plainCapital(s, at) ||
      (OPENERS.has(c.text.toLowerCase()) && !isGiven(c.text)) ||
      (isBodyWord(c.text) && !insideName(s, at, words, titled)) ||
      GATHERING.test(c.text) ||
      (words.length > 0 &&
        !HONOURED.test(c.text) &&
        !SON_OF.test(words.at(-1)!) &&
        !isRankSurname(s, at, words) &&
        titleAt(s, at))
    )
      break
    words.push(c.text)
    at++
    if (c.possessive) break
  }
  if (!words.length || (words.length === 1 && words[0]!.length < 2)) return undefined
  const end = s.chunks[at]
  if (end && SUFFIX.test(end.text) && [',', ''].includes(s.chunks[at - 1]!.after)) {
    words.push(end.text)
    at++
  }
  return { words, to: at }
}
/** "Alexandra *Hill* Tinoco", "President *Park* Geun-hye": a word for a place before another name of a person. */
const insideName = (s: Scan, at: number, words: readonly string[], titled: boolean): boolean =>
  (words.length > 0 ? isGiven(words[0]!) : titled) &&
  !BODY_WORDS.has(s.chunks[at]!.text.toLowerCase()) &&
  joined(s, at) &&
  plainCapital(s, at + 1) &&
  !isBodyWord(s.chunks[at + 1]!.text)

/** "John *Major*", "Maurice *Bishop*": a rank that is a surname too, after a given name and before no other name. */
const isRankSurname = (s: Scan, at: number, words: readonly string[]): boolean =>
  words.length === 1 &&
  isGiven(words[0]!) &&
  /^(?:Major|Bishop|King|Prince|Duke|Judge|Baron|Lord)$/.test(s.chunks[at]!.text) &&
  !(joined(s, at) && plainCapital(s, at + 1))

/** "William *“Bill”* Burns": a name in quotes between two others. */
const isNickname = (s: Scan, at: number): boolean =>
  /^["“‘']$/.test(s.chunks[at - 1]?.after ?? '') &&
  /^["”’']$/.test(s.chunks[at]?.after ?? '') &&
  plainCapital(s, at - 1) &&
  plainCapital(s, at) &&
  plainCapital(s, at + 1)

/** "Foreign Ministers *Meeting*": nobody's name. */
const GATHERING = /^(?:Meetings?|Ministerials?|Summits?|Conference|Dialogue|Roundtable|Session)$/
/** "*Jan* Peter Balkenende", not "in June President Ruiz", "3 June 1990". */
const isGivenMonth = (s: Scan, i: number): boolean =>
  GIVEN_MONTHS.has(s.chunks[i]!.text.toLowerCase()) &&
  joined(s, i) &&
  plainCapital(s, i + 1) &&
  !titleAt(s, i + 1) &&
  !/^(?:\d.*|in|of|since|by|until|before|last|next|this|early|mid|late|the)$/i.test(s.chunks[i - 1]?.text ?? '')
/** "Zayed bin *Sultan*": what follows is a name. */
const SON_OF = /^(?:bin|bint|ibn|ben|abu|ould)$/
/** Styles that stand inside names: "Hassan Sheikh Mohamud". */
const HONOURED = /^(?:Sheikh|Shaikh|Sheik|Imam|Khan|Bey|Sayyid)$/
export const isBodyWord = (word: string): boolean =>
  BODY_WORDS.has(word.toLowerCase()) || PLACE_WORDS.has(word.toLowerCase())

const wasFormer = (s: Scan, i: number): boolean =>
  FORMER.has(s.chunks[i - 1]?.text.toLowerCase() ?? '') || /^(?:ex|then|former)-/i.test(s.chunks[i]?.text ?? '')

/** "Former", also before the state: "former US President". */
function hasEnded(s: Scan, i: number): boolean {
  let k = i - 1
  while (k > 0 && s.hit[k]) k--
  return /^(?:former|ex|erstwhile|past)$/i.test(s.chunks[k]?.text ?? '') || /^(?:ex|former)-/i.test(s.chunks[i]!.text)
}

/** Titles with their names: "Peruvian President Alan Garcia", "the president of Ecuador". */
export function scanTitles(s: Scan): void {
  for (let i = 0; i < s.chunks.length; ) i = s.taken[i] || s.hit[i] ? i + 1 : titled(s, i)
}

function titled(s: Scan, i: number): number {
  const found = titleAt(s, i)
  if (!found) return i + 1
  let { title, to } = found
  const before = ownerBefore(s, i)
  let of = before?.id
  let sentTo: EntityId | undefined = before?.to
  const more = complement(s, to, title.sort === 'envoy' ? ['of', 'to', 'for'] : ['of'])
  if (more) {
    to = more.to
    if (title.sort === 'envoy' && more.prep !== 'of') sentTo = more.id
    else of = more.id
  }
  // "Ambassador of Chad *to Peru*".
  const post = title.sort === 'envoy' && more?.prep === 'of' ? complement(s, to, ['to']) : undefined
  if (post) {
    to = post.to
    sentTo = post.id
  }
  let at = to
  for (let next = joined(s, at - 1) ? titleAt(s, at) : undefined; next; next = titleAt(s, at)) {
    if (title.sort === 'style') title = next.title
    at = next.to
    if (!joined(s, at - 1)) break
  }
  const second = before && !more ? secondTitle(s, at) : undefined
  at = second ?? at
  of ??= ownerByTitle(s, title, to)
  const open =
    second !== undefined || at === i || joined(s, at - 1) || (more !== undefined && s.chunks[at - 1]?.after === '')
  const said = open ? nameFrom(s, at, true) : undefined
  // "Special Envoy for Afghan Women, Girls …": one word after what an envoy is for is no name.
  const short = said !== undefined && said.words.length < 2
  // "Coordinator for the Global Engagement Center": the first word of a body's name.
  const ofBody =
    short && joined(s, said.to - 1) && isBodyWord(s.chunks[said.to]?.text ?? '') && plainCapital(s, said.to)
  // "Director of Global *Talent*": what an adjective of the title's own words describes.
  const described = short && /\b(?:of|for)\b/i.test(title.words) && ADJECTIVE.test(s.chunks[at - 1]!.text)
  const name = (short && more?.prep === 'for') || ofBody || described ? undefined : said
  if (name && !(title.sort === 'official' && !isCapital(s.chunks[i]!.text) && name.words.length === 1)) {
    return named(s, i, found.plural, title, name, of, sentTo)
  }
  if (title.sort === 'style' || (title.sort === 'official' && !of && !isCapital(s.chunks[i]!.text))) return i + 1
  const former = wasFormer(s, i)
  take(s, i, to)
  s.mentions.push({
    ...{ type: 'office', title, plural: found.plural, start: s.chunks[i]!.start, end: s.chunks[to - 1]!.end },
    ...(of && { of }),
    ...(sentTo && { to: sentTo }),
    ...(former && { former: true as const }),
  })
  return to
}

const ADJECTIVE = /(?:al|ic|ive|ary|ous)$/

/** "Peruvian Vice President *and Minister of Justice* Ana Ruiz": one person of two offices. */
function secondTitle(s: Scan, at: number): number | undefined {
  if (!joined(s, at - 1) || s.chunks[at]?.text !== 'and') return undefined
  const next = titleAt(s, at + 1)
  return next && next.title.sort !== 'style' && joined(s, next.to - 1) && nameFrom(s, next.to) ? next.to : undefined
}

/** A titled name, and after a plural title the names that follow it: "Presidents A of X and B of Y". */
function named(
  s: Scan,
  i: number,
  plural: boolean,
  title: Title,
  name: { words: string[]; to: number },
  owner: EntityId | undefined,
  sentTo: EntityId | undefined,
): number {
  let from = i
  let next: { words: string[]; to: number } | undefined = name
  let end = name.to
  while (next) {
    const after = complement(s, next.to, ['of'])
    const of = after?.id ?? owner
    end = after?.to ?? next.to
    addPerson(s, from, next.to, next.words, title, of, sentTo)
    take(s, from, next.to)
    const and =
      plural && s.chunks[end]?.text === 'and' ? end + 1 : plural && s.chunks[end - 1]?.after === ',' ? end : undefined
    from = and ?? end
    next = and === undefined ? undefined : nameFrom(s, and)
  }
  return end
}

export function addPerson(
  s: Scan,
  from: number,
  to: number,
  words: string[],
  title: Title | undefined,
  of?: EntityId,
  sentTo?: EntityId,
): void {
  const start = s.chunks[from]!.start
  const person = s.persons.add(words, title, start)
  const former = title ? wasFormer(s, from) : false
  if (of && !person.of) person.of = of
  if (sentTo && !person.to) person.to = sentTo
  s.mentions.push({
    ...{ type: 'person', person, start, end: s.chunks[to - 1]!.end },
    ...(title && title.sort !== 'style' && { title }),
    ...(of && { of }),
    ...(sentTo && { to: sentTo }),
    ...(former && { former: true as const }),
    ...(title && hasEnded(s, from) && { past: true as const }),
  })
}

export const take = (s: Scan, from: number, to: number): void => {
  for (let i = from; i < to; i++) s.taken[i] = true
}
