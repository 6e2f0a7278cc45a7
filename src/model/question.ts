import type { Amount } from './fact.ts'
import type { EntityId } from './ids.ts'
import type { Kind } from './kinds/index.ts'
import type { Day, Days } from './when.ts'

/** What a role of a pattern must hold. `office`: whoever held it on the fact's own date. */
export type Term =
  /**
   * `as`: while holding that office, on the fact's own date. `untold`: or the fact does not say. `also`: or one of these;
   * `maybe`: one of these may be meant, of what took place before the state's own life.
   */
  | { id: EntityId; as?: EntityId; untold?: true; also?: EntityId[]; maybe?: EntityId[] }
  | { anyOf: EntityId[] }
  /** For a role that takes a list: all of these are among its values. */
  | { allOf: EntityId[] }
  | { office: EntityId }
  /** Free words: a fact surely meets them when its own label shares one of `among`, and only possibly otherwise. */
  | { words: string; among: string }
  | { set: SetExpr }

/**
 * Facts of one kind. For a state of affairs, `window` asks whether it held at some time within (`from === to`: on that
 * day); for an event, whether it took place within. `by` absent: the facts themselves; else the entities in that role.
 */
export interface Select {
  op: 'select'
  kind: Kind
  roles: Record<string, Term>
  window: Days
  by?: string
  /** Count dealings below full diplomatic relations too. */
  wide?: true
  /** Count an event that lasts by the day on which it began. */
  begun?: true
  /** Take a list for whole that is whole but for what its source says of it. */
  listed?: true
  /** Take the facts of a plan called off instead of those that happened. */
  modality?: 'cancelled'
}

/** A set of facts or entities, as plain data. */
export type SetExpr =
  | Select
  | { op: 'members'; ids: EntityId[] }
  | { op: 'and'; of: SetExpr[] }
  | { op: 'or'; of: SetExpr[] }
  | { op: 'minus'; from: SetExpr; less: SetExpr }
  /** The states that occupy the seats of a set on a day, or (`then`) on the day of the fact that puts the seat there. */
  | { op: 'occupants'; of: SetExpr; on: Day | 'then' }

/** A measure of a set with the value expected of it; without `expects` it is a question. */
export type Measure =
  | { measure: 'includes'; set: SetExpr; expects?: EntityId[] }
  | { measure: 'any'; set: SetExpr; expects?: true }
  | { measure: 'exactly'; set: SetExpr; expects?: EntityId[] }
  | { measure: 'count'; set: SetExpr; expects?: Amount }
  /** The share of `set` that lies in `within`, between 0 and 1. */
  | { measure: 'share'; set: SetExpr; within: SetExpr; expects?: Amount }
  /**
   * The earliest or latest fact of a set of facts: `role` of it is expected to be `expects`. `claimed` is the time that the
   * text gives for that fact, used where the ledger does not tell it.
   */
  | {
      measure: 'first' | 'last'
      set: Select
      role: string
      expects?: EntityId[]
      claimed?: Days
      /** Only facts whose `role` holds a member of this set are in the order ("the first *Arab state*"). */
      among?: SetExpr
      /** From that one's last before it on, or for so many years back; `short`: or not quite so many. */
      since?: { id: EntityId } | { years: number; short?: true }
    }
  /**
   * Which in the order of time: of the events of `set` (`each: 'event'`), or of those in `role` by their first event
   * (`each: 'member'`). It is the event of `of`, or the one at `claimed`, that is counted up to, itself included.
   */
  | {
      measure: 'rank'
      set: Select
      role: string
      each: 'event' | 'member'
      of?: EntityId
      claimed?: Days
      expects?: Amount
    }
  /** The stated number of facts (a community's size). */
  | { measure: 'amount'; set: Select; expects?: Amount }
  /**
   * Whole years from the day a fact took place to `on`: by the day, and by calendar year. `over`: more than `expects.least`
   * less one, be it by a day ("over 160 years").
   */
  | { measure: 'years'; set: Select; on: string; expects?: Amount; over?: true }

export type Question = Measure
