import type { Participant } from '../grammar/types.ts'
import type { Amount } from '../model/fact.ts'
import { hull, overlaps, type Span } from '../model/span.ts'
import type { Line } from './article.ts'
import type { Draft } from './draft.ts'
import { distinct, type Entity } from './entity.ts'
import type { Match } from './match.ts'
import { bareNumber, numberAt } from './number.ts'
import { type Word, wordsOf } from './words.ts'

/** As a choice: the same that the other voter chose. */
export const ALIKE = 'alike'

/** "A voted with B in 62 percent of the roll calls": two voters, and the share in which they chose alike where it is said. */
export function alike(match: Match, base: Draft): Draft {
  const { site } = match
  const voters = distinct(base.roles.voter ?? [])
  const at = site.line.tokens[site.clause.predicate]!
  const words = wordsOf(site.article.text, { start: at.start, end: site.clause.span.end })
  const elsewhere = words.find((w) => ELSEWHERE.test(w.low))
  if (elsewhere) return { ...base, left: elsewhere }
  if (voters.length !== 2 || !match.roles.voter?.every(({ np, entities }) => standsFor(site.line, np, entities)))
    return { ...base, left: base.span }
  const share = words.map((_, i) => shareAt(words, i)).find((found) => found !== undefined)
  if (share?.narrowed) return { ...base, left: share.narrowed }
  return {
    ...base,
    roles: { ...base.roles, voter: voters },
    ...(share && { count: share.amount, counted: share.span, span: hull([base.span, share.span]) }),
  }
}

interface Share {
  amount: Amount
  span: Span
  /** What narrows the votes of which it is a share. */
  narrowed?: Span
}

/** Where other votes are cast than those of the General Assembly. */
const ELSEWHERE = /^(?:council|parliament|commission|committee|board|congress|senate)$/

/** "*Members of parliament from France*" are not France. */
const standsFor = (line: Line, np: Participant | undefined, entities: readonly Entity[]): boolean =>
  np !== undefined && entities.some((e) => overlaps(e.span, line.tokens[np.head]!))

const FRACTIONS: Readonly<Record<string, number>> = { half: 1 / 2, third: 1 / 3, quarter: 1 / 4, fifth: 1 / 5 }
/** Of what a share is: the roll calls. */
const WHOLE = /^(?:times?|votes?|roll|ballots?|resolutions?|cases?|occasions?|questions?)$/

/** What may stand before it and narrows nothing. */
const PLAIN = new Set('of the all their un u.n united nations general assembly recorded'.split(' '))

/** A share in words from word `i` on: "more than 80 percent of the time", "nine of ten votes", "half of the roll calls". */
function shareAt(words: readonly Word[], i: number): Share | undefined {
  const number = numberAt(words, i)
  const next = number ? words[number.to]?.low : undefined
  const percent =
    next === '%' || next === 'percent' ? 1 : next === 'per' && words[number!.to + 1]?.low === 'cent' ? 2 : 0
  if (number && percent) return shareOf(words, number.from, number.to + percent, number.amount, number.value, 100)
  const of = next === 'of' ? 1 : next === 'out' && words[number!.to + 1]?.low === 'of' ? 2 : 0
  const whole = number && of ? bareNumber(words, number.to + of) : undefined
  if (number && whole && !whole.ordinal && WHOLE.test(words[whole.to]?.low ?? ''))
    return shareOf(words, number.from, whole.to, number.amount, number.value, whole.value)
  const part = FRACTIONS[words[i]?.low ?? '']
  return part && words[i + 1]?.low === 'of' ? shareOf(words, i, i + 1, { least: part, most: part }, part, 1) : undefined
}

/** How far below a share one that is nearly so may lie. */
const NEAR = 0.05

/** The share with the margin of its last digit, its qualifier kept; the words to the end of what it is a share of. */
function shareOf(
  words: readonly Word[],
  from: number,
  to: number,
  amount: Amount,
  value: number,
  whole: number,
): Share {
  const margin = whole === 1 ? 0.02 : (Number.isInteger(value) ? 0.5 : 0.05) / whole
  const share = value / whole
  const above = amount.most === null
  const below = amount.least === null
  const noun = words.findIndex((w, k) => k >= to && !PLAIN.has(w.low))
  const plain = noun >= 0 && WHOLE.test(words[noun]!.low)
  const near = /^(?:nearly|almost)$/.test(words[from]!.low)
  const narrowed = noun >= 0 && !plain && words[to]?.low === 'of' ? words[noun] : undefined
  const last = words[plain ? noun + (words[noun]!.low === 'roll' ? 1 : 0) : to - 1] ?? words.at(-1)!
  return {
    amount: {
      least: near ? share - NEAR : below ? null : above ? share : share - margin,
      most: above ? null : below ? share : share + margin,
    },
    ...(narrowed && { narrowed: { start: narrowed.start, end: narrowed.end } }),
    span: { start: words[from]!.start, end: last.end },
  }
}
