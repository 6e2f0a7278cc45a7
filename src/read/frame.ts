import type { Modality } from '../model/fact.ts'
import type { Kind } from '../model/kinds/index.ts'

/**
 * Where a role is looked for: `subject`, `object`, `recipient`, `predicative` of the clause; `possessor` and `modifier` ("*US*-*Cuban*
 * relations") of an event noun; `object.possessor`, `object.modifier`, `object.of` of the clause's object; any other word is a
 * preposition (`_` for a space), looked for on the clause, then beside it, then on its object. `head` is the predicate noun itself,
 * `apposed` the names in apposition to it, `next` the word after it,
 * `aim` whom the act is to help ("to support *Nepal*"), `aim_in` where. `slot^of`, `slot^to`, `slot^title`: the state, the post or the office of who stands there.
 */
export type Slot = string

/** One way of saying one kind of fact. */
export interface Frame {
  /** Predicate lemmas, separated by `|`; a particle after a space ("call off"). */
  on: string
  form: 'verb' | 'noun' | 'copula'
  /** Slots that must hold one of these words (lemmas, `|`), or words that must not stand there (`!word`). */
  needs?: Readonly<Record<Slot, string>>
  /** For each role the slots that fill it: the first that fits, or for a role that takes a list all of them. */
  roles: Readonly<Record<string, string>>
  /** The role that every one of its slots fills, though it takes no list: "*A* voted with *B*". */
  all?: string
  /** Closed values: the step, the choice. */
  fixed?: Readonly<Record<string, string>>
  /** What a plain telling has; verbs are read from tense and mood. */
  modality?: Modality
  /** The noun names who held a place and no event: what the verb around it says of time and of plans is not its own. */
  holder?: boolean
  /** Roles without which the frame is not read; absent: the kind's key roles (two for a list). */
  must?: readonly string[]
  /** The clause must be negated, and the negation is part of what the frame says ("no longer exists"). */
  negated?: true
  /** The verb that governs the clause (`|`), which is then what the text tells of: "*applied* to join", "*ceased* to exist". */
  under?: string
  /** An event noun that takes its time and modality from the clause around it. */
  within?: true
  /** Read only with one of these modalities. */
  only?: readonly Modality[]
  /** "We work *together*": who speaks and the other state that the text is about, where the clause names no pair. */
  together?: true
  /** Fills a role from the frame's own words: the head of a slot. */
  words?: Readonly<Record<string, Slot>>
}

/** The frames of one kind with their examples. */
export interface Frames {
  kind: Kind
  frames: readonly Frame[]
  /** Sentences and what they say: role labels, and `is`, `modality`, `when` where they are not plain. */
  reads: readonly (readonly [string, Example])[]
  /** Sentences that say nothing of this kind. */
  ignores: readonly string[]
}

export type Example = Readonly<Record<string, string | readonly string[]>>
