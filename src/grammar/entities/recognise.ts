import type { Sentence, Token } from '../types.ts'
import { type Candidate, candidates } from './candidates.ts'
import { type Recalled, see, type WordFacts } from './features.ts'
import { recall } from './memory.ts'
import { COLUMNS, choiceOf, probabilities, type Table, type Tables, WIDTH } from './model.ts'
import { ENTITY_TYPES, type EntityType, type NamedEntity } from './types.ts'

/** A choice made for one head, of any type. */
export interface Found extends Candidate {
  type: (typeof COLUMNS)[number]
  score: number
}

const scores = new Float64Array(4096)
const TYPES = WIDTH - 1

/** The names of one sentence, with what its document recalls of its words, none crossing another: where two cross, the likelier stays. In no order. */
export function namesIn(tokens: readonly Token[], table: Table, facts: WordFacts, recalled?: Recalled): Found[] {
  const choices = candidates(tokens)
  if (choices.size === 0) return []
  const seen = see(tokens, facts, recalled)
  const found: Found[] = []
  for (const [head, list] of choices) {
    const n = probabilities(table, choiceOf(seen, head, list), scores)
    let best = 0
    for (let i = 1; i < n; i++) if (scores[i]! > scores[best]!) best = i
    if (best === 0) continue
    const type = COLUMNS[1 + ((best - 1) % TYPES)]!
    found.push({ ...list[Math.floor((best - 1) / TYPES)]!, type, score: scores[best]! })
  }
  return uncrossed(found)
}

function uncrossed(found: Found[]): Found[] {
  const kept: Found[] = []
  for (const f of found.sort((a, b) => b.score - a.score || a.first - b.first || a.last - b.last))
    if (!kept.some((k) => cross(k, f) || cross(f, k))) kept.push(f)
  return kept
}

const cross = (a: Candidate, b: Candidate): boolean => a.first < b.first && b.first <= a.last && a.last < b.last

const isEntity = (type: string): type is EntityType => (ENTITY_TYPES as readonly string[]).includes(type)

/** The persons, organizations, places and events that the sentences of one document name, outer before inner. */
export function entitiesOf(sentences: readonly Sentence[], { first, second }: Tables, facts: WordFacts): NamedEntity[] {
  const recalled = recall(
    sentences.map((s) => s.tokens),
    first,
    facts,
  )
  return sentences.flatMap(({ tokens }, i) =>
    recalled[i] ? ordered(namesIn(tokens, second, facts, recalled[i]), tokens, i) : [],
  )
}

function ordered(names: readonly Found[], tokens: readonly Token[], sentence: number): NamedEntity[] {
  return names
    .flatMap(({ type, first, last, head, score }) =>
      isEntity(type)
        ? [{ type, sentence, first, last, head, score, start: tokens[first]!.start, end: tokens[last]!.end }]
        : [],
    )
    .sort((a, b) => a.first - b.first || b.last - a.last)
}
