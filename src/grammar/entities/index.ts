import { readFileSync } from 'node:fs'
import type { Sentence } from '../types.ts'
import type { WordFacts } from './features.ts'
import { entitiesOf } from './recognise.ts'
import { factsOf, type NameWeights, openNames } from './table.ts'
import type { NamedEntity } from './types.ts'

export { ENTITY_TYPES, type EntityType, type NamedEntity } from './types.ts'

let english: { weights: NameWeights; facts: WordFacts } | undefined

/** The English weights, read on first use. */
function load(): { weights: NameWeights; facts: WordFacts } {
  if (english) return english
  const weights = openNames(readFileSync(new URL('../en/entities.bin', import.meta.url)))
  english = { weights, facts: factsOf(weights) }
  return english
}

/**
 * Names of persons, organizations, places and events in the sentences of one document, in the order of the text; a name may hold
 * others ("the University of Haifa" holds "Haifa"). What a sentence leaves open, the others decide: a document's sentences belong
 * into one call. A span is the whole phrase that the name heads, with titles and what restricts it.
 */
export function entities(sentences: readonly Sentence[]): NamedEntity[] {
  const { weights, facts } = load()
  return entitiesOf(sentences, weights.tables, facts)
}
