import type { Span } from '../model/span.ts'
import { ABBREVIATIONS, NUMBERED, PREFIXES, TITLES } from './abbreviations.ts'
import { classOf, DIGIT, isApostrophe, isHyphen, isUpper, LETTER, MARK, OTHER, SPACE, width } from './characters.ts'
import { cliticOf } from './clitics.ts'

/** A word or mark as written: `form` is exactly `text.slice(start, end)`. */
export interface Piece extends Span {
  form: string
}

/**
 * Divides text into words and marks as the English Universal Dependencies treebanks do: clitics apart ("do" "n't",
 * "Lasso" "'s"), hyphenated words apart but for bound beginnings ("UN" "-" "backed", "pro-Beijing"), abbreviations with
 * their stop, numbers with their separators, addresses whole. Offsets are UTF-16 on the text as given; linear in its length.
 */
export function tokenise(text: string, from = 0, to = text.length): Piece[] {
  const out: Piece[] = []
  let at = from
  while (at < to) {
    const code = text.codePointAt(at)!
    if (classOf(code) === SPACE) {
      at += width(code)
      continue
    }
    at = chunk(text, at, endOfChunk(text, at, to), out)
  }
  return out
}

function endOfChunk(text: string, from: number, to: number): number {
  let at = from
  while (at < to) {
    const code = text.codePointAt(at)!
    if (classOf(code) === SPACE) break
    at += width(code)
  }
  return Math.min(at, to)
}

const push = (text: string, start: number, end: number, out: Piece[]): number => {
  out.push({ start, end, form: text.slice(start, end) })
  return end
}

/** Reads what stands between two spaces. */
function chunk(text: string, from: number, to: number, out: Piece[]): number {
  let at = from
  while (at < to) {
    const kind = classOf(text.codePointAt(at)!)
    if (kind === LETTER || kind === DIGIT || kind === MARK) {
      const end = address(text, at, to)
      at = end > 0 ? push(text, at, end, out) : word(text, at, to, out)
    } else at = sign(text, at, to, out)
  }
  return to
}

const LONGEST_ADDRESS = 2000
const ADDRESS = /^(?:https?:\/\/|ftp:\/\/|www\.)/i
const MAIL = /^(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w.-]{1,64})?/
const DATE = /^\d{1,2}-[A-Z][a-z]{2}-\d{2,4}(?![\w-])/
const SITE =
  /^(?:[a-z0-9-]{1,40}\.){1,4}(?:com|org|net|gov|edu|int|info|co\.uk|gov\.uk|de|fr|il|ru|cn|eu)(?:\/|(?![\w.-])|$)/i
/** "A/RES/217(III)A", "S/2015/1", "ES-11/1": a body's papers by their symbols. */
const SYMBOL =
  /^(?:[A-Z]{1,2}\/(?=[A-Z\d/.-]{0,20}\d)|[A-Z]{2}-\d{1,2}\/(?=[A-Z.]{0,4}\d))[A-Z\d]{1,6}(?:[/.-][A-Z\d]{1,6}){0,6}(?:\([IVXLC]{1,7}\)[A-Z]?)?(?![\p{L}\p{N}]|[-/.]\p{N})/u

/** The end of a web or mail address, or of another sign that is written without spaces, that begins here, or -1. */
function address(text: string, at: number, to: number): number {
  const head = text.slice(at, Math.min(to, at + 200))
  const symbol = isUpper(head.charCodeAt(0)) && head.includes('/') ? SYMBOL.exec(head) : null
  if (symbol) return at + symbol[0].length
  const mail = head.includes('@') ? MAIL.exec(head) : null
  if (mail) return trimmed(text, at, at + mail[0].length)
  const date = head.charCodeAt(0) < 58 ? DATE.exec(head) : null
  if (date) return at + date[0].length
  if (!head.includes('.')) return -1
  if (!ADDRESS.test(head) && !SITE.test(head)) return -1
  return trimmed(text, at, Math.min(to, at + LONGEST_ADDRESS))
}

function trimmed(text: string, from: number, to: number): number {
  let end = to
  while (end > from + 1 && '.,;:!?)]}>\'"’”'.includes(text[end - 1]!)) end--
  return end
}

/** Reads a word with what belongs to it, dividing clitics and hyphens. */
function word(text: string, from: number, to: number, out: Piece[]): number {
  const end = stop(text, from, endOfWord(text, from, to), to)
  const form = text.slice(from, end)
  const cut = cliticOf(form)
  if (cut > 0) {
    push(text, from, from + cut, out)
    return push(text, from + cut, end, out)
  }
  const unit = unitOf(form)
  if (unit > 0) push(text, from, from + unit, out)
  return push(text, from + Math.max(unit, 0), end, out)
}

function endOfWord(text: string, from: number, to: number): number {
  let at = from
  let hyphens = 0
  while (at < to) {
    const code = text.codePointAt(at)!
    const kind = classOf(code)
    if (kind === SPACE) break
    if (kind === OTHER) {
      if (!joins(text, from, at, to, code, hyphens)) break
      if (isHyphen(code)) hyphens++
    }
    at += width(code)
  }
  return at
}

/** Whether a mark within letters and digits belongs to the word. */
function joins(text: string, from: number, at: number, to: number, code: number, hyphens: number): boolean {
  if (at + 1 >= to) return false
  const before = kindBefore(text, at)
  const after = classOf(text.codePointAt(at + 1)!)
  if (after !== LETTER && after !== DIGIT) return false
  if (before === DIGIT && after === DIGIT) return joinsDigits(text, from, at, code)
  if (isHyphen(code)) return hyphens === 0 && isPrefix(text, from, at)
  if (isApostrophe(code)) return before === LETTER && after === LETTER
  if (code === 46) return before === LETTER && after === LETTER && isDotted(text, from, at)
  if (code === 38) return at - from <= 2 && isUpper(text.charCodeAt(at - 1)) && isUpper(text.charCodeAt(at + 1))
  return code === 95
}

const kindBefore = (text: string, at: number): number => {
  const low = text.charCodeAt(at - 1)
  return classOf(low >= 0xdc00 && low < 0xe000 && at > 1 ? text.codePointAt(at - 2)! : low)
}

/** "1,000", "3.5", "10:30", "9/11", "713-853-3989"; a range ("5-10") is three words. */
function joinsDigits(text: string, from: number, at: number, code: number): boolean {
  if (code === 44 || code === 46 || code === 58 || code === 47) return true
  if (code !== 45) return false
  const near = text.slice(Math.max(from, at - 15), at + 15)
  return /\d{1,4}-\d{1,4}-\d{1,4}/.test(near) || /\b\d{3}-\d{4}\b/.test(near.slice(Math.max(0, near.length - 30)))
}

const isPrefix = (text: string, from: number, at: number): boolean =>
  at - from <= 7 && !isAcronym(text.slice(from, at)) && PREFIXES.has(text.slice(from, at).toLowerCase())

const isAcronym = (form: string): boolean => form.length > 1 && form === form.toUpperCase()

/** "U.S", "Ph.D", "a.m": at most three letters since the last stop. */
function isDotted(text: string, from: number, at: number): boolean {
  let letters = 0
  for (let i = at - 1; i >= from && text.charCodeAt(i) !== 46; i--) if (++letters > 2) return false
  return letters > 0
}

/** Takes in the full stop of an abbreviation. */
function stop(text: string, from: number, end: number, to: number): number {
  if (end >= to || text.charCodeAt(end) !== 46 || text.charCodeAt(end + 1) === 46) return end
  const form = text.slice(from, end)
  if (form.length > 12) return end
  const lower = form.toLowerCase()
  if (NUMBERED.has(lower)) return isNumberAhead(text, end + 1) ? end + 1 : end
  if (TITLES.has(lower)) return end + 1
  if (ABBREVIATIONS.has(lower)) return isPlainWord(form) && !isCapital(form) ? end : end + 1
  if (form.includes('.') && !/\d/.test(form) && isDotted(text, from, end)) return end + 1
  return form.length === 1 && isCapital(form) && isInitial(text, from, end) ? end + 1 : end
}

const isCapital = (form: string): boolean => isUpper(form.codePointAt(0)!)

/** Abbreviations that are words in lower case ("me", "mass", "sat"): only the capitalised form is one. */
const isPlainWord = (form: string): boolean => PLAIN.has(form.toLowerCase())
const PLAIN = new Set(
  'me mass miss la pa min max ill ind co wash ave mar jun sun sat dec ill oz mo va ga del'.split(' '),
)

const isNumberAhead = (text: string, at: number): boolean => /^\s?(?:\d|[IVXLC]+\b)/.test(text.slice(at, at + 8))

/** A single capital is an initial where a name may go on: another capital follows, and no sentence opener. */
function isInitial(text: string, from: number, end: number): boolean {
  const next = text.slice(end + 1, end + 3)
  if (from > 0 && text[from - 1] !== ' ' && text[from - 1] !== '.' && text[from - 1] !== '\n') return false
  if (!/^\s?\p{Lu}/u.test(next)) return /^[,]/.test(next)
  return form(text, from) !== 'I'
}

const form = (text: string, at: number): string => text[at]!

const UNITS = /^(\d[\d.,:]*)(am|pm|a\.m\.?|p\.m\.?|km|kg|cm|mm|mph|bn|mn|GB|MB|kWh|MW|GW|MMBTU|USD|EUR)$/i

/** Where a number ends before its unit ("5|pm"), or -1. */
function unitOf(form: string): number {
  if (form.length > 20) return -1
  const match = UNITS.exec(form)
  return match ? match[1]!.length : -1
}

/** Reads a mark, or a run of the same mark. */
function sign(text: string, at: number, to: number, out: Piece[]): number {
  const code = text.codePointAt(at)!
  const whole = looseClitic(text, at, to, code)
  const known = whole > 0 ? whole : special(text, at, to)
  if (known > 0) return push(text, at, known, out)
  let end = at + width(code)
  if (RUNS.includes(text[at]!)) while (end < to && (text[end] === text[at] || isMixed(text, at, end))) end++
  else while (end < to && classOf(text.codePointAt(end)!) === MARK) end += width(text.codePointAt(end)!)
  return push(text, at, end, out)
}

const SMILE = /^(?:[:;=]['-]?[()DPp]|\(:|\^\^|<3)(?![\p{L}\p{N}]|[-/.]\p{N})/u
const YEAR = /^['\u2019]\d\ds?(?![\p{L}\p{N}]|[-/.]\p{N})/u

/** The end of a smiley or of a year without its century ("'67") that begins here, or -1. */
function special(text: string, at: number, to: number): number {
  if (!":;=(^<'\u2019".includes(text[at]!)) return -1
  const head = text.slice(at, Math.min(to, at + 6))
  const found = (at === 0 || /[\s)(,;-]/.test(text[at - 1]!) ? YEAR.exec(head) : null) ?? SMILE.exec(head)
  return found ? at + found[0].length : -1
}

const RUNS = ".-!?*=_~#+<>`'"
const isMixed = (text: string, at: number, end: number): boolean =>
  (text[at] === '!' || text[at] === '?') && (text[end] === '!' || text[end] === '?')

/** "'s" after a mark or a hyphenated word, as in `"Lasso"'s`. */
function looseClitic(text: string, at: number, to: number, code: number): number {
  if (!isApostrophe(code) || at + 1 >= to) return -1
  const two = text.slice(at + 1, Math.min(to, at + 4)).toLowerCase()
  const match = /^(s|m|d|ll|re|ve)(?![\p{L}\p{N}])/u.exec(two)
  return match && at > 0 && classOf(text.charCodeAt(at - 1)) !== SPACE ? at + 1 + match[1]!.length : -1
}
