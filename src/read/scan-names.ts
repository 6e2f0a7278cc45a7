import type { Span } from '../model/span.ts'
import { isGiven } from './en/given.ts'
import { isField } from './en/portfolio.ts'
import { opensTitle } from './en/titles.ts'
import { OPENERS } from './en/words.ts'
import { isAcronym, isCapital } from './mention.ts'
import { addPerson, isBodyWord, joined, nameFrom, plainCapital, type Scan, take, titleAt } from './scan.ts'

/** How names of persons are told from others. */
export interface Recognised {
  /** Whether a ledger knows a person of that name. */
  known(name: string): boolean
  /** Whether the tagger takes the words for a person's name. */
  tagged(words: Span): boolean
}

/** Names that begin with a known given name, or that a following title or verb of speech makes a person's. */
export function scanNames(s: Scan, { known, tagged }: Recognised): void {
  for (let i = 0; i < s.chunks.length; i++) {
    if (s.taken[i] || !plainCapital(s, i)) continue
    const given = isGiven(s.chunks[i]!.text)
    const name = nameFrom(s, i)
    if (
      !name ||
      (name.words.length < 2
        ? !acting(s, i, name.words[0]!, known) && !looksPersonal(s, i, name, tagged)
        : !given && !personal(s, i, name) && !known(name.words.join(' ')) && !looksPersonal(s, i, name, tagged))
    )
      continue
    if (plainCapital(s, name.to) && joined(s, name.to - 1) && isBodyWord(s.chunks[name.to]!.text)) continue
    addPerson(s, i, name.to, name.words, undefined)
    take(s, i, name.to)
  }
}

const ARTICLE = /^(?:the|an?|this|that|each|every)$/i
const low = (word: string): string => word.toLowerCase()

/** Up to four words that the tagger takes for a person's name, and nothing in them speaks against it. */
function looksPersonal(
  s: Scan,
  i: number,
  name: { words: string[]; to: number },
  tagged: Recognised['tagged'],
): boolean {
  const { words, to } = name
  if (
    words.length === 1 &&
    (words[0]!.length < 2 ||
      ARTICLE.test(s.chunks[i - 1]?.text ?? '') ||
      OPENERS.has(low(words[0]!)) ||
      COMMON.has(low(words[0]!)))
  )
    return false
  if (isTail(s, i)) return false
  if (
    words.length > 4 ||
    words.some((w) => isAcronym(w) || isBodyWord(w) || isField(w.toLowerCase()) || COMPOUND.test(w))
  )
    return false
  if (s.chunks.slice(i, to).some((c) => opensTitle(c.text))) return false
  // "*Piper* Anne Campbell": before a given name only what heads the name.
  const end = words.slice(1).some(isGiven) ? i + 1 : to
  return tagged({ start: s.chunks[i]!.start, end: s.chunks[end - 1]!.end })
}

/** What follows another capitalised word of no known name may be the end of a longer one. */
const isTail = (s: Scan, i: number): boolean => i > 0 && joined(s, i - 1) && plainCapital(s, i - 1) && !s.taken[i - 1]

/** "*Low-Intensity* Conflict": a compound that describes. */
const COMPOUND = /^(?:Low|High|Long|Short|Mid|Multi|Anti|Counter|Non|Inter|Cross|Post|Pre|Pro|Sub|Vice)-/

/** One word alone is a person's name where the ledger knows it, or where it does what persons do. */
function acting(s: Scan, i: number, word: string, known: (name: string) => boolean): boolean {
  if (isAcronym(word) || OPENERS.has(word.toLowerCase()) || COMMON.has(word.toLowerCase()) || isBodyWord(word))
    return false
  const next = s.chunks[i + 1]
  return known(word) || (!!next && joined(s, i) && TRAVELS.has(next.text) && !isTail(s, i))
}

/** Not by its words, but by what stands beside it. */
function personal(s: Scan, i: number, name: { words: string[]; to: number }): boolean {
  if (name.words.length > 4 || name.words.some((w) => isAcronym(w) || COMMON.has(w.toLowerCase()))) return false
  if (name.words.some((w) => isBodyWord(w) || isField(w.toLowerCase()) || GATHERING.test(w) || COMPOUND.test(w)))
    return false
  const last = s.chunks[name.to - 1]!
  const next = s.chunks[name.to]
  if (last.possessive) return false
  if (i > 0 && joined(s, i - 1) && MEETING.has(s.chunks[i - 1]!.text)) return true
  if (!next) return false
  if (last.after === '' && (SAID.has(next.text) || (TRAVELS.has(next.text) && !isTail(s, i)))) return true
  if (
    last.after === '' &&
    ['was', 'is', 'has', 'became', 'will', 'were'].includes(next.text) &&
    holdsOffice(s, name.to + 1)
  )
    return true
  if (last.after !== ',') return false
  if (next.text === 'who' && name.words.length > 1) return true
  const at = ['the', 'a', 'an', 'his', 'her', 'its', 'then'].includes(next.text.toLowerCase()) ? name.to + 1 : name.to
  for (let k = at; k < at + 4 && k < s.chunks.length; k++) {
    if (titleAt(s, k)) return true
    if (!joined(s, k) && !s.hit[k]) return false
  }
  return false
}
const GATHERING = /^(?:dialogue|mechanism|ministerial|roundtable|summit|talks|initiative|plan)$/i
const MEETING = new Set([
  'counterpart',
  'spouse',
  'wife',
  'husband',
  'predecessor',
  'successor',
  'met',
  'meet',
  'meeting',
  'thanked',
  'congratulated',
  'praised',
  'welcomed',
  'received',
  'succeeded',
  'appointed',
  'elected',
  'succeed',
])
const OFFICES = new Set([
  'elected',
  're-elected',
  'appointed',
  'named',
  'sworn',
  'inaugurated',
  'nominated',
  'ambassador',
  'president',
])
/** "was elected president", "is the prime minister": soon after a name. */
function holdsOffice(s: Scan, at: number): boolean {
  for (let k = at; k < at + 4 && k < s.chunks.length; k++)
    if (OFFICES.has(s.chunks[k]!.text) || titleAt(s, k)) return true
  return false
}
const SAID = new Set([
  'said',
  'says',
  'told',
  'added',
  'noted',
  'stressed',
  'argued',
  'wrote',
  'tweeted',
  'visited',
  'met',
])
const TRAVELS = new Set(['visited', 'travelled', 'traveled', 'flew', 'met', 'arrived', 'arrives'])
const COMMON = new Set(['the', 'this', 'in', 'on', 'at', 'a', 'but', 'and', 'for', 'from', 'with', 'today', 'as'])

const standsAlone = (s: Scan, i: number): boolean =>
  ![i - 1, i].some((k) => joined(s, k) && isCapital(s.chunks[k]!.text) && isCapital(s.chunks[k + 1]!.text))

/** Later and shorter forms of names already found: "Clark", "Sall’s". */
export function scanSurnames(s: Scan): void {
  for (let i = 0; i < s.chunks.length; i++) {
    const c = s.chunks[i]!
    if (s.taken[i] || !isCapital(c.text) || s.hit[i]) continue
    const next = s.chunks[i + 1]
    if (next && joined(s, i) && isCapital(next.text) && isBodyWord(next.text)) continue
    const person = s.persons.called(c.text) ?? (standsAlone(s, i) ? s.persons.givenName(c.text) : undefined)
    if (!person) continue
    s.taken[i] = true
    s.mentions.push({ type: 'person', person, start: c.start, end: c.end })
  }
}
