/** What stands before a token: nothing but space, a hyphen or slash, a comma, or something that ends a name. */
export type Gap = 'space' | 'comma' | 'break'

/** A word of running text, folded for comparison. `end` leaves out a possessive "'s". */
export interface Word {
  key: string
  start: number
  end: number
  gap: Gap
  /** The first letter is a capital; every letter is. */
  capital: boolean
  upper: boolean
  /** Written with dots ("U.S."). */
  dotted: boolean
  /** Written with "'s", which the key leaves out. */
  possessive: boolean
}

const SPECIAL: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}
const PLAIN = /^[a-z0-9]*$/
const APOSTROPHES = /['’‘`´ʻʼ\u0092]/g

/** Lower case without diacritics or apostrophes. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  if (PLAIN.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(APOSTROPHES, '')
    .replace(/[^a-z0-9]/g, (c) => SPECIAL[c] ?? c)
}

const isLetter = (c: number): boolean =>
  (c >= 97 && c <= 122) ||
  (c >= 65 && c <= 90) ||
  (c >= 48 && c <= 57) ||
  (c >= 0xc0 &&
    c !== 0xd7 &&
    c !== 0xf7 &&
    !(c >= 0x2000 && c <= 0x2bff) &&
    !(c >= 0x3000 && c <= 0x303f) &&
    c !== 0xfeff)
const isApostrophe = (c: number): boolean =>
  c === 39 || c === 0x2019 || c === 0x2018 || c === 0x60 || c === 0x92 || c === 0x2bb
const isSpace = (c: number): boolean => c === 32 || c === 10 || c === 13 || c === 9 || c === 0xa0 || c === 0x202f
const isJoin = (c: number): boolean => c === 45 || c === 47 || (c >= 0x2010 && c <= 0x2014) || c === 43
const isCapital = (text: string): boolean => text !== text.toLowerCase()

/** The gap that a stretch of text between two words makes. A blank line ends a name; one line break does not. */
function gapOf(text: string, from: number, to: number): Gap {
  let gap: Gap = 'space'
  let lines = 0
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i)
    if (c === 10 && ++lines > 1) return 'break'
    if (isSpace(c) || isJoin(c)) continue
    if (c === 44 && gap === 'space') gap = 'comma'
    else return 'break'
  }
  return gap
}

/** The end of an abbreviation of single letters with dots that starts at `at` ("U.S.", "U.S.S.R"), or `at` itself. */
function dottedEnd(text: string, at: number): number {
  let end = at
  let letters = 0
  for (let i = at; isLetter(text.charCodeAt(i)) && text.charCodeAt(i + 1) === 46; i += 2) {
    end = i + 2
    letters++
    if (isLetter(text.charCodeAt(i + 2)) && text.charCodeAt(i + 3) !== 46) {
      const last = !isLetter(text.charCodeAt(i + 3)) && isCapital(text[i + 2]!)
      return last ? i + 3 : letters > 1 ? end : at
    }
  }
  return letters > 1 ? end : at
}

function wordEnd(text: string, at: number): number {
  let i = at
  while (i < text.length) {
    const c = text.charCodeAt(i)
    if (isLetter(c) || (isApostrophe(c) && isLetter(text.charCodeAt(i + 1)))) i++
    else break
  }
  return i
}

const POSSESSIVE = /['’`´\u0092][sS]$/

function dottedWord(text: string, start: number, end: number, gap: Gap): Word {
  const letters = text.slice(start, end).replaceAll('.', '')
  return {
    key: foldWord(letters),
    start,
    end,
    gap,
    capital: isCapital(letters[0]!),
    upper: letters === letters.toUpperCase(),
    dotted: true,
    possessive: false,
  }
}

/** Words written short, and the apostrophe that lists leave out of "People's". */
const SPELT_OUT: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', peoples: 'people' }

/** "S. Korea": a direction written as its letter, with a dot and a name after it. */
const LETTERED: Readonly<Record<string, string>> = { N: 'north', S: 'south', E: 'east', W: 'west' }
const isLettered = (text: string, start: number, end: number): boolean =>
  end === start + 1 &&
  text.charCodeAt(end) === 46 &&
  text.charCodeAt(end + 1) === 32 &&
  text[start]! in LETTERED &&
  /[A-Z]/.test(text[end + 2] ?? '')

function plainWord(text: string, start: number, end: number, gap: Gap): Word {
  const raw = text.slice(start, end)
  const letter = { key: LETTERED[raw] ?? '', start, end: end + 1, gap, capital: true, upper: false }
  if (isLettered(text, start, end)) return { ...letter, dotted: false, possessive: false }
  const core = POSSESSIVE.test(raw) ? raw.slice(0, -2) : raw
  const key = foldWord(core)
  const dot = (key === 'st' || key === 'ste') && text.charCodeAt(end) === 46
  return {
    key: SPELT_OUT[key] ?? key,
    start,
    end: start + core.length + (dot ? 1 : 0),
    gap,
    capital: isCapital(core[0]!),
    upper: isCapital(core) && core === core.toUpperCase(),
    dotted: false,
    possessive: core !== raw || key === 'peoples',
  }
}

/** The words of a text in order, with offsets; one pass. "&" is the word "and". */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let last = 0
  let i = 0
  while (i < text.length) {
    const c = text.charCodeAt(i)
    if (c === 38) {
      words.push({
        key: 'and',
        start: i,
        end: i + 1,
        gap: gapOf(text, last, i),
        capital: false,
        upper: false,
        dotted: false,
        possessive: false,
      })
      last = ++i
      continue
    }
    if (!isLetter(c)) {
      i++
      continue
    }
    const gap = gapOf(text, last, i)
    const dotted = dottedEnd(text, i)
    const end = dotted > i ? dotted : wordEnd(text, i)
    const word = dotted > i ? dottedWord(text, i, end, gap) : plainWord(text, i, end, gap)
    words.push(word)
    last = Math.max(end, word.end)
    i = last
  }
  return words
}

/** The words of a name, "the" at the start left out. */
export function nameWords(name: string): Word[] {
  const words = wordsOf(name)
  return words.length > 1 && words[0]!.key === 'the' ? words.slice(1) : words
}

/** Letters and single spaces, which most names are made of, need no reading of words. */
const SIMPLE = /^[A-Za-z]+(?: [A-Za-z]+)*$/
const SHORT = /\b(?:ste?|peoples)\b/

/** A name as one comparable text: folded words with single spaces, "the" at the start left out. */
export function keyOf(name: string): string {
  if (SIMPLE.test(name)) {
    const lower = name.toLowerCase()
    if (!SHORT.test(lower)) return lower.startsWith('the ') ? lower.slice(4) : lower
  }
  return nameWords(name)
    .map((word) => word.key)
    .join(' ')
}
