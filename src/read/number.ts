import type { Amount } from '../model/fact.ts'
import type { Span } from '../model/span.ts'
import type { Word } from './words.ts'

/** A number said in words or digits, with the bounds that its qualifier gives. */
export interface NumberHit extends Span {
  amount: Amount
  /** The bare value without its qualifier. */
  value: number
  ordinal: boolean
  /** Indices of the first word and the one after the last, qualifier included. */
  from: number
  to: number
}

const UNITS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
  ninetieth: 90,
  hundredth: 100,
}
const SCALES: Readonly<Record<string, number>> = { dozen: 12, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 }
const PLURALS: Readonly<Record<string, number>> = {
  dozens: 24,
  scores: 40,
  hundreds: 200,
  thousands: 2e3,
  millions: 2e6,
  billions: 2e9,
}

type Bound = 'over' | 'least' | 'under' | 'most' | 'near' | 'about'
/** Qualifiers before a number, longest first. "Nearly" puts the number just out of reach. */
const QUALIFIERS: readonly (readonly [string, Bound])[] = [
  ['in excess of', 'over'],
  ['well over', 'over'],
  ['more than', 'over'],
  ['greater than', 'over'],
  ['upwards of', 'least'],
  ['at least', 'least'],
  ['no fewer than', 'least'],
  ['no less than', 'least'],
  ['not less than', 'least'],
  ['a minimum of', 'least'],
  ['fewer than', 'under'],
  ['less than', 'under'],
  ['up to', 'most'],
  ['as many as', 'most'],
  ['at most', 'most'],
  ['no more than', 'most'],
  ['not more than', 'most'],
  ['a maximum of', 'most'],
  ['just over', 'over'],
  ['just under', 'under'],
  ['over', 'over'],
  ['exceeding', 'over'],
  ['under', 'under'],
  ['below', 'under'],
  ['above', 'over'],
  ['nearly', 'near'],
  ['almost', 'near'],
]
const SPLIT = QUALIFIERS.map(([words, bound]) => [words.split(' '), bound] as const)

const bounded = (low: number, high: number, bound: Bound | undefined): Amount => {
  if (bound === 'over') return { least: high + 1, most: null }
  if (bound === 'least') return { least: low, most: null }
  if (bound === 'under' || bound === 'near') return { least: null, most: low - 1 }
  if (bound === 'most') return { least: null, most: high }
  return { least: low, most: high }
}

const digits = (word: string): number | undefined =>
  /^\d[\d,]*(\.\d+)?$/.test(word) ? Number(word.replaceAll(',', '')) : undefined

/** A bare number from word `i`: its value, the index after it, and whether it is an ordinal. */
export function bareNumber(words: readonly Word[], i: number) {
  const first = words[i]?.low ?? ''
  const ordinal = /^(\d+)(?:st|nd|rd|th)$/.exec(first)
  if (ordinal) return { value: Number(ordinal[1]), to: i + 1, ordinal: true }
  const digit = digits(first)
  if (digit !== undefined) {
    const scale = SCALES[words[i + 1]?.low ?? '']
    return { value: digit * (scale ?? 1), to: i + (scale ? 2 : 1), ordinal: false }
  }
  return spelled(words, i)
}

function spelled(words: readonly Word[], i: number) {
  let total = 0
  let part = 0
  let at = i
  let seen = false
  for (; at < words.length; at++) {
    const low = words[at]!.low
    const ordinal = ORDINALS[low]
    const unit = UNITS[low]
    const scale = SCALES[low]
    if (ordinal !== undefined && (!seen || ordinal < 100)) {
      return { value: total + part + ordinal, to: at + 1, ordinal: true }
    }
    if (unit !== undefined && (part === 0 || part % 100 === 0 || (part % 10 === 0 && unit < 10))) part += unit
    else if (scale !== undefined && (seen || isArticle(words[i - 1]?.low))) {
      if (scale <= 100) part = (part || 1) * scale
      else {
        total += (part || 1) * scale
        part = 0
      }
    } else if (!(seen && (low === '-' || low === 'and') && follows(words[at + 1]?.low, low))) break
    seen = true
  }
  return seen && at > i ? { value: total + part, to: at, ordinal: false } : undefined
}

const isArticle = (low: string | undefined): boolean => low === 'a' || low === 'one'
/** "two hundred and forty" goes on, "two and the others" does not; "ten and twelve" are two numbers. */
const follows = (next: string | undefined, joiner: string): boolean =>
  next !== undefined &&
  (joiner === '-'
    ? UNITS[next] !== undefined || ORDINALS[next] !== undefined
    : (UNITS[next] ?? 0) >= 20 || next in ORDINALS)

function qualifierBefore(words: readonly Word[], i: number): { bound?: Bound; from: number } {
  for (const [parts, bound] of SPLIT) {
    const from = i - parts.length
    if (from >= 0 && parts.every((p, k) => words[from + k]!.low === p)) return { bound, from }
  }
  const before = words[i - 1]?.low
  return before && ABOUT.has(before) ? { bound: 'about', from: i - 1 } : { from: i }
}
const ABOUT = new Set(['about', 'around', 'roughly', 'approximately', 'some', 'estimated', 'circa'])

/** The number that begins at word `i`, with its qualifier and its range ("600-800", "between 10 and 20"). */
export function numberAt(words: readonly Word[], i: number): NumberHit | undefined {
  const low = words[i]?.low
  if (low === undefined) return undefined
  const plural = PLURALS[low]
  if (plural !== undefined) return hit(words, i, i + 1, plural, { least: plural, most: null }, false)
  const one = bareNumber(words, i)
  if (!one) return undefined
  const { bound, from } = qualifierBefore(words, i)
  const joiner = words[one.to]?.low
  const between = words[i - 1]?.low === 'between' && joiner === 'and'
  if (!one.ordinal && (joiner === '-' || joiner === '–' || joiner === 'to' || between)) {
    const two = bareNumber(words, one.to + 1)
    if (two && !two.ordinal && two.value > one.value) {
      return hit(words, from, two.to, one.value, bounded(one.value, two.value, bound), false)
    }
  }
  return hit(words, from, one.to, one.value, bounded(one.value, one.value, bound), one.ordinal)
}

const hit = (
  words: readonly Word[],
  from: number,
  to: number,
  value: number,
  amount: Amount,
  ordinal: boolean,
): NumberHit => ({ start: words[from]!.start, end: words[to - 1]!.end, from, to, value, amount, ordinal })

/** Every number in the words, left to right, without overlap. */
export function numbersIn(words: readonly Word[]): NumberHit[] {
  const out: NumberHit[] = []
  for (let i = 0; i < words.length; ) {
    const found = numberAt(words, i)
    if (found) out.push(found)
    i = found ? found.to : i + 1
  }
  return out
}

/** The place that a word is the ordinal of: "third", "12th". */
export const placeOf = (word: string): number | undefined =>
  Object.hasOwn(ORDINALS, word) ? ORDINALS[word] : Number(/^(\d{1,4})(?:st|nd|rd|th)$/.exec(word)?.[1]) || undefined
