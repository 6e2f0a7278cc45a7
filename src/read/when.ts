import type { Span } from '../model/span.ts'
import { daysOf, type When } from '../model/when.ts'
import { endOf, type Side, startOf } from './calendar.ts'
import { type Clock, type Found, low, type Stance } from './date-rules.ts'
import { RULES } from './time-rules.ts'
import { type Word, wordsOf } from './words.ts'

export type { Clock, Stance } from './date-rules.ts'

/** A time said in the text. `at` is `undefined` where it depends on an article's date that is not known. */
export interface TimeHit extends Span {
  stance: Stance
  at: (side: Side) => When | undefined
}

/** A preposition before a time: how the time stands to the clause. */
const STANCES: Readonly<Record<string, Stance>> = {
  since: 'since',
  before: 'before',
  by: 'before',
  until: 'before',
  till: 'before',
  after: 'after',
  following: 'after',
}
const STARTING = new Set(['starting', 'beginning', 'effective'])
const ADVERBS: Readonly<Record<string, Stance>> = { previously: 'before', hitherto: 'before' }

function stanceBefore(w: readonly Word[], i: number): { stance: Stance; from: number } {
  let at = i
  while (['the', 'even', 'as', 'early', 'late'].includes(low(w, at - 1))) at--
  const stance = STANCES[low(w, at - 1)] ?? untilEvent(w, at) ?? sinceSomeone(w, at)
  if (stance) return { stance, from: at - 1 }
  const link = ['on', 'in', 'from'].includes(low(w, at - 1)) ? at - 2 : at - 1
  if (STARTING.has(low(w, link))) return { stance: 'from', from: link }
  if (low(w, at - 1) === 'to' && ['prior', 'up'].includes(low(w, at - 2))) return { stance: 'before', from: at - 2 }
  return {
    stance: 'at',
    from: ['on', 'in', 'from', 'during', 'at', 'over', 'for', 'between'].includes(low(w, i - 1)) ? i - 1 : i,
  }
}

/** "until his death in 1964", "since the independence of the country in 1956": an event between the preposition and its year. */
function untilEvent(w: readonly Word[], i: number): Stance | undefined {
  if (low(w, i - 1) !== 'in') return undefined
  let event = false
  for (let at = i - 2; at >= 0 && i - at < 11; at--) {
    const stance = STANCES[low(w, at)]
    if (stance) return event ? stance : undefined
    event ||= EVENTS.has(low(w, at)) && (at === i - 2 || low(w, at + 1) === 'of')
    if (!/^(?:\p{L}|['’])/u.test(w[at]!.text)) return undefined
  }
  return undefined
}
const EVENTS = new Set(
  `death assassination resignation retirement independence overthrow ouster election revolution coup war partition dissolution defeat
  founding foundation creation establishment formation inception birth accession inauguration reunification unification appointment
  launch liberation invasion annexation collapse breakup fall end start beginning outbreak signing opening closure restoration
  normalisation normalization resumption severance return visit trip departure handover coronation abdication secession admission entry`.split(
    /\s+/,
  ),
)

/** "since Calvin Coolidge in 1928" */
function sinceSomeone(w: readonly Word[], i: number): Stance | undefined {
  if (low(w, i - 1) !== 'in') return undefined
  let at = i - 2
  while (at >= 0 && i - at < 7 && (/^\p{Lu}/u.test(w[at]!.text) || ['.', 'the', 'did', 'so'].includes(low(w, at)))) at--
  return i - 2 > at && low(w, at) === 'since' ? 'since' : undefined
}

function withStance(at: Found['at'], stance: Stance, clock: Clock): Found['at'] {
  if (stance === 'at' || stance === 'over') return at
  return (side) => {
    const when = at(side)
    if (!when) return undefined
    if (stance === 'from') return `${startOf(when)}/`
    if (stance === 'before') return `/${startOf(when)}`
    if (stance === 'after') return `${endOf(when)}/`
    return `${startOf(when)}/${clock.date ?? ''}`
  }
}

/** Every time said within a span of the text, left to right, without overlap. */
export function timesIn(text: string, within: Span, clock: Clock): TimeHit[] {
  const w = wordsOf(text, within)
  const out: TimeHit[] = []
  for (let i = 0; i < w.length; ) {
    const adverb = Object.hasOwn(ADVERBS, low(w, i)) ? ADVERBS[low(w, i)] : undefined
    if (adverb && clock.date) {
      const before = `/${clock.date}`
      out.push({ start: w[i]!.start, end: w[i]!.end, stance: adverb, at: () => before })
    }
    const hit =
      adverb || isNumber(w, i)
        ? undefined
        : RULES.reduce<Found | undefined>((f, rule) => f ?? rule(w, i, clock), undefined)
    if (hit) out.push(placed(w, i, hit, clock))
    i = hit ? hit.to : i + 1
  }
  return stretches(text, out)
}

/** "between 1 March and 4 May 2016", "from May 2015 to June 2016": two times that bound one. */
function stretches(text: string, hits: readonly TimeHit[]): TimeHit[] {
  const out: TimeHit[] = []
  for (const hit of hits) {
    const last = out.at(-1)
    const one = last && bounded(text, last, hit)
    if (one) out[out.length - 1] = one
    else out.push(hit)
  }
  return out
}

function bounded(text: string, a: TimeHit, b: TimeHit): TimeHit | undefined {
  const link = text.slice(a.end, b.end)
  const both = text.startsWith('between', a.start) && /^ and \S/.test(link)
  const from = text.startsWith('from', a.start) && /^ (?:to|until|till|through) \S/.test(link)
  if (a.stance !== 'at' || !(both || from)) return undefined
  const year = /\d{4}/.test(text.slice(a.start, a.end))
  const at = (side: Side): When | undefined => {
    const last = b.at(side)?.replace(/^\//, '')
    const first = a.at(side)
    const begin = last && first && !year ? last.slice(0, 4) + first.slice(4) : first
    return begin && last && !begin.includes('/') && !last.includes('/') ? valid(`${begin}/${last}`) : first
  }
  return { start: a.start, end: b.end, stance: 'at', at }
}

/** "Resolution 1973" is no year. */
const isNumber = (w: readonly Word[], i: number): boolean =>
  /^\d+$/.test(w[i]!.text) && /^(?:resolutions?|decision|article|no|number|flight|room)$/.test(low(w, i - 1))

function placed(w: readonly Word[], i: number, hit: Found, clock: Clock): TimeHit {
  const { stance, from } = hit.stance ? { stance: hit.stance, from: i } : stanceBefore(w, i)
  const at = withStance(hit.at, stance, clock)
  return { start: w[from]!.start, end: w[hit.to - 1]!.end, stance, at: (side) => valid(at(side)) }
}
/** "30 February" is no time. */
const valid = (when: When | undefined): When | undefined => (when && daysOf(when) ? when : undefined)
