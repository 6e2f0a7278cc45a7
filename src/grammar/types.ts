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

/**
 * A noun phrase that takes part in a clause. Its tokens are the head with determiners, adjectives, numbers, compounds, titles,
 * possessors, the rest of a name or date, and its "of" phrases ("one of the 33 member states of the United Nations"); relative
 * and reduced clauses, appositions, parentheses, other prepositional phrases, its own preposition and `'s` stay outside.
 */
export interface Participant {
  head: number
  /** Token indices of the phrase, in order. */
  tokens: number[]
  span: Span
  /** Head tokens of appositions ("President Lasso, a banker"). */
  apposed: number[]
  /** How it came here from elsewhere in the sentence; absent where the tree attaches it to this predicate. */
  shared?: 'control' | 'relative' | 'coordination'
}

export interface Oblique {
  /** Lower-cased preposition ("to", "in", "because of", "in favour of"); empty for a bare time noun ("last week"). */
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
  /** What the clause says a participant is or becomes, besides a copula: "elected Lasso *president*", "remained *opposed*". */
  predicatives: Participant[]
  /** Prepositional phrases inside its participants or beside its event noun that a parser may have attached too low or too high. */
  nearby: Oblique[]
  /** For a copula whose predicate is a prepositional phrase: the preposition ("is *on* the way"). */
  prep?: string
  /** The subordinator: `that`, `if`, `after`, `without`, `to`; absent in a main clause. */
  mark?: string
  /** The clause that this one is joined to without completing it, and how. A date of the host often holds here too. */
  host?: number
  joined?: 'coordinate' | 'adverbial' | 'modifier' | 'parenthetical'
  /** For a nominal event: the clause whose verb says no more than that it takes place ("*pay* a visit", "the visit *began*"). */
  light?: number
  /** Clauses that complete this one (`plans` → `to visit`, `said` → what was said). */
  complements: number[]
  /**
   * The clause that this one completes, and the governing lemmas from near to far: `['plan']`. A governor that is passive or
   * a copula is led by `be`: `['be', 'schedule']`, `['be', 'likely']`, `['say', 'expect']`.
   */
  governor?: number
  under: string[]
  /** The noun phrase that this clause modifies as a relative or reduced clause. */
  modifies?: Participant
  /**
   * "not", "never", "no longer", "neither", "without", "fail to" on the predicate, "no" on an event noun. "No president
   * visited" is not negated: the determiner stands in the subject's tokens.
   */
  negated: boolean
  never: boolean
  /** Of the finite verb; `future` with "will" and "shall", "is going to", "is to"; `none` with other modals and in infinitives. */
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
