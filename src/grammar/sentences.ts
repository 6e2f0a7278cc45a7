import type { Span } from '../model/span.ts'
import { NUMBERED, STARTERS, TITLES } from './abbreviations.ts'
import { isLower } from './characters.ts'
import { Lines } from './lines.ts'
import { type Piece, tokenise } from './tokenise.ts'

/** A sentence as a run of words, at least one. */
export interface Run extends Span {
  words: Piece[]
}

/** Divides a text into sentences: at paragraph breaks always, at full stops where a sentence can end. */
export function sentences(text: string): Run[] {
  const words = tokenise(text)
  const closing = brackets(words)
  const lines = new Lines(text)
  const out: Run[] = []
  let from = 0
  for (let i = 0; i < words.length; i++) {
    if (i + 1 < words.length && !lines.breaksBetween(words[i]!, words[i + 1]!)) {
      if (i < closing[i]! || !endsAt(text, words, i)) continue
    }
    out.push({ start: words[from]!.start, end: words[i]!.end, words: words.slice(from, i + 1) })
    from = i + 1
  }
  return out
}

const OPEN = '([{'
const CLOSE = ')]}'
const FARTHEST = 60

/** For each word the index of the bracket that closes around it, if that is near; else its own index. */
function brackets(words: readonly Piece[]): Int32Array {
  const out = Int32Array.from(words, (_, i) => i)
  const open: number[] = []
  words.forEach((w, i) => {
    if (OPEN.includes(w.form)) open.push(i)
    else if (CLOSE.includes(w.form)) {
      const from = open.pop()
      if (from === undefined || i - from > FARTHEST || i - from < 2) return
      // A bracket that opens a sentence may hold several.
      for (let k = from; k < i; k++) out[k] = Math.max(out[k]!, i)
    }
  })
  return out
}

const ENDS = /^(?:[!?]+|\.{1,}|\u2026|\u3002)$/
const CLOSERS = new Set(['"', "''", "'", '\u201d', '\u2019', ')', ']', '}', '\u00bb'])
const OPENERS = new Set([
  '"',
  '``',
  "'",
  '\u201c',
  '\u2018',
  '(',
  '[',
  '\u00ab',
  '-',
  '--',
  '\u2013',
  '\u2014',
  '*',
  '\u2022',
])

/** Whether a sentence ends after word `i`, which is followed by another on the same line. */
function endsAt(text: string, words: readonly Piece[], i: number): boolean {
  const end = words[i]!.form === ']' && isNote(words, i - 2) ? i - 3 : i
  let last = end
  while (last > 0 && end - last < 3 && CLOSERS.has(words[last]!.form) && touches(words, last - 1)) last--
  const next = words[i + 1]!
  if (last === i && CLOSERS.has(next.form) && touches(words, i) && !touchesNext(words, i + 1)) return false
  if (isNote(words, i + 1)) return false
  const mark = words[last]!
  if (isAddress(mark.form)) return /^\p{Lu}/u.test(next.form) && STARTERS.has(next.form.toLowerCase())
  if (!spaced(text, words[i]!, next)) return false
  if (mark.form === '.' && isItem(text, words[last - 1])) return false
  if (ENDS.test(mark.form)) return opens(words, i + 1, mark.form, last < end)
  return mark.form.endsWith('.') && mark.form.length > 1 && endsAbbreviated(words, i, mark.form)
}

/** A number that opens a line ("1. A treaty is signed."). */
const isItem = (text: string, word: Piece | undefined): boolean =>
  word !== undefined &&
  /^\d{1,2}$/.test(word.form) &&
  /(?:^|[\n\r])[ \t]*$/.test(text.slice(Math.max(0, word.start - 8), word.start))

const isAddress = (form: string): boolean => /^(?:https?:|www\.)/i.test(form)

/** A reference such as "[17]" that follows a full stop. */
const isNote = (words: readonly Piece[], at: number): boolean =>
  at > 0 && words[at]?.form === '[' && /^\d{1,4}$/.test(words[at + 1]?.form ?? '') && words[at + 2]?.form === ']'

const touches = (words: readonly Piece[], i: number): boolean => words[i]!.end === words[i + 1]!.start
const touchesNext = (words: readonly Piece[], i: number): boolean => i + 1 < words.length && touches(words, i)

/** A space, or a closing mark before a capital ("said.He" is two sentences too). */
const spaced = (text: string, word: Piece, next: Piece): boolean =>
  next.start > word.end || (/^\p{Lu}\p{Ll}/u.test(text.slice(next.start, next.start + 4)) && /[.!?]$/.test(word.form))

/** Whether a sentence can begin at word `at` after this mark. */
function opens(words: readonly Piece[], at: number, mark: string, quoted: boolean): boolean {
  let k = at
  while (k < words.length && k - at < 3 && OPENERS.has(words[k]!.form)) k++
  const form = words[k]?.form
  if (form === undefined) return true
  const low = isLower(form.codePointAt(0)!)
  if (low) return !quoted && k === at && (!/^[a-z]/.test(form) || endsBeforeSmall(words, at, mark))
  if (quoted && mark !== '.' && isReport(words, at)) return false
  return /^[\p{L}\p{N}$£€@#]/u.test(form)
}

/** Where sentences begin with small letters: after a question, several marks, or a whole word with its stop. */
const endsBeforeSmall = (words: readonly Piece[], at: number, mark: string): boolean =>
  mark.startsWith('?') ||
  mark.startsWith('!!') ||
  (mark === '.' && /^\p{Ll}{2,}$/u.test(words[at - 2]?.form ?? '') && /[aeiouy]/.test(words[at - 2]!.form))

const SAYING = new Set(
  'said says asked asks told added replied answered wrote tweeted exclaimed declared shouted'.split(' '),
)

/** `"Will you come?" President Lasso asked.` */
function isReport(words: readonly Piece[], at: number): boolean {
  for (let k = at; k < Math.min(words.length, at + 5); k++) {
    if (SAYING.has(words[k]!.form)) return true
    if (!/^\p{Lu}/u.test(words[k]!.form)) return false
  }
  return false
}

function endsAbbreviated(words: readonly Piece[], i: number, form: string): boolean {
  const bare = form.slice(0, -1).toLowerCase()
  const next = words[i + 1]!.form
  if (!/^["'(\u201c\u2018]?\p{Lu}|^["(\u201c`]/u.test(next)) return false
  if ((TITLES.has(bare) && form !== 'V.') || NUMBERED.has(bare)) return false
  // "J. A. Moss" and "I. So" are names; "plan B. It failed." is none.
  return STARTERS.has(next.toLowerCase()) && (bare.length > 1 || next.length > 1)
}
