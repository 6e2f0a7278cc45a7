import type { Token } from '../../types.ts'
import { candidates } from '../candidates.ts'
import { type Recalled, see, type WordFacts } from '../features.ts'
import { COLUMNS, choiceOf, WIDTH } from '../model.ts'
import type { Layered, Mention } from './layer.ts'
import type { Example } from './learn.ts'

/** A sentence of the layer with our own tags and tree. */
export interface Parsed extends Layered {
  tokens: readonly Token[]
}

/** One example for every word that can head a name: the shortest gold name that is among its candidates, or none. */
export function examplesOf({ tokens, mentions }: Parsed, facts: WordFacts, recalled?: Recalled): Example[] {
  const seen = see(tokens, facts, recalled)
  const proper = mentions.filter((m) => m.proper).sort((a, b) => a.last - a.first - (b.last - b.first))
  return [...candidates(tokens)].map(([head, list]) => ({
    choice: choiceOf(seen, head, list),
    right: rightOf(list, proper),
  }))
}

function rightOf(list: readonly { first: number; last: number }[], proper: readonly Mention[]): number {
  for (const m of proper) {
    const k = list.findIndex((c) => c.first === m.first && c.last === m.last)
    if (k >= 0) return 1 + k * (WIDTH - 1) + columnOf(m.type)
  }
  return 0
}

const columnOf = (type: string): number => {
  const at = (COLUMNS as readonly string[]).indexOf(type)
  return (at < 1 ? COLUMNS.length - 1 : at) - 1
}
