/**
 * Four values (Belnap): told in, told out, both, or neither (`open`). `both` needs two explicit tellings; an absence under
 * coverage gives `out` and never contradicts a telling.
 */
export type Mark = 'in' | 'out' | 'both' | 'open'

/** Conjunction by order out > both > open > in, so that a contested member is never refuted by another's silence. */
const AND: readonly Mark[] = ['out', 'both', 'open', 'in']
/** Disjunction, its dual. */
const OR: readonly Mark[] = ['in', 'both', 'open', 'out']

const strongest = (order: readonly Mark[], marks: readonly Mark[]): Mark =>
  order.find((value) => marks.includes(value)) ?? order[3]!

/** All of them; of none, `in`. */
export const all = (marks: readonly Mark[]): Mark => strongest(AND, marks)
/** At least one of them; of none, `out`. */
export const any = (marks: readonly Mark[]): Mark => strongest(OR, marks)
export const not = (mark: Mark): Mark => (mark === 'in' ? 'out' : mark === 'out' ? 'in' : mark)

export type Decided = 'supported' | 'refuted' | 'disputed' | 'not-covered'

/** What a mark says of the assertion that it is in. */
export const outcomeOf = (mark: Mark): Decided =>
  ({ in: 'supported', out: 'refuted', both: 'disputed', open: 'not-covered' })[mark] as Decided
