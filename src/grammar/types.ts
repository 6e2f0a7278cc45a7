import type { Span } from '../model/span.ts'

/** A syntactic word with offsets into the raw text. `head` is the index of its head in the sentence, -1 at the root. */
export interface Token extends Span {
  i: number
  form: string
  lemma: string
  /** Universal part of speech. */
  upos: string
  /** Penn Treebank tag. */
  xpos: string
  feats: Readonly<Record<string, string>>
  head: number
  /** Universal relation, subtype kept (`nsubj:pass`, `obl:tmod`). */
  deprel: string
}

/** A sentence as read. `pieces` is set where it was too long to be read whole. */
export interface Sentence extends Span {
  tokens: Token[]
  pieces?: number
}

/** A noun phrase that takes part in a clause: its head token and its extent, without a relative clause or apposition. */
export interface Participant {
  head: number
  /** Token indices of the phrase, in order: the head with its determiners, modifiers and compounds. */
  tokens: number[]
  span: Span
  /** Head tokens of appositions ("President Lasso, a banker"). */
  apposed: number[]
  /** The participant that a relative or personal pronoun within the sentence stands for, where the tree shows it. */
  shared?: 'control' | 'relative' | 'coordination'
}

export interface Oblique {
  /** Lower-cased preposition ("to", "in", "because of"); empty for a bare time noun ("last week"). */
  prep: string
  np: Participant
}

/**
 * One predication, its voice undone: `subjects` act and `objects` undergo, in active and passive clauses, relative and reduced
 * clauses, controlled infinitives and nominal events alike. Frames see nothing else of the tree.
 */
export interface Clause {
  /** Index in the sentence's clauses. */
  id: number
  form: 'verb' | 'noun' | 'copula'
  /** Token index of the predicate: the verb, the event noun, or the predicate nominal or adjective of a copula. */
  predicate: number
  /** Lemma, with a particle joined by a space: `visit`, `call off`. */
  lemma: string
  voice: 'active' | 'passive'
  subjects: Participant[]
  objects: Participant[]
  recipients: Participant[]
  obliques: Oblique[]
  /** For a nominal event: the possessor ("Lasso's visit", "his visit"). */
  possessors: Participant[]
  /** For a nominal event: adjectives and compounds before it ("three-day state visit"). */
  modifiers: number[]
  /** Clauses that complete this one (`plans` → `to visit`, `said` → what was said). */
  complements: number[]
  /** The clause that this one completes, and the governing lemmas from near to far: `['plan']`, `['be', 'schedule']`. */
  governor?: number
  under: string[]
  /** The noun phrase that this clause modifies as a relative or reduced clause. */
  modifies?: Participant
  /** "not", "never", "no longer", "fail to" on the predicate. */
  negated: boolean
  never: boolean
  tense: 'past' | 'present' | 'future' | 'none'
  perfect: boolean
  progressive: boolean
  /** Lemmas of modal auxiliaries: `will`, `would`, `may`, … */
  modals: string[]
  /** Token indices of adverbs on the predicate. */
  adverbs: number[]
  /** Of the whole clause with its dependents, punctuation at the edges trimmed. */
  span: Span
}
