import type { Participant, Token } from '../grammar/types.ts'
import type { Amount } from '../model/fact.ts'
import type { Line } from './article.ts'
import { MONTHS } from './calendar.ts'
import { numberAt } from './number.ts'
import { type Word, wordsOf } from './words.ts'

/** What the words of a noun phrase say of how many, before its noun. */
export interface Quantity {
  none?: true
  every?: true
  only?: true
  /** 1 for "first", -1 for "last"; 3 for "third". */
  nth?: number
  count?: Amount
  /** "All but two": how many are left out. */
  but?: Amount
}

const NONE = new Set(['no', 'none', 'neither', 'nobody'])
const EVERY = new Set(['all', 'every', 'each'])
const ONLY = new Set(['only', 'sole', 'lone'])
const LAST = new Set(['last', 'final', 'latest', 'newest'])
const LEADING = new Set(['only', 'no', 'all', 'almost', 'but', 'nearly', 'just', 'not'])
const TIME_NOUNS =
  /^(?:days?|weeks?|months?|years?|decades?|hours?|minutes?|times?|century|centuries|percent|miles?|km)$/

/** The quantity of a phrase; numbers of its "of" phrase are told apart as `inner`. */
export function quantityOf(text: string, line: Line, np: Participant): Quantity & { inner?: Quantity } {
  const first = line.tokens[np.tokens[0] ?? np.head]!
  const head = line.tokens[np.head]!
  const part = np.shared === 'relative' ? undefined : partBefore(text, line, first.i)
  if (part)
    return { ...part, inner: measure(wordsOf(text, { start: first.start, end: head.end }), head.form.toLowerCase()) }
  let from = first.i
  while (from > 0 && leads(line, from - 1)) from--
  const lead = line.tokens[from]!.start
  const title = line.mentionAt[np.head]
  // "The *First* Lady": part of a title, and no place in a row.
  const until = title?.type === 'office' && title.start > lead ? title.start : head.end
  const outer = measure(wordsOf(text, { start: lead, end: until }), head.form.toLowerCase())
  const last = line.tokens[np.tokens.at(-1) ?? np.head]!
  if (last.end <= head.end) return outer
  const inner = wordsOf(text, { start: head.end, end: last.end })
  const end = inner.findIndex((w, i) => i > 1 && ['of', 'in', 'that', 'which'].includes(w.low))
  return { ...outer, inner: measure(end > 0 ? inner.slice(0, end) : inner, '') }
}

const NUMBER_WORD =
  /^(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty|hundred|thousand|million)(?:-[a-z]+)?|-)$/
/** A word before a phrase that belongs to its number: a tree may cut "seventy-two states" after its hyphen. */
function leads(line: Line, k: number): boolean {
  const word = line.tokens[k]!.form.toLowerCase()
  if (LEADING.has(word) || NUMBER_WORD.test(word) || bounds(line, k)) return true
  const hundred = /^(?:hundred|thousand|million)$/
  return word === 'and' && k > 0 && hundred.test(line.tokens[k - 1]!.form.toLowerCase())
}

/** "*At least* six presidents", "*as many as* ten states", which a tree may leave outside the phrase. */
const bounds = (line: Line, k: number): boolean =>
  BOUNDS.some((words) =>
    words.some((_, at) => words.every((word, i) => line.tokens[k - at + i]?.form.toLowerCase() === word)),
  )
const BOUNDS = [
  'at least',
  'at most',
  'more than',
  'fewer than',
  'less than',
  'up to',
  'as many as',
  'in excess of',
].map((w) => w.split(' '))

/** "Only *two of* the ten states": the number before the phrase that a tree has left outside it. */
function partBefore(text: string, line: Line, first: number): Quantity | undefined {
  const number = partOf(line, first)
  return number && measure(wordsOf(text, number), '')
}

/** The number or "none" before the "of" before a token. */
export function partOf(line: Line, first: number): Token | undefined {
  const number = line.tokens[first - 2]
  const word = number?.form.toLowerCase() ?? ''
  if (line.tokens[first - 1]?.form.toLowerCase() !== 'of' || word === 'one') return undefined
  return number?.upos === 'NUM' || NONE.has(word) ? number : undefined
}

function measure(words: readonly Word[], head: string): Quantity {
  const out: Quantity = {}
  for (let i = 0; i < words.length; i++) {
    const w = words[i]!.low
    if (NONE.has(w) && !/^(?:fewer|less|more|later)$/.test(words[i + 1]?.low ?? '')) out.none = true
    else if (EVERY.has(w) && words[i + 1]?.low !== 'other') out.every = true
    else if (ONLY.has(w)) out.only = true
    else if (LAST.has(w) && !TIME_NOUNS.test(words[i + 1]?.low ?? '')) out.nth = -1
    else if (w === 'but' && words[i - 1]?.low === 'all') out.but = { least: null, most: null }
    else i = numbered(words, i, head, out)
  }
  return out
}

/** Takes a number at `i` into the quantity; returns the index of its last word. */
function numbered(words: readonly Word[], i: number, head: string, out: Quantity): number {
  const n = numberAt(words, i)
  if (!n) return i
  if ((words[n.from - 1]?.low ?? '') in MONTHS || (words[n.to]?.low ?? '') in MONTHS) return n.to - 1
  const next = words[n.to]?.low ?? ''
  const year = /^(?:1[5-9]|20)\d\d$/.test(words[i]!.low)
  if (n.ordinal) out.nth = n.value
  else if (out.but) out.but = n.amount
  else if (!year && !TIME_NOUNS.test(next) && !TIME_NOUNS.test(head) && n.value !== 1) out.count = n.amount
  else if (n.value === 1 && words[i]!.low === 'one' && (n.from < i || head === 'one' || words[i - 1]?.low === 'only'))
    out.count = n.amount
  return n.to - 1
}

export const isPlain = (q: Quantity): boolean =>
  !q.none && !q.every && !q.only && q.nth === undefined && !q.count && !q.but
