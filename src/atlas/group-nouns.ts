/** Nouns that, after an adjective of region or a body's name, make it mean the states of that group. */
const STATES =
  'state country nation government capital power republic kingdom monarchy neighbour neighbor ally partner economy emirate sheikhdom member signatory'
/** Nouns that make it mean those who lead or represent the states. */
const PERSONS =
  'leader president minister premier chief chancellor official diplomat envoy ambassador head ruler monarch king emir sultan counterpart delegate representative negotiator'

export type NounSort = 'states' | 'persons'

const sorted = (words: string, sort: NounSort): [string, NounSort][] => words.split(' ').map((word) => [word, sort])
const SORTS: ReadonlyMap<string, NounSort> = new Map([...sorted(STATES, 'states'), ...sorted(PERSONS, 'persons')])

/** Words that may stand between the adjective and the noun. */
const BETWEEN = new Set(
  'member foreign prime head other fellow neighbouring neighboring small large island coastal oil producing rich poor league union former and or of finance defence defense interior trade economy health energy environment agriculture justice deputy'.split(
    ' ',
  ),
)
export const mayStandBetween = (word: string): boolean => BETWEEN.has(word)

const singular = (word: string): string =>
  word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.endsWith('s') ? word.slice(0, -1) : word

export interface Noun {
  word: string
  sort: NounSort
  plural: boolean
}

/** The noun that a folded word is, if it is one that makes a group. */
export function nounOf(word: string): Noun | undefined {
  const one = singular(word)
  const sort = SORTS.get(one) ?? SORTS.get(word)
  return sort && { word: SORTS.has(one) ? one : word, sort, plural: SORTS.has(one) && one !== word }
}
