/** What a role may hold; `label` is free text such as a topic. */
export type Holds = 'state' | 'person' | 'party' | 'body' | 'place' | 'people' | 'roll' | 'label' | 'closed'

export interface RoleDefinition {
  holds: Holds
  /** A key role is needed to tell one fact from another; a match between two tellings compares it. */
  key?: true
  /** The role takes several entities in one fact (the parties to a meeting); otherwise one fact each. */
  list?: true
  /** Filled by seats, which are not the states that sit in them. */
  seats?: true
  /** The closed list of values, for `holds: 'closed'`. */
  values?: readonly string[]
}

/** One sort of fact between states. */
export interface KindDefinition<K extends string = string> {
  kind: K
  /** What one fact of this kind says, in a sentence. */
  meaning: string
  roles: Readonly<Record<string, RoleDefinition>>
  /** An event happens at a time; a state of affairs holds over one. */
  nature: 'event' | 'state'
  /** An event of several days: an interval from a data set is its duration. */
  lasting?: true
  /** For a state of affairs: the steps that begin it, that end it, and that tell that it holds. */
  begins?: readonly string[]
  ends?: readonly string[]
  holding?: readonly string[]
  /** Of the steps that begin it, those that begin it again: what was before them began at another time. */
  renews?: readonly string[]
  /** Other steps from which people reckon its age. */
  reckoned?: readonly string[]
  /** Steps that tell that it held at a time, and not when it began or ended ("as president" of a visitor). */
  glimpses?: readonly string[]
  /** An interval told with a holding step is the whole spell: a stated end is an end (a term of office). */
  spells?: true
  /** Steps that are a matter of judgement and are never checked ("friendly"). */
  opinion?: readonly string[]
  /** The role whose value excludes every other value for the same other key roles (one choice per voter and roll call). */
  exclusive?: string
  /** The role whose value fixes the time: a roll call takes place once, so its list is whole whatever window is asked. */
  dates?: string
}
