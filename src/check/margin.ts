import type { Amount } from '../model/fact.ts'
import type { CheckedPart } from '../model/verdict.ts'

/** By how much a number decides: what it is, what is said, and how far the one is from where the verdict would turn. */
export interface Margin {
  value: number
  said: Amount
  /** Of a number that fits: by how much it may fall, and rise, before it does so no more; absent: without end. */
  mayFall?: number
  mayRise?: number
  /** Of one that does not: by how much it falls short, or exceeds. */
  short?: number
  over?: number
}

const MEASURES = new Set(['count', 'rank', 'amount', 'years', 'share'])

/** The margin of a part on a number that is known, and decided by it; an exact number that fits has none to tell. */
export function marginOf({ question, answer }: CheckedPart): Margin | undefined {
  const said = 'expects' in question ? question.expects : undefined
  const { value } = answer
  if (
    !MEASURES.has(question.measure) ||
    !isAmount(said) ||
    !value ||
    value.least === null ||
    value.least !== value.most
  )
    return undefined
  const n = value.least
  const { least, most } = said
  if (answer.outcome === 'refuted') {
    if (least !== null && n < least) return { value: n, said, short: least - n }
    return most !== null && n > most ? { value: n, said, over: n - most } : undefined
  }
  if (answer.outcome !== 'supported' || (least !== null && least === most)) return undefined
  return {
    ...{ value: n, said },
    ...(least !== null && { mayFall: n - least }),
    ...(most !== null && { mayRise: most - n }),
  }
}

const isAmount = (value: unknown): value is Amount =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'least' in value
