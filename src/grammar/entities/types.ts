import type { Span } from '../../model/span.ts'

export const ENTITY_TYPES = ['person', 'organization', 'place', 'event'] as const
export type EntityType = (typeof ENTITY_TYPES)[number]

/** A proper name with all that its phrase holds ("President Guillermo Lasso", "the University of Haifa"), as found. */
export interface NamedEntity extends Span {
  type: EntityType
  /** Index of its sentence among those given. */
  sentence: number
  /** Indices of its first, its last and its head word in the sentence. */
  first: number
  last: number
  head: number
  /** Between 0 and 1: how much likelier than every other reading of its head. */
  score: number
}
